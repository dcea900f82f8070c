"""Words for lengths of time: a line a language, so that a missing form shows.

`NOUNS` need a number, a word for each or one, or a place of their own; `SPELT` state a term by themselves;
`CARDS` name a good by its term.
"""

from __future__ import annotations

NOUNS = {
    "day": (
        "天 日 自然日 自然天 个自然日 个自然天"
        " 日間 일 일간 일권 วัน रोज दिन दिनों"
        " d day days daily"
        " дн дн. день дня дней сутки суток сут днів дні день добу доба"
        " ngày ngay hari harian sehari perhari"
        " tag tage tagen täglich día dias días dia diario diaria diarios diária diário diárias"
        " jour jours journalier journalière giorno giorni gg giornaliero"
        " gün gun günlük gunluk günde يوم أيام ايام يوما يومًا يوميا يومياً يومي روز روزه روزانه dzień dni dzien dziennie"
    ),
    "week": (
        "周 个星期 星期 个周 个礼拜 礼拜 週間 週間分 週 주 주일 주간 주권 สัปดาห์ อาทิตย์ हफ्ता हफ्ते सप्ताह hafta"
        " wk wks week weeks нед нед. тиж тиж. minggu mgg mg tuần tuan woche wochen"
        " semana semanas semaine semaines settimana settimane hafta أسبوع اسبوع أسابيع اسابيع هفته tydzień tygodni tygodnie tydz"
    ),
    "month": (
        "月 个月 個月 自然月 个自然月 个整月 个月会员"
        " ヶ月 ヶ月間 か月 か月間 カ月 カ月間 ヵ月 ヵ月間 ケ月 箇月 개월 개월권 개월간 달 달간 월 เดือน महीना महीने महीनों माह mahina mahine"
        " mo mon month months month1 month3 mth mths mnth mnths mos calendar_month calendar_months"
        " м мес мес. месяц* міс міс. місяц*"
        " tháng thang thg bulan bln bln. buwan"
        " monat monate monaten mes meses mês mois mese mesi"
        " ay ayı شهر شهور أشهر اشهر شهرا شهرًا ماه ماهه miesiąc miesiące miesięcy miesiac mies mies. msc mc"
    ),
    "quarter": (
        "季 季度 四半期 분기 ไตรมาส तिमाही quarter quarters qtr квартал* quý quartal quartale trimestre trimestres triwulan çeyrek kwartał kwartału"
    ),
    "year": (
        "年 周年 个周年 年間 년 년간 년권 ปี साल वर्ष saal baras"
        " y yr yrs year years year1 год года лет годов рік роки років рок"
        " năm nam tahun thn thn. jahr jahre jahren año años ano anos ans année années anno anni"
        " yıl yil sene سنة سنه سنوات سنين عام أعوام سال ساله rok roku lata lat"
    ),
    "hour": (
        "小时 時間 시간 ชั่วโมง ชม. घंटे 分钟 分間 분 นาที"
        " h hr hour hours hrs min mins minutes час часа часов минут* год. годин години godz giờ phút jam menit"
        " stunde stunden minuten hora horas minutos heure heures ore ora saat dakika ساعة ساعات دقيقة ساعت دقیقه"
    ),
}

SPELT = {
    "week": (
        "一星期 一个星期 一周时间 一礼拜 一週間 일주일 한주 한_주 매주 주당 รายสัปดาห์ สัปดาห์ละ साप्ताहिक"
        " week weekly tuần minggu mingguan seminggu perminggu недел* недельн* еженедельн* понедельно тижден* тижні тижнів щотижня"
        " woche wöchentlich semana semanal semanales semanalmente semaine hebdomadaire hebdo settimana settimanale"
        " hafta haftalık haftalik haftada haftaya أسبوع اسبوع أسبوعي أسبوعيًا اسبوعي أسبوعيا أسبوعياً اسبوعيا أسبوعية اسبوعية"
        " هفته هفتگی tydzień tygodniowo tygodniowy 週 週間 週額 주 สัปดาห์"
    ),
    "month": (
        "当月 首月 整月 一整月 足月 自然月 一月份 月額 月々 ひと月 一ヶ月 一か月 一カ月 月払い 月ぎめ"
        " 한달 한_달 한달간 한달권 월간 매월 매달 월정액 월구독 월 달당 월당 รายเดือน เดือนละ เดือน हर_महीने प्रति_माह मासिक महीने_का"
        " mo month monthly month1 p/m p.m. p.m mthly per_mth p/mo permonth"
        " месяц месяца мес месячн* ежемесячн* помесячн* місяць місяця місячн* щомісяця щомісячн* на_міс на_мес"
        " tháng hàng_tháng hằng_tháng theo_tháng bulan bulanan sebulan perbulan tiap_bulan"
        " monat monatlich mtl mtl. monatl. monatszugang mes mensual mensuales mensualmente mês mensal mensais mensalmente mois mensuel mensuelle"
        " mensuels mensuellement mese mensile mensili mensilmente ay aylık aylik ayda aylığı aylığına"
        " شهر شهري شهريًا شهريا شهرياً شهرية شهريه ماه ماهانه ماهیانه ماهی یکماهه یک‌ماهه miesięcznie miesięczny miesięczna miesiąc"
    ),
    "quarter": "quarterly quarter_of_a_year trimestral trimestrales trimestrale trimestriel trimestrielle vierteljährlich kwartalnie 四半期 季度 分기 quý triwulan",
    "year": (
        "一整年 整年 全年 一年期 一年份 年額 年間 年払い 연간 매년 일년 일_년 연_구독 연당 년당 รายปี ปีละ वार्षिक सालाना प्रति_वर्ष"
        " year yearly annual annually per_annum p.a. p.a year1 twelve_month годов* ежегодн* год річн* щорічн* щороку рік"
        " năm hàng_năm hằng_năm tahun tahunan setahun pertahun jahr jährlich jahreszugang año anual anuales anualmente ano anuais"
        " par_an pour_un_an un_an annuel annuelle année annuale annuo annua annuali anno all'anno"
        " yıl yıllık yillik yılda senelik yıllığı yıllığına سنة سنوي سنويًا سنويا سنوياً سنوية سنه سنويه عام سال سالانه سالیانه یکساله یک‌ساله rocznie roczny roczna rok"
    ),
}

CARDS = {
    "day": "gói_ngày day_pass daily_plan daily_pass paket_harian суточн* дневн* посуточн* 会员日卡 天卡 日卡 包天 单日档 日付 单日 日租号 1日号",
    "week": "gói_tuần weekly_plan weekly_pass week_pass paket_mingguan недельн* plan_semanal 会员周卡 周卡 周号 包周 周付 周套餐 一周档 周租 周会员 周体验",
    "fortnight": (
        "半月卡 半月 半个月 双周 两周 biweekly fortnight half_a_month nửa_tháng setengah_bulan quincenal quincena quinzenal quinzena"
        " hai_tuần два_тижні две_недели أسبوعين halber_monat 보름 半月間"
    ),
    "month": (
        "会员月卡 月会员 月订阅 单月 包一月 月份会员 月保 月质保 月卡 月号 包月 月付 月租 月度 月费 月套餐 月度档 月套 包一个月 月额度卡 月享 月票 月包"
        " monthly_plan monthly_pass monatsabo plan_mensual gói_tháng gói_1_tháng paket_bulanan monatskarte abbonamento_mensile abonnement_mensuel"
    ),
    "twomonths": "双月 双月卡 bimestral bimestrale شهرين دو_ماهه두달 두_달",
    "quarter": (
        "季度会员 季会员 季卡 包季 季付 季租 세_달 세달 석달 석_달 سه_ماهه سه‌ماهه ربع_سنوي ราย_3_เดือน สามเดือน quarterly_plan gói_quý"
        " quartalsabo plan_trimestral"
    ),
    "halfyear": (
        "半年卡 半年 包半年 半年付 半年間 반년 여섯달 ครึ่งปี หกเดือน छमाही half_a_year half-year half_year halfyear semiannual semi-annual semi-annually half-yearly 6-monthly"
        " полгода пол_года полугод* на_полгода півроку пів_року nửa_năm setengah_tahun semesteran semestral semestrales semestre semestrale semestriel semestrielle"
        " medio_año meio_ano mezzo_anno halbjahr halbes_jahr halbjährlich halbjahresabo ein_halbes_jahr yarım_yıl yarım_sene yarıyıl"
        " نصف_سنة نصف_سنوي نیم_سال نیم‌سال شش_ماهه شش‌ماهه pół_roku półroczny"
    ),
    "year": "年会员 年订阅 年卡 年号 包年 年付 年费 年度 年租 年套餐 jahresabo abo_anual plan_anual yearly_plan annual_plan gói_năm paket_tahunan abonnement_annuel abbonamento_annuale",
    "twoyears": "2年卡 سنتين عامين deux_ans biennial",
}

MONTHS = {
    "day": "0.0333", "week": "0.25", "fortnight": "0.5", "month": "1", "twomonths": "2", "quarter": "3", "halfyear": "6",
    "year": "12", "twoyears": "24",
}  # fmt: skip
DAYS = {
    "day": 1, "week": 7, "fortnight": 14, "month": 30, "twomonths": 60, "quarter": 90, "halfyear": 180, "year": 365,
    "twoyears": 730,
}  # fmt: skip

LEADS = frozenset(
    [
        "a",
        "an",
        "per",
        "each",
        "every",
        "one",
        "за",
        "на",
        "в",
        "al",
        "a",
        "por",
        "cada",
        "x",
        "par",
        "le",
        "im",
        "am",
        "pro",
        "je",
        "für",
        "den",
        "за",
        "di",
        "tiap",
        "setiap",
        "satu",
        "theo",
        "mỗi",
        "một",
        "bir",
        "her",
        "في",
        "لكل",
        "كل",
        "لمدة",
        "در",
        "هر",
        "یک",
        "برای",
        "na",
        "za",
        "ต่อ",
        "每",
        "每个",
        "按",
        "包",
        "毎",
        "매",
        "당",
        "एक",
        "हर",
        "प्रति",
        "par",
    ]
)
"""Words before a period that make it a term: a month, на месяц, al mes."""

LOCAL = {
    ("vi", "t"): "tháng", ("vi", "th"): "tháng", ("vi", "n"): "năm", ("id", "th"): "tahun", ("id", "b"): "bulan", ("id", "hr"): "hari", ("es", "sem"): "semana",
    ("de", "j"): "jahr", ("de", "std"): "stunde", ("fr", "j"): "jour", ("fr", "an"): "année", ("th", "ด"): "เดือน", ("pl", "r"): "rok",
}  # fmt: skip
"""Letters that are a period after a number, in one language only: 1t, 12th, 1 an."""
