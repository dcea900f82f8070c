"""Units that a number may count: tokens, calls, pieces, records, seats; and what is no price."""

from __future__ import annotations

UNITS = {
    "TOKEN": "м_токенов м_токена м_токен token tokens toks tok mtok mtoken mtokens ktok 词元 токен* توكن توکن トークン 토큰 โทเค็น 百万token",
    "CALL": "clip clips 次 张 call calls request requests req image images запрос* lần 调用 回 건 ครั้ง 张图 llamada* aufruf* çağrı طلب"
    " درخواست リクエスト 호출 requisi*",
    "PIECE": "ea c/u la_pièce pièce each_one a_pop a_piece cada_uno cada_una cada_um cada_uma l'unité à_l'unité la_unidad al_pezzo l'uno a_testa 个 账号 每号 每个 一个 each piece pieces pcs pc шт штук cái chiếc apiece 账户 accounts acc accs"
    " akun hesap 개 個 ชิ้น unidad und 号/",
    "RECORD": "段 row pair pairs turn prompt gigabyte 条 conversation conversations convo convos record records диалог* трейс* bản_ghi hội_thoại percakapan"
    " gespräch* conversación conversaciones conversas kayıt محادثة مکالمه 件 건의 rows samples transcripts sessions"
    " traces prompts turns 轮 gb gib записей строк baris dòng",
    "SEAT": "of_us por_cuenta por_conta per_account на_аккаунт na_konto per_akun vagas cupos plazas 人一号 人平摊 人平分 людей осіб чел чел. учасник* участник* osób osoby osobowej osobowy osobowe osobowego os. persone persona personne personnes utenti utilisateurs usuarios usuários usuário benutzer nutzer nutzern plätze platz posto posti places miejsc miejsca miejsce kullanıcı kullanıcılı cihaz مستخدم مستخدمين أشخاص شخص نفره نفری کاربر लोग यूज़र user_sharing นาย จอ 명_파티 자리 人利用 名様 人车 人 席位 席 座位 座 车位 位 seats seat people users user telas tela pantallas pantalla 인 명 인용 คน người"
    " orang personen person kişi kişilik personas pessoas اشخاص نفر 名 人用 slot slots мест место человек screens 人团 ways way",
    "INPUT": "вход вхід إدخال الإدخال مدخلات ورودی entradas ingresso wejście girdi girdiler eingang อินพุท 输入价 输入价格 인풋 インプット 输入 input inputs prompt 入 ввод* входн* đầu_vào masukan eingabe entrada giriş 入力 입력 อินพุต prompt_tokens",
    "OUTPUT": "выход вихід إخراج الإخراج مخرجات خروجی saídas uscita wyjście çıktı çıktılar ausgang เอาท์พุท 输出价 输出价格 아웃풋 アウトプット 出 输出 output outputs completion 出 вывод* выходн* đầu_ra keluaran ausgabe salida saída çıkış 出力 출력 เอาต์พุต 补全",
    "REQRATE": "rpm qpm tpm qps 并发 concurrency mbps",
    "SIZE": "mb kb 上下文 context",
    "MODELCOUNT": "模型 models 家 厂商",
}

SIGNS = {
    "ZHE": "折 折扣费 折扣除 折计费 折计算 折结算",
    "PCT": "% ％ percent процент* prozent 퍼센트 เปอร์เซ็นต์ phần_trăm persen yüzde",
    "TIMES": "x × 倍 х",
    "TENTH": "成 割 할 割引",
}

MILLIONS = frozenset({"mtok", "mtoken", "mtokens", "百万token", "м токенов", "м токена", "м токен"})
"""Words that mean a million tokens by themselves."""

EACH = frozenset(
    {"each", "apiece", "ea", "c/u", "la pièce", "pièce", "每个", "每号", "一个", "each one", "a pop", "a piece", "cada uno", "cada una", "cada um", "cada uma",
     "l'unité", "à l'unité", "la unidad", "al pezzo", "l'uno", "a testa"}
)  # fmt: skip
"""Pieces that no number counts: what stands before them is the price of one."""
