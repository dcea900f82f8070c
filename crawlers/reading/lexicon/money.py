"""Currencies and number words: surface -> ISO 4217 code, or factor."""

from __future__ import annotations

from decimal import Decimal

CURRENCIES = {
    "CNY": "¥ cny rmb 元 块 块钱 人民币 软妹币 软妹 yuan юань юаней юаня nhân_dân_tệ 위안 人民元 r cn¥ 元人民币 米",
    "USD": "$ usd us$ 站内美元 站内美金 站内刀 本站刀 平台刀 site_dollar site_dollars 刀 刀乐 美金 美元 美刀 dollar dollars dollaro dólar dólares dolar доллар* баксов бакс bucks đô"
    " 달러 ドル 米ドル ดอลลาร์ دولار دلار usd$ 💲 u$s usd_price u$d",
    "USDT": "usdt u usdt-trc20 tether юсдт usdt.trc20 油 تتر",
    "RUB": "卢布 ₽ руб рублей рубля рубль rub р rur рублях",
    "VND": "越南盾 ₫ vnd đ vnđ đồng dong",
    "IDR": "印尼盾 rp idr rupiah",
    "TRY": "里拉 ₺ tl try lira lirası liraya lirayla",
    "EUR": "balles 欧元 € eur euro euros евро",
    "GBP": "英镑 £ gbp pounds quid",
    "KRW": "韩元 韩币 ₩ krw 원 won",
    "JPY": "日币 円 jpy yen 日元 日圆",
    "THB": "泰铢 ฿ thb บาท baht",
    "BRL": "雷亚尔 r$ brl reais real",
    "PEN": "s/ pen soles s/.",
    "EGP": "埃镑 埃及镑 egp جنيه جنيها ج.م",
    "IRT": "تومان تومن toman irt",
    "IRR": "ریال irr",
    "SAR": "sar ريال",
    "AED": "aed درهم",
    "DZD": "dzd dzd_price دج",
    "IQD": "iqd دينار",
    "INR": "卢比 ₹ inr rs rupees",
    "PKR": "pkr ₨",
    "UAH": "₴ uah грн гривен",
    "KZT": "₸ kzt тенге тг",
    "PHP": "菲律宾比索 ₱ php 比索",
    "TWD": "twd nt$ ntd 台币 新台币",
    "HKD": "hkd hk$ 港币 港元",
    "NGN": "奈拉 ₦ ngn naira",
    "MXN": "mxn mx$ peso pesos peso_mexicano pesos_mexicanos",
    "ARS": "阿根廷比索 ars ar$ pesos_argentinos",
    "COP": "cop pesos_colombianos",
    "CLP": "clp pesos_chilenos",
    "MYR": "myr rm ringgit",
    "SGD": "sgd s$",
    "PLN": "pln zł",
    "LKR": "lkr",
    "NPR": "npr",
    "BDT": "bdt ৳ taka",
    "MAD": "mad درهم_مغربي dh dhs",
    "KWD": "kwd دينار_كويتي",
    "JOD": "jod دينار_اردني دينار_أردني",
    "TND": "tnd دينار_تونسي",
    "QAR": "qar ريال_قطري",
    "YER": "yer ريال_يمني",
    "SEK": "sek",
    "NOK": "nok",
    "DKK": "dkk kr",
    "CZK": "czk kč",
    "HUF": "huf ft",
    "RON": "ron lei",
    "CHF": "chf franken",
    "BYN": "byn",
    "UZS": "uzs сум so'm",
    "CAD": "cad ca$ c$",
    "AUD": "aud a$ au$",
}

GLUED_ONLY = frozenset(
    {
        "r",
        "u",
        "y",
        "м",
        "р",
        "k",
        "w",
        "d",
        "đ",
        "m",
        "tl",
        "rs",
        "rm",
        "r$",
        "b",
        "t",
        "к",
        "тг",
        "米",
        "段",
        "油",
    }
)
"""Signs too short to stand alone: they count only beside a number."""

DOT_THOUSANDS = frozenset({"VND", "IDR", "TRY", "EUR", "BRL", "ARS", "COP", "CLP", "DKK", "IRR", "IRT"})
"""Currencies whose languages write 1.234 for one thousand two hundred and thirty-four."""

NO_CENTS = frozenset({"VND", "IDR", "KRW", "JPY", "IRR", "IRT", "CLP", "COP", "IQD"})

FACTORS = {
    Decimal(
        1000
    ): "k 千 rb ribu cành тыс т.р тысяч* тыщ тис тис. тисяч* tys tys. tysięcy тыс. آلاف الاف الآف हज़ार हजार hazar ہزار mila nghìn ngàn ngan mil bin 천 هزار ألف الف พัน к rbu",
    Decimal(10000): "w 万 만 หมื่น",
    Decimal(1000000): "百万 million millions mio tr triệu juta jt млн миллион* میلیون مليون ล้าน million's m",
    Decimal(100000000): "亿 억",
}

CENTS = {
    ("0.1", "CNY"): "毛 毛钱 角",
    ("0.01", "CNY"): "分 分钱",
    (
        "0.01",
        "USD",
    ): "¢ c centavos_de_dólar centavos_de_dolar centavos_do_dólar céntimos_de_dólar cent cents цент* центов 美分 xu_mỹ sen_dolar",
}
"""Hundredths and tenths: part of the whole, and of which money."""

FRACTIONS = {
    "0.5": "zum_halben_preis halben halbe halbem moitié la_moitié metà metà_del полцены пол_цены півціни pół_ceny połowa połowę nửa_giá_gốc half half_of half_off половин* вполовину nửa nửa_giá setengah separuh hälfte halber die_hälfte mitad la_mitad metade yarı yarısı"
    " yarıya نصف نیم نصفه 半额 半額 半价 对折 절반 반값 ครึ่ง ครึ่งราคา 一半",
    "0.3333": "third треть* sepertiga drittel tercio terço üçte_bir ثلث یک_سوم 三分之一",
    "0.6667": "two_thirds 三分之二 две_трети",
    "0.25": "quarter quarter_of четверть* seperempat viertel cuarto çeyrek çeyreği dörtte_biri ربع یک_چهارم 四分之一",
    "0.75": "three_quarters 四分之三",
    "0.2": "fifth пятую_часть пятая_часть seperlima fünftel quinto beşte_biri خمس یک_پنجم 五分之一",
    "0.1": "tenth десятую_часть zehntel décimo onda_biri عشر یک_دهم 十分之一",
    "0.1429": "seventh 七分之一",
    "0.1667": "sixth 六分之一",
    "0.125": "eighth 八分之一",
}

DIGITS = {
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "双": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "半": 0,
}
NUMBER_WORDS = {
    1: "one один одну одна uno un una une um uma ein eine einen einem bir một satu یک एक jeden jedna jedną",
    2: "two два две двух дві dos dois duas zwei deux due iki dua hai دو दो dwa dwie",
    3: "three три трёх трех tres três drei trois tre üç tiga ba سه ثلاثة ثلاث तीन trzy",
    4: "four четыре четырёх четырех чотири cuatro quatro vier quatre quattro dört empat bốn چهار أربعة cztery",
    5: "five пять пяти cinco fünf cinq cinque beş lima năm پنج خمسة pięć",
    6: "six шесть шести шість seis sechs sei altı enam sáu شش ستة छह sześć",
    7: "seven семь сім siete sete sieben sept sette yedi tujuh bảy هفت سبعة सात siedem",
    12: "twelve двенадцать дванадцять doce doze zwölf douze dodici دوازده dwanaście",
    14: "fourteen vierzehn quatorze quattordici catorce",
    15: "fifteen fünfzehn quince quinze quindici",
    30: "thirty тридцать treinta trinta dreißig trente trenta otuz سی",
}
"""Numbers in words: they count only before a period or people who share."""

COLLECTIVE = {
    2: "двое двоє двоих двох вдвоём вдвоем удвох dwoje dwóch",
    3: "трое троє троих трьох втроём втроем утрьох troje trzech",
    4: "четверо четверых чотирьох вчетвером учотирьох czworo czterech",
    5: "пятеро пятерых п'ятеро впятером pięcioro pięciu",
    6: "шестеро вшестером sześcioro",
}
"""Numbers that only people have: they need no word for who shares."""

NUMERAL_UNITS = "折刀块元毛人个月年天周倍成次张美分割季日ヶかカケヵ箇週"
"""What must follow a Chinese numeral for it to be read as a number."""

LANGUAGE_CURRENCY = {
    "zh": "CNY", "zh-Hant": "CNY", "vi": "VND", "id": "IDR", "ru": "RUB", "tr": "TRY", "fa": "IRT", "ja": "JPY",
    "ko": "KRW", "th": "THB", "de": "EUR", "pt": "BRL", "en": "USD", "ar": "EGP", "es": "USD",
}  # fmt: skip
