"""Words that say what a number beside them is: classes that the grammar and the role rules read."""

from __future__ import annotations

GRAMMAR = {
    "MULT": "group_ratio group_ratios model_ratio billing_ratio channel_ratio rate_ratio 实际是 实际为 现为 коэф коэф. коэфф коэфф. коэф-т кф множ. 배수 faktor faktörü factor fattore фактор множник* коефіцієнт* mnożnik* moltiplicatore multiplicateur facteur kat katsayı* katsayısı factor_de गुणक hệ_số_nhân hs kali_lipat 倍率系数 系数 计费倍率 倍率 实际倍率 综合倍率 调用倍率 倍数 multiplier multipliers коэффициент* множител* hệ_số 배율 multiplikator multiplicador çarpan*"
    " ضریب معامل 倍 rate_multiplier จำนวนเท่า เท่า 分组倍率 费率",
    "GROUP": "grubu grubunda grubun gruplar gruppo gruppi groupe groupes група групи групою групі grupa grupy पूल समूह พูล กลุ่มโมเดล نموذج_المجموعة المجموعة گروه‌ها 群组 模型组 nhóm_kênh kênh jalur cabang pool: 그룹별 分组 组 号池 池 渠道 通道 线路 group groups channel channels pool pools групп* пул канал* nhóm gruppe grupo"
    " 그룹 グループ grup گروه مجموعة กลุ่ม 池子 档 专线",
    "FROM": "起 低至 最低 低到 from starting starting_at starts_at as_low_as от chỉ_từ từ mulai ab desde a_partir_de から"
    " 부터 เริ่มต้น başlayan itibaren ابتداء_من تبدأ_من از 起售 起步 只从 最低只要 mulai_dari nur_ab из_расчёта_от down_to"
    " начиная_от 최저 最安 เริ่ม شروع_از -dan -den dan_başlayan",
    "UPTO": "up_to 最高 高达 до lên_đến lên_tới tới hingga sampai bis_zu hasta até 최대 最大 สูงสุด varan kadar تا حتى"
    " يصل_إلى 最多 最高可享 多达 до_минус",
    "LIMIT": "以内 不超 不超过 within at_most не_больше 内 封顶 以下 基本不超 不会超过 不高于 tối_đa",
    "APPROX": "约 大约 大概 差不多 左右 ≈ ~ about approx approximately around roughly примерно около khoảng sekitar ca"
    " circa etwa ungefähr unos alrededor aprox aproximadamente yaklaşık حدود حوالي تقریبا تقريبا 約 약 ประมาณ cerca_de",
    "CHANGE": "恢复为 调为 改回 回调至 回调到 调回 降为 升为 涨为 上调为 下调为 改 升至 升到 上涨至 上涨到 增至 下降至 维持 保持 调低到 调低至 调高到 调高至 调低 调高 上调 下调 → -> => ➔ ➜ ➡ —> --> 改为 改到 改成 调到 调至 下调至 下调到 上调至 上调到 降到 降至 降为 涨到 涨至 变为"
    " 调整为 调整到 跟着降到 提到 提至 给到 换成 now_at now сейчас теперь jetzt ahora ahora_a şimdi 变更为 更改为 涨回"
    " 调成 恢复到 恢复至 下降到 提升至 เหลือ で現在 xuống_còn còn_lại_chỉ",
    "WAS": "було było au_lieu_de invece_di anziché 通常 定価 قیمت_قبلی قبلا จาก ราคาเดิม 原 旧 was önceki öncesi 由 从 раньше было vorher antes trước sebelumnya eski قبل 以前 기존 statt anstatt instead_of вместо"
    " 原先 previously 原为 此前 以前は thay_vì de_antes yerine แทน بدلا_من به_جای à_la_place",
    "OFF": "más_barata más_baratas mais_barata mais_baratas moins_chère moins_cher moins_chers meno_caro più_economico goedkoper ниже нижче знижк* дешевше taniej poniżej sotto meno abaixo abaixo_do en_dessous au-dessous moins_cher altında di_bawah dưới thấp_hơn أقل_من زیر_قیمت छूट छूट_पर 下回る 낮은 아래 저렴한 ต่ำกว่า минус nachlass rebate rebaja sconto réduction zniżki korting скидос 引き 引 off discount discounts discounted 折扣 优惠 便宜 below under cheaper less_than less 降低 скидка скидки скидкой скидку дешевле ниже"
    " giảm rẻ_hơn rẻ diskon lebih_murah hemat rabatt günstiger unter descuento dto menos más_barato de_descuento indirim"
    " indirimli ucuz daha_ucuz desconto mais_barato خصم تخفیف ارزان_تر ارزان‌تر تخفيض أرخص 割引 オフ 引き 安い 할인"
    " 저렴 ลด ถูกกว่า ส่วนลด 立减 直降 省 节省 save saves saving cheaper_than экономия 减 安く düşük",
    "OF": "of des der vom dari del da do de_la の 의 ของ от من از 的",
    "EACHOF": "for_each for_every per_each per_every on_each on_every 당 あたり ต่อ par per dla za_każdego برای_هر به_ازای_هر ازای_هر por_cada за_каждый mỗi_1 для_каждого für_jeden لكل_دولار_من 跑 / per 每 за por para pro je mỗi một_lần tiap لكل در هر 毎 every a",
    "EQUALS": "就是 即是 相当于 顶 buys bekommst_du recibirás recibís recebe receberá te_damos ricevi otteni reçois recevez vous_recevez otrzymasz otrzymujesz dostajesz hesabına geçer alırsın yüklenir nhận_về có_ngay dapet jadi menjadi зачисл* начисл* отримаєш отримуєте дає даёт получите دریافت می‌گیرید تحصل_على يصبح もらえる になる 지급 드립니다 ได้ ได้รับ मिलेगा credits_you will_be_credited 即得 实得 秒到 变成 được nhận nhận_được dapat получа* get gets_you erhältst bekommst recibes receba ganhas al gets واحصل تحصل 받 적립 チャージで 付与 换 兑 兑换 换得 获得 得 到账 等于 = 当 可得 抵 可换 equals gets = buys 等同 对应 == 等价于",
    "EFFGROUP": "实际 实际倍率 实付 折合 折算 综合倍率 effective real_multiplier фактическ*",
    "EFF": "合 折合 折算 约合 实际 实际倍率 实付 等于 相当于 摊 摊下来 到手 effective 综合 相当 折算后 算下来"
    " 综合成本 实际价格 фактическ* итого_за",
}

ROLES = {
    "ASK": "my_fee_is our_fee_is my_fee our_fee fee_is my_cut_is 费用 学费 上车费 хочу прошу отдам_за отдаю_за віддам_за продам_за asking asking_for pido peço chiedo demande_juste verlange 开价 💰 💵 💴 💶 🏷 🏷️ 售价 价格 现价 特价 单价 优惠价 卖价 零售价 价 仅 只要 只需 仅需 price prices priced price: цена цены стоимость прайс"
    " giá giá_bán harga preis preise precio precios fiyat fiyatı preço preços سعر السعر بسعر قیمت 価格 値段 가격 ราคา"
    " only just nur solo sólo apenas sadece chỉ hanya только всего فقط costs cost_you kostet cuesta custa 卖 出价 报价"
    " 一口价 会员价 拼团价 now_only تكلفة 판매가 販売価格 特價 活动价 秒杀价",
    "REF": "rrp srp устарев* прайса_google прайс прайсу офіційн* oficjaln* ufficial* listino prix_officiel officiel officielle catalogue_price preço_de_tabela cennik harga_asli_resmi resmî gerçek_fiyat سعر_رسمي قیمت_اصلی 正規料金 正規価格 정가의 ราคาเต็มปก आधिकारिक прайса giá_cũ eski_fiyat önceki_fiyat precio_anterior старая_цена harga_lama alter_preis old_price 旧价 السعر_القديم قیمت_قبل preço_antigo 旧価格 이전가 ราคาเดิม charges 官网 官方价 官网价 官价 原价 市场价 刊例价 official_price official_rate retail retail_price list_price list"
    " listed msrp official giá_gốc giá_niêm_yết harga_asli harga_normal normal harga_resmi uvp precio_oficial oficial"
    " precio_normal resmi resmi_fiyat liste_fiyatı السعر_الرسمي الرسمي رسمي قیمت_اصلی قیمت_رسمی 定価 公式 公式価格 元価格 정가"
    " 공식가 ราคาปกติ ราคาเต็ม ราคาทางการ originalpreis* listenpreis* offiziell* официальн* оригинал* офиц* 官方 官方原价"
    " original originally regular_price прайс-лист* preço_oficial preço_normal regulär* parité 공식 ทางการ giá_hãng"
    " giá_chính_hãng chính_hãng 订阅价 official_api provider's",
    "COST": "损失 亏了 烧了 烧掉 用掉 白烧 盗刷了 成本 成本价 代理价 代理成本价 进价 进货 进货价 拿货价 收购价 收购 회수 себестоимость costs_me cost_me we_pay i_pay"
    " i_paid 进了 花了 收货价 对接价 供货价 分销价 เรซเซลเลอร์ agent_price reseller_price wholesale_cost đại_lý giá_ctv"
    " purchase_cost 采购 回收 收 退 buy-back buyback 返佣 佣金 commission komisi hoa_hồng комисси* 罚款 押金 保证金 deposit"
    " залог đặt_cọc الضمان_المالي 赔付 押 手续费 fee fees комиссия_сети gas 省下 少花 saving_of 单号成本",
    "STOCK": "stars star forks downloads 浏览 想要 收藏 缺 还缺 库存 剩余 剩 余 现存 存货 stock in_stock qty quantity наличи* осталось в_наличии còn còn_hàng tồn_kho kho sisa stok"
    " bestand vorrätig verfügbar disponibles quedan restantes kalan adet_kaldı الكمية المتبقي متوفر موجودی 在庫 残り 재고"
    " 남은 수량 คงเหลือ สต็อก เหลือ 📦 销量 已售 人付款 人想要 人已买 人购买 人已购 人收藏 人看过 人已拍 sold sales продано продаж  đã_bán terjual vendidos satıldı 件在库",
    "SOLDOUT": "已停 已停用 已下线 停了 关了 维护中 挂维护 暂停中 已关 停用中 зараз_немає немає_в_наявності wyprzedane niedostępn* esaurit* rupture épuisé tạm_hết tạm_tắt hết_slot tạm_khóa tidak_tersedia bakımda stokta_yok غير_متوفر تمام_شد موجود_نیست 売切 完売 停止中 품절입니다 마감 สินค้าหมด закончил* распродан* временно_нет отключ* на_обслуживании offline_now unavailable not_available no_stock sold-out out-of-stock 补货中 已关停 已停 下线 停用 暂停服务 暂关 维护中 已关闭 卖完 缺货 售罄 售空 无货 没货 sold_out out_of_stock нет_в_наличии hết_hàng habis ausverkauft agotado tükendi"
    " esgotado نفدت نفذت ناموجود 品切れ 売り切れ 품절 หมด 暂无 已抢光 发光 已下架 下架",
    "WARRANTY": "охрана замена заміна гаранті* gwarancj* garanzia replacement_window thay_thế ganti_baru değişim yenisi استبدال تعویض 交換対応 교환 เคลม वारंटी गारंटी अगर_बंद reembolso rimborso remboursé zwrot 售后期 保活 保登 首登 只保首登 内包换 内包赔 包赔 无理由 包退 内退 money_back money-back 质保 保修 包售后 质保期 售后 保障 包换 包补 warranty warranty_d guarantee guaranteed guarantee: гаранти* bảo_hành"
    " bh bảo_đảm garansi garantie garantía garanti garantia ضمان گارانتی ضمانت 保証 보증 ประกัน replacement refund_within"
    " 质保时间 保用 包 保 bh:",
    "THRESHOLD": "量过 用量过 跑量 日跑 月跑 日耗 日消耗 月耗 月消耗 消耗超过 量超过 min_order minimum_order nạp_từ nạp_tối_thiểu co_najmniej at_least mindestens al_menos pelo_menos au_moins almeno не_менее не_менш ít_nhất setidaknya en_az mínima mínimas mínimos minima minime mindestaufladung mindesteinzahlung minimalna minimalne minimaal trên свыше más_de mais_de plus_de più_di mehr_als powyżej di_atas أكثر_من بیش_از минимальн* від мін мінімум мінімальн* minimal* minimo minimalnie minimum: dari_minimal tối_thiểu: en_düşük alt_limit 最低充值额 最少充值 単位から 最低チャージ 최소 최소충전 ขั้นต่ำ: over_the more_than_$ ≥ >rp ab_mindestens 满 起充 最低充值 起购 起订 起批 min minimum минимум мин minimal mindest* mínimo tối_thiểu asgari en_az"
    " 超过 高于 低于 每满 大于 最少 最少充 单笔 over_$ 以上 및_이상 이상 ขั้นต่ำ حد_أدنى الحد_الأدنى حداقل 最小 起付 条起 个起"
    " 至少 不低于 more_than at_least больше_чем заказ_от max_order",
    "BONUS": "extra_credit extra_credits extra_balance дарим даруємо дарують дарят regalamos damos offriamo_gratis 送 赠 返 返利 奖励 赠送 补贴 多送 加赠 bonus gift gifted reward rewards бонус* подар* tặng thưởng bonus: regalo hediye"
    " هدیه هدية مكافأة プレゼント ボーナス 증정 보너스 แถม โบนัส 返还 返现 白送 额外 立减券 补偿 红包 再送 奖 dibonusin"
    " подарок brinde geschenk* guthaben_geschenk cashback кэшбэк",
    "REFERRAL": "邀请 拉新 推荐 邀请奖励 推广 好友 带来 拉好友 拉人 aff 邀 referral refer referrals invite_friends invite_a_friend"
    " invited реферал* пригласи* giới_thiệu mời_bạn teman freunde_werben refiere invita davet et referans دعوت إحالة ادع"
    " 友達 紹介 친구 추천 แนะนำเพื่อน ชวนเพื่อน 带一位 下线 返佣 提成 recruiter refer_a_friend indique convide 每带",
    "COUPON": "全站 全场 持续 周年庆 双十一 双11 国庆 中秋 春节 元旦 活动期间 周末 今日 今晚 weekend today_only this_week_only flash_sale black_friday 首充 首单 首次充值 首次 首购 新客 新人 优惠券 优惠码 优惠卷 折扣码 折扣券 券 券码 限时 永久 续费 叠 满减 coupon coupons"
    " promo promo_code promocode code voucher first_top-up first_topup first_order first_purchase first_deposit first_recharge"
    " top-ups renewal renewals промокод* купон* перв* продлени* mã_giảm_giá mã_giảm mã lần_đầu nạp_lần_đầu đơn_đầu"
    " gia_hạn kupon kode_promo kode pertama perpanjang* gutschein* gutscheincode ersten erste erstaufladung code_"
    " verlängerung* cupón código primera primer renovación renovar kupon_kodu kodu kod ilk yenileme* كوبون كود أول تجديد"
    " کد_تخفیف کد اولین تمدید クーポン 初回 コード 更新 쿠폰 코드 첫 갱신 연장 คูปอง โค้ด ครั้งแรก ต่ออายุ cupom primeira"
    " primeiro renovação 会员日 老用户 老客 回馈 双倍 充值永久 用码 输码",
    "TOPRATE": "新充 充值汇率 充值比例 充值 汇率 兑换比例 top-up_rate topup_rate exchange_rate recharge_rate курс tỷ_giá kurs nilai_tukar wechselkurs tasa 환율 レート",
    "TOPUP": "deposit deposits first_deposit deposit_bonus пополнени* 首充 首次充值 充值永久 充值 first_top-up first_topup first_deposit first_recharge top-ups nạp_lần_đầu erstaufladung",
    "FREE": "不收费 to_try to_try_it to_test to_test_it to_start to_start_with to_get_started to_play_with на_пробу на_тест para_probar para_testar pour_tester pour_essayer zum_testen zum_ausprobieren per_provare denemek_için untuk_coba untuk_mencoba na_próbę للتجربة برای_تست 試用 お試し用 체험용 offert offerts offerte offerti omaggio безкоштовн* darmow* za_darmo मुफ्त फ्री test_balance trial_balance ücretsiz_deneme 進呈 무료로 免费 公益 白嫖 免充值 不收钱 免费额度 试用 体验 体验额度 试用额度 免费名额 free free_trial trial бесплатн* пробн* тест"
    " тестов* miễn_phí dùng_thử gratis uji_coba coba_gratis kostenlos* gratuit* testguthaben probeguthaben prueba prueba_gratis"
    " ücretsiz bedava deneme grátis teste مجاني مجانا مجانية تجربة رایگان تست 無料 お試し 무료 체험 ฟรี ทดลอง 注册送 登录送"
    " 签到 新用户送 注册即送 testguthaben free_credit free_credits",
    "EXPECT": "会调到 会调整到 会升到 会降到 会改成 将改为 将升至 将下调至 将上调至 将调到 将调为 拟调整 拟上调 要涨到 要涨 会涨到 得涨到 准备涨 要降到 涨价到 之后恢复 后恢复 之后涨 后涨到 后调回 后恢复原价 fällt_weg wird_auf will_go_up going_up will_increase goes_up_to поднимем вырастет повысим підніме* підніметься sẽ_tăng sẽ_lên akan_naik naik_jadi subirá pasará_a vai_subir zamlanacak olacak aumenterà passera_à wzrośnie 値上げ予定 오를 인상_예정 จะขึ้น سيرتفع خواهد_شد 大概率 或将 预告 будет_по 后天 月底 下月 下周起 即将 将调 将涨 将恢复 将于 明天 明日 计划 打算 预告 planned 估计 预计 预估 可能 将会 马上要 下周 下个月 明天起 之后会 expected will_rise will_be soon ожида* скоро_будет sắp dự_kiến"
    " akan voraussichtlich próximamente yakında قريبا به_زودی 予定 예정 คาดว่า 恐怕 迟早 后续 might could_go 回到",
    "RECHARGE": "充值 充值比例 充值汇率 兑换比例 汇率 比例 充值折算 1r recharge top_up top-up topup exchange_rate rate курс пополнени*"
    " nạp tỷ_giá tỉ_giá tỷ_lệ kurs nilai_tukar wechselkurs aufladen aufladung tasa recarga recargas yükleme شحن سعر_الصرف"
    " شارژ نرخ チャージ レート 충전 환율 เติม เติมเงิน อัตรา 充 自助充值 换算 充值按 付款",
    "VERSIONISH": "v version версия versión sürüm gpu rtx ubuntu python node node.js cpu http https"
    " error 错误 报错 code状态 v2 s3 sla 命中率 命中 缓存命中 缓存率 成功率 可用率 延迟 cache_hit uptime 在线率 分 评分 rating points"
    " 满意度 кеш кэш аптайм hit_rate latency 퍼센트가동률 稼働率 tier uptime: rate_limit 优先级 第 step phase phiên_bản",
    "ALLMODELS": "alle_großen_modelle alle_modelle all_major_models all_models 全模型 常用模型 全部模型 所有模型 全系 全模型 各模型 全系列 all_models every_model все_модели mọi_model tất_cả_model semua_model alle_modelle todos_los_modelos 全モデル 모든_모델",
    "FACEWORD": "limit limits grant grants usage_limit credit_limit лимит* 赠金 限额 额度卡",
    "UNLIMITED": "no_quota no_limit no_limits unlimited without_limits без_лимит* безлимит* không_giới_hạn tanpa_batas unbegrenzt ilimitad* sınırsız 不限量 不限次 无限",
    "RESPECT": "分别 分别为 分别是 respectively соответственно lần_lượt masing-masing jeweils respectivamente sırasıyla それぞれ 각각",
    "BACK": "back zurück обратно назад 回来",
    "RATIO": "比",
    "CHARITY": "不收费 公益 公益站 不收钱 完全免费 non-profit nonprofit некоммерческ* phi_lợi_nhuận gemeinnützig* nirlaba",
    "CONTACT": "qq q群 qq群 群 加群 进群 企鹅群 扣扣 微信 vx wx v信 薇 卫星 威信 微 电话 手机号 tel phone whatsapp wa telegram tg zalo line kakao 客服qq 飞机 id uid 备注 群号 wechat 카톡 тг телеграм телефон hotline sđt",
    "NOTRATE": "多扣 多扣的 多收 多收的 少扣 默认倍率 modelratio completionratio 写入 缓存读取 缓存写入 缓存读 缓存写 缓存倍率 补全倍率 输出倍率 cache_read cache_write cache_reads cache_writes cached 提示缓存 batch_api batch 批量 周额度 速度 更快 faster more_usage usage_limit 用量 倍速 倍率说明 缩放 放大 赔十 像素 倍额度 限额",
    "BULK": "bulk wholesale grosir por_mayor mayorista 批发 批发价 拿货 оптом опт giá_sỉ toptan atacado if_you_buy 以上 个以上 老客 老客户 老用户 回头客 起批 reseller_price",
    "SAVING": "save saves saving 省 立减 再减 减 省下 hemat экономия ahorra ahorras spare spart tiết_kiệm économisez risparmi tasarruf",
    "LIFESPAN": "life lifetime lifespan life_span lives lasts survives держится живет живёт живут 存活 寿命 能活 活 sống_được bertahan hält dura duran dayanır",
    "RIVAL": "隔壁 人家 别的站 其它站 其他站 другие_берут у_других inni gdzie_indziej altrove ailleurs anderswo en_otros em_outros di_tempat_lain chỗ_khác nơi_khác başka_yerde başkaları 他店 他社 타사 다른_곳 ที่อื่น في_أماكن_أخرى جای_دیگر 不提供 不做 不卖 我们没有 we_don't_offer 比如 例如 假设 举例 例子 举个例子 for_example e.g. say_you например ví_dụ misalnya zum_beispiel por_ejemplo örneğin مثلا 例えば 예를_들어 เช่น 某家 比某家 别家 比别家 其他家 别人家 同行 elsewhere competitors others_charge конкурент*",
    "TOTAL": "in_total total insgesamt no_total en_total au_total in_totale w_sumie łącznie razem toplam toplamda tổng tổng_cộng totalnya รวม รวมเป็น 전체 총 合计 一共 总共 共 全部 total_of всего усього загалом в_сумме итого الإجمالي المجموع مجموعا جمعا 合計 全部で altogether we_are we'll_be of_us нас",
    "ATMOST": "max maks max. máx máx. макс maximum tối_đa maximal maksimal",
    "STILLFREE": "left open free available libres libre livres livre disponibles disponible disponíveis disponível restantes restante frei freie übrig свободно свободных свободные осталось вільних вільні лишилось wolne wolnych kosong sisa còn trống boş kaldı liberi libero rimasti 남음 空き",
    "CODE": "对接码 对接號 货源码 邀请码 推荐码 代理码 链接码",
}

OFFICIAL = frozenset(
    {
        "官方",
        "官网",
        "official",
        "chính hãng",
        "resmi",
        "oficial",
        "offiziell",
        "официальн",
        "公式",
        "공식",
        "رسمي",
        "رسمی",
        "original",
        "normal",
    }
)
"""Words that call a good official as well as a price."""

AND_OR = frozenset(
    ["或", "和", "and", "or", "и", "или", "và", "hoặc", "dan", "atau", "und", "oder", "y", "o"]
)
"""Words that join two names or two numbers of one list."""
