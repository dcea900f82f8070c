"""Who is there: persons with their accounts, sellers of persons and of nobody known, victims and own accounts."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from benchmarks._link_world_model import NOW, Account, Held, Person, Seller, Shown, World
from benchmarks._link_world_names import Names, pick, written

_PROVIDER_SINCE = 500


def settle(world: World, names: Names) -> None:
    """Make persons, accounts and sellers, with the contacts that link nobody."""
    _make_sellers(world, names)
    _make_people(world, names)
    _make_others(world, names)


def _make_sellers(world: World, names: Names) -> None:
    given, draw = world.parameters, names.random
    stations = int(given.sites * given.stations)
    for number in range(given.sellers):
        station = number < stations
        site = number if station else draw.randrange(stations, given.sites)
        seller = Seller(
            source=f"site-{site:03d}", key="operator" if station else f"s{number:05d}", person=None,
            listings=draw.randrange(1, given.listings), template=number, station=station,
            seen=NOW - timedelta(days=draw.uniform(5, 80)),
        )  # fmt: skip
        kind = "domain" if station else "shop"
        show(seller, kind, names.value(kind), draw)
        world.sellers.append(seller)
    for seller in world.sellers:
        if draw.random() < 0.7:
            kind = pick(draw, given.contacts)
            show(seller, kind, names.value(kind, pick(draw, given.mails)), draw)


def show(seller: Seller, kind: str, value: str, random: Random, role: str = "operator") -> None:
    """Let one of a seller's listings show a value."""
    seller.shown.append(Shown(kind, value, written(kind, value), role, random.randrange(seller.listings)))


def _make_people(world: World, names: Names) -> None:
    """Give the related sellers to persons, and the accounts to those and to persons that sell nowhere."""
    given, draw = world.parameters, names.random
    related = draw.sample(world.sellers, round(given.sellers * (1 - given.unrelated)))
    while related:
        person = _new_person(world, draw)
        for _ in range(min(len(related), draw.randint(1, given.sellers_each))):
            seller = related.pop()
            seller.person = person.number
            person.sellers.append(seller)
    for _ in range(len(world.people)):
        _new_person(world, draw)
    weights = [draw.paretovariate(1.2) for _ in world.people]
    owners = draw.choices(world.people, weights, k=given.accounts)
    floor = min(8, given.accounts // len(world.people))
    owners[: floor * len(world.people)] = world.people * floor
    for owner in owners:
        account = new_account(world, names, owner.number, "fraudulent", owner.campaign)
        owner.accounts.append(account)


def _new_person(world: World, draw: Random) -> Person:
    given = world.parameters
    number = len(world.people)
    # the first four have a campaign each, so that the smallest is there too
    named = number < len(given.campaigns)
    campaign = given.campaigns[number][0] if named else pick(draw, given.campaigns)
    person = Person(number, campaign, draw.random() < given.digests)
    world.people.append(person)
    return person


def new_account(world: World, names: Names, person: int, class_name: str, campaign: str = "") -> Account:
    """Make an account with what a provider holds of it; `person` is -1 for people outside the market."""
    given, draw = world.parameters, names.random
    created = NOW - timedelta(days=draw.uniform(100, _PROVIDER_SINCE))
    banned = created + timedelta(days=draw.uniform(1, 60)) if class_name == "fraudulent" else None
    account = Account(f"acc-{len(world.accounts):06d}", person, class_name, campaign, created, banned)
    by_digest = person >= 0 and world.people[person].by_digest
    hold(account, "email", names.value("email", pick(draw, given.mails)), digested=by_digest)
    for kind, share in given.held:
        if draw.random() < share:
            hold(account, kind, names.value(kind), digested=by_digest)
    world.accounts.append(account)
    return account


def hold(
    account: Account,
    kind: str,
    value: str,
    *,
    digested: bool = False,
    since: datetime | None = None,
    until: datetime | None = None,
) -> None:
    """Let the provider hold a value of an account; once, whoever asks again."""
    kind = "phone" if kind == "whatsapp" else kind
    if all((held.kind, held.value) != (kind, value) for held in account.values):
        account.values.append(Held(kind, value, since or account.created, until, digested))


def _make_others(world: World, names: Names) -> None:
    """Make the accounts of victims, of the provider itself, and those whose ban fell."""
    given = world.parameters
    for class_name, share in (
        ("compromised", given.compromised), ("own", given.own), ("reinstated", given.overturned),
    ):  # fmt: skip
        for _ in range(max(4, round(given.accounts * share))):
            new_account(world, names, -1, class_name)
