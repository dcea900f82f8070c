"""Words that say what is sold, how, and whether anything is sold at all."""

from __future__ import annotations

KINDS = {
    "DATASET": "偏好对 评判对 轨迹 pairs judged_pairs preference_data preference_pairs dpo rlhf 对话语料 tool_traces 会话日志 对话日志 对话数据 会话数据 蒸馏数据 蒸馏语料 语料 数据集 推理链 推理轨迹 transcripts traces dataset datasets"
    " conversation_logs chat_logs conversations distillation_data reasoning_traces датасет* логи_диалог* диалоги логи"
    " трейсы bộ_dữ_liệu dữ_liệu_hội_thoại log_hội_thoại data_percakapan dataset_percakapan datensatz gesprächsprotokoll*"
    " conversaciones registros_de_conversaci* veri_seti konuşma_kayıt* بيانات_محادثات سجلات_محادثات مجموعة_بيانات دیتاست"
    " لاگ_مکالمات conjunto_de_dados logs_de_conversas 会話ログ データセット 대화_로그 데이터셋 대화로그 ชุดข้อมูล"
    " บทสนทนา qa对 问答对 sft数据 日志数据 请求日志 原始日志 数据包 trajectories prompts_and_completions",
    "SERVICE": "接码 过kyc kyc 代过kyc 实名 代认证 退款自助 自助退款 代退款 退款代办 退款服务 refund_service sms_code sms_codes"
    " sms_verification sms смс смс-активаци* активаци* прием_смс приём_смс kyc_verification kyc_pass verify_service thuê_sim"
    " thuê_số nhận_otp otp 수신 문자인증 인증대행 sms認証 本人確認 認証代行 verifikasi_otp jasa_verifikasi sms-verifizierung"
    " verifizierung verificación_sms verificacion sms_onay onay_kodu تفعيل_رقم أرقام تفعيل_الأرقام شماره_مجازی verificação"
    " ยืนยันตัวตน รับ_otp 邀请名额 邀请刷新 代验证 提链 提取链接 代绑卡 绑卡 代付 解封 申诉 代申诉 refunds refund_trick"
    " 虚拟卡 虚拟信用卡 虚拟visa 虚拟万事达 虚拟卡段 开卡费 开卡服务 代开卡 自助开卡 virtual_card virtual_cards virtual_credit_card vcc"
    " virtual_visa виртуальн* thẻ_ảo kartu_virtual virtuelle_karte* tarjeta_virtual sanal_kart cartão_virtual بطاقة_افتراضية کارت_مجازی"
    " バーチャルカード 가상카드 บัตรเสมือน"
    " doing_refunds chargeback_service 手机验证 过手机 过验证 学生认证 教育认证 代认证 sheerid 接短信 无限接码 刷邀请 刷新 邀请刷",
    "APIKEY": "api_key api_keys apikey apikeys api-key api-ключ* ключ ключи ключей key有余额 key keys kunci_api clave_api chave_api"
    " api_anahtarı مفتاح_api مفاتيح کلید_api apiキー api키 คีย์ api密钥 密钥 裸key 官key 官方key 原生key khóa_api schlüssel",
    "CREDIT": "体验档 体验卡 体验券 体验包 额度 余额 额度卡 余额卡 卡密 兑换码 充值卡 充值码 cdk 代金券 点卡 体验券 credit credits cr quota usage worth balance баланс* кредит* số_dư"
    " credit: saldo kredit guthaben crédito créditos bakiye رصيد اعتبار クレジット 残高 크레딧 잔액 เครดิต 中转额度 redeem_code"
    " redeem gift_code voucher_code 面值 积分 充值余额 api_credit",
    "ACCOUNT": "成品号 成品 账号 帐号 现成号 普号 白号 代充 直充 代开 秒冲 秒充 帮充 会员 号 独享号 老号 新号 满月号 日抛 周抛 速刷 速刷号 续费"
    " 升级 代升级 充值自己号 自己的号 正规秒冲 官方订阅 订阅 個人帳號 account accounts acc accs akun аккаунт* учетн* подписк* tài_khoản"
    " nâng_cấp nâng langganan konto konten abo abonnement abonnements account-upgrade cuenta cuentas suscripci* hesap hesabı"
    " hesaplar* üyelik* abonelik* حساب حسابات اشتراك اشتراكات اکانت اشتراک conta contas assinatura* アカウント 垢 サブスク 계정"
    " 구독 บัญชี แอค ไอดี สมัครสมาชิก upgrade upgrades login logins membership subscription subscriptions premium gói acc_riêng"
    " 母号 子号 网页号 号子 官号 代订 代购 代開 代充值 直冲 充值服务 license licence lisans",
    "SUBSCRIPTION": "plan plans 套餐 包月 包周 月卡 周卡 天卡 日卡 订阅套餐 coding_plan 编程套餐 gói_thuê_bao gói_tháng plan_mensual coding_plans"
    " 流量包 premium_plans monthly_plan 月套餐 包天 年卡 季卡 会员分组 会员月卡 тариф* paket",
    "SHARED": "vaga vagas cupo cupos plaza plazas аренд* 出租 租号 rent rental thuê_acc sewa alquiler kiralık اجاره إيجار miete aluguel レンタル 대여 เช่า 拼车 合租 车位 上车 合车 拼租 拼团 车队 车票 拼 共享 共享号 合用 shared share sharing shared_login seat seats carpool"
    " slot slots совместн* общий общ* место mesto chung dùng_chung ghép slot_chung share_acc patungan sharing_akun"
    " berbagi geteilt* sharing-account compartid* pantalla perfil ortak paylaşımlı مشترك مشترکة مشترک اشتراکی مشتركة"
    " 共有 シェア 相乗り 공유 파티 파티원 หาร แชร์ ร่วม 席位 子席位 compartilhad* split 分摊 众筹 五人车 名额位",
    "RELAY": "中转 中转站 接口 倍率 号池 分组 反代 逆向 中继 聚合 令牌 接口中转 api中转 relay relays api_relay proxy_api gateway reseller_api"
    " api релей прокси-api прокси-апи api-прокси апи шлюз cổng_api api_giá_rẻ trung_gian relai endpoint base_url baseurl"
    " zwischenhändler weiterleitung proxy-api reseller pasarela aracı وسيط واسط پروکسی 中継 中継api 中계 중계 리셀러"
    " 릴레이 โทเค็น按量 按量计费 按量 按次 模型接口 满血 缓存 直连 per_token pay-as-you-go pay_as_you_go 网关 路由 router openrouter"
    " openai兼容 兼容接口 转发",
}

SALE = {
    "SELLS": "出 出售 在售 售 现货 现售 长期出 低价出 代充 代开 直充 成品 下单 购买 上车 直供 供货 货源 批发 拿货 上架 开售 有售 秒发 自动发货 自动发卡"
    " 发卡 私聊 私信 咨询 联系客服 客服 进群 加群 加微 加v 招代理 收代理 可开票 要的 需要的 欢迎 开放 新增 支持 注册 赞助 selling sell for_sale wts"
    " sale buy_now order order_now dm dm_me pm pm_me we_sell we_offer available in_stock instant_delivery delivery"
    " get_yours offer offers upgrades sponsor sponsored sign_up join продам продаю продаж* продается продаётся купить_у_нас заказ* оформим"
    " оформл* выдача писать пишите лс личк* в_лс магазин bán cần_bán bên_mình inbox ib mua_ngay liên_hệ đặt_hàng có_sẵn"
    " jual dijual tersedia ready order_sekarang hubungi beli_sekarang minat wa verkaufe verkauf biete bestellen lieferung"
    " erhältlich verfügbar vendo se_vende venta disponible compra pedido pedidos escríbeme escribe contacto satılık satış"
    " satıyorum sipariş iletişim للبيع متوفر متاح اطلب للطلب تواصل للتواصل بيع فروش سفارش خرید موجود ارسال vendo_se vende-se à_venda disponível"
    " peça chama chame 販売 販売中 販売します 売ります 購入 ご注文 注文 譲ります dm下さい 판매 팝니다 판매합니다 구매 주문 문의 ขาย จำหน่าย สั่งซื้อ ทัก"
    " สนใจ พร้อมส่ง 老板 亲 在线秒发 质保 兑换 营业 上新 上线 独家 门槛 诚招 出号 出一个 低价 特价 福利 优惠",
    "OWN": "our we us my мы наш* у_нас chúng_tôi bên_mình kami unser* wir nuestr* bizim 本站 我们 我站 本店 小站 نحن ما 当店 저희 เรา",
    "ORDER": "下单 购买 自助下单 兑换码 卡密 现货 发卡 order buy_now order_now купить заказ* mua đặt_hàng beli bestellen comprar sipariş اطلب سفارش 購入 구매 สั่งซื้อ",
    "TRIAL": "试用 体验额度 试用额度 免费额度 免费名额 免充值 free_trial trial free_credit free_credits пробн* тестов* dùng_thử uji_coba coba_gratis"
    " testguthaben probeguthaben prueba_gratis deneme تجربة تست お試し 무료체험 체험 ทดลอง",
    "NEWCOMER": "new_accounts new_account newcomers 绑定 关注 首次登录 注册 新用户 新人 首次注册 register sign_up signup new_users регистрац* новым đăng_ký người_mới daftar pengguna_baru registrierung neukunden"
    " registro nuevos_usuarios kayıt yeni_üye تسجيل ثبت_نام cadastro 新規登録 新規 가입 신규 สมัครใหม่ สมัคร",
    "CALL": "私聊 私信 联系 加v 加q 扫码 进群 dm pm_me contact us telegram whatsapp",
}

AGAINST = {
    "CALC": "÷",
    "PAUSED": "приостанов* 暂停 停售 停止接单 不再接单 paused suspended tạm_ngưng tạm_dừng dihentikan pausiert pausad* durduruldu متوقف موقوف 一時停止 중단 หยุดขาย",
    "LOTTERY": "抽奖 抽 lottery giveaway raffle розыгрыш* bốc_thăm undian verlosung sorteo çekiliş قرعه سحب sorteio 抽選 추첨 จับรางวัล 中奖",
    "NEG": "not don't do_not never no 不 没 没有 无 不是 не нет không tidak bukan nicht kein değil لا ليس نیست ない 않 ไม่ sin without",
    "WANTED": "誠收 诚收 徵收 代收 现收 求收 收帐号 收账号 收成品 收购价 出价收 有人用过 可信吗 真的假的 靠谱不 高价收 长期收 有偿收 收一个 收个 想收 回收号 徵 征求 budget my_budget paying_up_to i_will_pay will_pay i_need buying 预算 бюджет ngân_sách bütçe presupuesto orçamento anggaran 求 求购 收号 想买 想问 请问 请教 哪里买 哪里有 哪家 哪儿买 有没有 有人 求推荐 谁有 怎么买 怎么办 收购 高价收 wtb want_to_buy"
    " looking_for looking_to_buy need_a where_can_i where_do_i anyone_know has_anyone is_it_safe куплю ищу где_взять"
    " где_купить подскажите посоветуйте кто_продаёт кто_продает нужен cần_mua tìm_mua mua_ở_đâu cho_hỏi ai_bán ai_có xin_hỏi cari"
    " dicari mau_beli beli_dimana ada_yang_jual suche wo_kann_ich kennt_jemand weiß_jemand busco compro dónde_comprar dónde_puedo"
    " alguien_sabe alguien_tiene arıyorum nereden almak_istiyorum alınır var_mı مطلوب أبحث ابحث أريد_شراء من_أين دنبال خریدارم"
    " کسی_داره procuro onde_comprar alguém_sabe alguém_tem 探しています 求む 買いたい どこで 教えて 구합니다 삽니다 구매하고_싶 어디서 아시는_분"
    " หาซื้อ รับซื้อ ใครมี ซื้อที่ไหน 蹲一个 蹲个 靠谱吗 稳吗 是不是骗子 值得吗",
    "NEWS": "raised complain complained reddit hacker_news rumor rumour warnung vorsicht achtung betrug* verbraucherzentrale warnt scam beware victims estafa* arnaque мошенни* осторожно lừa_đảo penipuan waspada dolandırıcı* احتيال تحذير کلاهبرداری هشدار golpe 詐欺 사기 มิจฉาชีพ 骗局 诈骗 谨防 警惕 公开信息 公开资料 anyone_advertising resold_for advertised_by public_price_list public_line-up official_line-up 据报道 报道 记者 调查 研究 论文 研究人员 报告 据悉 监管 起诉 公告称 investigators investigation researchers researcher reported report"
    " reportedly according_to study studies bulletin journalist journalists news article analysis quarterly fraud_desk law_enforcement"
    " arrested court police said says announced announces сообща* исследова* по_данным журналист* новост* эксперт* theo_báo"
    " nghiên_cứu báo_cáo cảnh_báo menurut laporan penelitian peneliti laut berichtet bericht ermittler studie forscher"
    " según investigador* informe estudio haberlere araştırma* rapor* göre وفقا تقرير دراسة باحث* محقق* طبق گزارش پژوهش* خبر"
    " segundo relatório pesquisa* によると 報告 調査 研究者 報じ 보도 조사 연구 보고서 에_따르면 기자 รายงาน นักวิจัย ข่าว ตามรายงาน"
    " 骗子帖 曝光 避坑 科普 分析 讲讲 盘点 评测 测评 复盘 案例 揭秘 揭露 warning_from subscribers_were",
    "DOCS": "requirements prerequisites before_you_start installation install npm pip export env readme changelog docker self-hosted"
    " self_hosted localhost config configuration .env setup quickstart getting_started documentation tutorial требовани*"
    " понадобится установк* настройк* cài_đặt yêu_cầu hướng_dẫn tài_liệu persyaratan instalasi panduan voraussetzungen"
    " anleitung einrichtung requisitos instalación configuración guía gereksinim* kurulum kılavuz متطلبات تثبيت نصب پیش‌نیاز* راهنما"
    " instalação guia インストール 必要なもの 設定方法 ドキュメント 설치 요구사항 설정 문서 ติดตั้ง คู่มือ 部署 自部署 自托管 自己部署 安装 前置条件 环境变量 教程"
    " 开源 open_source open-source mit_licensed github_stars 依赖 dockerfile compose lập_trình",
    "OFFICIALTABLE": "官方定价 官方价格表 官方报价 bảng_giá_api_gốc официальные_цены harga_resmi_api"
    " offizielle_preise precios_oficiales resmi_fiyatlar أسعار_رسمية 公式料金 공식_요금 ราคาอย่างเป็นทางการ 刊例",
    "EXPERIENCE": "i've_used been_using i've_been i_topped my_balance charged_me they_charged in_my_experience i_tried i_tested disappointed 我充了 我试了 个人体验 亲测 体验下来 客服不理 跑路 用下来 already_pay already_paying ya_pagás ya_pagas schon_zahlst sudah_bayar 我自己 我买 我花 买了 充了 上个月我 i_pay i_paid i_bought i_use my_plan"
    " я_плачу я_купил мой_аккаунт tôi_mua tôi_dùng mình_mua mình_dùng saya_beli saya_pakai ich_zahle ich_nutze"
    " compré mi_cuenta kullanıyorum aldım اشتريت أستخدم خریدم استفاده_می‌کنم comprei eu_uso 使っています 買いました"
    " 쓰고_있 샀는데 사용중 ผมซื้อ ผมใช้ 踩坑 被骗 翻车",
    "UNRELATED": "spotify hbo prime_video duolingo nordvpn expressvpn surfshark adobe capcut crunchyroll iptv xbox psn roblox figma linkedin tinder microsoft_365 office_365 game_pass youtube disney+ apple_music outlook hotmail 邮箱 微软邮箱 飞机号 tg号 telegram号 telegram老号 ip代理 独享ip 住宅ip 静态ip 动态ip 代理ip 家宽ip vpn 机场 梯子"
    " vps 服务器 tiktok 抖音 小红书 facebook instagram twitter推特 推特号 discord号 游戏 steam netflix 奈飞 spotify youtube_premium"
    " 油管 disney apple_id apple_ids appleid apple_id号 苹果id 苹果账号 苹果账户 美区id 港区id 日区id 土区id 外区id 国外id icloud gmail号 谷歌邮箱号 谷歌号 谷歌老号 canva office windows激活 激活码 proxy proxies socks5 прокси"
    " residential_proxy esim sim卡 手机卡 流量卡 visa卡 域名 mailbox mailboxes почты почта аренда_vps 微信号 qq号 支付宝 礼品卡",
}

BESIDE = {
    "AIACCOUNT": "ai_account ai_accounts ai_acc ai_accs ai账号 ai帐号 ai成品号 ai账户 ai号 аккаунт*_ии ии-аккаунт* tài_khoản_ai akun_ai"
    " ki-konto ki-konten cuentas_de_ia cuenta_de_ia contas_de_ia yapay_zeka_hesab* حسابات_ذكاء aiアカウント ai계정 ai_계정 บัญชี_ai",
    "OPENCARD": "开卡",
    "BIN": "bin 卡头 卡段",
    "EXTRA": "定金 订金 押金 补差价 补差 差价 补价 补款 尾款 补拍 补邮 price_difference down_payment security_deposit deposit_only"
    " deposit_link доплата предоплата задаток tiền_cọc đặt_cọc uang_muka selisih_harga anzahlung preisdifferenz diferencia_de_precio"
    " kapora fiyat_farkı 差額 手付金 차액 보증금",
    "APPLEID": "apple_id apple_ids appleid apple_id号 苹果id 苹果账号 苹果账户 美区id 港区id 日区id 土区id 外区id 国外id",
    "ASIDE": "无需虚拟卡 不用虚拟卡 不需要虚拟卡 免虚拟卡 虚拟卡支付 虚拟卡付款 虚拟卡充值 虚拟卡订阅 without_virtual_card no_virtual_card"
    " 免押金 无押金 零押金 不收押金 免定金 无定金 赚差价 吃差价 无差价 零差价 没差价 不补差价 无需补差价 退差价"
    " 苹果id充值 苹果id代充 苹果id直充 苹果id订阅 美区id充值 美区id代充 美区id直充 美区id订阅 送苹果id 送美区id 赠苹果id 赠美区id 附苹果id",
}
"""Goods beside the market's own: packs of nobody's accounts, parts of a price, other trades' accounts; and words
that name one of them only to say that it is not what is sold (`ASIDE`)."""
