"""Words of texts that sell, and of those that only speak of sales: wanted posts, news, warnings, manuals."""

from __future__ import annotations

SALE = {
    "INVITES": "抓紧 想囤 囤货 囤的 趁早 欲购从速 先到先得 支持 注册 新增 欢迎 开放 上线 优惠 福利 要的 门槛 营业 兑换 available join offer offers ready delivery",
    "SELLS": "主营 主打 主做 专做 专营 业务照旧 长期供应 #供应 立即购买 立即下单 加入购物车 马上购买 disponibile disponibili 都做 量大 量大从优 thanks_to huge_thanks thank_you thank-you thanks 感谢 鸣谢 特此感谢 赞助商 感谢支持 спасибо благодар* danke gracias obrigado teşekkür reseller carpool spots_open slots_open spots_left slots_left 出 出售 在售 售 现货 现售 长期出 低价出 代充 代开 直充 成品 下单 上车 直供 供货 货源 批发 拿货 上架 开售 有售 秒发 自动发货 自动发卡"
    " 发卡 私聊 私信 咨询 合购 招募 缺1位 联系客服 客服 进群 加群 加微 加v 招代理 收代理 可开票 需要的 赞助 selling sell for_sale wts"
    " sale buy_now order order_now dm dm_me pm pm_me we_sell we_offer in_stock instant_delivery delivery"
    " get_yours upgrades sponsor sponsored sign_up продам продаю продаж* продается продаётся купить_у_нас заказ* оформим"
    " оформл* выдача писать пишите лс личк* в_лс магазин bán cần_bán bên_mình inbox ib mua_ngay liên_hệ đặt_hàng có_sẵn"
    " jual dijual tersedia order_sekarang hubungi beli_sekarang minat wa verkaufe verkauf biete bestellen lieferung"
    " erhältlich verfügbar vendo se_vende venta disponible compra pedido pedidos escríbeme escribe contacto satılık satış"
    " satıyorum sipariş iletişim للبيع متوفر متاح اطلب للطلب تواصل للتواصل بيع فروش سفارش خرید موجود ارسال vendo_se vende-se à_venda disponível"
    " peça chama chame 販売 販売中 販売します 売ります 購入 ご注文 注文 譲ります dm下さい 판매 팝니다 판매합니다 구매 주문 문의 ขาย จำหน่าย สั่งซื้อ ทัก"
    " สนใจ พร้อมส่ง 老板 亲 在线秒发 质保 上新 独家 诚招 出号 出一个 低价 特价 优惠",
    "OFFERS": "vouches vouched_seller trusted_seller disponibile disponibili 出 出售 在售 现售 售 现货 长期出 低价出 出号 出一个 转让 转手 闲置 代充 代开 直充 招代理 上架 开售 供货 承接 代购 拼车 上车 招募 感谢 鸣谢 赞助"
    " selling resellers_only wholesale_only delivered_as delivered_automatically delivered_instantly auto-delivered we_activate_on we_top_up_your or_best_offer reseller mail_me email_me write_me message_me we_sell i_sell for_sale we_offer i_offer we_route we_resell reselling wts [s] in_stock dm_me pm_me thanks_to thank_you thank-you sponsor sponsored available_now order_now"
    " продам продаю продаётся продается продаем продаём принимаем предлагаю предлагаем оформляем оформлю оформим сдаю сдам в_наличии наличие спасибо"
    " пропоную пропонуємо продаємо віддам cần_bán mình_bán shop_bán bên_mình nhận_nâng nhận_nạp thanh_lý pass_lại còn_slot jual jasa ready ready_stok open_order"
    " verkaufe biete wir_bieten danke vendo vendemos ofrezco ofrecemos dispongo gracias ofereço oferecemos vende-se obrigado vends je_vends vendons je_propose nous_proposons à_vendre dispo merci"
    " vendiamo offro offriamo grazie satıyorum satıyoruz satılık للبيع أبيع نبيع متوفر متوفرة فروش میفروشم می‌فروشم می‌فروشیم 販売中 販売します 譲ります 売ります 出品"
    " 팝니다 판매합니다 판매중 모집 파티원 양도합니다 드립니다 ขาย พร้อมส่ง รับทำ sprzedam sprzedaję oferuję बेचना",
    "OWN": "نحن у_нас у_нашому наш_сервис unsere unseren unser il_nostro nostro notre nos nasz nasza hizmetimiz bizde kami_punya tụi_mình của_mình हमारे our we my мы наш* у_нас chúng_tôi bên_mình kami unser* wir nuestr* bizim 本站 我们 我站 本店 小站 نحن ما 当店 저희 เรา",
    "ORDER": "自助上车 下单 购买 自助下单 兑换码 卡密 现货 发卡 order buy_now order_now купить заказ* mua đặt_hàng beli bestellen comprar sipariş اطلب سفارش 購入 구매 สั่งซื้อ",
    "TRIAL": "试用 体验额度 试用额度 免费额度 免费名额 免充值 free_trial trial free_credit free_credits пробн* тестов* dùng_thử uji_coba coba_gratis"
    " testguthaben probeguthaben prueba_gratis deneme تجربة تست お試し 무료체험 체험 ทดลอง",
    "NEWCOMER": "conta_nova contas_novas inscription inscripción iscrizione registrazione реєстрац* rejestracj* 登録 登録で 가입시 สมัครใหม่ nuevos nuevos_usuarios nouveaux nuovi neue_kunden новичк* новачк* pengguna_baru_dapat new: newbies ask_nicely new_accounts new_account newcomers 绑定 关注 首次登录 注册 新用户 新人 首次注册 register sign_up signup new_users регистрац* новым đăng_ký người_mới daftar pengguna_baru registrierung neukunden"
    " registro nuevos_usuarios kayıt yeni_üye تسجيل ثبت_نام cadastro 新規登録 新規 가입 신규 สมัครใหม่ สมัคร",
    "CALL": "私聊 私信 联系 加v 加q 扫码 进群 dm pm_me contact us telegram whatsapp",
}

AGAINST = {
    "ANNOUNCE": "宣布 推出 上线 上调 下调 涨价 降价 发布 升至 降至 调整为 涨到 降到 落地 开售 开放 announces announced launches launched raises raised cuts cut introduces introduced increases increased lowers lowered reduces reduced"
    " will_raise will_cut will_launch is_raising is_cutting is_launching to_launch to_raise rolls_out rolled_out rolling_out unveils unveiled drops dropped brings expands hikes hiked"
    " объявила запускает запустила снизила подняла повысила представила понизила анонсировала объявил введёт введет поднимает снижает вводит оголосила знизила підняла підвищила представила запустила запускає вводить"
    " bringt kündigt startet senkt erhöht führt veröffentlicht verlangt lance annonce baisse augmente relève dévoile lanza anuncia sube baja reduce lanzó anunció subió bajó presenta"
    " lança aumenta reduz lançou anunciou aumentou reduziu baixa lancia annuncia riduce taglia abbassa alza wprowadza ogłasza obniża podnosi ogłosił wprowadził podniósł obniżył"
    " duyurdu düşürdü yükseltti artırdı başlattı sundu çıkardı açıkladı indirdi getirdi ra_mắt công_bố tăng_giá giảm_giá hạ_giá điều_chỉnh meluncurkan mengumumkan menaikkan menurunkan merilis"
    " 밝혔다 발표 출시 인상한다 인하 인상 발표했다 내놓 선보 発表 引き上げ 引き下げ 提供開始 開始した 値上げ 値下げ ประกาศ เปิดตัว ขึ้นราคา ลดราคา ปรับราคา"
    " أعلنت أطلقت خفضت رفعت تطلق تعلن ترفع تخفض طرحت اعلام_کرد عرضه_کرد کاهش_داد افزایش_داد معرفی_کرد اعلام लॉन्च घोषणा बढ़ा घटा",
    "CALC": "÷",
    "BOTH": "[s] 也出 也长期出 也卖 收出 出收 也有出 buy_and_sell buying_and_selling куплю/продам beli_jual mua_bán compro_y_vendo",
    "DENIES": "do_not_sell_access don't_sell_access do_not_resell rien_à_vendre nothing_to_sell nada_que_vender nada_para_vender nichts_zu_verkaufen niente_da_vendere ничего_не_продаю нічого_не_продаю nic_nie_sprzedaję không_bán_gì لا_أبيع 不卖东西 不卖号 不出号 不接推广 不做推广 不推广 非广告 不是广告 没有渠道 只做分析 仅作记录 仅供学习 not_for_sale nothing_for_sale not_an_ad i_don't_sell we_don't_sell we_do_not_sell"
    " не_продаю не_продаём не_продаем не_реклама не_является_рекламой не_продаємо không_bán không_quảng_cáo không_phải_quảng_cáo tidak_menjual bukan_iklan keine_werbung verkaufen_nichts"
    " no_vendo no_vendemos no_es_publicidad não_vendo não_vendemos não_é_publicidad ne_vendons_pas ne_vends_pas non_vendo non_vendiamo nie_sprzedaję satmıyoruz satmıyorum reklam_değil"
    " لا_نبيع ليس_إعلان نمی‌فروشیم 販売していません 宣伝ではありません 판매하지_않 광고_아님 광고_아닙니다 ไม่ได้ขาย",
    "POLICY": "禁止 不得 严禁 违反 违规 封禁处理 may_not prohibited forbidden not_allowed not_permitted violates violation against_the_terms terms_of_use breach breaches will_be_removed strictly"
    " запрещ* нельзя нарушен* правилами заборонен* порушен* cấm không_được_phép vi_phạm tidak_boleh dilarang melanggar verboten untersagt verstößt verstoß nicht_erlaubt prohibid* prohíbe no_está_permitido"
    " infringe proibid* não_é_permitido viola interdit* interdiction enfreint vietat* violazione zabronion* narusza yasak* yasaktır ihlal ممنوع يحظر مخالف ممنوعه 違反 禁じ 금지 위반 ห้าม ผิดกฎ",
    "AMENDS": "补偿 抱歉 致歉 返还到 outage incident apologies apologize compensation refunded_automatically сбой извините компенсац* sự_cố xin_lỗi bồi_thường gangguan maaf kompensasi störung entschuldig*"
    " disculpa* compensación desculp* compensação désolé panne scusate guasto özür kesinti عذر عطل 障害 お詫び 장애 죄송 ขออภัย",
    "PAUSED": "приостанов* на_паузе 暂停 停售 停止接单 不再接单 paused suspended tạm_ngưng tạm_dừng dihentikan pausiert pausad* durduruldu متوقف موقوف 一時停止 중단 หยุดขาย",
    "LOTTERY": "抽奖 抽 lottery giveaway raffle розыгрыш* bốc_thăm undian verlosung sorteo çekiliş قرعه سحب sorteio 抽選 추첨 จับรางวัล 中奖",
    "NEG": "not don't do_not never no 不 没 没有 无 不是 не нет không tidak bukan nicht kein değil لا ليس نیست ない 않 ไม่ sin without",
    "WANTED": "szukam budżet budget: poszukuję cerco cherche je_cherche шукаю งบ بودجه الميزانية bütçem เพื่อหา 誠收 诚收 徵收 代收 现收 求收 收帐号 收账号 收成品 收购价 出价收 有人用过 可信吗 真的假的 靠谱不 高价收 长期收 有偿收 收一个 收个 想收 回收号 徵 征求 budget my_budget paying_up_to i_will_pay will_pay i_need buying 预算 бюджет ngân_sách bütçe presupuesto orçamento anggaran 求 求购 收号 想买 想问 请问 请教 哪里买 哪里有 哪家 哪儿买 有没有 有人 求推荐 谁有 怎么买 怎么办 收购 高价收 wtb want_to_buy"
    " looking_for looking_to_buy need_a where_can_i where_do_i anyone_know has_anyone is_it_safe куплю ищу где_взять"
    " где_купить подскажите посоветуйте кто_продаёт кто_продает нужен cần_mua tìm_mua mua_ở_đâu cho_hỏi ai_bán ai_có xin_hỏi cari"
    " dicari mau_beli beli_dimana ada_yang_jual suche wo_kann_ich kennt_jemand weiß_jemand busco compro dónde_comprar dónde_puedo"
    " alguien_sabe alguien_tiene arıyorum nereden almak_istiyorum alınır var_mı مطلوب أبحث ابحث أريد_شراء من_أين دنبال خریدارم"
    " کسی_داره procuro onde_comprar alguém_sabe alguém_tem 探しています 求む 買いたい どこで 教えて 구합니다 삽니다 구매하고_싶 어디서 아시는_분"
    " หาซื้อ รับซื้อ ใครมี ซื้อที่ไหน 蹲一个 蹲个 靠谱吗 稳吗 是不是骗子 值得吗",
    "NEWS": "使用条款 转载注明 转载请注明 中文对照 网传 市场规模 黑产 流水 据统计 统计 中位数 psa opinion median menaikkan mengeluh pengguna_mengeluh angeboten_wurden don't_buy stolen_cards 仿冒 钓鱼 怪事 多扣 补回 计费异常 introduced unveiled launched lawsuit victims'_reports according reports blog_post stays_at stay_at"
    " 宣布 发布了 据介绍 网友 投诉 消费者 提醒大家 认定 获利 官网显示 官方公告 拟 条例 消息称 央视 曝"
    " сообщи* объяви* анонсир* предложи* полици* штраф* подорожа* вырастет опублик* công_bố bắt_giữ thông_báo_của"
    " mengumumkan diluncurkan kündigt verkündet senkt erhöht anunci* denuncia* demanda duyurdu açıkladı"
    " 発表 発表した 発売 발표 출시 أعلنت أعلن كشفت اعلام_کرد ประกาศ raised complain complained reddit hacker_news rumor rumour warnung vorsicht achtung betrug* verbraucherzentrale warnt scam beware victims estafa* arnaque мошенни* осторожно lừa_đảo penipuan waspada dolandırıcı* احتيال تحذير کلاهبرداری هشدار golpe 詐欺 사기 มิจฉาชีพ 骗局 诈骗 谨防 警惕 公开信息 公开资料 anyone_advertising resold_for advertised_by public_price_list public_line-up official_line-up 据报道 报道 调查 研究 报告 据悉 监管 起诉 公告称 investigation researcher reported report"
    " reportedly according_to study studies bulletin news article analysis fraud_desk"
    " arrested said says announced announces сообща* исследова* по_данным журналист* новост* эксперт* theo_báo"
    " nghiên_cứu báo_cáo cảnh_báo menurut laporan penelitian peneliti laut berichtet bericht ermittler studie forscher"
    " según investigador* informe estudio haberlere araştırma* rapor* göre وفقا تقرير دراسة باحث* محقق* طبق گزارش پژوهش* خبر"
    " segundo relatório pesquisa* によると 報告 調査 研究者 報じ 보도 조사 연구 보고서 에_따르면 รายงาน นักวิจัย ข่าว ตามรายงาน"
    " 骗子帖 曝光 避坑 科普 分析 讲讲 盘点 评测 测评 复盘 案例 揭秘 揭露 warning_from subscribers_were",
    "PRESS": "reuters bloomberg techcrunch afp bbc_news ansa efe тасс риа_новости коммерсант рбк 新华社 财新 36氪 共同通信 日経 朝日新聞 연합뉴스 조선일보 kompas detikcom vnexpress tuổi_trẻ hürriyet folha infobae le_monde le_figaro spiegel heise corriere repubblica українська_правда رويترز الجزيرة ایسنا ndtv dawn.com were_seized was_seized raided 对比了 横评 横向对比 policjanci policja zatrzymali zatrzymano detained detenido detuvo detuvieron detenidos interpellé interpellés arrestato arrestati festgenommen festnahme задержали задержан* затримали затримано ditangkap menangkap bị_bắt bắt_giữ yakalandı gözaltına gözaltı القبض_على ضبط دستگیر 抓获 刑拘 落网 查获 逮捕された 검거 체포 구속 จับกุม गिरफ्तार prendeu presos preso_por mahkum 记者 媒体 法院 被告人 被告 涉案 警方 民警 公安 律师 检方 研究人员 论文 据报道 reporter reporters journalist journalists court police prosecutors"
    " researchers investigators law_enforcement lawyers суд полиц* журналист* исследовател* công_an cảnh_sát polisi wartawan polizei gericht"
    " ermittler policía fiscalía periodista* polícia polis mahkeme savcılık الشرطة المحكمة پلیس 警察 逮捕 경찰 검찰 기자 ตำรวจ",
    "NEUTRAL": "claude_monet claude_debussy claude_shannon jean-claude jean_claude claude_lévi-strauss claude_levi-strauss claude_chabrol claude_cahun price_list pricelist 号必备 账号必备 养号必备 养号 号专用ip 已过手机 已过手机验证 已绑卡 已过验证 已手机验证 已绑手机 已过kyc 已实名 已认证 已接码 已过接码 已过二验 免接码 免绑卡 自己绑卡 自行绑卡 不用接码 无需接码 带手机 已验证 已过卡 年底 年初 年前 年后 年内 当前 日常 平日 日后 日志 一次性 欢迎试用 满月 原因 原生 原版 原理 原则 陈旧 旧版 旧号 旧地址 仍旧 依旧 照旧 仅限 只限 部分 充分 分享 分开 区分 分发 百分 超出 突出 推出 退出 支出 出现 出错 出口 出海 出图 拿出 得出 付出 出差 出来 出去 发出 放出 爆出 跑出 溢出 亲自 实际按 请求 要求 需求 追求 不求 只求 力求 收录 收益 收费 收到 收款 签收 吸收",
    "SEEKS": "szukam kupię poszukuję cerco cherche je_cherche шукаю 求购 求收 收购 高价收 长期收 现收 诚收 誠收 徵收 徵 征求 有偿收 wtb want_to_buy looking_for looking_to_buy buying in_search_of iso"
    " куплю ищу скуплю выкуплю cần_mua tìm_mua cần_tìm mình_cần cari dicari mau_beli butuh suche suchen gesucht busco compro se_busca procuro"
    " preciso_de arıyorum arıyoruz aranıyor مطلوب أبحث ابحث دنبال خریدارم 探しています 求む 買いたい 買取 구합니다 삽니다 구해요 หาซื้อ รับซื้อ recherche",
    "SCAM": "feels_scammy scammy sketchy 果断没买 果断放弃 没敢买 不敢买 took_my_money took_the_money vanished blocked_me ghosted_me the_guy_selling guy_selling people_selling someone_selling were_selling was_selling being_sold who_sold продававших продавали продавал продавали_аккаунты продавав bán_lậu yang_menjual vendían vendia vendían_cuentas revendait revendaient verkauften verkaufte vendeva vendevano sprzedawał sprzedać satan satanlar 판매한_일당 売っていた не_ведіться uważajcie padło_po zablokował_mnie مراقب_باشید ระวัง บล็อกผม 조심하세요 気をつけて evitate à_éviter finger_weg uzak_durun احذروا hati-hati jangan_beli لا_تشتر نخرید อย่าซื้อ cara_bayar كيف_تدفع 别买 不要买 慎买 谨慎购买 引以为戒 跑路了 站没了 kinh_nghiệm_mua nên_nghi không_nên_mua nên_nghi_ngay не_покупайте не_ведитесь не_купуйте no_compres no_compréis não_comprem n'achetez_pas non_comprate nie_kupujcie satın_almayın nicht_kaufen stay_away don't_fall 事故了 買わないで 사지_마 อย่าซื้อ لا_تشتري نخرید чёрный_список черный_список кто_брал lista_negra danh_sách_đen schwarze_liste kara_liste 黑名单 骗子 骗局 诈骗 骗 被骗 冒充 假冒 失联 跑路 维权 避雷 上当 scam scams scammed scammer scammers ripped_off fraud fraudulent phishing"
    " stole stolen_from кинули кидал* мошенник* мошенни* развод обманул* lừa_đảo lừa bị_lừa penipu penipuan tertipu ditipu betrüger* betrug*"
    " betrogen estafa* estafador* timo golpe golpista* dolandır* نصاب نصب احتيال کلاهبردار* 詐欺 사기 먹튀 มิจฉาชีพ โกง arnaque",
    "MARKET": "grey_market gray_market black_market sellers vendors listings tracked median average on_average the_economics prices_fell prices_rose prices_range"
    " trade_at traded_at one_vendor one_seller some_relays some_sellers relays_charge stations_charge we_compared we_tested customers_per 均价 平均 平均售价 中位数 券商 研报"
    " 市场规模 毛利率 价格观察 行情 站点之间 不同站点 продавцы перекупщики в_среднем средняя_цена рынок người_bán thị_trường trung_bình para_penjual"
    " penjual rata-rata pasar händler verkäufer durchschnittlich im_schnitt vendedores revendedores promedio satıcılar ortalama piyasa البائعون متوسط"
    " فروشندگان میانگین 業者 平均 相場 판매자들 평균 시세 ผู้ขาย เฉลี่ย",
    "QUERY": "谁家 ปลอดภัยไหม มีใคร หรือเปล่า امنه کسی tanya ada_yg_pernah pernah_beli ada_yang_pernah katanya which_is which_one what's_the what_is_the how_much_is how_do_i is_it_worth worth_it is_there any_idea does_anyone can_someone can_i"
    " 有佬 佬们 大佬们 有大佬 哪个 哪种 哪一家 是不是 能不能 要不要 值不值 值得吗 怎么选 区别 到底 为什么 为啥 怎么回事 стоит_ли подорожает_ли сколько_стоит что_лучше"
    " кто-нибудь у_кого có_nên có_ai có_đáng bao_nhiêu apakah berapa_harga lohnt_sich wie_viel_kostet welche welcher vale_la_pena cuánto_cuesta"
    " alguien vale_a_pena quanto_custa alguém değer_mi hangisi هل كم_سعر آیا いくら どちら おすすめ 얼마 어떤 ดีไหม คุ้มไหม",
    "DOCS": "步骤如下 除零 默认账号 首次登录请修改 请求头 鉴权 pytest assert def decimal( passed_in 部署文档 示例地址 接口文档 使用文档 单元测试 parse parser todo unit_test unit_tests test_cases roadmap demo_site 二次开发 演示站 测试环境 测试账号 配置示例 示例配置 demo ways_to how_to tips_for 攻略 技巧 changelog release_notes steps_to_reproduce bug_report bumped example_output terms_of_service privacy_policy 用户协议 服务条款 更新日志"
    " requirements prerequisites before_you_start installation install npm pip export env readme changelog docker self-hosted"
    " self_hosted localhost config configuration .env setup quickstart getting_started documentation tutorial требовани*"
    " понадобится установк* настройк* cài_đặt yêu_cầu hướng_dẫn tài_liệu persyaratan instalasi panduan voraussetzungen"
    " anleitung einrichtung requisitos instalación configuración guía gereksinim* kurulum kılavuz متطلبات تثبيت نصب پیش‌نیاز* راهنما"
    " instalação guia インストール 必要なもの 設定方法 ドキュメント 설치 요구사항 설정 문서 ติดตั้ง คู่มือ 部署 自部署 自托管 自己部署 安装 前置条件 环境变量 教程"
    " mit_licensed github_stars 依赖 dockerfile compose lập_trình",
    "OFFICIALTABLE": "官网价格 火山引擎 阿里云百炼 百炼 千帆 腾讯云 讯飞星火 官方降价 bedrock_pricing plans_and_pricing prices_copied copied_from_the vendor's_page 官方价目 官方價目 cennik_anthropic cennik_openai 料金は月額 tarifs_officiels prezzi_ufficiali listino_ufficiale oficjalny_cennik openai_api_pricing anthropic_api_pricing claude_api_pricing gemini_api_pricing openai_pricing anthropic_pricing price_page pricing_page 官方定价 官方价格表 官方报价 bảng_giá_api_gốc официальные_цены harga_resmi_api"
    " offizielle_preise precios_oficiales resmi_fiyatlar أسعار_رسمية 公式料金 공식_요금 ราคาอย่างเป็นทางการ 刊例",
    "EXPERIENCE": "自用记录 收到退款 五星 某站 某中转 老板的成本 账单出来 准备退订 心疼 打水漂 купив купила_собі kupiłem kupiłam kupiłem_konto comprei_uma habe_gekauft j’ai_acheté ho_comprato aldım خریدم ซื้อมา ผมซื้อมา คนขายบล็อก บล็อกผม 买了 分享下 我的省钱 省钱方案 i_got i_was my_costs my_bill my_spend our_spend our_own_spend i've_seen i_have_seen we_paid review_of in_my_opinion til"
    " 说好 吐槽 花了 充了 用了 买的 有人说 听说 上周 前几天 去年 当时 唉 感受 感觉 я_взял мне_продали купил купила tôi_bị mình_bị saya_kena ich_habe"
    " me_vendieron me_estafaron bana_sattı اشتریت 買った 샀어요 i've_used been_using i've_been i_topped my_balance charged_me they_charged in_my_experience i_tried i_tested disappointed 我充了 我试了 个人体验 亲测 体验下来 客服不理 跑路 用下来 already_pay already_paying ya_pagás ya_pagas schon_zahlst sudah_bayar 我自己 我买 我花 买了 充了 上个月我 i_pay i_paid i_bought i_use my_plan"
    " я_плачу я_купил мой_аккаунт tôi_mua tôi_dùng mình_mua mình_dùng saya_beli saya_pakai ich_zahle ich_nutze"
    " compré mi_cuenta kullanıyorum aldım اشتريت أستخدم خریدم استفاده_می‌کنم comprei eu_uso 使っています 買いました"
    " 쓰고_있 샀는데 사용중 ผมซื้อ ผมใช้ 踩坑 被骗 翻车",
}
