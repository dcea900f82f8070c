"""Sentences that tell of others' sales, and sellers who write sentences, in many languages. A row: rates, words."""

from __future__ import annotations

_TOLD = """
RUB=72.5 ~ Во Владивостоке задержан студент, торговавший краденными подписками ChatGPT Plus по 150 рублей за штуку.
RUB=72.5 ~ За полгода цена подписки Claude Max на сером рынке упала с 9000 до 4200 рублей.
RUB=72.5 ~ Житель Казани лишился аккаунта Claude Pro через неделю после покупки у посредника за 900 ₽.
RUB=72.5 ~ Anthropic закрыла лазейку, через которую Claude Max 20x продавали по 2500 рублей.
RUB=72.5 ~ Роскомнадзор заблокировал магазин, где подписку ChatGPT Plus отдавали за 300 рублей.
UAH=43.5 ~ Кіберполіція викрила групу, яка збувала акаунти ChatGPT Plus по 200 грн.
UAH=43.5 ~ У Львові шахрай ошукав студентів, обіцяючи Claude Pro за 300 гривень.
VND=26250 ~ Công an Hà Nội vừa triệt phá đường dây bán tài khoản ChatGPT Plus giá 50.000đ mỗi tài khoản.
VND=26250 ~ OpenAI khoá hàng loạt tài khoản ChatGPT Plus được rao bán với giá 60k trên các hội nhóm.
VND=26250 ~ Nhiều sinh viên mất tiền vì mua Claude Pro giá 99k trên mạng.
IDR=17944 ~ Polda Jawa Barat menangkap dua pemuda yang memperjualbelikan akun ChatGPT Plus seharga Rp 25.000.
IDR=17944 ~ OpenAI memblokir ribuan akun ChatGPT Plus yang diperdagangkan seharga Rp 20 ribu di marketplace.
IDR=17944 ~ Seorang mahasiswa rugi setelah membeli Claude Max seharga Rp 500.000 dari penjual gelap.
TRY=45 ~ Siber suçlar ekipleri, ChatGPT Plus hesaplarını 50 liradan satan şebekeyi çökertti.
TRY=45 ~ OpenAI, tanesi 60 TL'den el değiştiren ChatGPT Plus hesaplarını kapattı.
TRY=45 ~ Bir öğrenci, internetten 300 TL'ye aldığı Claude Pro hesabının üç gün sonra kapandığını anlattı.
EUR=0.86 ~ Die Polizei in Köln hat einen Mann festgenommen, der ChatGPT-Plus-Konten für 4 Euro verkauft haben soll.
EUR=0.86 ~ OpenAI sperrte im Juni Tausende Konten, die für 5 Euro im Monat vermietet worden waren.
EUR=0.86 ~ In Telegram-Gruppen wechseln Claude-Max-Zugänge inzwischen für 30 Euro den Besitzer.
EUR=0.86 ~ La Guardia Civil detuvo a un joven que revendía cuentas de ChatGPT Plus por 3 euros.
 ~ Anthropic cerró miles de cuentas de Claude Max que se alquilaban a 10 dólares la semana.
EUR=0.86 ~ Un vecino de Murcia perdió 40 euros al comprar un Claude Max que dejó de funcionar a los dos días.
BRL=5.3 ~ A Polícia Civil prendeu em Goiânia um homem que vendia contas do ChatGPT Plus por R$ 10.
BRL=5.3 ~ A OpenAI bloqueou milhares de assinaturas do ChatGPT Plus que circulavam por R$ 15 em grupos de WhatsApp.
BRL=5.3 ~ Estudante de Recife perdeu R$ 60 ao pagar por um Claude Pro que nunca chegou.
EUR=0.86 ~ La gendarmerie a interpellé un étudiant qui écoulait des comptes Claude Pro à 6 euros.
EUR=0.86 ~ OpenAI a fermé des milliers de comptes ChatGPT Plus loués 4 euros par mois sur Telegram.
EUR=0.86 ~ La Guardia di Finanza ha denunciato un ventenne che rivendeva account ChatGPT Plus a 5 euro l'uno.
EUR=0.86 ~ OpenAI ha chiuso migliaia di account ChatGPT Plus affittati a 3 euro al mese su Telegram.
PLN=3.65 ~ CBZC rozbiło grupę handlującą kontami ChatGPT Plus po 20 zł.
PLN=3.65 ~ OpenAI zamknęło tysiące kont ChatGPT Plus, które wynajmowano za 15 zł miesięcznie.
EGP=51.3 ~ ضبطت مباحث الإنترنت شابا كان يبيع حسابات ChatGPT Plus مقابل 100 جنيه للحساب.
SAR=3.75 ~ أغلقت OpenAI آلاف حسابات ChatGPT Plus التي كانت تباع بـ 10 ريالات في قنوات تيليجرام.
 ~ اشتريت Claude Pro بـ 8 دولار من قناة وتوقف بعد يومين.
IRT=100000 ~ پلیس فتا فردی را که اکانت ChatGPT Plus را ۲۰۰ هزار تومان می‌فروخت دستگیر کرد.
IRT=100000 ~ اوپن‌ای‌آی هزاران حساب ChatGPT Plus را که در تلگرام به قیمت ۱۵۰ هزار تومان معامله می‌شد بست.
JPY=152 ~ 警視庁は、ChatGPT Plusのアカウントを1件500円で転売していた男を書類送検した。
JPY=152 ~ OpenAIは、月300円で貸し出されていたChatGPT Plusのアカウント数千件を停止した。
JPY=152 ~ フリマで3,000円で買ったClaude Proが三日で止まったという声が相次いでいる。
KRW=1420 ~ 경찰은 챗GPT 플러스 계정을 개당 5,000원에 판매한 일당을 검거했다.
KRW=1420 ~ 오픈AI가 월 4,000원에 대여되던 챗GPT 플러스 계정 수천 개를 정지시켰다.
KRW=1420 ~ 중고장터에서 클로드 프로를 만원에 샀다가 이틀 만에 막혔다는 피해가 잇따르고 있다.
THB=33 ~ ตำรวจไซเบอร์จับหนุ่มขายบัญชี ChatGPT Plus บัญชีละ 50 บาท
THB=33 ~ OpenAI ระงับบัญชี ChatGPT Plus หลายพันบัญชีที่ถูกปล่อยเช่าเดือนละ 60 บาท
INR=86 ~ दिल्ली पुलिस ने ChatGPT Plus अकाउंट 200 रुपये में बेचने वाले दो युवकों को गिरफ्तार किया।
INR=86 ~ OpenAI ने उन हज़ारों ChatGPT Plus खातों को बंद कर दिया जो 150 रुपये महीने पर किराए पर दिए जा रहे थे।
RUB=72.5 ~ Отзыв: заказывал Claude Pro за 1100 ₽, доступ пропал через четыре дня, деньги не вернули
VND=26250 ~ Đứa bạn mình mua Max 20x giá 1tr2, xài được 9 ngày thì bay.
IDR=17944 ~ Temen gue beli GPT Plus 30rb, seminggu udah mati.
EUR=0.86 ~ Mein Bruder hat Claude Pro für 6 € gekauft und nach einer Woche war das Konto weg.
EUR=0.86 ~ A un compañero le cobraron 30 € por un Claude Max que murió a la semana.
BRL=5.3 ~ Meu primo pagou R$ 40 num Claude Max e a conta caiu em cinco dias.
TRY=45 ~ Arkadaşım 150 liraya GPT Plus almıştı, bir haftada gitti.
"""

_SOLD = """
RUB=72.5 ~ Подключу Claude Pro к вашей почте за 1200 рублей, отвечаю сразу.
RUB=72.5 ~ Оплачу ChatGPT Plus своей картой, 1900 ₽ за месяц, без предоплаты.
RUB=72.5 ~ ChatGPT Plus на ваш аккаунт, 1 месяц, оплата после активации — 1750 ₽.
RUB=72.5 ~ Есть два аккаунта Claude Max 5x, остались от проекта. По 2800 ₽.
UAH=43.5 ~ Оплачу вам Claude Pro, 950 грн, гарантія на весь місяць.
VND=26250 ~ Mình còn dư 1 slot Claude Max 20x, chia lại 900k/tháng.
VND=26250 ~ Nâng cấp ChatGPT Plus chính chủ 1 tháng chỉ 390k, bảo hành trọn gói.
IDR=17944 ~ Akun Claude Pro private 1 bulan cuma Rp 160.000, langsung aktif.
TRY=45 ~ Kendi mailinize ChatGPT Plus tanımlıyorum, 1 ay 450 TL.
EUR=0.86 ~ Gebe meinen Claude-Max-5x-Zugang ab, noch drei Wochen gültig, 40 €.
EUR=0.86 ~ Claude Pro auf deine Mailadresse, 1 Monat, 14 €, Zahlung erst nach Aktivierung.
EUR=0.86 ~ Te activo ChatGPT Plus en tu cuenta por 12 € al mes, pago por Bizum.
BRL=5.3 ~ Ativo Claude Pro no seu e-mail por R$ 79 ao mês, pagamento no Pix.
EUR=0.86 ~ Je vous active Claude Pro sur votre adresse, 15 € par mois, paiement après essai.
EUR=0.86 ~ Attivo Claude Pro sulla tua mail, 13 € al mese, paghi dopo.
PLN=3.65 ~ Aktywuję ChatGPT Plus na Twoim mailu, 55 zł za miesiąc.
EGP=51.3 ~ تفعيل ChatGPT Plus على حسابك الشخصي لمدة شهر بـ 350 جنيه فقط.
IRT=100000 ~ فعال‌سازی ChatGPT Plus روی ایمیل خودتان، یک ماهه ۸۵۰ هزار تومان.
JPY=152 ~ ChatGPT Plusを代理決済します。1か月2,400円、お支払いは確認後で大丈夫です。
KRW=1420 ~ 챗GPT 플러스 본인 계정에 결제해 드려요. 한 달 19,000원입니다.
THB=33 ~ เติม ChatGPT Plus ให้บัญชีของคุณ 1 เดือน 490 บาท จ่ายหลังใช้ได้
INR=86 ~ आपके ईमेल पर ChatGPT Plus 1 महीना, केवल ₹499, भुगतान बाद में।
"""


def _rows(table: str) -> list[tuple[str, str]]:
    return [
        (rates.strip(), words)
        for line in table.strip("\n").split("\n")
        for rates, words in [line.split(" ~ ")]
    ]


TOLD = _rows(_TOLD)
SOLD = _rows(_SOLD)
