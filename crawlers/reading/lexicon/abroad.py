"""Classes of words that one language's table had and others lacked: a line a family of languages.

They join the classes of `kinds`, `roles` and `units`.
"""

from __future__ import annotations

ABROAD = {
    "MULT": (
        "коэф коэф. коэфф коэфф. кф множ. коеф коеф. множн. coef coef. coeff coeff. coefficient coefficiente koef mult mult. krotność çarpanı katsayı"
        " ضارب مضاعف จำนวนเท่าของ 乗数 계수"
    ),
    "SEAT": "места місця місць мест. чол. осіб. akun_berbagi plätzen posti_totali",
    "THRESHOLD": (
        "от_трёх_ключей if_you_take_all take_all if_taken_together за_все_сразу при_покупке_всех минималка мінімалка nếu_lấy_hết borong_semua si_llevas_todas se_levar_todas bei_abnahme_aller"
        " si_tout_pris hepsini_alana ด้วยกันทั้งหมด まとめて購入"
    ),
    "SHARED": (
        "в_семью в_семейную у_сім'ю сімейн* add_family add_fam invite_family family_invite family_slot family_plan fam_plan add_home gia_đình nhóm_gđ keluarga fam_invite"
        " grupo_familiar plan_familiar famille familie familienplatz aile aile_grubu aile_daveti famiglia rodzin*"
        " عائلة العائلة عائلي خانواده خانوادگی ファミリー ファミリー招待 패밀리 가족 แฟมิลี่ เข้าแฟม फैमिली"
    ),
    "DATASET": (
        "диалогов_с переписок логов логи_запросов датасет діалогів base_de_conversas conversas diálogos base_de_diálogos base_de_datos_de_conversaciones registros_de_conversaciones"
        " base_de_conversations conversations_issues base_di_conversazioni conversazioni gespräche gesprächsdaten rozmowy zapisy_rozmów sohbet_kayıtları konuşma_verisi"
        " hội_thoại_thô percakapan_mentah محادثات مكالمات گفتگوها ログデータ 대화_데이터 บทสนทนาดิบ"
    ),
    "SERVICE": (
        "аренда_номера аренда_номеров номер_в_аренду оренда_номера оренда_номеру thuê_otp thuê_sim thuê_số sewa_nomor sewa_otp nomor_otp alquiler_de_número número_virtual números_virtuales"
        " aluguel_de_número número_virtual número_temporário nummer_mieten mietnummer location_de_numéro numéro_virtuel numero_virtuale noleggio_numero wynajem_numeru numer_wirtualny"
        " numara_kiralama sanal_numara تأجير_رقم رقم_مؤقت اجاره_شماره 番号レンタル 번호_대여 เช่าเบอร์ rent_a_number number_rental"
    ),
}
"""Words that join a class of another table."""

TIER_TIMES = frozenset(
    {"배", "배요금제", "برابر", "أضعاف", "اضعاف", "ضعف", "ضعفا", "مرات", "раз", "кратный", "fach", "fache", "faches", "veces", "vezes", "fois", "volte", "razy", "kat", "lần", "เท่า", "गुना"}
)  # fmt: skip
"""Words that say how much of the smaller plan a plan holds: Max 20배."""
OFFICIAL_TIMES = frozenset(
    {"fois", "veces", "vezes", "volte", "mal", "fache", "кратная", "кратной", "кратный", "крат", "раза", "razy", "raza", "katı", "katına", "kali", "times", "برابر", "ضعف", "गुना"}
)  # fmt: skip
"""Words between a part and the official price that it is of: 0,35 fois le tarif officiel."""
