"""Wanted posts, questions, news, complaints and guides in eighteen languages: they sell nothing. A row: rates, words."""

from __future__ import annotations

from tests.reading.language_cases import rows_of

_NO_SALES = """
 ~ Looking to buy a Claude Max 20x account, my budget is $80 a month. PM me offers.
CNY=6.8 ~ 求购 Claude Max 20x 成品号，预算 500 元以内，有的私聊。
RUB=72.5 ~ Куплю аккаунт Claude Max 20x, бюджет до 6000 ₽ в месяц. Пишите в лс.
UAH=41 ~ Куплю акаунт Claude Max 20x, бюджет до 3000 грн на місяць. Пишіть в лс.
VND=26250 ~ Cần mua acc Claude Max 20x tầm 1tr5 một tháng, ai có ib mình.
IDR=17900 ~ Cari akun Claude Max 20x, budget 800rb sebulan, yang ada DM.
EUR=0.87 ~ Busco cuenta de Claude Max 20x, presupuesto 80 € al mes. Escríbanme.
BRL=5.2 ~ Procuro conta Claude Max 20x, orçamento R$ 400 por mês. Chama no privado.
EUR=0.87 ~ Suche einen Claude-Max-20x-Zugang, zahle bis 80 € im Monat. PN bitte.
EUR=0.87 ~ Je cherche un compte Claude Max 20x, budget 80 € par mois. MP svp.
EUR=0.87 ~ Cerco account Claude Max 20x, budget 80 € al mese. Scrivetemi.
TRY=46 ~ Claude Max 20x hesap arıyorum, bütçem aylık 3000 TL. Yazın.
EGP=51 ~ مطلوب حساب Claude Max 20x، الميزانية 3000 جنيه شهريا. راسلوني.
IRT=1400000 ~ دنبال اکانت Claude Max 20x هستم، بودجه ماهانه ۳۰۰۰ هزار تومان. پیام بدید.
JPY=150 ~ Claude Max 20xのアカウントを探しています。予算は月1万円です。DMください。
KRW=1400 ~ 클로드 맥스 20x 계정 삽니다. 월 10만원까지 가능. 쪽지 주세요.
THB=33 ~ หาซื้อบัญชี Claude Max 20x งบ 2,500 บาทต่อเดือน ใครมีทักมา
PLN=3.7 ~ Szukam konta Claude Max 20x, budżet do 300 zł miesięcznie. Piszcie na priv.
 ~ Is a $15 Claude Pro account from a reseller safe? Has anyone tried one, or do they get banned within days?
CNY=6.8 ~ 请问 78 元的 Claude Pro 成品号靠谱吗？有没有人买过，会不会几天就封？
RUB=72.5 ~ Безопасно ли брать Claude Pro за 900 ₽ у перекупов? Кто-нибудь пробовал, не банят через пару дней?
UAH=41 ~ Чи безпечно брати Claude Pro за 500 грн у перекупів? Хтось пробував, не банять за кілька днів?
VND=26250 ~ Mọi người cho hỏi Claude Pro 300k mua lại có an toàn không? Có ai bị khóa chưa?
IDR=17900 ~ Claude Pro 150rb dari reseller aman gak ya? Ada yang pernah coba, kena ban gak?
EUR=0.87 ~ ¿Es seguro comprar Claude Pro por 9 € a un revendedor? ¿Alguien lo ha probado, los banean?
BRL=5.2 ~ É seguro comprar Claude Pro por R$ 50 de revendedor? Alguém já testou, tomam ban?
EUR=0.87 ~ Ist ein Claude-Pro-Konto für 9 € vom Wiederverkäufer sicher? Hat das jemand probiert, werden die gesperrt?
EUR=0.87 ~ Un compte Claude Pro à 9 € chez un revendeur, c’est fiable ? Quelqu’un a testé, ils sont bannis ?
EUR=0.87 ~ Un account Claude Pro a 9 € da un rivenditore è sicuro? Qualcuno ha provato, li bannano?
TRY=46 ~ Satıcıdan 400 TL’ye Claude Pro almak güvenli mi? Deneyen var mı, banlanıyor mu?
EGP=51 ~ هل شراء Claude Pro بـ 400 جنيه من بائع آمن؟ هل جربه أحد، هل يتم حظره؟
IRT=1400000 ~ خرید Claude Pro به قیمت ۷۰۰ هزار تومان امنه؟ کسی امتحان کرده، بن میشه؟
JPY=150 ~ 転売の1,500円のClaude Proって安全ですか？買った人いますか、すぐBANされますか？
KRW=1400 ~ 클로드 프로 15,000원짜리 대리 계정 안전한가요? 써보신 분 있나요, 밴 당하나요?
THB=33 ~ Claude Pro 300 บาทจากคนขายต่อปลอดภัยไหม มีใครเคยลองไหม โดนแบนหรือเปล่า?
PLN=3.7 ~ Czy Claude Pro za 40 zł od odsprzedawcy jest bezpieczny? Ktoś próbował, banują?
 ~ Anthropic raised the price of Claude Max in Europe on Tuesday. The 20x plan now costs $220 a month, while Pro stays at $20, the company said.
CNY=6.8 ~ 据报道，Anthropic 周二上调了 Claude Max 价格，20x 方案每月涨到 220 美元，Pro 仍为 20 美元。
RUB=72.5 ~ Anthropic во вторник повысила цену Claude Max: тариф 20x теперь стоит 220 долларов в месяц, Pro остался 20 долларов, сообщила компания.
UAH=41 ~ Anthropic у вівторок підвищила ціну Claude Max: тариф 20x тепер коштує 220 доларів на місяць, Pro лишився 20 доларів, повідомила компанія.
VND=26250 ~ Hôm thứ Ba, Anthropic tăng giá Claude Max. Gói 20x hiện 220 USD mỗi tháng, Pro vẫn là 20 USD, hãng cho biết.
IDR=17900 ~ Anthropic menaikkan harga Claude Max pada Selasa. Paket 20x kini 220 dolar per bulan, sedangkan Pro tetap 20 dolar, kata perusahaan.
EUR=0.87 ~ Anthropic subió el martes el precio de Claude Max. El plan 20x cuesta ahora 220 dólares al mes y Pro sigue en 20, según la empresa.
BRL=5.2 ~ A Anthropic aumentou na terça o preço do Claude Max. O plano 20x agora custa 220 dólares por mês e o Pro segue em 20, segundo a empresa.
EUR=0.87 ~ Anthropic hat am Dienstag den Preis von Claude Max erhöht. Der 20x-Tarif kostet nun 220 Dollar im Monat, Pro bleibt bei 20 Dollar, teilte das Unternehmen mit.
EUR=0.87 ~ Anthropic a augmenté mardi le prix de Claude Max. Le forfait 20x coûte désormais 220 dollars par mois, Pro reste à 20 dollars, selon l’entreprise.
EUR=0.87 ~ Martedì Anthropic ha aumentato il prezzo di Claude Max. Il piano 20x costa ora 220 dollari al mese, Pro resta a 20, ha detto l’azienda.
TRY=46 ~ Anthropic salı günü Claude Max fiyatını artırdı. 20x planı artık aylık 220 dolar, Pro ise 20 dolarda kaldı, dedi şirket.
EGP=51 ~ رفعت شركة أنثروبيك يوم الثلاثاء سعر Claude Max. خطة 20x أصبحت 220 دولارا شهريا وبقي Pro عند 20 دولارا، بحسب الشركة.
IRT=1400000 ~ شرکت آنتروپیک روز سه‌شنبه قیمت Claude Max را افزایش داد. طرح 20x اکنون ماهانه ۲۲۰ دلار است و Pro همان ۲۰ دلار مانده است.
JPY=150 ~ Anthropicは火曜日、Claude Maxの価格を引き上げた。20xプランは月額220ドルとなり、Proは20ドルのままだ。
PLN=3.7 ~ Anthropic podniósł we wtorek cenę Claude Max. Plan 20x kosztuje teraz 220 dolarów miesięcznie, Pro pozostaje przy 20 dolarach, podała firma.
 ~ Bought a Claude Max 5x account for $40 from a channel, it died after two days. Seller blocked me. Avoid these people.
CNY=6.8 ~ 在某频道花 260 元买的 Claude Max 5x，两天就封了，卖家把我拉黑，大家避雷。
RUB=72.5 ~ Купил Claude Max 5x за 3000 ₽ в канале, через два дня бан. Продавец меня заблокировал. Не ведитесь.
UAH=41 ~ Купив Claude Max 5x за 1500 грн у каналі, за два дні бан. Продавець мене заблокував. Не ведіться.
VND=26250 ~ Mình mua acc Claude Max 5x 900k ở kênh kia, hai hôm là bay. Shop chặn luôn. Mọi người tránh nhé.
IDR=17900 ~ Saya beli akun Claude Max 5x 500rb di channel, dua hari langsung mati. Penjual blokir saya. Hati-hati.
EUR=0.87 ~ Compré una cuenta de Claude Max 5x por 40 € en un canal y murió a los dos días. El vendedor me bloqueó. Cuidado.
BRL=5.2 ~ Comprei uma conta Claude Max 5x por R$ 200 num canal e caiu em dois dias. O vendedor me bloqueou. Cuidado.
EUR=0.87 ~ Habe ein Claude-Max-5x-Konto für 40 € in einem Kanal gekauft, nach zwei Tagen tot. Der Verkäufer hat mich blockiert. Finger weg.
EUR=0.87 ~ J’ai acheté un compte Claude Max 5x à 40 € sur un canal, mort au bout de deux jours. Le vendeur m’a bloqué. À éviter.
EUR=0.87 ~ Ho comprato un account Claude Max 5x a 40 € su un canale, morto dopo due giorni. Il venditore mi ha bloccato. Evitate.
TRY=46 ~ Bir kanaldan 1500 TL’ye Claude Max 5x hesap aldım, iki günde kapandı. Satıcı beni engelledi. Uzak durun.
EGP=51 ~ اشتريت حساب Claude Max 5x بـ 1500 جنيه من قناة وتوقف بعد يومين. البائع حظرني. احذروا.
IRT=1400000 ~ اکانت Claude Max 5x رو ۲۰۰۰ هزار تومان از یه کانال خریدم، دو روزه پرید. فروشنده بلاکم کرد. مراقب باشید.
JPY=150 ~ チャンネルで6,000円のClaude Max 5xを買ったら2日で止まりました。出品者にブロックされました。注意してください。
KRW=1400 ~ 채널에서 클로드 맥스 5x를 5만원에 샀는데 이틀 만에 막혔어요. 판매자가 차단했네요. 조심하세요.
THB=33 ~ ซื้อ Claude Max 5x 1,300 บาทจากช่องหนึ่ง สองวันก็ใช้ไม่ได้ คนขายบล็อกผม ระวังกันด้วย
PLN=3.7 ~ Kupiłem konto Claude Max 5x za 150 zł na kanale, padło po dwóch dniach. Sprzedawca mnie zablokował. Uważajcie.
 ~ How to pay for Claude Pro from abroad: the plan costs $20 a month on the web. Use a virtual card or an App Store gift card. Do not buy shared accounts.
CNY=6.8 ~ 教程：国内如何订阅 Claude Pro？官网每月 20 美元，可用虚拟卡或礼品卡支付，别买来路不明的号。
RUB=72.5 ~ Как оплатить Claude Pro из России: подписка стоит $20 в месяц. Подойдёт виртуальная карта или подарочная карта App Store. Чужие аккаунты не берите.
UAH=41 ~ Як оплатити Claude Pro: підписка коштує $20 на місяць. Підійде віртуальна картка або подарункова картка App Store. Чужі акаунти не беріть.
VND=26250 ~ Hướng dẫn thanh toán Claude Pro: gói 20 USD mỗi tháng trên web. Bạn có thể dùng thẻ ảo hoặc thẻ quà App Store. Không nên mua acc lạ.
IDR=17900 ~ Cara bayar Claude Pro: paket 20 dolar per bulan di web. Bisa pakai kartu virtual atau gift card App Store. Jangan beli akun sembarangan.
EUR=0.87 ~ Cómo pagar Claude Pro desde fuera: el plan cuesta 20 dólares al mes en la web. Sirve una tarjeta virtual o una tarjeta regalo. No compres cuentas ajenas.
BRL=5.2 ~ Como pagar o Claude Pro: o plano custa 20 dólares por mês no site. Dá para usar cartão virtual ou gift card. Não compre contas de terceiros.
EUR=0.87 ~ So bezahlt man Claude Pro: Der Tarif kostet 20 Dollar im Monat. Eine virtuelle Karte oder ein Gutschein reicht. Fremde Konten sollte man nicht kaufen.
EUR=0.87 ~ Comment payer Claude Pro : le forfait coûte 20 dollars par mois sur le site. Une carte virtuelle ou une carte cadeau suffit. N’achetez pas de comptes.
EUR=0.87 ~ Come pagare Claude Pro: il piano costa 20 dollari al mese sul sito. Va bene una carta virtuale o una gift card. Non comprate account altrui.
TRY=46 ~ Claude Pro nasıl ödenir: plan sitede aylık 20 dolar. Sanal kart ya da hediye kartı yeterli. Başkasının hesabını almayın.
EGP=51 ~ كيف تدفع اشتراك Claude Pro: السعر 20 دولارا شهريا على الموقع. يمكن استخدام بطاقة افتراضية أو بطاقة هدايا. لا تشتر حسابات الغير.
IRT=1400000 ~ راهنمای پرداخت Claude Pro: هزینه ماهانه ۲۰ دلار در سایت است. کارت مجازی یا گیفت کارت کافی است. اکانت دیگران را نخرید.
JPY=150 ~ Claude Proの支払い方法：料金は月額20ドルです。バーチャルカードかギフトカードで払えます。他人のアカウントは買わないでください。
KRW=1400 ~ 클로드 프로 결제 방법: 요금은 월 20달러입니다. 가상카드나 기프트카드로 결제할 수 있어요. 남의 계정은 사지 마세요.
THB=33 ~ วิธีจ่าย Claude Pro: แพ็กเกจราคา 20 ดอลลาร์ต่อเดือนบนเว็บ ใช้บัตรเสมือนหรือบัตรของขวัญได้ อย่าซื้อบัญชีคนอื่น
PLN=3.7 ~ Jak zapłacić za Claude Pro: plan kosztuje 20 dolarów miesięcznie. Wystarczy karta wirtualna lub podarunkowa. Nie kupujcie cudzych kont.
"""

NO_SALES = rows_of(_NO_SALES)
