"""Each language's ways to say how long a price buys; a row: rates, price, unit, forms."""

from __future__ import annotations

_TABLE = """
 ~ $12 ~ month ~ 1 month|a month|per month|/month|/mo|/ mo|1mo|1 mo|1m|1-month|one month|monthly|30 days|30d|30-day|31 days|each month|every month|month|p/m|p.m.|mth|1 mnth|for 1 month|x1 month
 ~ $12 ~ year ~ 1 year|a year|per year|/yr|/y|1yr|1y|12 months|12m|12mo|12 mos|365 days|annual|yearly|annually|one year|twelve months|year|per annum|p.a.|365d
 ~ $12 ~ week ~ 1 week|7 days|7d|7-day|weekly|/wk|/week|a week|one week|1wk
 ~ $12 ~ day ~ 1 day|daily|/day|1d|one day|a day
 ~ $12 ~ pack ~ 3 months|3mo|3m|6 months|6-month|quarterly|half a year|half-year|six months|2 weeks|14 days|90 days|15 months|18 months|2 years|semiannual|6mo|90d|24 months|14d|10 days
CNY=6.8 ~ 88元 ~ month ~ 1个月|一个月|月卡|包月|/月|每月|单月|30天|31天|一月|月付|月费|整月|1月|/个月|按月|月度|首月|月卡30天|一个月会员|月订阅|28天|30日|每个月|三十天|月享
CNY=6.8 ~ 88元 ~ year ~ 1年|一年|年卡|包年|/年|每年|12个月|年付|整年|365天|一整年|年度|年费|十二个月|按年|12月|全年|周年|一年期
CNY=6.8 ~ 88元 ~ week ~ 1周|一周|周卡|7天|包周|/周|七天|一星期|1个星期|每周|7日|周付|按周
CNY=6.8 ~ 88元 ~ day ~ 1天|一天|天卡|日卡|/天|每天|单日|当天|包天|一日
CNY=6.8 ~ 88元 ~ pack ~ 3个月|三个月|季卡|季度|半年|6个月|半年卡|两个月|2个月|15天|半个月|10天|3天|90天|180天|两周|双周|2年|两年|18个月|三年|15个月|半月|季付|一季度|14天
RUB=72.5 ~ 990 ₽ ~ month ~ 1 месяц|на месяц|/мес|/мес.|1 мес|1мес|1 мес.|месяц|в месяц|30 дней|30дн|на 30 дней|месячная|месячный|ежемесячно|помесячно|на 1 месяц|1м|31 день|один месяц|за месяц|на 1 мес
RUB=72.5 ~ 990 ₽ ~ year ~ 1 год|на год|/год|12 месяцев|12 мес|годовая|365 дней|в год|год|на 12 месяцев|за год|на 1 год|ежегодно|годовой
RUB=72.5 ~ 990 ₽ ~ week ~ 1 неделя|неделя|на неделю|7 дней|/нед|нед|недельный|в неделю|1 нед|7 дн|за неделю
RUB=72.5 ~ 990 ₽ ~ day ~ 1 день|сутки|на день|/день|1 сутки|в день|на сутки|суточный|посуточно
RUB=72.5 ~ 990 ₽ ~ pack ~ 3 месяца|3 мес|полгода|6 месяцев|квартал|на полгода|на 3 месяца|2 месяца|6 мес|две недели|2 недели|14 дней|90 дней|три месяца|шесть месяцев|3м|на квартал|полгода
UAH=41 ~ 450 грн ~ month ~ 1 місяць|на місяць|/міс|міс|1 міс|місяць|30 днів|на 30 днів|щомісяця|щомісячно
UAH=41 ~ 450 грн ~ year ~ 1 рік|на рік|/рік|12 місяців|рік|річна|365 днів|12 міс
UAH=41 ~ 450 грн ~ week ~ тиждень|1 тиждень|на тиждень|7 днів|/тиж
UAH=41 ~ 450 грн ~ day ~ 1 день|доба|на добу|/добу
UAH=41 ~ 450 грн ~ pack ~ 3 місяці|півроку|6 місяців|квартал|2 місяці|3 міс
EUR=0.87 ~ 12 € ~ month ~ 1 mes|al mes|por mes|/mes|mensual|30 días|30 dias|mes|un mes|cada mes|mensuales|30d|mensualmente|1 mes completo|x mes|c/mes
EUR=0.87 ~ 12 € ~ year ~ 1 año|al año|/año|anual|12 meses|365 días|un año|año|por año|doce meses|1 ano|anuales|12m
EUR=0.87 ~ 12 € ~ week ~ 1 semana|por semana|semanal|7 días|/semana|una semana|a la semana
EUR=0.87 ~ 12 € ~ day ~ 1 día|por día|diario|/día|un día|al día|diaria
EUR=0.87 ~ 12 € ~ pack ~ 3 meses|6 meses|trimestre|trimestral|semestral|semestre|medio año|2 semanas|15 días|tres meses|seis meses|2 meses|bimestral|quincenal|2 años|quince días|90 días
BRL=5.2 ~ R$ 49 ~ month ~ 1 mês|por mês|/mês|mensal|30 dias|mês|um mês|ao mês|1 mes|mensais|/mes|cada mês|mensalmente
BRL=5.2 ~ R$ 49 ~ year ~ 1 ano|por ano|/ano|anual|12 meses|365 dias|um ano|ao ano
BRL=5.2 ~ R$ 49 ~ week ~ 1 semana|por semana|semanal|7 dias|/semana|uma semana
BRL=5.2 ~ R$ 49 ~ day ~ 1 dia|por dia|diário|/dia|diária|um dia
BRL=5.2 ~ R$ 49 ~ pack ~ 3 meses|6 meses|trimestre|trimestral|semestral|semestre|meio ano|15 dias|2 semanas|três meses|seis meses|bimestral|quinzenal|2 anos|90 dias
EUR=0.87 ~ 12 € ~ month ~ 1 Monat|pro Monat|/Monat|monatlich|30 Tage|im Monat|einen Monat|mtl.|mtl|Monat|je Monat|ein Monat|/ Mon.|1 Mon.|für 1 Monat|Monatsabo|Monatszugang|30 Tagen
EUR=0.87 ~ 12 € ~ year ~ 1 Jahr|pro Jahr|/Jahr|jährlich|12 Monate|365 Tage|ein Jahr|im Jahr|Jahresabo|zwölf Monate|p.a.|12 Monaten|Jahr
EUR=0.87 ~ 12 € ~ week ~ 1 Woche|pro Woche|wöchentlich|7 Tage|/Woche|eine Woche|7 Tagen
EUR=0.87 ~ 12 € ~ day ~ 1 Tag|pro Tag|täglich|/Tag|ein Tag|am Tag
EUR=0.87 ~ 12 € ~ pack ~ 3 Monate|6 Monate|Quartal|halbjährlich|halbes Jahr|Halbjahr|2 Wochen|14 Tage|drei Monate|sechs Monate|vierteljährlich|zwei Monate|ein halbes Jahr|2 Jahre|90 Tage
EUR=0.87 ~ 12 € ~ month ~ 1 mois|par mois|/mois|mensuel|30 jours|un mois|mois|mensuelle|/ mois|chaque mois
EUR=0.87 ~ 12 € ~ year ~ par an|annuel|12 mois|365 jours|un an|une année|annuelle|1 année|/année
EUR=0.87 ~ 12 € ~ week ~ 1 semaine|par semaine|hebdomadaire|7 jours|/semaine|une semaine|hebdo
EUR=0.87 ~ 12 € ~ day ~ 1 jour|par jour|/jour|un jour|journalier
EUR=0.87 ~ 12 € ~ pack ~ 3 mois|6 mois|trimestre|trimestriel|semestriel|semestre|deux mois|2 semaines|15 jours|2 ans|90 jours|six mois|trois mois
EUR=0.87 ~ 12 € ~ month ~ 1 mese|al mese|/mese|mensile|30 giorni|un mese|mese|per mese|30 gg|mensili|ogni mese
EUR=0.87 ~ 12 € ~ year ~ 1 anno|all'anno|/anno|annuale|12 mesi|365 giorni|un anno|anno|annuo|annuali|dodici mesi
EUR=0.87 ~ 12 € ~ week ~ 1 settimana|a settimana|/settimana|settimanale|7 giorni|una settimana
EUR=0.87 ~ 12 € ~ day ~ 1 giorno|al giorno|/giorno|giornaliero|un giorno
EUR=0.87 ~ 12 € ~ pack ~ 3 mesi|6 mesi|trimestre|trimestrale|semestrale|semestre|sei mesi|due settimane|15 giorni|tre mesi|2 anni|90 giorni
TRY=46 ~ 499 TL ~ month ~ 1 ay|aylık|1 aylık|/ay|30 gün|30 günlük|ayda|bir ay|aylik|1 aylik|bir aylık|her ay
TRY=46 ~ 499 TL ~ year ~ 1 yıl|yıllık|1 yıllık|/yıl|12 ay|365 gün|12 aylık|bir yıl|1 yil|yillik|senelik|yılda|1 sene|365 günlük
TRY=46 ~ 499 TL ~ week ~ 1 hafta|haftalık|/hafta|7 gün|7 günlük|bir hafta|1 haftalık|haftada
TRY=46 ~ 499 TL ~ day ~ 1 gün|günlük|/gün|bir gün|1 günlük|günde
TRY=46 ~ 499 TL ~ pack ~ 3 ay|3 aylık|6 ay|6 aylık|yarım yıl|üç aylık|2 hafta|15 gün|altı ay|iki ay|2 yıl|90 gün|altı aylık
VND=26250 ~ 99k ~ month ~ 1 tháng|/tháng|mỗi tháng|30 ngày|một tháng|tháng|1t|1 th|theo tháng|hàng tháng|1 thang|/thang|1thang|gói tháng|hằng tháng|30 ngay
VND=26250 ~ 99k ~ year ~ 1 năm|/năm|mỗi năm|12 tháng|365 ngày|một năm|năm|hàng năm|1 nam|gói năm|12 thang|12t
VND=26250 ~ 99k ~ week ~ 1 tuần|/tuần|7 ngày|một tuần|tuần|1 tuan|gói tuần|mỗi tuần|7 ngay
VND=26250 ~ 99k ~ day ~ 1 ngày|/ngày|một ngày|mỗi ngày|1 ngay|gói ngày
VND=26250 ~ 99k ~ pack ~ 3 tháng|6 tháng|nửa năm|quý|1 quý|2 tuần|15 ngày|ba tháng|sáu tháng|nửa tháng|3 thang|2 năm|90 ngày|hai tháng|3t
IDR=17900 ~ Rp 45.000 ~ month ~ 1 bulan|/bulan|per bulan|bulanan|30 hari|sebulan|1 bln|/bln|satu bulan|1bln|bulan|tiap bulan|1 bulan full|perbulan|30hr
IDR=17900 ~ Rp 45.000 ~ year ~ 1 tahun|/tahun|per tahun|tahunan|12 bulan|365 hari|setahun|1 thn|/thn|1th|satu tahun|1 th|pertahun
IDR=17900 ~ Rp 45.000 ~ week ~ 1 minggu|/minggu|per minggu|mingguan|7 hari|seminggu|1 mgg|satu minggu|1mg
IDR=17900 ~ Rp 45.000 ~ day ~ 1 hari|/hari|per hari|harian|sehari|satu hari|perhari
IDR=17900 ~ Rp 45.000 ~ pack ~ 3 bulan|6 bulan|setengah tahun|triwulan|2 minggu|14 hari|tiga bulan|enam bulan|dua bulan|2 bln|3bln|2 tahun|90 hari
THB=33 ~ 199 บาท ~ month ~ 1 เดือน|/เดือน|ต่อเดือน|รายเดือน|30 วัน|เดือนละ|หนึ่งเดือน|1เดือน|เดือน|30วัน
THB=33 ~ 199 บาท ~ year ~ 1 ปี|/ปี|ต่อปี|รายปี|12 เดือน|365 วัน|ปีละ|หนึ่งปี|1ปี
THB=33 ~ 199 บาท ~ week ~ 1 สัปดาห์|/สัปดาห์|รายสัปดาห์|7 วัน|ต่อสัปดาห์|1 อาทิตย์|หนึ่งสัปดาห์|7วัน
THB=33 ~ 199 บาท ~ day ~ 1 วัน|/วัน|ต่อวัน|รายวัน|1วัน
THB=33 ~ 199 บาท ~ pack ~ 3 เดือน|6 เดือน|ครึ่งปี|ราย 3 เดือน|2 สัปดาห์|15 วัน|สามเดือน|หกเดือน|ไตรมาส|2 ปี|90 วัน
EGP=51 ~ 450 جنيه ~ month ~ شهر|شهري|شهريا|شهرياً|لمدة شهر|في الشهر|/شهر|30 يوم|٣٠ يوم|1 شهر|شهر واحد|شهر كامل|كل شهر|لشهر|اشتراك شهري|شهرية|بالشهر|30 يوما
EGP=51 ~ 450 جنيه ~ year ~ سنة|سنوي|سنويا|لمدة سنة|في السنة|/سنة|12 شهر|عام|لمدة عام|365 يوم|سنه|سنوية|اشتراك سنوي|عام كامل|١٢ شهر|سنة كاملة
EGP=51 ~ 450 جنيه ~ week ~ أسبوع|اسبوع|أسبوعي|اسبوعي|لمدة أسبوع|7 أيام|٧ أيام|في الأسبوع|اسبوعيا|أسبوعيا
EGP=51 ~ 450 جنيه ~ day ~ يوم|يومي|يوميا|لمدة يوم|في اليوم|/يوم
EGP=51 ~ 450 جنيه ~ pack ~ 3 أشهر|شهرين|6 أشهر|نصف سنة|ثلاثة أشهر|ستة أشهر|3 شهور|أسبوعين|سنتين|٣ أشهر|٦ شهور|15 يوم|ربع سنوي|نصف سنوي|90 يوم|لمدة 3 شهور|6 اشهر
IRT=1400000 ~ 450 هزار تومان ~ month ~ ماهانه|یک ماهه|یکماهه|۱ ماهه|1 ماهه|30 روزه|۳۰ روزه|ماهیانه|در ماه|هر ماه|یک ماه|۱ ماه|برای یک ماه|ماهی|۳۰ روز
IRT=1400000 ~ 450 هزار تومان ~ year ~ سالانه|یک ساله|یکساله|۱۲ ماهه|1 ساله|سالیانه|در سال|یک سال|۱ سال|۳۶۵ روزه|12 ماهه
IRT=1400000 ~ 450 هزار تومان ~ week ~ هفتگی|یک هفته|۷ روزه|7 روز|هفته ای
IRT=1400000 ~ 450 هزار تومان ~ day ~ روزانه|یک روزه|۱ روزه|یک روز
IRT=1400000 ~ 450 هزار تومان ~ pack ~ سه ماهه|۳ ماهه|شش ماهه|6 ماهه|دو هفته|۱۵ روزه|دو ماهه|3 ماه|۲ ساله|۶ ماه|نیم سال|۹۰ روزه
INR=86 ~ ₹499 ~ month ~ 1 महीना|एक महीना|/महीना|प्रति माह|मासिक|30 दिन|1 माह|हर महीने|महीने का|1 mahina|per month|1 महीने
INR=86 ~ ₹499 ~ year ~ 1 साल|एक साल|/साल|वार्षिक|12 महीने|सालाना|365 दिन|1 वर्ष|1 saal|प्रति वर्ष
INR=86 ~ ₹499 ~ week ~ 1 हफ्ता|एक हफ्ता|साप्ताहिक|7 दिन|1 सप्ताह
INR=86 ~ ₹499 ~ day ~ 1 दिन|एक दिन
INR=86 ~ ₹499 ~ pack ~ 3 महीने|6 महीने|तीन महीने|छह महीने|2 महीने|15 दिन
JPY=150 ~ 1980円 ~ month ~ 1ヶ月|1か月|1ヵ月|1カ月|月額|/月|30日|30日間|1ヶ月間|一ヶ月|月々|毎月|１ヶ月|ひと月|一か月|1ケ月|月払い|1箇月|1月|月
JPY=150 ~ 1980円 ~ year ~ 1年|年額|/年|1年間|12ヶ月|365日|一年|年払い|年間|12か月|365日間
JPY=150 ~ 1980円 ~ week ~ 1週間|7日間|週額|/週|一週間|毎週|7日
JPY=150 ~ 1980円 ~ day ~ 1日|/日|一日|1日間|毎日
JPY=150 ~ 1980円 ~ pack ~ 3ヶ月|6ヶ月|半年|3か月|2週間|14日間|四半期|半年間|2年|3カ月|６ヶ月|90日
KRW=1400 ~ 9900원 ~ month ~ 1개월|한달|한 달|월|/월|매월|30일|월간|월 구독|1달|월정액|30일권|1개월권|월권
KRW=1400 ~ 9900원 ~ year ~ 1년|일년|연간|/년|12개월|365일|1년권|매년|연 구독|년간|12개월권
KRW=1400 ~ 9900원 ~ week ~ 1주|일주일|7일|/주|주간|1주일|7일권|매주|한주
KRW=1400 ~ 9900원 ~ day ~ 1일|/일|일일|매일|1일권
KRW=1400 ~ 9900원 ~ pack ~ 3개월|6개월|반년|2주|15일|분기|세 달|석달|2개월|3달|6개월권|2년|90일
PLN=3.7 ~ 45 zł ~ month ~ 1 miesiąc|na miesiąc|/miesiąc|miesięcznie|30 dni|/mies|miesiąc|1 mies.|/mc|1 msc|/m-c|miesięczny
PLN=3.7 ~ 45 zł ~ year ~ 1 rok|na rok|/rok|rocznie|12 miesięcy|365 dni|rok|roczny
PLN=3.7 ~ 45 zł ~ week ~ 1 tydzień|na tydzień|tygodniowo|7 dni|/tydz|tydzień
PLN=3.7 ~ 45 zł ~ day ~ 1 dzień|na dzień|dziennie|/dzień
PLN=3.7 ~ 45 zł ~ pack ~ 3 miesiące|pół roku|6 miesięcy|kwartał|2 tygodnie|14 dni|kwartalnie
"""
PERIODS = [tuple(cell.strip() for cell in row.split("~")) for row in _TABLE.strip().splitlines()]
