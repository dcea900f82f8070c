"""Which language a text is in, by its letters and its commonest words."""

from __future__ import annotations

import re

_READ = 4000
_LETTERS = re.compile(r"[^\W\d_]")
_BRANDS = re.compile(
    r"(?i)\b(?:claude|chatgpt|gpt|plus|pro|max|gemini|codex|openai|anthropic|api|token|telegram|discord|whatsapp|opus|sonnet|usdt|supergrok|grok)\b"
)
_ADDRESSES = re.compile(rf"(?i)https?://\S+|\S*@\S+|{_BRANDS.pattern.removeprefix('(?i)')}")
"""Links, mail and brands: sought where a text has any of the first two, for each word is tried as the start of a mail."""
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u3096\u30a1-\u30fa]"), 0.12),
    ("ko", re.compile("[\uac00-\ud7a3\u1100-\u11ff]"), 0.2),
    ("zh", re.compile("[\u3400-\u9fff]"), 0.15),
    ("th", re.compile("[\u0e01-\u0e5b]"), 0.2),
    ("ar", re.compile("[\u0600-\u06ff]"), 0.2),
    ("ru", re.compile("[\u0400-\u04ff]"), 0.2),
    ("he", re.compile("[\u0590-\u05ff]"), 0.2),
    ("hi", re.compile("[\u0900-\u097f]"), 0.2),
    ("el", re.compile("[\u0370-\u03ff]"), 0.3),
)
_TRADITIONAL = re.compile(
    "[們個這來時為與對後話開關點價錢員號儲額經營過還沒會說請問發網聯繫買賣體驗優歡師帳]"
)
_SIMPLIFIED = re.compile("[们个这来时为与对后话开关点价钱员号储额经营过还没会说请问发网联系买卖体验优欢师账]")
_PERSIAN = re.compile("[پچژگکی]")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_WORDS = {
    "vi": "của và cho không được là với các bán giá tháng tài khoản bảo hành mua một anh em gói dùng liên hệ nâng cấp",
    "id": "dan yang untuk akun bulan harga dengan garansi jual hubungi bisa ini tersedia langganan sebulan admin kami murah beli anda",
    "ms": "anda dengan akaun untuk yang bulan harga jualan",
    "de": "und der die das für mit ist nicht ein eine den von zu auf preis monat konto verkaufe guthaben rabatt im bei euch",
    "es": "el la de y en para con por una un los las es precio cuenta mes garantía vendo del sin más al acceso pago",
    "pt": "o a de e em para com por uma um os as é preço conta mês garantia vendo do sem mais você não pagamento acesso",
    "fr": "le la les de et en pour avec un une des du est prix compte mois garantie pas vous sur à",
    "it": "il lo la di e in per con un una dei del è prezzo account mese garanzia non mensile vendo",
    "tr": "ve bir için ile bu hesap fiyat aylık satılık garanti üyelik olarak değil var yok lira teslimat",
    "pl": "i w na do z konto cena miesiąc gwarancja sprzedam jest nie za dla",
    "en": "the and for with you your is are of to in on this we our from a an account price buy month warranty no any per all",
}
_SPEAKERS = {
    word: tuple(language for language, words in _WORDS.items() if word in words.split())
    for word in " ".join(_WORDS.values()).split()
}
"""Word -> the languages in which it is common."""
_VIETNAMESE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
_TURKISH = re.compile("[ışğİŞĞ]")
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """Give the BCP 47 tag of a text's language, or None where nothing tells.

    >>> language_of("充值比例1:1，质保30天"), language_of("Продам аккаунт ChatGPT Plus"), language_of("9999")
    ('zh', 'ru', None)
    """
    head = text[:_READ]
    left_out = _ADDRESSES if "@" in head or "://" in head else _BRANDS
    words = left_out.sub(" ", head)
    if _LETTERS.search(words) is None:
        return "en" if _LETTERS.search(head) else None
    low = words.lower()
    if not words.isascii():
        letters = len(_LETTERS.findall(words))
        for language, script, share in _SCRIPTS:
            if len(script.findall(words)) >= share * letters:
                return _refined(language, words)
        if len(_VIETNAMESE.findall(low)) > 1:
            return "vi"
        if _TURKISH.search(low):
            return "tr"
    return _by_words(low)


def _refined(language: str, words: str) -> str:
    if language == "zh":
        return "zh-Hant" if len(_TRADITIONAL.findall(words)) > len(_SIMPLIFIED.findall(words)) else "zh"
    if language == "ar":
        return "fa" if _PERSIAN.search(words) else "ar"
    if language == "ru":
        return "uk" if _UKRAINIAN.search(words) else "ru"
    return language


def _by_words(words: str) -> str:
    score = dict.fromkeys(_WORDS, 0)
    for word in _WORD.findall(words):
        for language in _SPEAKERS.get(word, ()):
            score[language] += 1
    most = max(score.values())
    if score["en"] == most:
        return "en"
    return next(language for language in score if score[language] == most)
