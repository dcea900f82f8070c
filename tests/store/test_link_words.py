from __future__ import annotations

import pytest

from store.feeds import links
from store.feeds.feed import Moment
from store.links.reasons import find_refusals
from store.links.show import find_claims, find_doubts, find_hops, refusal_words
from tests.store.known_world import World


@pytest.mark.parametrize(
    ("kind", "sellers", "said"),
    [
        ("telegram", 1, "shown by this seller alone"),
        ("telegram", 9, "shown by 9 sellers"),
        (
            "telegram",
            10,
            "shown by 10 sellers, near the limit of 20: it may be the trade's and not their own",
        ),
        ("qq_group", 2, "shown by 2 sellers, near the limit of 2: it may be the trade's and not their own"),
    ],
)
def test_every_sentence_of_a_link_says_how_many_sellers_share_the_value(
    world: World, kind: str, sellers: int, said: str
) -> None:
    world.knows("acc_1", (kind, "777"))
    for number in range(sellers):
        world.shows(f"shop{number}", kind, "777")
        world.link()
    for claim in find_claims(world.connection):
        (hop,) = find_hops(world.connection, claim.link_id)
        assert hop.words.endswith(f"; {said}")
        doubts = find_doubts(world.connection, claim)
        assert doubts[:1] == ([f"{kind} 777: {said}"] if sellers > 1 else [])
        assert [doubt.startswith(f"{kind} 777: also shown by shop") for doubt in doubts[1:]] == [True] * (
            sellers > 1
        )
    paths = [row[11] for row in links.rows(Moment(world.connection, world.now))]
    assert [path.endswith(f"; {said}") for path in paths] == [True] * sellers


def test_a_value_that_joins_by_one_sighting_is_not_refused_by_another(world: World) -> None:
    world.shows("shop", "telegram", "fastkeys", role="unknown", listing="a")
    world.shows("shop", "telegram", "fastkeys", listing="b")
    world.shows("other", "telegram", "fastkeys", role="unknown")
    world.knows("acc_1", ("telegram", "fastkeys"), ("whatsapp", "+1555"))
    world.link()
    (claim,) = find_claims(world.connection)
    assert find_doubts(world.connection, claim) == [
        "telegram fastkeys: shown by 2 sellers",
        "telegram fastkeys: also shown by other/operator",
    ]
    (refused,) = find_refusals(world.connection, None)
    assert refusal_words(refused) == (
        "telegram fastkeys: the Telegram name is shown without saying whose, not as the seller's own"
    )
    assert refused.seller_id != claim.seller_id
    world.shows("shop", "telegram", "fastkeys", role="supplier", listing="c")
    (url,) = world.rows(
        "SELECT n.url FROM sighting g JOIN snapshot n ON n.id = g.snapshot_id WHERE g.role = 'supplier'"
    )
    doubts = find_doubts(world.connection, claim)
    assert (
        f"telegram fastkeys: the same seller also shows this Telegram name as a supplier's at {url[0]}"
        in doubts
    )


@pytest.mark.parametrize(
    ("kind", "value", "sentence"),
    [
        (
            "api_key",
            "dfe9" + "0" * 60,
            "the seller's page shows the key (SHA-256 dfe900000000…), and the provider",
        ),
        ("crypto_btc", "bc1q", "the seller shows crypto_btc bc1q as their own wallet, and the provider"),
        ("email", "a@b.example", "the seller shows email a@b.example as their own contact, and the provider"),
    ],
)
def test_a_sentence_speaks_of_its_kind(world: World, kind: str, value: str, sentence: str) -> None:
    world.shows("shop", kind, value)
    world.knows("acc_1", (kind, value))
    world.link()
    ((words,),) = world.rows("SELECT words FROM link_hop")
    assert words.startswith(sentence)


def test_a_claim_is_found_by_the_beginning_of_its_id(world: World) -> None:
    for number in range(3):
        world.shows(f"shop{number}", "telegram", "fastkeys")
    world.knows("acc_1", ("telegram", "fastkeys"))
    world.link()
    ids = sorted(claim.id for claim in find_claims(world.connection))
    assert [claim.id for claim in find_claims(world.connection, id=ids[1][:20])] == [ids[1]]
    assert len(find_claims(world.connection, id="clm_")) == 3
    assert find_claims(world.connection, id=f"{ids[1]}0") == []
