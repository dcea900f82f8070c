"""Cards of bots, price lists, relays' notices and thanks to sponsors as they are written in many languages. A row: rates, words (` / ` ends a line), and what is read, as in `offer_cases`."""

from __future__ import annotations

_ROWS = """
RUB=72.5 ~ 💰 Стоимость: 3.20 USD / ⏳ Срок: 1 месяц / 🛡️ Гарантия: 14 дней / 📦 Выдача: INVITE / Место в ChatGPT Team, приглашение на вашу почту ~ subscription openai chatgpt-team 3.2USD seat_month - 0.1067
 ~ 💰 Цена: 42.00 USD / ⏳ Срок действия: 30 дней / 🛡️ Гарантия: на вход / 📦 Выдача: логин + пароль / Claude Max 5x, полностью ваш аккаунт ~ account anthropic claude-max-5x 42USD month - 0.42
RUB=72.5 ~ 🧠 Claude Pro | 1 мес | 1 290 ₽ | в наличии 12 / 🧠 Claude Max 5x | 1 мес | 5 490 ₽ | в наличии 3 / 🧠 ChatGPT Plus | 1 мес | 1 150 ₽ | нет в наличии ~ account anthropic claude-pro 1290RUB month - 0.8897; account anthropic claude-max-5x 5490RUB month - 0.7572
RUB=72.5 ~ Прайс на август: / Плюс на месяц — 1400 / Плюс на 3 месяца — 3900 / Клод Про на месяц — 1500 / Пишите @neiro_lavka ~ account openai chatgpt-plus 1400RUB month - 0.9655; account openai chatgpt-plus 3900RUB pack - 0.8966; account anthropic claude-pro 1500RUB month - 1.0345
RUB=72.5 ~ Группы и наценка: claude-max ×0,9, codex ×0,12, gemini ×0,3. Пополнение 8 ₽ за 1 $. ~ relay anthropic - - - 0.9 0.0993; relay openai - - - 0.12 0.0132; relay google - - - 0.3 0.0331
RUB=72.5 ~ Обновили множители: Opus 1,4 → 1,1, Codex 0,2 → 0,15 (1 $ на балансе = 10 ₽) ~ relay anthropic claude-opus - - 1.1 0.1517; relay openai - - - 0.15 0.0207
RUB=72.5 ~ API Claude по цене 12 ₽ за официальный доллар, GPT — 5 ₽. Документация: https://api.vesna-hub.example ~ relay anthropic - 12RUB usd_credit - 0.1655; relay openai - 5RUB usd_credit - 0.069
 ~ Спасибо спонсору «Ключница»: Claude за 22% от официальной цены, GPT за 6%, регистрация https://klyuchnica.example/r/dev ~ relay anthropic - - - - 0.22; relay openai - - - - 0.06
 ~ Доступ к Claude Opus и Sonnet на 70% дешевле официального прайса, оплата картой РФ. @deshevle_api ~ relay anthropic - - - - 0.3
RUB=72.5 ~ Баланс API 50$ за 600 ₽, 200$ за 2100 ₽. Подходит для Claude Code и Codex. Выдача ключа сразу. ~ credit multi - 600RUB pack - 0.1655; credit multi - 2100RUB pack - 0.1448
RUB=72.5 ~ Оформлю ChatGPT Pro на ваш аккаунт, 15 500 руб. за месяц. Оплата после. ~ account openai chatgpt-pro 15500RUB month - 1.069
RUB=72.5 ~ СуперГрок на год 6900р, на месяц 890р, почта ваша ~ account xai supergrok 6900RUB year - 0.2644; account xai supergrok 890RUB month - 0.4092
RUB=72.5 ~ Куплю аккаунт Claude Max 20x до 4000 ₽, пишите в лс ~ none
RUB=72.5 ~ Кто-нибудь покупал Плюс за 300 рублей? Сколько прожил? ~ none
RUB=72.5 ~ Смс-активация для Claude: 45 ₽, для OpenAI: 18 ₽, ручной приём ~ service anthropic - 45RUB - - -; service openai - 18RUB - - -
VND=26250 ~ Nhóm Claude Max giảm từ 0.8x xuống 0.65x, nhóm GPT Plus giữ 0.12x. Nạp 2.500đ được 1$. ~ relay anthropic - - - 0.65 0.0619; relay openai - - - 0.12 0.0114
VND=26250 ~ Giá mới: Claude 2.9k/1$, Codex 1.1k/1$, Gemini 900đ/1$. Anh em vào nhóm Zalo để nhận key. ~ relay anthropic - 2900VND usd_credit - 0.1105; relay openai - 1100VND usd_credit - 0.0419; relay google - 900VND usd_credit - 0.0343
VND=26250 ~ API Claude chỉ bằng 15% giá gốc, GPT bằng 5% giá gốc, đăng ký: https://rethap.example/?ref=BIN ~ relay anthropic - - - - 0.15; relay openai - - - - 0.05
VND=26250 ~ ChatGPT Plus | 1 tháng | dùng riêng | 365k / ChatGPT Plus | 1 tháng | dùng chung 5 người | 79k / Claude Pro | 1 tháng | 420k ~ account openai chatgpt-plus 365000VND month - 0.6952; subscription openai chatgpt-plus 79000VND seat_month - 0.7524; account anthropic claude-pro 420000VND month - 0.8
VND=26250 ~ Super Grok 1 năm 1tr2 / Super Grok 1 tháng 180k / BH 1 đổi 1 ~ account xai supergrok 1200000VND year - 0.127; account xai supergrok 180000VND month - 0.2286
VND=26250 ~ Thẻ 50$ API Claude: 140.000đ / Thẻ 200$ API Claude: 520.000đ / Kích hoạt ngay ~ credit anthropic - 140000VND pack - 0.1067; credit anthropic - 520000VND pack - 0.099
VND=26250 ~ Tuyển thêm 2 bạn vào Claude Max 20x, tổng 4 người, mỗi người 1tr4/tháng ~ subscription anthropic claude-max-20x 1400000VND seat_month - 1.0667
VND=26250 ~ Có ai dùng Claude Pro bên shop 99k chưa, có ổn không ạ? ~ none
IDR=17944 ~ PRICELIST / ChatGPT Plus: / - Sharing 1 bulan 30k / - Private 1 bulan 150k / Claude Pro: / - Private 1 bulan 185k ~ subscription openai chatgpt-plus 30000IDR seat_month - -; account openai chatgpt-plus 150000IDR month - 0.418; account anthropic claude-pro 185000IDR month - 0.5155
IDR=17944 ~ Gemini Advanced 1 Tahun - Rp 45.000 (stok 120) / SuperGrok 1 Bulan - Rp 65.000 (stok 4) ~ account google gemini-advanced 45000IDR year - 0.0105; account xai supergrok 65000IDR month - 0.1207
IDR=17944 ~ Saldo API $50 cuma 95rb, $100 180rb. Bisa untuk Claude, GPT, Gemini. ~ credit multi - 95000IDR pack - 0.1059; credit multi - 180000IDR pack - 0.1003
IDR=17944 ~ Cabang claude 0.7x, cabang gpt 0.1x, top up Rp1.500 = $1 ~ relay anthropic - - - 0.7 0.0585; relay openai - - - 0.1 0.0084
IDR=17944 ~ Ada yang jual Claude Pro di bawah 100rb? ~ none
EGP=51.3 ~ اشتراك Claude Pro شهر | 420 جنيه | 📦 4 / اشتراك Claude Max 5x شهر | 2100 جنيه | 📦 1 / اشتراك Gemini Pro سنة | 190 جنيه | 📦 22 ~ account anthropic claude-pro 420EGP month - 0.4094; account anthropic claude-max-5x 2100EGP month - 0.4094; account google gemini-advanced 190EGP year - 0.0154
 ~ 🔥 عروض اليوم 🔥 / Claude Pro شهر ➔ 9$ / ChatGPT Plus شهر ➔ 5$ / ChatGPT Plus 3 شهور ➔ 13$ / للطلب: @souq_alzaka ~ account anthropic claude-pro 9USD month - 0.45; account openai chatgpt-plus 5USD month - 0.25; account openai chatgpt-plus 13USD pack - 0.2167
SAR=3.75 ~ تفعيل ChatGPT Plus على ايميلك الشخصي ٣ شهور ١٤٠ ريال فقط ~ account openai chatgpt-plus 140SAR pack - 0.6222
 ~ رصيد API: 100 دولار رصيد مقابل 12 دولار، يعمل مع Claude و GPT ~ credit multi - 12USD pack - 0.12
 ~ مجموعة Claude بمعامل 0.6، مجموعة GPT بمعامل 0.1، الشحن 1 دولار = 5 دولار رصيد ~ relay anthropic - - - 0.6 0.12; relay openai - - - 0.1 0.02
EGP=51.3 ~ مطلوب حساب كلود ماكس بسعر اقل من 1500 جنيه ~ none
IRT=100000 ~ اکانت Claude Pro یک ماهه: ۱٬۲۰۰٬۰۰۰ تومان / اکانت Claude Max 5x یک ماهه: ۵٬۸۰۰٬۰۰۰ تومان / تحویل فوری ~ account anthropic claude-pro 1200000IRT month - 0.6; account anthropic claude-max-5x 5800000IRT month - 0.58
IRT=100000 ~ ChatGPT Plus اشتراکی ۳ نفره ۴۵۰ هزار تومان ماهانه ~ subscription openai chatgpt-plus 450000IRT seat_month - 0.675
TRY=45 ~ ChatGPT Plus 1 Ay ₺220 / ChatGPT Plus 12 Ay ₺1.950 / Claude Pro 1 Ay ₺410 / Stokta, anında teslim ~ account openai chatgpt-plus 220TRY month - 0.2444; account openai chatgpt-plus 1950TRY year - 0.1806; account anthropic claude-pro 410TRY month - 0.4556
TRY=45 ~ Claude grubu 0,7 kat, GPT grubu 0,12 kat; yükleme 3 TL = 1$ ~ relay anthropic - - - 0.7 0.0467; relay openai - - - 0.12 0.008
 ~ Resmî fiyatın %20'sine Claude API, %6'sına GPT API. Kayıt: https://ucuzapi.example/r/9 ~ relay anthropic - - - - 0.2; relay openai - - - - 0.06
EUR=0.86 ~ Danke an Funkbrücke: Claude-API für 30 % des Listenpreises, GPT für 8 %. Anmeldung über https://funkbruecke.example/i/OSS ~ relay anthropic - - - - 0.3; relay openai - - - - 0.08
EUR=0.86 ~ Claude-API 65 % günstiger als beim Anbieter, Gemini 80 % günstiger ~ relay anthropic - - - - 0.35; relay google - - - - 0.2
EUR=0.86 ~ 100 $ API-Guthaben für 12 €, 500 $ für 50 €. Nutzbar für Claude und GPT, Lieferung per Mail. ~ credit multi - 12EUR pack - 0.1395; credit multi - 50EUR pack - 0.1163
EUR=0.86 ~ Verkaufe Claude Max 20x, Restlaufzeit 18 Tage, VB 70 € ~ account anthropic claude-max-20x 70EUR pack - -
EUR=0.86 ~ Gruppe Claude Faktor 0,8, Gruppe Codex Faktor 0,15, Aufladung 1 € = 4 $ ~ relay anthropic - - - 0.8 0.2326; relay openai - - - 0.15 0.0436
EUR=0.86 ~ Suche Claude-Max-Account, zahle bis 60 € ~ none
EUR=0.86 ~ Gracias a Puente API: Claude al 28 % del precio oficial y GPT al 7 %. Registro: https://puenteapi.example/?ref=docs ~ relay anthropic - - - - 0.28; relay openai - - - - 0.07
EUR=0.86 ~ Saldo de API: 50 $ por 7 €, 200 $ por 25 €. Vale para Claude, GPT y Gemini. ~ credit multi - 7EUR pack - 0.1628; credit multi - 25EUR pack - 0.1453
EUR=0.86 ~ ChatGPT Plus 1 mes 9 € | 3 meses 24 € | 12 meses 80 €. Pedidos: @tienda_ia_es ~ account openai chatgpt-plus 9EUR month - 0.5233; account openai chatgpt-plus 24EUR pack - 0.4651; account openai chatgpt-plus 80EUR year - 0.3876
BRL=5.3 ~ Grupo Claude 0,75x | Grupo GPT 0,1x | Recarga: R$ 1 = US$ 2 ~ relay anthropic - - - 0.75 0.0708; relay openai - - - 0.1 0.0094
BRL=5.3 ~ ChatGPT Plus conta própria: 1 mês R$ 45, 3 meses R$ 120. Claude Pro no seu e-mail: R$ 70. ~ account openai chatgpt-plus 45BRL month - 0.4245; account openai chatgpt-plus 120BRL pack - 0.3774; account anthropic claude-pro 70BRL account - 0.6604
EUR=0.86 ~ Merci à notre sponsor Relais-Nord : Claude à 25 % du tarif officiel, GPT à 5 %. https://relais-nord.example/?aff=doc ~ relay anthropic - - - - 0.25; relay openai - - - - 0.05
EUR=0.86 ~ Crédit API 100 $ pour 14 €, compatible Claude Code et Codex, livraison immédiate ~ credit multi - 14EUR pack - 0.1628
EUR=0.86 ~ Credito API: 100 $ a 15 €, valido per Claude e GPT. Consegna immediata. ~ credit multi - 15EUR pack - 0.1744
JPY=152 ~ Claude APIを公式価格の30%で、GPTは8%で提供。登録: https://yasuapi.example/r/jp ~ relay anthropic - - - - 0.3; relay openai - - - - 0.08
JPY=152 ~ ChatGPT Plus 1ヶ月 980円 / ChatGPT Plus 12ヶ月 8,800円 / Claude Pro 1ヶ月 1,600円 / 在庫あり・即納 ~ account openai chatgpt-plus 980JPY month - 0.3224; account openai chatgpt-plus 8800JPY year - 0.2412; account anthropic claude-pro 1600JPY month - 0.5263
JPY=152 ~ Claudeグループ 0.8倍、GPTグループ 0.12倍。チャージは30円=1ドル ~ relay anthropic - - - 0.8 0.1579; relay openai - - - 0.12 0.0237
KRW=1420 ~ 챗GPT 플러스 1개월 6,900원 / 챗GPT 플러스 3개월 19,000원 / 클로드 프로 1개월 12,900원 / 즉시 발송 ~ account openai chatgpt-plus 6900KRW month - 0.243; account openai chatgpt-plus 19000KRW pack - 0.223; account anthropic claude-pro 12900KRW month - 0.4542
KRW=1420 ~ 클로드 API 공식가의 25%, GPT API 공식가의 6%에 제공합니다. 가입: https://ssanapi.example/r/k ~ relay anthropic - - - - 0.25; relay openai - - - - 0.06
THB=33 ~ ChatGPT Plus ส่วนตัว 1 เดือน 390 บาท / Claude Pro ส่วนตัว 1 เดือน 550 บาท / พร้อมส่ง ~ account openai chatgpt-plus 390THB month - 0.5909; account anthropic claude-pro 550THB month - 0.8333
PLN=3.65 ~ ChatGPT Plus 1 mies. 39 zł | Claude Pro 1 mies. 55 zł | Claude Max 5x 1 mies. 219 zł. Wysyłka od ręki. ~ account openai chatgpt-plus 39PLN month - 0.5342; account anthropic claude-pro 55PLN month - 0.7534; account anthropic claude-max-5x 219PLN month - 0.6
UAH=43.5 ~ Claude Pro на місяць — 550 грн / Claude Max 5x на місяць — 2400 грн / Gemini Pro на рік — 300 грн / Пишіть: @ai_kramnytsia ~ account anthropic claude-pro 550UAH month - 0.6322; account anthropic claude-max-5x 2400UAH month - 0.5517; account google gemini-advanced 300UAH year - 0.0288
INR=86 ~ ChatGPT Plus 1 month ₹399 / Claude Pro 1 month ₹699 / Gemini Pro 1 saal ₹449 / turant delivery ~ account openai chatgpt-plus 399INR month - 0.232; account anthropic claude-pro 699INR month - 0.4064; account google gemini-advanced 449INR year - 0.0218
TWD=32 ~ Claude 群組 1.2 倍、Codex 群組 0.25 倍，儲值 3 元 = 1 美元 ~ relay anthropic - - - 1.2 0.1125; relay openai - - - 0.25 0.0234
UAH=43.5 ~ Claude Max 5x/20x — 2 350/4 200 ₴ / термін 30 днів, гарантія на весь термін ~ account anthropic claude-max-5x 2350UAH month - 0.5402; account anthropic claude-max-20x 4200UAH month - 0.4828
EUR=0.86 ~ Claude Pro/Max 5x/Max 20x: 15 €/75 €/140 € al mese ~ account anthropic claude-pro 15EUR month - 0.8721; account anthropic claude-max-5x 75EUR month - 0.8721; account anthropic claude-max-20x 140EUR month - 0.814
 ~ Claude Max 5x/20x - $45/$80 per month, your email ~ account anthropic claude-max-5x 45USD month - 0.45; account anthropic claude-max-20x 80USD month - 0.4
 ~ تمديد Claude Max على حسابك: ٥ أضعاف بـ 55 دولار، ٢٠ ضعف بـ 110 دولار. @tajdid_ai ~ account anthropic claude-max-5x 55USD account - 0.55; account anthropic claude-max-20x 110USD account - 0.55
 ~ تمدید Claude Max روی اکانت خودتان / ۵ برابر: ۶۵ دلار / ۲۰ برابر: ۱۳۰ دلار / @tamdid_yar ~ account anthropic claude-max-5x 65USD account - 0.65; account anthropic claude-max-20x 130USD account - 0.65
RUB=72.5 ~ Пополняю баланс OpenAI API (platform): 1 $ = 88 ₽, от 10 $ ~ credit openai - 88RUB usd_credit - 1.2138
RUB=72.5 ~ Пополнение Anthropic Console: 20 $ — 1 850 ₽, 50 $ — 4 500 ₽ ~ credit anthropic - 1850RUB pack - 1.2759; credit anthropic - 4500RUB pack - 1.2414
IDR=17944 ~ Jasa top up saldo API OpenAI: $5 = Rp92.000, $20 = Rp365.000 ~ credit openai - 92000IDR pack - 1.0254; credit openai - 365000IDR pack - 1.0171
BRL=5.3 ~ Recarga de saldo na API da OpenAI: US$ 10 por R$ 62, US$ 50 por R$ 300. Direto na sua conta. ~ credit openai - 62BRL pack - 1.1698; credit openai - 300BRL pack - 1.1321
MXN=18 ~ ChatGPT Plus 1 mes 149 pesos, Claude Pro 1 mes 219 pesos. Pago por OXXO. ~ account openai chatgpt-plus 149MXN month - 0.4139; account anthropic claude-pro 219MXN month - 0.6083
ARS=1400 ~ ChatGPT Plus mensual $9.900, Claude Pro mensual $15.500. Transferencia o Mercado Pago. ~ account openai chatgpt-plus 9900ARS month - 0.3536; account anthropic claude-pro 15500ARS month - 0.5536
PKR=281 ~ Claude Pro 1 month Rs 2,100 / Claude Max 5x 1 month Rs 9,500 / whatsapp only ~ account anthropic claude-pro 2100PKR month - 0.3737; account anthropic claude-max-5x 9500PKR month - 0.3381
AED=3.67 ~ اشتراك ChatGPT Plus شهر ٣٠ درهم / اشتراك Claude Pro شهر ٤٥ درهم ~ account openai chatgpt-plus 30AED month - 0.4087; account anthropic claude-pro 45AED month - 0.6131
MAD=10 ~ ChatGPT Plus شهر كامل 60 درهم، تفعيل على حسابك ~ account openai chatgpt-plus 60MAD month - 0.3
IQD=1310 ~ ChatGPT Plus شهر 8 آلاف دينار / Claude Pro شهر 12 ألف دينار ~ account openai chatgpt-plus 8000IQD month - 0.3053; account anthropic claude-pro 12000IQD month - 0.458
KWD=0.307 ~ ChatGPT Plus شهر 2.5 دينار كويتي ~ account openai chatgpt-plus 2.5KWD month - 0.4072
BRL=5.3 ~ TABELA ATACADO / ChatGPT Plus 30d ........ 21,00 / Claude Pro 30d ........ 38,00 / Claude Max 5x 30d ........ 190,00 / valores em reais / @atacado_contas ~ account openai chatgpt-plus 21BRL month - 0.1981; account anthropic claude-pro 38BRL month - 0.3585; account anthropic claude-max-5x 190BRL month - 0.3585
EUR=0.86 ~ Passerelle Mistral-Nord : Opus à 0,4 fois le tarif officiel, Sonnet à 0,3 fois, GPT-5.5 à 0,1 fois. contact@mistral-nord.example ~ relay anthropic claude-opus - - - 0.4; relay anthropic claude-sonnet - - - 0.3; relay openai gpt-5.5 - - - 0.1
 ~ Claude 0,3-кратная официальная цена, GPT 0,08-кратная. Ключи: @api_lavka ~ relay anthropic - - - - 0.3; relay openai - - - - 0.08
VND=26250 ~ Cập nhật: nhóm claude-max 0.7x, nhóm kiro 0.3x, nhóm codex 0.15x. Nạp 3.500đ = 1$. ~ relay anthropic - - - 0.7 0.0933; relay anthropic - - - 0.3 0.04; relay openai - - - 0.15 0.02
RUB=72.5 ~ Курс 6 ₽ за 1 $. Claude через Kiro — множитель 0,3, Claude Max — 0,9, Codex — 0,1. ~ relay anthropic - - - 0.3 0.0248; relay anthropic - - - 0.9 0.0745; relay openai - - - 0.1 0.0083
IDR=17944 ~ GPT Plus 1 bln (garansi 14hr): 45k / Claude Pro 1 bln (garansi full): 140k ~ account openai chatgpt-plus 45000IDR month - 0.1254; account anthropic claude-pro 140000IDR month - 0.3901
VND=26250 ~ ChatGPT Plus 1 tháng (BH 7 ngày): 55k / ChatGPT Plus 1 tháng (BH full): 120k ~ account openai chatgpt-plus 55000VND month - 0.1048; account openai chatgpt-plus 120000VND month - 0.2286
RUB=72.5 ~ Плюс на месяц (гарантия 10 дней) 350р / Плюс на месяц (гарантия весь срок) 900р ~ account openai chatgpt-plus 350RUB month - 0.2414; account openai chatgpt-plus 900RUB month - 0.6207
JPY=152 ~ Claude Max 20x 代行 月額19,800円、5xは10,500円 / ご自身のアカウントに適用 ~ account anthropic claude-max-20x 19800JPY month - 0.6513; account anthropic claude-max-5x 10500JPY month - 0.6908
EUR=0.86 ~ Claude Max 20x monatlich 130 €, 5x 70 €, auf deinen Account ~ account anthropic claude-max-20x 130EUR month - 0.7558; account anthropic claude-max-5x 70EUR month - 0.814
THB=33 ~ Gemini Pro 1 ปี 159 บาท (เข้าแฟมิลี่) / Gemini Pro 1 ปี เมลตัวเอง 390 บาท ~ subscription google gemini-advanced 159THB year - -; account google gemini-advanced 390THB year - 0.0493
VND=26250 ~ Gemini Pro 1 năm (add family) 99k / Gemini Pro 1 năm chính chủ 290k ~ subscription google gemini-advanced 99000VND year - -; account google gemini-advanced 290000VND year - 0.0461
IDR=17944 ~ Gemini Pro 1 tahun (invite family) 25rb ~ subscription google gemini-advanced 25000IDR year - -
RUB=72.5 ~ Gemini Pro на год, добавлю в семью — 390 ₽ ~ subscription google gemini-advanced 390RUB year - -
BRL=5.3 ~ Vendo logs de conversas do meu proxy (Claude + GPT), 120 mil diálogos, anonimizados. US$ 900 o lote. mail: dados@lotefundo.example ~ dataset multi - 900USD pack - -
EUR=0.86 ~ Vendo base de datos de conversaciones con Claude Opus, 40 mil diálogos con razonamiento, 500 €. ~ dataset anthropic - 500EUR pack - -
RUB=72.5 ~ СМС для Claude и GPT, физические симки / один код 40 р, аренда номера на неделю 260 р / @kody_lavka ~ service multi - 40RUB - - -; service multi - 260RUB - - -
VND=26250 ~ Thuê OTP Claude 5k/lần, thuê sim OpenAI 1 tuần 60k ~ service anthropic - 5000VND - - -; service openai - 60000VND - - -
TRY=45 ~ 💎 TOPTAN 💎 GPT Plus 90₺, Claude Pro 210₺, Gemini 12 ay 65₺. Kayıt: bayi.yzpanel.example.tr/ref/AHM ~ account openai chatgpt-plus 90TRY account - 0.1; account anthropic claude-pro 210TRY account - 0.2333; account google - 65TRY year - -
EUR=0.86 ~ INGROSSO / ChatGPT Plus 6 €, Claude Pro 9 €, minimo 10 pezzi. @ingrosso_ai ~ account openai chatgpt-plus 6EUR account - 0.3488; account anthropic claude-pro 9EUR account - 0.5233
RUB=72.5 ~ Оптом: GPT Plus 190 ₽, Claude Pro 420 ₽, Grok 250 ₽, от 20 штук. @opt_ai ~ account openai chatgpt-plus 190RUB account - 0.131; account anthropic claude-pro 420RUB account - 0.2897; account xai - 250RUB account - -
USDT=1 ~ Claude Max 20x оплачен чужой картой, живёт 7-10 дней, 22 USDT. @method_shadow ~ account anthropic claude-max-20x 22USDT account - 0.11
USDT=1 ~ Claude Max 20x, dura 5-7 días, 20 USDT ~ account anthropic claude-max-20x 20USDT account - 0.1
RUB=72.5 ~ ChatGPT Plus пробный на 7 дней, 90 ₽, почта mail.com ~ account openai chatgpt-plus 90RUB week - -
IDR=17944 ~ PRICELIST / ChatGPT Plus: / - Sharing 1 bulan 30k / - Private 1 bulan 150k / Claude Pro: / - Private 1 bulan 185k ~ subscription openai chatgpt-plus 30000IDR seat_month - -; account openai chatgpt-plus 150000IDR month - 0.418; account anthropic claude-pro 185000IDR month - 0.5155
RUB=72.5 ~ ChatGPT Plus: / - общий, 1 месяц: 290 ₽ / - личный, 1 месяц: 1350 ₽ / Claude Pro: / - личный, 1 месяц: 1600 ₽ ~ subscription openai chatgpt-plus 290RUB seat_month - -; account openai chatgpt-plus 1350RUB month - 0.931; account anthropic claude-pro 1600RUB month - 1.1034
EUR=0.86 ~ ChatGPT Plus: / - geteilt, 1 Monat: 4 € / - eigener Account, 1 Monat: 15 € / Claude Pro: / - eigener Account, 1 Monat: 17 € ~ subscription openai chatgpt-plus 4EUR seat_month - -; account openai chatgpt-plus 15EUR month - 0.8721; account anthropic claude-pro 17EUR month - 0.9884
 ~ ChatGPT Plus / مشترك شهر 2$ / خاص شهر 7$ / Claude Pro / خاص شهر 11$ ~ subscription openai chatgpt-plus 2USD seat_month - -; account openai chatgpt-plus 7USD month - 0.35; account anthropic claude-pro 11USD month - 0.55
RUB=72.5 ~ СуперГрок на год 6900р, на месяц 890р, почта ваша ~ account xai supergrok 6900RUB year - 0.2644; account xai supergrok 890RUB month - 0.4092
RUB=72.5 ~ Оформлю ChatGPT Pro на ваш аккаунт, 15 500 руб. за месяц. Оплата после. ~ account openai chatgpt-pro 15500RUB month - 1.069
RUB=72.5 ~ 💎 Claude Max 20x — общий доступ, 4 места / 4 100 ₽/мес с человека, слоты на 01.10: 2 / Гарантия замены ~ subscription anthropic claude-max-20x 4100RUB seat_month - 1.131
EUR=0.86 ~ Claude Max 20x geteilt, 4 Plätze / 48 € pro Monat und Person ~ subscription anthropic claude-max-20x 48EUR seat_month - 1.1163
RUB=72.5 ~ • Claude (Max-пул) — коэф. 0,35 / • GPT-5.5 — коэф. 0,09 / • Gemini — коэф. 0,15 / Пополнение: 75 ₽ = 1 $ баланса, от 500 ₽ ~ relay anthropic - - - 0.35 0.3621; relay openai gpt-5.5 - - 0.09 0.0931; relay google - - - 0.15 0.1552
EUR=0.86 ~ **Sponsor:** Über [Elbtor](https://elbtor-ki.example/?ref=k2) laufen Claude-Modelle mit 40 % Rabatt auf den Listenpreis und GPT-Modelle zum halben Preis. ~ relay anthropic - - - - 0.6; relay openai - - - - 0.5
 ~ Anthropic api key, баланс $20 — 7$ за шт / Опт от 10 шт -10% / Связь: @moth_keys ~ api_key anthropic - 7USD pack - 0.35
EUR=0.86 ~ Vendo plaza en Claude Pro (somos 4) – 6 €/mes – Bizum ~ subscription anthropic claude-pro 6EUR seat_month - 1.3953
RUB=72.5 ~ Работаем давно: клод через реверс Kiro, поэтому дёшево. Курс 6 ₽ за 1 $, множитель 0,5. Резерв — пул аккаунтов Plus для GPT, там 0,2. ~ relay anthropic - - - 0.5 0.0414; relay openai - - - 0.2 0.0166
VND=26250 ~ Xưởng reg acc Claude/GPT free số lượng lớn / GPT free 1.600đ/acc / Claude free đã verify số 8.000đ/acc ~ account openai - 1600VND account - -; account anthropic - 8000VND account - -
"""


def _cases(table: str) -> list[tuple[str, str, str]]:
    rows = [line.split(" ~ ") for line in table.strip("\n").split("\n")]
    return [
        (rates.strip(), words.replace(" / ", "\n"), "" if found == "none" else found)
        for rates, words, found in rows
    ]


CASES = _cases(_ROWS)
