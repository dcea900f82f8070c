"""What the words around a number make of it: an ask, or a cost, a threshold, a gift, an old price and the like."""

from __future__ import annotations

from itertools import pairwise

from crawlers.reading.columns import read_columns
from crawlers.reading.dollar_lists import read_dollar_lists
from crawlers.reading.faces import mark_faces, mark_limits
from crawlers.reading.joins import adopt_groups, join_swaps, mark_changes_in_words
from crawlers.reading.left_roles import left_role, was_before
from crawlers.reading.lexicon.abroad import OFFICIAL_TIMES
from crawlers.reading.listed_groups import is_listed_group
from crawlers.reading.lots import sign_steps
from crawlers.reading.money_roles import role_of_money
from crawlers.reading.multipliers import counts_sharers, is_multiplier, not_a_rate, share_units
from crawlers.reading.named_columns import read_named_columns
from crawlers.reading.quantity import Quantity
from crawlers.reading.role_tables import (
    COUNTS,
    MONEYLIKE,
    RATE_ROLES,
    RATES,
    TERM_ROLES,
    WHY,
)
from crawlers.reading.scene import Scene
from crawlers.reading.tables import read_token_tables
from crawlers.reading.token_lists import read_token_lists

_REACH = 6
_PART_OF_LIST = "a part of the official price"
_RIGHT_REACH = 3
_CREDIT_WORDS = frozenset({"FREE", "CREDIT", "FACEWORD"})
_TAKEN_OFF = frozenset({"off", "discount", "скидка", "скидки"})
_STOPS = frozenset("n;|.,e")
_CLAUSES = frozenset("n;.,")
_WITH = frozenset(
    {"with", "incl", "including", "с", "з", "із", "mit", "avec", "con", "com", "z", "kèm", "dengan"}
)
_COVER_LEADS = frozenset({"id", "vi"})
"""Languages that say the cover first, then how long it lasts."""
_CLAUSE_ENDS = frozenset("n;|.,")
_WITHIN = frozenset(
    {
        "içinde",
        "içerisinde",
        "内",
        "以内",
        "之内",
        "within",
        "以内に",
        "이내",
        "안에",
        "के",
        "ke",
        "भीतर",
        "ภายใน",
        "zarfında",
    }
)


def assign_roles(scene: Scene) -> None:
    """Give every number of the scene its role and the reason."""
    last: Quantity | None = None
    join_swaps(scene)
    mark_changes_in_words(scene)
    read_token_lists(scene)
    read_dollar_lists(scene)
    read_token_tables(scene)
    read_columns(scene)
    read_named_columns(scene)
    mark_faces(scene)
    mark_limits(scene)
    sign_steps(scene)
    for quantity in scene.quantities:
        if quantity.role:
            last = quantity
            continue
        if quantity.kind == "bare":
            _recast(scene, quantity)
        role = _role_of(scene, quantity, last.end if last else 0)
        if not role and last is not None and last.role in _INHERITED:
            role = _inherited(scene, last, quantity)
        if role:
            quantity.role = role
            quantity.why = WHY.get(role, role)
        if quantity.kind not in COUNTS:
            last = quantity
    share_units(scene)
    _mark_changes(scene)
    adopt_groups(scene)


def _recast(scene: Scene, quantity: Quantity) -> None:
    """Read a bare number as people who share, a multiplier or a part of the list price, where words say so."""
    if counts_sharers(scene, quantity):
        quantity.kind, quantity.why = "seats", "people who share"
    elif is_multiplier(scene, quantity) or is_listed_group(scene, quantity):
        quantity.kind, quantity.why = "group", "a multiplier word before it"
    elif _is_part_of_list(scene, quantity):
        quantity.kind, quantity.second, quantity.why = (
            "share",
            quantity.amount,
            _PART_OF_LIST,
        )


def _is_part_of_list(scene: Scene, quantity: Quantity) -> bool:
    """Read `0,35 от официальной цены`, 0.2 of the official price."""
    if not 0 < quantity.amount < 1 or quantity.end >= len(scene.tokens):
        return False
    at = quantity.end + (scene.codes[quantity.end] == "-")
    if at < len(scene.tokens) and scene.tokens[at].words in OFFICIAL_TIMES:
        end = min(len(scene.tokens), at + _REACH)
        return scene.has("REF", at, end) or any(
            q.why == _PART_OF_LIST for q in scene.quantities_in(0, quantity.start)
        )
    joined = scene.tokens[quantity.end].tags & {"OF", "FROM"}
    return bool(joined) and scene.has("REF", quantity.end, quantity.end + _RIGHT_REACH)


_INHERITED = frozenset({"cost", "stock", "contact", "reference"})


def _inherited(scene: Scene, last: Quantity, quantity: Quantity) -> str:
    """Carry a cost, stock or official price on to the next figure of the clause, or to what it changed to."""
    between = scene.codes[last.end : quantity.start]
    if quantity.kind in MONEYLIKE and last.role == "cost" and "n" not in between and ">" in between[-2:]:
        return "cost"
    alike = quantity.kind == last.kind or (quantity.kind in MONEYLIKE and last.kind in MONEYLIKE)
    if not alike or any(code in _STOPS for code in between) or len(between) >= _REACH:
        return ""
    return last.role


def _role_of(scene: Scene, quantity: Quantity, floor: int) -> str:  # noqa: PLR0911 - a line a shape
    if quantity.kind in MONEYLIKE:
        return role_of_money(scene, quantity, floor)
    if quantity.kind in RATES:
        role = left_role(scene, quantity, floor)
        if quantity.kind == "group" and _was_or_usual(scene, quantity):
            return "previous"
        if quantity.kind == "group" and not_a_rate(scene, quantity):
            return "technical"
        return role if role in RATE_ROLES else ""
    if quantity.kind in COUNTS:
        role = (
            left_role(scene, quantity, floor) or _lives(scene, quantity) or _warranty_after(scene, quantity)
        )
        if quantity.kind == "seats" and not role:
            role = _role_of_seats(scene, quantity)
        return role if role in TERM_ROLES else ""
    if quantity.kind == "swap":
        rival = scene.has("RIVAL", scene.clause_of(quantity.start, _CLAUSES)[0], quantity.start)
        return "previous" if was_before(scene, quantity) or rival else ""
    return left_role(scene, quantity, floor) if quantity.kind == "usage" else ""


def _was_or_usual(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether what was or is usual stands before a multiplier; 按官方价 1 倍 is charged that much of the price."""
    if not quantity.start:
        return False
    before = scene.tokens[quantity.start - 1]
    return "WAS" in before.tags or ("REF" in before.tags and before.entry not in _OF_OFFICIAL)


_OF_OFFICIAL = frozenset(
    {"官方价", "官方", "官价", "官网价", "官方原价", "official", "official price", "list price", "list"}
)


def _lives(scene: Scene, quantity: Quantity) -> str:
    """Read 3-5 days life: how long a good may last is no term."""
    return "technical" if scene.has("LIFESPAN", quantity.end, quantity.end + 1) else ""


def _warranty_after(scene: Scene, quantity: Quantity) -> str:
    """Read 5天质保, 30 days warranty: the word follows at once, and has no length of its own (3个月 质保30天)."""
    end = min(quantity.end + 2, len(scene.tokens))
    at = next((at for at in range(quantity.end, end) if scene.has("WARRANTY", at, at + 1)), None)
    if at is None and quantity.end < len(scene.tokens) and scene.tokens[quantity.end].words in _WITHIN:
        _, clause = scene.clause_of(quantity.end, _CLAUSE_ENDS)  # 1 hafta içinde banlanırsa yenisi
        end = min(clause, quantity.end + _REACH)
        return "warranty" if scene.has("WARRANTY", quantity.end, end) else ""
    if at is not None and at > quantity.end and scene.token_tags(quantity.end) & {"PRIVATE", "ACCOUNT"}:
        return ""  # 1 bulan private garansi
    if at is None or scene.codes[quantity.end] in "n,;|(":
        return ""
    if at == quantity.end and scene.language in _COVER_LEADS and scene.products:
        return ""  # 1 bulan garansi full: the cover's length would follow it
    if any(other.start == at + 1 and other.kind == "term" for other in scene.quantities):
        return ""
    # 12 months with warranty: the months are of what is sold
    return "" if at > quantity.end and scene.tokens[quantity.end].words in _WITH else "warranty"


def _role_of_seats(scene: Scene, quantity: Quantity) -> str:
    """Read up to 5 people, max 6 users as a limit, and 2 spots left, 2 vagas livres as what is still free."""
    before = max(0, quantity.start - 1), quantity.start
    if any(scene.has(tag, *before) for tag in ("UPTO", "ATMOST", "THRESHOLD")):
        return "threshold"
    after = quantity.end, min(quantity.end + 2, len(scene.tokens))
    return "stock" if scene.has("STILLFREE", *before) or scene.has("STILLFREE", *after) else ""


def _mark_changes(scene: Scene) -> None:
    """Of `old -> new`, and of `new (was old)`, keep the new."""
    quantities = scene.quantities
    sides = _arrow_parts_sides(scene)
    for old, new in pairwise(quantities):
        between = scene.codes[old.end : new.start]
        if sides and scene.products_in(scene.line_of(old.start)[0], old.start):
            continue
        if (
            scene.has("CREDIT", old.end, new.start)
            and ">" in between
            and old.currency == "USD"
            and new.role == "ask"
        ):
            old.role, old.why = "face", "the balance that the price buys"
            continue
        if old.kind == new.kind == "group" and scene.products_in(old.end, new.start):
            continue  # claude 维持 0.7, codex 降至 0.09
        if (new.role == "face") != (old.role == "face"):  # $10 → $35 balance
            continue
        if ">" in between and "n" not in between and new.start - old.end <= _RIGHT_REACH and _alike(old, new):
            old.role, old.why = "previous", WHY["previous"]
        elif (
            "<" in between
            and "n" not in between
            and new.start - old.end <= _RIGHT_REACH
            and old.kind in RATES
        ):
            new.role, new.why = "previous", WHY["previous"]


def _arrow_parts_sides(scene: Scene) -> bool:
    """Tell whether a head parts what goes in and what comes out by an arrow: 元/百万 tokens，入 → 出."""
    for at in scene.tag_positions.get("OUTPUT", ()):
        if at > 1 and scene.codes[at - 1] == ">" and "INPUT" in scene.token_tags(at - 2):
            return True
    return False


def _alike(old: Quantity, new: Quantity) -> bool:
    rates = MONEYLIKE | {"group", "swap", "fraction", "usage", "dollar"}
    if old.kind not in rates or new.kind not in rates:
        return False
    return old.currency == new.currency or (
        "bare" in (old.kind, new.kind) and "USD" not in (old.currency, new.currency)
    )
