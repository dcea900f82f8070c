"""Units that a number may count: periods (months), tokens, calls, pieces, records, seats; and what is no price."""

from __future__ import annotations

PERIODS = {
    "month": "м thg 自然月 个自然月 个整月 calendar_month calendar_months 个月会员 ケ月 달간 یکماهه mesi mese miesiąc* місяц* buwan महीना 한달 한_달 한달간 bulanan 月 个月 month months mo monthly mth mths mnth mnths mos месяц* мес tháng bulan bln sebulan monat* monatlich mes meses mensual* mensal"
    " mensais mês mensuel mois ay aylık ayda شهر شهري شهريا أشهر شهور اشهر ماه ماهه ماهانه ماهیانه ヶ月 か月 カ月 ヵ月 月額"
    " 개월 달 월 เดือน 整月 一整月 ヶ月間 month1 month3 pm شهرياً bln.",
    "year": "yrs سنه یکساله 周年 个周年 y thn 年 year years yr yearly annual* год года лет годовой năm tahun setahun jahr* jährlich año años anual ano anos"
    " yıl yıllık سنة سنوي سنويا سنوات عام سال ساله سالانه 年間 年額 년 연간 ปี 整年",
    "week": "wk wks нед нед. 周 个星期 星期 week weeks weekly недел* tuần minggu seminggu woche* wöchentlich semana semanas semanal hafta"
    " haftalık أسبوع اسبوع هفته 週間 週 주 สัปดาห์ 个周",
    "day": "дн дн. 自然日 个自然日 自然天 个自然天 d 天 日 day days daily день дней дня сутки суток ngày hari sehari tag tage tagen día dias días dia gün günlük يوم"
    " أيام ايام روز روزه 日間 일 일간 วัน",
    "quarter": "季 季度 quarter quarterly квартал quý",
    "hour": "小时 hour hours h hrs час часа часов giờ jam stunde* hora horas saat ساعة ساعت 時間 시간 ชั่วโมง 分钟 min mins"
    " minutes минут* phút menit minuten minutos dakika دقيقة دقیقه 分間 분 นาที",
}

CARDS = {
    "month": "会员月卡 月会员 月订阅 单月 包一月 月份会员 月保 月质保 gói_tháng gói_1_tháng paket_bulanan monthly_plan monthly_pass plan_mensual месячн* 月卡 月号 包月 月付 月租 月度 月费 月套餐 月度档 月套 包一个月 monatsabo 月额度卡",
    "year": "年会员 年订阅 jahresabo abo_anual plan_anual 年卡 年号 包年 年付 年费 年度",
    "week": "gói_tuần weekly_plan weekly_pass week_pass paket_mingguan недельн* plan_semanal 周卡 周号 包周 周付 周套餐 一周档",
    "day": "gói_ngày day_pass daily_plan daily_pass paket_harian дневн* 天卡 日卡 包天 单日档 日付 单日",
    "quarter": "季度会员 季会员 季卡 包季 季付",
    "halfyear": "半年卡 半年 полгода nửa_năm",
}

PERIOD_MONTHS = {"month": "1", "year": "12", "quarter": "3", "halfyear": "6", "week": "0.25", "day": "0.0333"}
PERIOD_DAYS = {"month": 30, "year": 365, "quarter": 90, "halfyear": 180, "week": 7, "day": 1}

UNITS = {
    "TOKEN": "м_токенов м_токена м_токен token tokens toks tok mtok mtoken mtokens ktok 词元 токен* توكن توکن トークン 토큰 โทเค็น 百万token",
    "CALL": "次 张 call calls request requests req image images запрос* lần 调用 回 건 ครั้ง 张图 llamada* aufruf* çağrı طلب"
    " درخواست リクエスト 호출 requisi*",
    "PIECE": "个 账号 每号 每个 一个 each piece pieces pcs pc шт штук cái chiếc apiece 账户 accounts acc accs"
    " akun hesap 개 個 ชิ้น unidad und 号/",
    "RECORD": "row pair pairs turn prompt gigabyte 条 conversation conversations convo convos record records диалог* трейс* bản_ghi hội_thoại percakapan"
    " gespräch* conversación conversaciones conversas kayıt محادثة مکالمه 件 건의 rows samples transcripts sessions"
    " traces prompts turns 轮 gb gib записей строк baris dòng",
    "SEAT": "人车 人 席位 席 座位 座 车位 位 seats seat people users user telas tela pantallas pantalla 인 명 인용 คน người"
    " orang personen person kişi kişilik personas pessoas اشخاص نفر 名 人用 slot slots мест место человек screens 人团 ways way",
    "INPUT": "输入 input inputs prompt 入 ввод* входн* đầu_vào masukan eingabe entrada giriş 入力 입력 อินพุต prompt_tokens",
    "OUTPUT": "出 输出 output outputs completion 出 вывод* выходн* đầu_ra keluaran ausgabe salida saída çıkış 出力 출력 เอาต์พุต 补全",
    "REQRATE": "rpm qpm tpm qps 并发 concurrency mbps",
    "SIZE": "mb kb 上下文 context",
    "MODELCOUNT": "模型 models 家 厂商",
}

SPELT_TERMS = (
    "یکماهه یکساله سنه 自然月 bulanan неделю недел week tuần minggu semana hafta أسبوع هفته 週間 週 주 สัปดาห์ woch monthly sebulan mo monat monatlich mensual mensal mensuel aylık شهري شهريا ماهانه 月額 整月 一整月 yearly annual setahun jährlich anual"
    " yıllık سنوي سالانه 年間 整年 месяц мес год weekly tháng bulan monthly mensais year month ay 한달 季度 quarterly mese mesi miesiąc місяц شهر ماه 월 เดือน haftalık mes mês 年額 month1 year1 سنة سال ساله ماهه año ano yıl năm année año 年"
)
"""Period words that state a term without a number beside them."""

SIGNS = {
    "ZHE": "折",
    "PCT": "% ％ percent процент* prozent 퍼센트 เปอร์เซ็นต์ phần_trăm persen yüzde",
    "TIMES": "x × 倍",
    "TENTH": "成 割 할 割引",
}

MILLIONS = frozenset({"mtok", "mtoken", "mtokens", "百万token", "м токенов", "м токена", "м токен"})
"""Words that mean a million tokens by themselves."""
