"""The same ten things said in eighteen languages.

A row: rates, words (` / ` ends a line), and what is read, as in `offer_cases`."""

from __future__ import annotations

_SALES = """
 ~ Claude Max 20x shared by 4 people, $55/month each ~ subscription anthropic claude-max-20x 55USD seat_month - 1.1
CNY=6.8 ~ Claude Max 20x 四人车 375元/月 ~ subscription anthropic claude-max-20x 375CNY seat_month - 1.1029
RUB=72.5 ~ Claude Max 20x на 4 человек, место 3900 ₽/мес ~ subscription anthropic claude-max-20x 3900RUB seat_month - 1.0759
UAH=41 ~ Claude Max 20x на 4 людей, місце 2100 грн/міс ~ subscription anthropic claude-max-20x 2100UAH seat_month - 1.0244
VND=26250 ~ Claude Max 20x ghép 4 người, 1tr350/tháng/người ~ subscription anthropic claude-max-20x 1350000VND seat_month - 1.0286
IDR=17900 ~ Claude Max 20x patungan 4 orang Rp 950.000/bulan per orang ~ subscription anthropic claude-max-20x 950000IDR seat_month - 1.0615
EUR=0.87 ~ Claude Max 20x compartido entre 4 personas, 48 €/mes por persona ~ subscription anthropic claude-max-20x 48EUR seat_month - 1.1034
BRL=5.2 ~ Claude Max 20x dividido em 4 pessoas, R$ 270/mês cada ~ subscription anthropic claude-max-20x 270BRL seat_month - 1.0385
EUR=0.87 ~ Claude Max 20x, geteilt durch 4 Personen, 48 € pro Monat ~ subscription anthropic claude-max-20x 48EUR seat_month - 1.1034
EUR=0.87 ~ Claude Max 20x partagé à 4 personnes, 48 €/mois par personne ~ subscription anthropic claude-max-20x 48EUR seat_month - 1.1034
EUR=0.87 ~ Claude Max 20x condiviso tra 4 persone, 48 € al mese a testa ~ subscription anthropic claude-max-20x 48EUR seat_month - 1.1034
TRY=46 ~ Claude Max 20x 4 kişilik ortak hesap, kişi başı 2400 TL/ay ~ subscription anthropic claude-max-20x 2400TRY seat_month - 1.0435
EGP=51 ~ Claude Max 20x مشترك 4 أشخاص 2700 جنيه شهريا للشخص ~ subscription anthropic claude-max-20x 2700EGP seat_month - 1.0588
IRT=1400000 ~ Claude Max 20x اشتراکی ۴ نفره ماهانه ۷۰۰۰۰ هزار تومان ~ subscription anthropic claude-max-20x 70000000IRT seat_month - 1
JPY=150 ~ Claude Max 20x 4人シェア 1人 月7,800円 ~ subscription anthropic claude-max-20x 7800JPY seat_month - 1.04
KRW=1400 ~ Claude Max 20x 4인 파티 1인당 월 72,000원 ~ subscription anthropic claude-max-20x 72000KRW seat_month - 1.0286
THB=33 ~ Claude Max 20x หาร 4 คน เดือนละ 1,700 บาท ~ subscription anthropic claude-max-20x 1700THB seat_month - 1.0303
PLN=3.7 ~ Claude Max 20x dzielone na 4 osoby, 190 zł/mies. od osoby ~ subscription anthropic claude-max-20x 190PLN seat_month - 1.027
 ~ ChatGPT Plus shared account $3/month ~ subscription openai chatgpt-plus 3USD seat_month - -
CNY=6.8 ~ ChatGPT Plus 合租号 20元/月 ~ subscription openai chatgpt-plus 20CNY seat_month - -
RUB=72.5 ~ ChatGPT Plus общий аккаунт 250 ₽/мес ~ subscription openai chatgpt-plus 250RUB seat_month - -
UAH=41 ~ ChatGPT Plus спільний акаунт 140 грн/міс ~ subscription openai chatgpt-plus 140UAH seat_month - -
VND=26250 ~ ChatGPT Plus dùng chung 40k/tháng ~ subscription openai chatgpt-plus 40000VND seat_month - -
IDR=17900 ~ ChatGPT Plus sharing 25rb/bulan ~ subscription openai chatgpt-plus 25000IDR seat_month - -
EUR=0.87 ~ ChatGPT Plus cuenta compartida 3 €/mes ~ subscription openai chatgpt-plus 3EUR seat_month - -
BRL=5.2 ~ ChatGPT Plus conta compartilhada R$ 15/mês ~ subscription openai chatgpt-plus 15BRL seat_month - -
EUR=0.87 ~ ChatGPT Plus geteiltes Konto 3 €/Monat ~ subscription openai chatgpt-plus 3EUR seat_month - -
EUR=0.87 ~ ChatGPT Plus compte partagé 3 €/mois ~ subscription openai chatgpt-plus 3EUR seat_month - -
EUR=0.87 ~ ChatGPT Plus account condiviso 3 €/mese ~ subscription openai chatgpt-plus 3EUR seat_month - -
TRY=46 ~ ChatGPT Plus ortak hesap 120 TL/ay ~ subscription openai chatgpt-plus 120TRY seat_month - -
EGP=51 ~ ChatGPT Plus حساب مشترك 150 جنيه شهريا ~ subscription openai chatgpt-plus 150EGP seat_month - -
IRT=1400000 ~ ChatGPT Plus اشتراکی ماهانه ۲۵۰ هزار تومان ~ subscription openai chatgpt-plus 250000IRT seat_month - -
JPY=150 ~ ChatGPT Plus 共有アカウント 月額500円 ~ subscription openai chatgpt-plus 500JPY seat_month - -
KRW=1400 ~ ChatGPT Plus 공유계정 한달 4,000원 ~ subscription openai chatgpt-plus 4000KRW seat_month - -
THB=33 ~ ChatGPT Plus จอแชร์ 99 บาท/เดือน ~ subscription openai chatgpt-plus 99THB seat_month - -
PLN=3.7 ~ ChatGPT Plus konto współdzielone 12 zł/mies. ~ subscription openai chatgpt-plus 12PLN seat_month - -
 ~ Top-up: $1 = $5 site credit / Claude group x1.5 ~ relay anthropic - - - 1.5 0.3
CNY=6.8 ~ 充值 1元=2刀 / Claude 分组 1.5倍率 ~ relay anthropic - - - 1.5 0.1103
RUB=72.5 ~ Пополнение: 20 ₽ = 1 $ на балансе / Группа Claude ×1.5 ~ relay anthropic - - - 1.5 0.4138
UAH=41 ~ Поповнення: 10 грн = 1 $ балансу / Група Claude ×1.5 ~ relay anthropic - - - 1.5 0.3659
VND=26250 ~ Nạp 5.000đ được 1$ / Nhóm Claude x1.5 ~ relay anthropic - - - 1.5 0.2857
IDR=17900 ~ Top up Rp 5.000 = 1$ saldo / Grup Claude x1.5 ~ relay anthropic - - - 1.5 0.419
EUR=0.87 ~ Recarga: 1 € = 5 $ de saldo / Grupo Claude x1.5 ~ relay anthropic - - - 1.5 0.3448
BRL=5.2 ~ Recarga: R$ 1 = US$ 1 de saldo / Grupo Claude x1.5 ~ relay anthropic - - - 1.5 0.2885
EUR=0.87 ~ Aufladung: 1 € = 5 $ Guthaben / Gruppe Claude x1.5 ~ relay anthropic - - - 1.5 0.3448
EUR=0.87 ~ Recharge : 1 € = 5 $ de crédit / Groupe Claude x1.5 ~ relay anthropic - - - 1.5 0.3448
EUR=0.87 ~ Ricarica: 1 € = 5 $ di credito / Gruppo Claude x1.5 ~ relay anthropic - - - 1.5 0.3448
TRY=46 ~ Yükleme: 10 TL = 1 $ bakiye / Claude grubu x1.5 ~ relay anthropic - - - 1.5 0.3261
EGP=51 ~ الشحن: 10 جنيه = 1 دولار رصيد / مجموعة Claude x1.5 ~ relay anthropic - - - 1.5 0.2941
IRT=1400000 ~ شارژ: ۲۰ هزار تومان = ۱ دلار اعتبار / گروه Claude x1.5 ~ relay anthropic - - - 1.5 0.0214
JPY=150 ~ チャージ 50円 = 1ドル / Claudeグループ 1.5倍 ~ relay anthropic - - - 1.5 0.5
KRW=1400 ~ 충전 300원 = 1달러 / Claude 그룹 1.5배 ~ relay anthropic - - - 1.5 0.3214
THB=33 ~ เติม 10 บาท = 1 ดอลลาร์ / กลุ่ม Claude x1.5 ~ relay anthropic - - - 1.5 0.4545
PLN=3.7 ~ Doładowanie: 1 zł = 1 $ salda / Grupa Claude x1.5 ~ relay anthropic - - - 1.5 0.4054
 ~ Claude API relay at 30% of the official price, DM @lane_x ~ relay anthropic - - - - 0.3
CNY=6.8 ~ Claude 中转 官方价的30%，加v abc ~ relay anthropic - - - - 0.3
RUB=72.5 ~ Claude API за 30% от официальной цены, пишите @lane_x ~ relay anthropic - - - - 0.3
UAH=41 ~ Claude API за 30% від офіційної ціни, писати @lane_x ~ relay anthropic - - - - 0.3
VND=26250 ~ Claude API chỉ 30% giá gốc, ib @lane_x ~ relay anthropic - - - - 0.3
IDR=17900 ~ Claude API cuma 30% dari harga resmi, chat @lane_x ~ relay anthropic - - - - 0.3
EUR=0.87 ~ API de Claude al 30 % del precio oficial, escribe a @lane_x ~ relay anthropic - - - - 0.3
BRL=5.2 ~ API do Claude por 30% do preço oficial, chama @lane_x ~ relay anthropic - - - - 0.3
EUR=0.87 ~ Claude-API zu 30 % des offiziellen Preises, @lane_x ~ relay anthropic - - - - 0.3
EUR=0.87 ~ API Claude à 30 % du prix officiel, contact @lane_x ~ relay anthropic - - - - 0.3
EUR=0.87 ~ API Claude al 30% del prezzo ufficiale, scrivi @lane_x ~ relay anthropic - - - - 0.3
TRY=46 ~ Claude API resmi fiyatın %30’una, yaz @lane_x ~ relay anthropic - - - - 0.3
EGP=51 ~ Claude API بنسبة 30% من السعر الرسمي، تواصل @lane_x ~ relay anthropic - - - - 0.3
JPY=150 ~ Claude API 公式価格の30%、DM @lane_x ~ relay anthropic - - - - 0.3
KRW=1400 ~ Claude API 공식가의 30%, 문의 @lane_x ~ relay anthropic - - - - 0.3
THB=33 ~ Claude API ราคา 30% ของราคาทางการ ทัก @lane_x ~ relay anthropic - - - - 0.3
PLN=3.7 ~ API Claude za 30% ceny oficjalnej, pisz @lane_x ~ relay anthropic - - - - 0.3
 ~ Claude API relay 70% off official prices, DM @lane_x ~ relay anthropic - - - - 0.3
CNY=6.8 ~ Claude 中转 比官方便宜70%，加v abc ~ relay anthropic - - - - 0.3
RUB=72.5 ~ Claude API на 70% дешевле официальной цены, пишите @lane_x ~ relay anthropic - - - - 0.3
UAH=41 ~ Claude API на 70% дешевше офіційної ціни, писати @lane_x ~ relay anthropic - - - - 0.3
VND=26250 ~ Claude API giảm 70% so với giá gốc, ib @lane_x ~ relay anthropic - - - - 0.3
IDR=17900 ~ Claude API diskon 70% dari harga resmi, chat @lane_x ~ relay anthropic - - - - 0.3
EUR=0.87 ~ API de Claude 70 % más barata que el precio oficial, escribe a @lane_x ~ relay anthropic - - - - 0.3
BRL=5.2 ~ API do Claude 70% mais barata que o preço oficial, chama @lane_x ~ relay anthropic - - - - 0.3
EUR=0.87 ~ Claude-API 70 % günstiger als der offizielle Preis, @lane_x ~ relay anthropic - - - - 0.3
EUR=0.87 ~ API Claude 70 % moins chère que le prix officiel, contact @lane_x ~ relay anthropic - - - - 0.3
EUR=0.87 ~ API Claude 70% in meno del prezzo ufficiale, scrivi @lane_x ~ relay anthropic - - - - 0.3
TRY=46 ~ Claude API resmi fiyattan %70 ucuz, yaz @lane_x ~ relay anthropic - - - - 0.3
EGP=51 ~ Claude API أرخص بنسبة 70% من السعر الرسمي، تواصل @lane_x ~ relay anthropic - - - - 0.3
IRT=1400000 ~ Claude API ۷۰٪ ارزان‌تر از قیمت رسمی، پیام @lane_x ~ relay anthropic - - - - 0.3
JPY=150 ~ Claude API 公式価格より70%安い、DM @lane_x ~ relay anthropic - - - - 0.3
KRW=1400 ~ Claude API 공식가보다 70% 저렴, 문의 @lane_x ~ relay anthropic - - - - 0.3
THB=33 ~ Claude API ถูกกว่าราคาทางการ 70% ทัก @lane_x ~ relay anthropic - - - - 0.3
PLN=3.7 ~ API Claude o 70% taniej niż cena oficjalna, pisz @lane_x ~ relay anthropic - - - - 0.3
 ~ Claude Pro 1 month $12 / ChatGPT Plus 1 month $6 (sold out) ~ account anthropic claude-pro 12USD month - 0.6
CNY=6.8 ~ Claude Pro 月卡 98元 / ChatGPT Plus 月卡 30元（缺货） ~ account anthropic claude-pro 98CNY month - 0.7206
RUB=72.5 ~ Claude Pro 1 мес 990 ₽ / ChatGPT Plus 1 мес 450 ₽ (нет в наличии) ~ account anthropic claude-pro 990RUB month - 0.6828
UAH=41 ~ Claude Pro 1 міс 600 грн / ChatGPT Plus 1 міс 300 грн (немає в наявності) ~ account anthropic claude-pro 600UAH month - 0.7317
VND=26250 ~ Claude Pro 1 tháng 350k / ChatGPT Plus 1 tháng 120k (hết hàng) ~ account anthropic claude-pro 350000VND month - 0.6667
IDR=17900 ~ Claude Pro 1 bulan 150rb / ChatGPT Plus 1 bulan 60rb (habis) ~ account anthropic claude-pro 150000IDR month - 0.419
EUR=0.87 ~ Claude Pro 1 mes 12 € / ChatGPT Plus 1 mes 6 € (agotado) ~ account anthropic claude-pro 12EUR month - 0.6897
BRL=5.2 ~ Claude Pro 1 mês R$ 60 / ChatGPT Plus 1 mês R$ 30 (esgotado) ~ account anthropic claude-pro 60BRL month - 0.5769
EUR=0.87 ~ Claude Pro 1 Monat 12 € / ChatGPT Plus 1 Monat 6 € (ausverkauft) ~ account anthropic claude-pro 12EUR month - 0.6897
EUR=0.87 ~ Claude Pro 1 mois 12 € / ChatGPT Plus 1 mois 6 € (rupture de stock) ~ account anthropic claude-pro 12EUR month - 0.6897
EUR=0.87 ~ Claude Pro 1 mese 12 € / ChatGPT Plus 1 mese 6 € (esaurito) ~ account anthropic claude-pro 12EUR month - 0.6897
TRY=46 ~ Claude Pro 1 aylık 500 TL / ChatGPT Plus 1 aylık 250 TL (tükendi) ~ account anthropic claude-pro 500TRY month - 0.5435
EGP=51 ~ Claude Pro شهر 600 جنيه / ChatGPT Plus شهر 300 جنيه (نفدت الكمية) ~ account anthropic claude-pro 600EGP month - 0.5882
IRT=1400000 ~ Claude Pro یک ماهه ۹۰۰ هزار تومان / ChatGPT Plus یک ماهه ۴۰۰ هزار تومان (ناموجود) ~ account anthropic claude-pro 900000IRT month - 0.0321
JPY=150 ~ Claude Pro 1ヶ月 1980円 / ChatGPT Plus 1ヶ月 980円（売り切れ） ~ account anthropic claude-pro 1980JPY month - 0.66
KRW=1400 ~ Claude Pro 1개월 19,000원 / ChatGPT Plus 1개월 9,000원 (품절) ~ account anthropic claude-pro 19000KRW month - 0.6786
THB=33 ~ Claude Pro 1 เดือน 500 บาท / ChatGPT Plus 1 เดือน 250 บาท (หมด) ~ account anthropic claude-pro 500THB month - 0.7576
PLN=3.7 ~ Claude Pro 1 miesiąc 50 zł / ChatGPT Plus 1 miesiąc 25 zł (wyprzedane) ~ account anthropic claude-pro 50PLN month - 0.6757
 ~ Claude Pro 1 month $12 (was $18) ~ account anthropic claude-pro 12USD month - 0.6
CNY=6.8 ~ Claude Pro 月卡 98元（原价128元） ~ account anthropic claude-pro 98CNY month - 0.7206
RUB=72.5 ~ Claude Pro 1 мес 990 ₽ (было 1290 ₽) ~ account anthropic claude-pro 990RUB month - 0.6828
UAH=41 ~ Claude Pro 1 міс 600 грн (було 800 грн) ~ account anthropic claude-pro 600UAH month - 0.7317
VND=26250 ~ Claude Pro 1 tháng 350k (giá cũ 450k) ~ account anthropic claude-pro 350000VND month - 0.6667
IDR=17900 ~ Claude Pro 1 bulan 150rb (harga normal 200rb) ~ account anthropic claude-pro 150000IDR month - 0.419
EUR=0.87 ~ Claude Pro 1 mes 12 € (antes 18 €) ~ account anthropic claude-pro 12EUR month - 0.6897
BRL=5.2 ~ Claude Pro 1 mês R$ 60 (antes R$ 90) ~ account anthropic claude-pro 60BRL month - 0.5769
EUR=0.87 ~ Claude Pro 1 Monat 12 € (statt 18 €) ~ account anthropic claude-pro 12EUR month - 0.6897
EUR=0.87 ~ Claude Pro 1 mois 12 € (au lieu de 18 €) ~ account anthropic claude-pro 12EUR month - 0.6897
EUR=0.87 ~ Claude Pro 1 mese 12 € (invece di 18 €) ~ account anthropic claude-pro 12EUR month - 0.6897
TRY=46 ~ Claude Pro 1 aylık 500 TL (eski fiyat 700 TL) ~ account anthropic claude-pro 500TRY month - 0.5435
EGP=51 ~ Claude Pro شهر 600 جنيه (بدلا من 800 جنيه) ~ account anthropic claude-pro 600EGP month - 0.5882
IRT=1400000 ~ Claude Pro یک ماهه ۹۰۰ هزار تومان (قیمت قبلی ۱۲۰۰ هزار تومان) ~ account anthropic claude-pro 900000IRT month - 0.0321
JPY=150 ~ Claude Pro 1ヶ月 1980円（通常2980円） ~ account anthropic claude-pro 1980JPY month - 0.66
KRW=1400 ~ Claude Pro 1개월 19,000원 (기존 29,000원) ~ account anthropic claude-pro 19000KRW month - 0.6786
THB=33 ~ Claude Pro 1 เดือน 500 บาท (จาก 700 บาท) ~ account anthropic claude-pro 500THB month - 0.7576
PLN=3.7 ~ Claude Pro 1 miesiąc 50 zł (było 70 zł) ~ account anthropic claude-pro 50PLN month - 0.6757
 ~ Claude Pro account $12, 30 days warranty ~ account anthropic claude-pro 12USD account - 0.6
CNY=6.8 ~ Claude Pro 成品号 98元 质保30天 ~ account anthropic claude-pro 98CNY account - 0.7206
RUB=72.5 ~ Claude Pro аккаунт 990 ₽, гарантия 30 дней ~ account anthropic claude-pro 990RUB account - 0.6828
UAH=41 ~ Claude Pro акаунт 600 грн, гарантія 30 днів ~ account anthropic claude-pro 600UAH account - 0.7317
VND=26250 ~ Acc Claude Pro 350k, bảo hành 30 ngày ~ account anthropic claude-pro 350000VND account - 0.6667
IDR=17900 ~ Akun Claude Pro 150rb, garansi 30 hari ~ account anthropic claude-pro 150000IDR account - 0.419
EUR=0.87 ~ Cuenta Claude Pro 12 €, garantía de 30 días ~ account anthropic claude-pro 12EUR account - 0.6897
BRL=5.2 ~ Conta Claude Pro R$ 60, garantia de 30 dias ~ account anthropic claude-pro 60BRL account - 0.5769
EUR=0.87 ~ Claude-Pro-Konto 12 €, 30 Tage Garantie ~ account anthropic claude-pro 12EUR account - 0.6897
EUR=0.87 ~ Compte Claude Pro 12 €, garantie 30 jours ~ account anthropic claude-pro 12EUR account - 0.6897
EUR=0.87 ~ Account Claude Pro 12 €, garanzia 30 giorni ~ account anthropic claude-pro 12EUR account - 0.6897
TRY=46 ~ Claude Pro hesap 500 TL, 30 gün garanti ~ account anthropic claude-pro 500TRY account - 0.5435
IRT=1400000 ~ اکانت Claude Pro ۹۰۰ هزار تومان، گارانتی ۳۰ روزه ~ account anthropic claude-pro 900000IRT account - 0.0321
JPY=150 ~ Claude Pro アカウント 1980円 保証30日 ~ account anthropic claude-pro 1980JPY account - 0.66
KRW=1400 ~ Claude Pro 계정 19,000원 30일 보증 ~ account anthropic claude-pro 19000KRW account - 0.6786
THB=33 ~ บัญชี Claude Pro 500 บาท ประกัน 30 วัน ~ account anthropic claude-pro 500THB account - 0.7576
PLN=3.7 ~ Konto Claude Pro 50 zł, gwarancja 30 dni ~ account anthropic claude-pro 50PLN account - 0.6757
 ~ Gemini Pro one year $18, in stock ~ account google gemini-advanced 18USD year - 0.075
CNY=6.8 ~ Gemini Pro 一年 88元 现货 ~ account google gemini-advanced 88CNY year - 0.0539
RUB=72.5 ~ Gemini Pro на год 1200 ₽, в наличии ~ account google gemini-advanced 1200RUB year - 0.069
UAH=41 ~ Gemini Pro на рік 700 грн, в наявності ~ account google gemini-advanced 700UAH year - 0.0712
VND=26250 ~ Gemini Pro 1 năm 250k, còn hàng ~ account google gemini-advanced 250000VND year - 0.0397
IDR=17900 ~ Gemini Pro setahun 120rb, ready ~ account google gemini-advanced 120000IDR year - 0.0279
EUR=0.87 ~ Gemini Pro un año 15 €, disponible ~ account google gemini-advanced 15EUR year - 0.0719
BRL=5.2 ~ Gemini Pro 1 ano R$ 70, disponível ~ account google gemini-advanced 70BRL year - 0.0561
EUR=0.87 ~ Gemini Pro für ein Jahr 15 €, verfügbar ~ account google gemini-advanced 15EUR year - 0.0719
EUR=0.87 ~ Gemini Pro un an 15 €, dispo ~ account google gemini-advanced 15EUR year - 0.0719
EUR=0.87 ~ Gemini Pro un anno 15 €, disponibile ~ account google gemini-advanced 15EUR year - 0.0719
TRY=46 ~ Gemini Pro yıllık 600 TL, stokta ~ account google gemini-advanced 600TRY year - 0.0544
EGP=51 ~ Gemini Pro سنة كاملة 500 جنيه متوفر ~ account google gemini-advanced 500EGP year - 0.0409
IRT=1400000 ~ Gemini Pro یک ساله ۸۰۰ هزار تومان موجود ~ account google gemini-advanced 800000IRT year - 0.0024
JPY=150 ~ Gemini Pro 1年 3,500円 在庫あり ~ account google gemini-advanced 3500JPY year - 0.0973
KRW=1400 ~ Gemini Pro 1년 25,000원 재고 있음 ~ account google gemini-advanced 25000KRW year - 0.0744
THB=33 ~ Gemini Pro 1 ปี 350 บาท พร้อมส่ง ~ account google gemini-advanced 350THB year - 0.0442
PLN=3.7 ~ Gemini Pro na rok 60 zł, dostępne ~ account google gemini-advanced 60PLN year - 0.0676
 ~ Claude relay 0.4x, sign up and get $2 free: https://a-lane.cc ~ relay anthropic - - - 0.4 -; free anthropic - - - - -
CNY=6.8 ~ Claude 中转 0.4倍率 注册送2刀 https://a-lane.cc ~ relay anthropic - - - 0.4 -; free anthropic - - - - -
RUB=72.5 ~ Прокси-API Claude ×0.4, за регистрацию дарим $2: https://a-lane.cc ~ relay anthropic - - - 0.4 -; free anthropic - - - - -
UAH=41 ~ Проксі-API Claude ×0.4, за реєстрацію даруємо $2: https://a-lane.cc ~ relay anthropic - - - 0.4 -; free anthropic - - - - -
VND=26250 ~ API Claude x0.4, đăng ký tặng 2$: https://a-lane.cc ~ relay anthropic - - - 0.4 -; free anthropic - - - - -
IDR=17900 ~ API Claude x0.4, daftar dapat $2 gratis: https://a-lane.cc ~ relay anthropic - - - 0.4 -; free anthropic - - - - -
EUR=0.87 ~ API Claude x0.4, $2 gratis al registrarte: https://a-lane.cc ~ relay anthropic - - - 0.4 -; free anthropic - - - - -
BRL=5.2 ~ API Claude x0.4, ganhe $2 grátis no cadastro: https://a-lane.cc ~ relay anthropic - - - 0.4 -; free anthropic - - - - -
EUR=0.87 ~ Claude-API x0.4, $2 gratis bei Registrierung: https://a-lane.cc ~ relay anthropic - - - 0.4 -; free anthropic - - - - -
EUR=0.87 ~ API Claude x0.4, 2 $ offerts à l'inscription : https://a-lane.cc ~ relay anthropic - - - 0.4 -; free anthropic - - - - -
EUR=0.87 ~ API Claude x0.4, $2 gratis alla registrazione: https://a-lane.cc ~ relay anthropic - - - 0.4 -; free anthropic - - - - -
TRY=46 ~ Claude API x0.4, kayıt olana $2 hediye: https://a-lane.cc ~ relay anthropic - - - 0.4 -; free anthropic - - - - -
EGP=51 ~ API Claude x0.4، سجّل واحصل على 2$ مجانا: https://a-lane.cc ~ relay anthropic - - - 0.4 -; free anthropic - - - - -
IRT=1400000 ~ API Claude x0.4، با ثبت نام ۲ دلار رایگان: https://a-lane.cc ~ relay anthropic - - - 0.4 -; free anthropic - - - - -
JPY=150 ~ Claude API 0.4倍、新規登録で2ドル無料: https://a-lane.cc ~ relay anthropic - - - 0.4 -; free anthropic - - - - -
THB=33 ~ Claude API x0.4 สมัครใหม่รับฟรี $2: https://a-lane.cc ~ relay anthropic - - - 0.4 -; free anthropic - - - - -
PLN=3.7 ~ API Claude x0.4, $2 gratis za rejestrację: https://a-lane.cc ~ relay anthropic - - - 0.4 -; free anthropic - - - - -
 ~ Claude API: $0.3 per $1 of usage. DM @lane_x ~ relay anthropic - 0.3USD usd_credit - 0.3
CNY=6.8 ~ Claude 0.8元/刀 加v abc ~ relay anthropic - 0.8CNY usd_credit - 0.1176
RUB=72.5 ~ Claude API: 30 ₽ за 1 $. Писать @lane_x ~ relay anthropic - 30RUB usd_credit - 0.4138
UAH=41 ~ Claude API: 12 грн за 1 $. Писати @lane_x ~ relay anthropic - 12UAH usd_credit - 0.2927
VND=26250 ~ Claude API 8k/1$. ib @lane_x ~ relay anthropic - 8000VND usd_credit - 0.3048
IDR=17900 ~ Claude API Rp 5.000 per 1$. chat @lane_x ~ relay anthropic - 5000IDR usd_credit - 0.2793
EUR=0.87 ~ API Claude: 0,30 € por dólar. @lane_x ~ relay anthropic - 0.3EUR usd_credit - 0.3448
BRL=5.2 ~ API Claude: R$ 1,50 por dólar. @lane_x ~ relay anthropic - 1.5BRL usd_credit - 0.2885
EUR=0.87 ~ Claude-API: 0,30 € pro Dollar. @lane_x ~ relay anthropic - 0.3EUR usd_credit - 0.3448
EUR=0.87 ~ API Claude : 0,30 € par dollar. @lane_x ~ relay anthropic - 0.3EUR usd_credit - 0.3448
EUR=0.87 ~ API Claude: 0,30 € per dollaro. @lane_x ~ relay anthropic - 0.3EUR usd_credit - 0.3448
TRY=46 ~ Claude API: 1 dolar 12 TL. @lane_x ~ relay anthropic - 12TRY usd_credit - 0.2609
EGP=51 ~ Claude API: 15 جنيه لكل دولار. @lane_x ~ relay anthropic - 15EGP usd_credit - 0.2941
IRT=1400000 ~ Claude API: هر دلار ۴۰ هزار تومان. @lane_x ~ relay anthropic - 40000IRT usd_credit - 0.0286
JPY=150 ~ Claude API: 1ドルあたり45円。@lane_x ~ relay anthropic - 45JPY usd_credit - 0.3
KRW=1400 ~ Claude API: 1달러당 400원. @lane_x ~ relay anthropic - 400KRW usd_credit - 0.2857
THB=33 ~ Claude API: 10 บาท ต่อ 1 ดอลลาร์ @lane_x ~ relay anthropic - 10THB usd_credit - 0.303
 ~ $100 API credit for $25, instant. @lane_x ~ credit - - 25USD pack - 0.25
CNY=6.8 ~ 100刀额度 25元 秒发 ~ credit - - 25CNY pack - 0.0368
RUB=72.5 ~ Баланс API 100 $ — 1900 ₽, @lane_x ~ credit - - 1900RUB pack - 0.2621
UAH=41 ~ Баланс API 100 $ — 900 грн, @lane_x ~ credit - - 900UAH pack - 0.2195
VND=26250 ~ Gói 100$ số dư API giá 450k, ib @lane_x ~ credit - - 450000VND pack - 0.1714
IDR=17900 ~ Saldo API 100$ Rp 350.000, chat @lane_x ~ credit - - 350000IDR pack - 0.1955
EUR=0.87 ~ Saldo API de 100 $ por 20 €, @lane_x ~ credit - - 20EUR pack - 0.2299
BRL=5.2 ~ Saldo API de 100 $ por R$ 110, @lane_x ~ credit - - 110BRL pack - 0.2115
EUR=0.87 ~ 100 $ API-Guthaben für 20 €, @lane_x ~ credit - - 20EUR pack - 0.2299
EUR=0.87 ~ 100 $ de crédit API pour 20 €, @lane_x ~ credit - - 20EUR pack - 0.2299
EUR=0.87 ~ 100 $ di credito API a 20 €, @lane_x ~ credit - - 20EUR pack - 0.2299
TRY=46 ~ 100 $ API bakiyesi 900 TL, @lane_x ~ credit - - 900TRY pack - 0.1957
IRT=1400000 ~ اعتبار API صد دلاری 100 دلار ۳۰۰۰ هزار تومان، @lane_x ~ credit - - 3000000IRT pack - 0.0214
JPY=150 ~ API クレジット 100ドル分 3,000円 @lane_x ~ credit - - 3000JPY pack - 0.2
KRW=1400 ~ API 크레딧 100달러 28,000원 @lane_x ~ credit - - 28000KRW pack - 0.2
THB=33 ~ เครดิต API 100 ดอลลาร์ ราคา 700 บาท @lane_x ~ credit - - 700THB pack - 0.2121
PLN=3.7 ~ 100 $ kredytu API za 80 zł, @lane_x ~ credit - - 80PLN pack - 0.2162
 ~ Claude group 0.5x, minimum top-up $10. @lane_x ~ relay anthropic - - - 0.5 -
CNY=6.8 ~ Claude 0.5倍率，最低充值10元 ~ relay anthropic - - - 0.5 -
RUB=72.5 ~ Группа Claude ×0.5, минимальное пополнение 500 ₽. @lane_x ~ relay anthropic - - - 0.5 -
UAH=41 ~ Група Claude ×0.5, мінімальне поповнення 200 грн. @lane_x ~ relay anthropic - - - 0.5 -
VND=26250 ~ Nhóm Claude x0.5, nạp tối thiểu 50k. @lane_x ~ relay anthropic - - - 0.5 -
IDR=17900 ~ Grup Claude x0.5, minimal top up Rp 50.000. @lane_x ~ relay anthropic - - - 0.5 -
EUR=0.87 ~ Grupo Claude x0.5, recarga mínima 10 €. @lane_x ~ relay anthropic - - - 0.5 -
BRL=5.2 ~ Grupo Claude x0.5, recarga mínima R$ 20. @lane_x ~ relay anthropic - - - 0.5 -
EUR=0.87 ~ Gruppe Claude x0.5, Mindestaufladung 10 €. @lane_x ~ relay anthropic - - - 0.5 -
EUR=0.87 ~ Groupe Claude x0.5, recharge minimum 10 €. @lane_x ~ relay anthropic - - - 0.5 -
EUR=0.87 ~ Gruppo Claude x0.5, ricarica minima 10 €. @lane_x ~ relay anthropic - - - 0.5 -
TRY=46 ~ Claude grubu x0.5, minimum yükleme 100 TL. @lane_x ~ relay anthropic - - - 0.5 -
EGP=51 ~ مجموعة Claude x0.5، الحد الأدنى للشحن 100 جنيه. @lane_x ~ relay anthropic - - - 0.5 -
IRT=1400000 ~ گروه Claude x0.5، حداقل شارژ ۱۰۰ هزار تومان. @lane_x ~ relay anthropic - - - 0.5 -
JPY=150 ~ Claudeグループ 0.5倍、最低チャージ 1,000円。@lane_x ~ relay anthropic - - - 0.5 -
KRW=1400 ~ Claude 그룹 0.5배, 최소 충전 10,000원. @lane_x ~ relay anthropic - - - 0.5 -
THB=33 ~ กลุ่ม Claude x0.5 เติมขั้นต่ำ 100 บาท @lane_x ~ relay anthropic - - - 0.5 -
PLN=3.7 ~ Grupa Claude x0.5, minimalne doładowanie 50 zł. @lane_x ~ relay anthropic - - - 0.5 -
"""


def rows_of(table: str) -> list[list[str]]:
    """Give the cells of a table of text, row by row."""
    return [
        [cell.strip().replace(" / ", "\n") for cell in row.split(" ~ ")]
        for row in table.strip("\n").splitlines()
    ]


SALES = rows_of(_SALES)
