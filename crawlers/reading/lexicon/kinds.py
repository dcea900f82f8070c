"""Words that say what is sold, how, and whether anything is sold at all."""

from __future__ import annotations

KINDS = {
    "DATASET": "思维链 训练数据 微调数据 sft sft_数据 全量请求 全量日志 整库 日志包 项目级会话 客服对话 会话包 usage_logs gateway_logs request_logs api_logs 推理日志 调用日志 聊天日志 使用日志 对话记录 聊天记录 完整对话 логи_сессий сессий_логи conversation_data agent_trajectories reasoning_logs log_percakapan registros_de_chat dane_rozmów protokolle_von_gesprächen journaux_de_conversation chat_transcripts pairwise_preferences judge_data preferences 偏好对 评判对 轨迹 pairs judged_pairs preference_data preference_pairs dpo rlhf 对话语料 tool_traces 会话日志 对话日志 对话数据 会话数据 蒸馏数据 蒸馏语料 语料 数据集 推理链 推理轨迹 transcripts traces dataset datasets"
    " conversation_logs chat_logs conversations distillation_data reasoning_traces датасет* логи_диалог* диалоги логи"
    " трейсы bộ_dữ_liệu dữ_liệu_hội_thoại log_hội_thoại data_percakapan dataset_percakapan datensatz gesprächsprotokoll*"
    " conversaciones registros_de_conversaci* veri_seti konuşma_kayıt* بيانات_محادثات سجلات_محادثات مجموعة_بيانات دیتاست"
    " لاگ_مکالمات conjunto_de_dados logs_de_conversas 会話ログ データセット 대화_로그 데이터셋 대화로그 ชุดข้อมูล"
    " บทสนทนา qa对 问答对 sft数据 日志数据 请求日志 原始日志 数据包 trajectories prompts_and_completions",
    "SERVICE": "номера_под номера_для_активации номера_для_регистрации номера_для_смс one_time_code one_time_codes one-time_code one-time_codes otp_code otp_codes otp_numbers sms_numbers virtual_numbers virtual_number usa_numbers us_numbers uk_numbers eu_numbers number_rental number_rent sms_for numbers_for non-voip 申诉信 链接提取 提取链接 guest_pass 组织认证 组织验证 组织代过 id_check id_checks id/selfie persona/id face_verification liveness_check refund_method refund_guide unban_service appeal_letter appeal_service org_verification persona_代过 persona认证 persona_verification 电话号码认证 番号认証 電話番号認証 退款教学 退款教程 退款套利 退款套利教程 退款模板 接🐎 接🐴 接🦆 接ma 接马 возвраты_за вернём_деньги рефанд* повернення_коштів вериф* верифікац* verifikation verifica_telefonica vérif vérification 代退 退款代操作 refund_help hoàn_tiền_hộ jasa_refund 代过 接码 过kyc kyc 代过kyc 实名 代认证 退款自助 自助退款 代退款 退款代办 退款服务 refund_service sms_code sms_codes"
    " sms_verification sms смс смс-активаци* прием_смс приём_смс kyc_verification kyc_pass verify_service thuê_sim"
    " thuê_số nhận_otp otp 수신 문자인증 인증대행 sms認証 本人確認 認証代行 verifikasi_otp jasa_verifikasi sms-verifizierung"
    " verifizierung verificación_sms verificacion sms_onay onay_kodu تفعيل_رقم أرقام تفعيل_الأرقام شماره_مجازی verificação"
    " ยืนยันตัวตน รับ_otp 邀请名额 邀请刷新 代验证 提链 提取链接 代绑卡 绑卡 代付 解封 申诉 代申诉 refunds refund_trick"
    " 虚拟卡 虚拟信用卡 虚拟visa 虚拟万事达 虚拟卡段 开卡费 开卡服务 代开卡 自助开卡 virtual_card virtual_cards virtual_credit_card vcc"
    " virtual_visa виртуальн* thẻ_ảo kartu_virtual virtuelle_karte* tarjeta_virtual sanal_kart cartão_virtual بطاقة_افتراضية کارت_مجازی"
    " バーチャルカード 가상카드 บัตรเสมือน"
    " doing_refunds chargeback_service 手机验证 过手机 过验证 学生认证 教育认证 代认证 sheerid 接短信 无限接码 刷邀请 邀请刷",
    "APIKEY": "api_key api_keys apikey apikeys api-key api-ключ* ключ ключи ключей key有余额 key keys kunci_api clave_api chave_api"
    " api_anahtarı مفتاح_api مفاتيح کلید_api apiキー api키 คีย์ api密钥 密钥 裸key 官key 官方key 原生key khóa_api schlüssel",
    "CREDIT": "体验档 体验卡 体验券 体验包 额度 余额 额度卡 余额卡 卡密 兑换码 充值卡 充值码 cdk 代金券 点卡 体验券 credit credits cr quota usage worth balance баланс* кредит* số_dư"
    " credit: saldo kredit guthaben crédito créditos bakiye رصيد اعتبار クレジット 残高 크레딧 잔액 เครดิต 中转额度 redeem_code"
    " redeem gift_code voucher_code 面值 积分 充值余额 api_credit",
    "ACCOUNT": "官方直充 官方代充 官方充值 成品号 成品 账号 帐号 现成号 普号 白号 代充 直充 代开 秒冲 秒充 帮充 会员 号 独享号 老号 新号 满月号 日抛 周抛 速刷 速刷号 续费"
    " 升级 代升级 充值自己号 自己的号 正规秒冲 官方订阅 订阅 個人帳號 account accounts acc accs akun аккаунт* учетн* подписк* tài_khoản"
    " nâng_cấp nâng langganan konto konten abo abonnement abonnements account-upgrade cuenta cuentas suscripci* hesap hesabı"
    " hesaplar* üyelik* abonelik* حساب حسابات اشتراك اشتراكات اکانت اشتراک conta contas assinatura* アカウント 垢 サブスク 계정"
    " 구독 บัญชี แอค ไอดี สมัครสมาชิก upgrade upgrades login logins membership subscription subscriptions premium gói acc_riêng"
    " 母号 网页号 号子 官号 代订 代购 代開 代充值 直冲 充值服务 license licence lisans",
    "SUBSCRIPTION": "pass passes plan plans 套餐 包月 包周 月卡 周卡 天卡 日卡 订阅套餐 coding_plan 编程套餐 gói_thuê_bao gói_tháng plan_mensual coding_plans"
    " 流量包 premium_plans monthly_plan 月套餐 包天 年卡 季卡 会员分组 会员月卡 тариф* paket",
    "SHARED": "spot_has_come_free spot_has_opened spot_is_free spot_opened_up spot_came_free a_few_of_us splitting_my split_my invite_to_family family_invite family_slot family_plan_invite join_family family_seat 家庭组邀请 邀请进组 家庭邀请 一个位 一个位置 一个坑位 坑位 家庭组 家庭组一个车位 family_group slot_family nhóm_gia_đình семейн* 자리 대여 1주_대여 workspace_자리 周租 日租 天租 租赁 合买 均摊 平摊 平分 一起摊 спільн* оренд* спільний współdziel* wspóln* wynajem wynajm* miejsce_w_grupie condivis* condivid* partag* place_dans colocation affitto noleggio dividid* divisão dividir split_between chia_đều chia_sẻ chung_acc bagi_akun patungan_akun साझा शेयर multi_user ortak_hesap ortaklaşa مشاركة مشترك_بين اشتراكي نفره هم‌خانه geteiltes_konto mitbenutz* aufgeteilt_auf vaga_em cupo_en lugar lugares cupones_de シェアアカウント 쉐어 공유계정 แชร์จอ จอหาร 子号 asiento asientos vaga vagas cupo cupos plaza plazas аренд* 出租 租号 rent rental thuê_acc sewa alquiler kiralık اجاره إيجار miete aluguel レンタル 대여 เช่า 拼车 合租 车位 上车 合车 拼租 拼团 车队 车票 拼 共享 共享号 合用 shared share sharing shared_login shared_logins login_compartido pantalla_compartida seat seats carpool"
    " slot slots совместн* общий общ* место mesto chung dùng_chung ghép slot_chung share_acc patungan sharing_akun"
    " berbagi geteilt* sharing-account compartid* pantalla perfil ortak paylaşımlı مشترك مشترکة مشترک اشتراکی مشتركة"
    " 共有 シェア 相乗り 공유 파티 파티원 หาร แชร์ ร่วม 席位 子席位 compartilhad* split 分摊 众筹 五人车 名额位",
    "RELAY": "中转 中转站 接口 倍率 号池 分组 反代 逆向 中继 聚合 令牌 接口中转 api中转 relay relays api_relay proxy_api gateway reseller_api"
    " api релей прокси-api прокси-апи api-прокси апи шлюз cổng_api api_giá_rẻ trung_gian relai endpoint base_url baseurl"
    " zwischenhändler weiterleitung proxy-api reseller pasarela aracı وسيط واسط پروکسی 中継 中継api 中계 중계 리셀러"
    " 릴레이 โทเค็น按量 按量计费 按量 按次 模型接口 满血 缓存 直连 per_token pay-as-you-go pay_as_you_go 网关 路由 router openrouter"
    " openai兼容 兼容接口 转发",
}

BESIDE = {
    "UNRELATED": "وی‌پی‌ان فیلترشکن впн vpn 加速器 静态ip 住宅ip 家宽ip 家宽静态ip 原生ip 蓝v 蓝标 x_premium twitter_blue 小火箭 shadowrocket 节点订阅 macbook macbook_air ipad 键盘 显示器 罗技 鼠标 找室友 月租 租房 押一付一 office_chairs textbook textbooks 教材 二手书 rtx_3090 rtx_4090 rtx_5090 rtx gpu laptop thinkpad logitech keyboard 源码 源代码 建站 gmail_老号 gmail_新号 gmail批发 исходник* исходный_код source_code 谷歌voice google_voice gv号 course courses ebook e-book pdf prompt_pack prompts_pack prompt_engineer templates chatbot hiring handbook 教程合集 使用教程 课程 手册 电子书 提示词 模板 招聘 薪资 接单 代写 润色 工具箱 重置工具 脚本 插件 住宅代理 静态住宅 nitro курс_по курсы обучени* гайд khóa_học kursus kurs ebook_pdf curso cursos دورة كورس آموزش 講座 강의 คอร์ส macbook iphone ipad imac mac_mini 显卡 笔记本 手机壳 耳机 pixel spotify hbo prime_video duolingo nordvpn expressvpn surfshark adobe capcut crunchyroll iptv xbox psn roblox figma linkedin tinder microsoft_365 office_365 game_pass youtube disney+ apple_music outlook hotmail 邮箱 微软邮箱 飞机号 tg号 telegram号 telegram老号 ip代理 独享ip 住宅ip 静态ip 动态ip 代理ip 家宽ip vpn 机场 梯子"
    " vps 服务器 tiktok 抖音 小红书 facebook instagram twitter推特 推特号 discord号 游戏 steam netflix 奈飞 spotify youtube_premium"
    " 油管 disney apple_id apple_ids appleid apple_id号 苹果id 苹果账号 苹果账户 美区id 港区id 日区id 土区id 外区id 国外id icloud gmail号 谷歌邮箱号 谷歌号 谷歌老号 canva office windows激活 激活码 proxies socks5 прокси"
    " residential_proxy esim sim卡 手机卡 流量卡 visa卡 域名 mailbox mailboxes почты почта аренда_vps 微信号 qq号 支付宝 礼品卡",
    "AIACCOUNT": "ai_account ai_accounts ai_acc ai_accs ai账号 ai帐号 ai成品号 ai账户 ai号 аккаунт*_ии ии-аккаунт* tài_khoản_ai akun_ai"
    " ki-konto ki-konten cuentas_de_ia cuenta_de_ia contas_de_ia yapay_zeka_hesab* حسابات_ذكاء aiアカウント ai계정 ai_계정 บัญชี_ai",
    "PRIVATE": "private privat privado privada privati privato privé privée prywatn* личный личная личное личные індивідуальн* индивидуальн* ส่วนตัว เดี่ยว 独享 独立 独立号 独享号 个人号 自用号 özel kişisel kişiye_özel riêng acc_riêng chính_chủ pribadi privasi خاص خاصة شخصي شخصی اختصاصی 개인 단독 個人用 専用 निजी प्राइवेट einzeln eigener_account own_account",
    "OWNER": "母号 owner_account owner_accounts 管理员号 组长号 аккаунт_владельца cuenta_propietaria conta_proprietária compte_propriétaire",
    "COVERS": "支持 通用 全通 都能用 都可用 均可 适用 可用于 全部含 都含 全含 包含 models model: models: works_with usable_for covers доступ_к модели доступны доступні моделі modelos modèles modelle modelli dùng_cho mendukung destekler"
    " يدعم پشتیبانی_از 対応 対応モデル 지원 모델 รองรับ all_models",
    "LOT": "一包 一箱 everything 全部打包 all_of_them or_all за_всё за_все por_todo per_tutto za_wszystko the_lot for_the_lot 打包 整包 одним_лотом todo_el_lote cả_lô borongan",
    "LOGIN": "shared_login shared_logins login_compartido pantalla pantalla_compartida",
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
_BOXES = "邮箱 邮箱密码 邮箱账号 谷歌邮箱 gmail邮箱 微软邮箱 outlook邮箱 原邮箱 注册邮箱 临时邮箱 接码邮箱 老邮箱 新邮箱 邮箱权限 邮箱登录"
_GIVEN_WITH = "带 送 含 附 赠 配 附带 附赠 附送 赠送 自带 包含 连 连带 连同 自备 提供 换绑 可换 改 可改"
_WITH_MAIL = (
    "with_mailbox with_a_mailbox with_the_mailbox with_its_mailbox mailbox_included incl_mailbox including_mailbox includes_mailbox plus_mailbox mailbox_access"
    " с_почтой вместе_с_почтой почта_в_комплекте почта_в_подарок почта_входит доступ_к_почте доступом_к_почте родной_почтой"
)
BESIDE["ASIDE"] += f" {_WITH_MAIL} " + " ".join(
    lead + box for lead in _GIVEN_WITH.split() for box in _BOXES.split()
)
"""Goods beside the market's own: packs of nobody's accounts, parts of a price, other trades' accounts; and words
that name one of them only to say that it is not what is sold (`ASIDE`)."""
