"""What a stretch of text describes: the kind of good, whose product, its term, its seats and its credit."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from crawlers.reading.lexicon.periods import DAYS, LEADS, MONTHS
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import COMMA_MARKS, Scene, one_provider
from crawlers.reading.sold import Good, kind_of
from crawlers.reading.vocabulary import PERIOD_OF
from store.records import Money

_QUOTA_REACH = 4
_PLACES = frozenset(
    {
        "位",
        "席",
        "席位",
        "车位",
        "座",
        "座位",
        "seat",
        "slot",
        "место",
        "slots",
        "vaga",
        "cupo",
        "plaza",
        "platz",
        "place",
        "posto",
        "miejsce",
    }
)
_TOTAL_REACH = 3
_FACE_ROLES = frozenset({"", "face", "gift"})


def describe(
    scene: Scene, start: int, end: int, ask: Quantity | None = None, face: Money | None = None
) -> Good:
    """Read what the tokens between two places describe; `ask` is the number that is the price, `face` its credit."""
    good = Good(face=face)
    good.tags = {tag for tag in scene.kind_tags if scene.has(tag, start, end)}
    if scene.about_ai:
        good.tags.add("AI")
        if not scene.names_plans:
            good.tags.add("OWNPLANS")
    if "SHARED" in good.tags and not is_shared(scene, start, end):
        good.tags.discard("SHARED")
    if _opens_cards(scene, start, end):
        good.tags.add("SERVICE")
    good.products = scene.free_names(start, end)
    _read_counts(scene, good, start, end, ask)
    choose_product(good, ask)
    good.kind = kind_of(good)
    if good.kind == "credit" and scene.rated:  # 50刀卡 (claude 0.8倍率): the name is its group's
        good.products = [name for name in good.products if name.start not in scene.rated]
        choose_product(good, ask)
    if good.kind == "account" and not good.products:
        good.provider = "multi"  # AI accounts of nobody in particular
    return good


def is_shared(scene: Scene, start: int, end: int) -> bool:
    """Tell whether words of sharing stand between two tokens that nothing denies."""
    return not all(_is_denied(scene, at) for at in scene.places("SHARED", start, end))


def _is_denied(scene: Scene, at: int) -> bool:
    """Tell whether the word before says that it is not so: 非拼车, not shared."""
    return at > 0 and ("NEG" in scene.token_tags(at - 1) or scene.tokens[at - 1].words in _NOT)


_NOT = frozenset(
    {"非", "不是", "无需", "拒绝", "not", "non", "não", "nicht", "ไม่", "değil", "bukan", "không", "не"}
)


def _opens_cards(scene: Scene, start: int, end: int) -> bool:
    """Tell whether payment cards are issued: a BIN and the word for it, or 0刀卡, a card without money on it."""
    if scene.has("OPENCARD", start, end) and scene.has("BIN", start, end):
        return True
    return any(
        quantity.amount == 0
        and quantity.currency == "USD"
        and quantity.end < len(scene.tokens)
        and scene.tokens[quantity.end].words.startswith("卡")
        for quantity in scene.quantities_in(start, end)
    )


def choose_product(good: Good, ask: Quantity | None) -> None:
    """Pick the name that the price belongs to: the nearest before it, plans before models before brands."""
    products = good.products
    if not products:
        good.provider, good.product = None, None
        return
    if good.kind == "dataset" or "DATASET" in good.tags:
        good.provider = one_provider({product.provider for product in products if product.provider})
        return
    before = [product for product in products if ask is None or product.start < ask.start]
    pool = before or products
    if good.face is not None and not any(product.level == "plan" for product in pool):
        pool = [product for product in pool if product.level != "pool"]
    plans = [product for product in pool if product.level == "plan" and product.slug]
    if plans:
        chosen = plans[0] if ask is None else plans[-1]
        good.provider, good.product = chosen.provider, chosen.slug
        return
    good.provider = one_provider({product.provider for product in pool if product.provider})
    models = {product.slug for product in pool if product.slug}
    if len(models) == 1 and good.provider != "multi":
        good.product = models.pop()


def _read_counts(scene: Scene, good: Good, start: int, end: int, ask: Quantity | None) -> None:  # noqa: C901 - a line a count
    for quantity in scene.quantities_in(start, end):
        if quantity is ask:
            continue
        if quantity.kind == "term" and quantity.role == "" and good.months is None:
            set_term(good, quantity.per, quantity.amount, quantity.start)
        elif (
            quantity.kind == "seats"
            and quantity.amount == 1
            and not quantity.role
            and scene.tokens[quantity.end - 1].words in _PLACES
        ):
            good.shared = True  # 一个位: one seat of nobody knows how many
        elif quantity.kind == "seats" and quantity.amount > 0 and not quantity.role:
            if good.seats is None or _counts_all(scene, quantity):
                good.seats = int(quantity.amount) + _is_sought(scene, quantity)
        elif (
            quantity.kind == "money"
            and quantity.currency == "USD"
            and quantity.role in _FACE_ROLES
            and quantity.amount > 0
        ):
            _set_face(scene, good, quantity, ask)
    if any(scene.tokens[name.end].words in _PLACES for name in good.products if name.end < len(scene.tokens)):
        good.shared = True  # team位 9.9
    _read_card(scene, good, start, end, ask)


def _is_sought(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether people are sought to share with the writer, who is one more: ищу двоих, 3 kişi arıyorum."""
    before = scene.has("SEEKS", max(0, quantity.start - _TOTAL_REACH), quantity.start)
    return before or scene.has("SEEKS", quantity.end, quantity.end + 1)


def _counts_all(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a number of people is of all who share, not of the seats that are free: insgesamt 4 Nutzer."""
    return scene.has("TOTAL", max(0, quantity.start - _TOTAL_REACH), quantity.end + 2)


def set_term(good: Good, per: str | None, count: Decimal, at: int | None = None) -> None:
    """Set the term that a price buys: `count` times a period; 28 to 31 days are a month."""
    if per is None or per == "hour":
        return
    days = DAYS[per] * count
    good.term_at = at
    if per == "day" and (28 <= days <= 31 or 360 <= days <= 366):  # noqa: PLR2004 - a month, a year in days
        good.period, good.months = ("month", Decimal(1)) if days < 360 else ("year", Decimal(12))  # noqa: PLR2004
        return
    months = Decimal(MONTHS[per]) * count
    good.months = months
    good.period = {Decimal(1): "month", Decimal(12): "year"}.get(months)
    if months < 1:
        good.period = "day" if days == 1 else "week" if days == 7 else None  # noqa: PLR2004


def _set_face(scene: Scene, good: Good, quantity: Quantity, ask: Quantity | None) -> None:
    if quantity.second is not None:  # a random balance of 0.1 to 3
        return
    if good.face is not None and not (ask and good.face.amount < quantity.amount and quantity.role == "face"):
        return
    good.face = Money(quantity.amount, "USD")
    if quantity.term is not None:
        days = DAYS.get(quantity.term[0])  # credit by the hour has no quota by the day
        good.quota_days = None if days is None else days * quantity.term[1]
    else:
        good.quota_days = _quota_days(scene, quantity, ask)


def _until_number(scene: Scene, places: range) -> Iterator[int]:
    return takewhile(lambda at: scene.codes[at] not in "NcC", places)


def _quota_days(scene: Scene, quantity: Quantity, ask: Quantity | None) -> Decimal | None:
    """Read how many days credit lasts before it comes again: 每天 30 刀, 日限额 $50, $10/天, 40$ hạn mức mỗi ngày."""
    start, end = scene.clause_of(quantity.start, COMMA_MARKS)
    after = range(quantity.end, min(end, quantity.end + _QUOTA_REACH))
    before = range(quantity.start - 1, max(start, quantity.start - _QUOTA_REACH) - 1, -1)
    for at in (*_until_number(scene, after), *_until_number(scene, before)):
        if (
            scene.codes[at] != "P"
            or scene.codes[at - 1] == "N"
            or (
                ask
                and 0 <= at - ask.end <= 1
                and "," not in scene.codes[ask.end : at]
                and scene.tokens[at - 1].words != "每"
            )
        ):
            continue
        return Decimal(DAYS.get(PERIOD_OF[scene.tokens[at].entry], 1))
    return None


def _read_card(scene: Scene, good: Good, start: int, end: int, ask: Quantity | None) -> None:
    """Read 月卡, 周卡: they name the term more surely than a number of days does; the nearest counts."""
    cards = [
        at for at in scene.places("CARD", start, end) if not at or "WARRANTY" not in scene.tokens[at - 1].tags
    ]
    if cards:
        at = cards[0] if ask is None else min(cards, key=lambda card: abs(card - ask.start))
        per = PERIOD_OF[scene.tokens[at].entry]
        counted = per == "day" and bool(scene.quantities_in(at - 1, at))  # 30天卡
        set_term(good, per, (scene.tokens[at - 1].number or Decimal(1)) if counted else Decimal(1), at)
        return
    if good.period is None and good.months is None:
        for at in scene.places("PERIOD", start, end):
            if _states_term(scene, at) and not _has_role(scene, at):
                set_term(good, PERIOD_OF[scene.tokens[at].entry], Decimal(1), at)
                return


def _has_role(scene: Scene, at: int) -> bool:
    """Tell whether a period is part of a length of time that is no term: 1 hafta içinde banlanırsa yenisi."""
    return any(
        quantity.kind == "term" and quantity.role and quantity.start <= at < quantity.end
        for quantity in scene.quantities_in(max(0, at - 3), at)
    )


def _states_term(scene: Scene, at: int) -> bool:
    """Tell whether a period without a number is a term: monthly, a year, or alone in its cell or brackets."""
    codes = scene.codes
    if at and "WARRANTY" in scene.tokens[at - 1].tags:
        return False  # гарантия месяц
    if codes[at] != "P" or "SPELT" in scene.tokens[at].tags:
        return codes[at] == "P"
    before = codes[at - 1] if at else "n"
    ends = codes[at + 1 : at + 2] in ("", "n", "|", ")")
    if ends and before in "bxN" and any(name.end == at for name in scene.products_in(max(0, at - 6), at)):
        return True  # | Claude Max 5x 月 |
    if scene.tokens[at - 1].words in LEADS and at and codes[at - 2 : at - 1] not in ("N", "C", "K"):
        return PERIOD_OF[scene.tokens[at].entry] in ("month", "year")
    return before in "n|(" and codes[at + 1 : at + 2] in ("", "n", "|", ")")
