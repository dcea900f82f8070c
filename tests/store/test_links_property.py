"""Two laws: SQL and the pure rules link the same; and, under one link model, in steps equals at once."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from store import known_tables as known
from store.import_batches import table_of
from store.judgement_tables import HOP, PAIR, REJECT, Judgement
from store.links.model import current_model
from store.links.weights import hop_key
from store.links.write import link_id
from store.matching import EXACT, Known, Shown, find_matches, joins_as
from tests.store.known_world import World, open_world

judgement = table_of(Judgement)
IDENTIFIERS = (
    ("telegram", "1"), ("phone", "1"), ("whatsapp", "1"), ("qq_group", "1"), ("qq_group", "1"), ("qq", "1"),
    ("referral", "1"), ("phone", "2"), ("telegram", "mangostudio"), ("telegram", "mango_studio"),
    ("email", "mangostudio@m.example"), ("telegram", "mangostudi"), ("phone", "+8613800001234"),
)  # fmt: skip
SELLERS = [(f"site{number % 7}", f"s{number}") for number in range(12)]
MASKS = (("phone", "138****1234"), ("email", "ma***o@m.example"), ("email", "ma***i@m.example"))
REFS = ("acc_1", "acc_2", "acc_3")
ROLES = ("operator", "operator", "operator", "unknown", "promoter")
CLASSES = ("fraudulent", "fraudulent", "compromised", "reinstated", "own")

identifier = st.sampled_from(IDENTIFIERS)
acts = st.one_of(
    st.tuples(st.just("shows"), st.sampled_from(SELLERS), identifier, st.sampled_from(ROLES)),
    st.tuples(st.just("shows"), st.sampled_from(SELLERS), identifier, st.sampled_from(ROLES)),
    st.tuples(
        st.just("knows"), st.sampled_from(REFS), st.lists(identifier, max_size=3), st.sampled_from(CLASSES)
    ),
    st.tuples(
        st.just("knows"), st.sampled_from(REFS), st.lists(identifier, max_size=3), st.sampled_from(CLASSES)
    ),
    st.tuples(st.just("masks"), st.sampled_from(SELLERS), st.sampled_from(MASKS), st.sampled_from(ROLES)),
    st.tuples(st.just("crowd"), st.integers(3, 6), identifier),
    st.tuples(st.just("protects"), identifier),
    st.tuples(st.just("unprotects"), identifier),
    st.tuples(st.just("withdraws"), st.sampled_from(REFS)),
    st.tuples(st.just("withdraws_value"), st.sampled_from(REFS), identifier),
    st.tuples(st.just("buys"), st.sampled_from(SELLERS[:3]), st.sampled_from(REFS)),
    st.tuples(st.just("probes"), st.sampled_from(SELLERS[:3]), st.sampled_from(REFS)),
    st.tuples(
        st.just("judges"),
        st.sampled_from(SELLERS),
        st.sampled_from(REFS),
        st.none() | identifier,
        st.booleans(),
    ),
)


def do(world: World, act: tuple[Any, ...]) -> None:
    match act:
        case ("shows", seller, identifier, role):
            world.shows(seller[0], identifier[0], identifier[1], seller[1], role=role)
        case ("masks", seller, (kind, written), role):
            world.masks(seller[0], kind, written, seller[1], role)
        case ("crowd", size, identifier):
            for seller in SELLERS[:size]:
                world.shows(seller[0], identifier[0], identifier[1], seller[1])
        case _:
            tell(world, act)


def tell(world: World, act: tuple[Any, ...]) -> None:
    match act:
        case ("knows", ref, values, class_name):
            world.knows(ref, *values, class_name=class_name)
        case ("protects" | "unprotects" as name, identifier):
            getattr(world, name)(*identifier)
        case ("withdraws", ref):
            world.withdraws(ref, "gone")
        case ("withdraws_value", ref, identifier):
            world.withdraws(ref, "typo", *identifier)
        case ("buys" | "probes" as name, (source, seller), ref):
            if ("offer", source, seller) not in world._ids:
                world.observe(world.offer(source, seller, seller), source, "1")
            getattr(world, name)(f"{source}/{seller}", ref)
        case ("judges", seller, ref, hop, undone):
            judge(world, seller, ref, hop, undone=undone)


def judge(
    world: World, seller: tuple[str, str], ref: str, hop: tuple[str, str] | None, *, undone: bool
) -> None:
    """Reject a pair, or the hop by one value of it, or take all that was said of it back: linked or not."""
    world.knows(ref)
    accounts = world.rows(f"SELECT id FROM known_account WHERE account_ref = '{ref}'")
    if hop is None:
        about, key = PAIR, link_id(*seller, "anthropic", ref)
    else:
        about, key = HOP, hop_key(EXACT, *seller, joins_as(hop[0]), hop[1], "anthropic", ref)
    now = world.tick()
    if undone:
        said = (judgement.c.key == key) & judgement.c.undone_at.is_(None)
        world.connection.execute(update(judgement).where(said).values(undone_at=now, undone_by="osei"))
    else:
        world.add(
            Judgement, about=about, key=key, says=REJECT, who="fern", at=now, why="",
            seller_id=world.seller(*seller), account_id=accounts[0][0],
        )  # fmt: skip


def rejected(world: World) -> set[str]:
    """The keys of the pairs and hops that somebody rejects."""
    return {row[0] for row in world.rows("SELECT key FROM judgement WHERE undone_at IS NULL")}


def pure_links(world: World) -> set[tuple[str, str, str]]:
    """What store/matching.py links, from the rows read one by one; purchases of fraudulent accounts added."""
    sharers: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    sightings = world.rows(
        "SELECT s.source, s.key, s.id, i.kind, i.value, g.role FROM sighting g JOIN seller s ON s.id = g.seller_id"
        " JOIN identifier i ON i.id = g.identifier_id"
    )
    for _, _, seller_id, kind, value, _ in sightings:
        sharers[joins_as(kind), value].add(seller_id)
    protected = {
        (joins_as(kind), value)
        for kind, value in world.rows("SELECT kind, value FROM protected_value WHERE valid_until IS NULL")
    }
    held = world.rows(
        "SELECT a.account_ref, k.kind, k.value, k.valid_until IS NULL, v.class_name FROM known_identifier k"
        " JOIN known_account a ON a.id = k.account_id"
        " LEFT JOIN known_account_version v ON v.account_id = a.id AND v.valid_until IS NULL"
    )
    found, out = set(), rejected(world)
    for source, seller, _, kind, value, role in sightings:
        key = (joins_as(kind), value)
        shown = Shown(kind, value, role, len(sharers[key]), protected=key in protected)
        for ref, known_kind, known_value, current, class_name in held:
            matches, _ = find_matches([shown], [Known(known_kind, known_value, class_name, bool(current))])
            hop = hop_key(EXACT, source, seller, joins_as(kind), value, "anthropic", ref)
            if matches and hop not in out:
                found.add((source, seller, ref))
    bought = world.rows(
        "SELECT s.source, s.key, a.account_ref FROM purchase p JOIN offer o ON o.id = p.offer_id"
        " JOIN listing l ON l.id = o.listing_id JOIN seller s ON s.id = l.seller_id"
        " JOIN known_account a ON a.id = p.account_id JOIN known_account_version v ON v.account_id = a.id"
        " WHERE v.valid_until IS NULL AND v.class_name = 'fraudulent'"
    )
    probed = world.rows(
        "SELECT s.source, s.key, a.account_ref FROM probe_answer n JOIN probe p ON p.id = n.probe_id"
        " JOIN offer o ON o.id = p.offer_id JOIN listing l ON l.id = o.listing_id JOIN seller s ON s.id = l.seller_id"
        " JOIN known_account a ON a.id = n.account_id JOIN known_account_version v ON v.account_id = a.id"
        " WHERE v.valid_until IS NULL AND v.class_name = 'fraudulent'"
    )
    found |= {(row[0], row[1], row[2]) for row in [*bought, *probed]}
    return {pair for pair in found if link_id(pair[0], pair[1], "anthropic", pair[2]) not in out}


def equal_links(world: World) -> set[tuple[str, str, str]]:
    """The links that an equal value, a purchase or a probe makes: the pure rules know no others."""
    rows = world.rows(
        "SELECT DISTINCT s.source, s.key, a.account_ref FROM link l JOIN link_hop h ON h.link_id = l.id"
        " JOIN seller s ON s.id = l.seller_id JOIN known_account a ON a.id = l.account_id"
        " WHERE h.rule IN ('exact_identifier', 'purchase', 'probe')"
    )
    return {(row[0], row[1], row[2]) for row in rows}


def derived(world: World) -> tuple[Any, ...]:
    """Links and hops as they stand; claims without their times, and without those that no step ever saw."""
    claims = world.rows("SELECT id, status, reason FROM claim WHERE status = 'active' ORDER BY id")
    return world.dump(known.Link), world.dump(known.LinkHop), claims


# Without shrinking: an example is a few lines already, and shrinking one takes minutes.
@settings(
    max_examples=25,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(st.lists(st.tuples(acts, st.booleans()), min_size=3, max_size=25))
def test_links_made_in_steps_equal_links_made_at_once_and_the_pure_rules(
    steps: list[tuple[tuple[Any, ...], bool]],
) -> None:
    world, at_once = open_world(), open_world()
    try:
        for one in (world, at_once):
            one.knows(REFS[0], *IDENTIFIERS)
        for act, then_link in steps:
            do(world, act)
            do(at_once, act)
            if then_link:
                world.link()
                at_once.tick()
        world.link()
        model = current_model(world.connection)
        at_once.link(full=True, model=model)
        assert derived(world) == derived(at_once)
        assert equal_links(world) == pure_links(world)
        retracted = world.rows("SELECT reason, status FROM claim WHERE status = 'retracted'")
        assert all(reason for reason, _ in retracted)
        before = world.dump(known.Claim), derived(world)
        world.link(full=True, model=model)
        assert (world.dump(known.Claim), derived(world)) == before
    finally:
        for one in (world, at_once):
            one.connection.close()
            one.connection.engine.dispose()
