"""What links sellers to accounts in truth: for each related seller evidence is planted, and the pairs written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random

from benchmarks._link_world_model import Account, Person, Probe, Purchase, Seller, Shown, Truth, World
from benchmarks._link_world_names import Names, changed, masked, pick
from benchmarks._link_world_people import hold, show

_SECOND = 0.15
"""Related sellers that bear a second piece of evidence (chosen: so that some pairs have two kinds)."""
_TWO_MASKS = 0.7
"""Sellers of masked values that mask two of one account (chosen, as above); one alone bears no alert."""
_SURE = {"exact_identifier", "digest", "purchase", "probe"}


class Planter:
    """Plants evidence and gathers the pairs that it makes true."""

    def __init__(self, world: World, names: Names) -> None:
        self.world = world
        self.names = names
        self.draw: Random = names.random
        self.pairs: dict[tuple[tuple[str, str], str], Truth] = {}

    def plant(self) -> None:
        """Plant for every related seller: evidence of its own, or a strong value that the person's first one shows."""
        for person in list(self.world.people):
            for number, seller in enumerate(person.sellers):
                if number and self.draw.random() < self.world.parameters.joined:
                    self._join(person, seller)
                    continue
                self._evidence(person, seller)
                if self.draw.random() < _SECOND:
                    self._evidence(person, seller)
        self.world.truths.extend(self.pairs.values())

    def _add(self, seller: Seller, ref: str, kind: str, *, alert: bool, distance: str = "direct") -> None:
        mark = (seller.name, ref)
        said = Truth(seller.name, ref, (kind,), distance, "alert" if alert else "lead")
        known = self.pairs.get(mark)
        if known is not None:
            kinds = tuple(sorted({*known.kinds, kind}))
            expects = "alert" if alert else known.expects
            said = replace(known, kinds=kinds, expects=expects)
        self.pairs[mark] = said

    def _evidence(self, person: Person, seller: Seller) -> None:
        kind = pick(self.draw, self.world.parameters.evidence)
        if person.by_digest and kind in ("exact_identifier", "fuzzy", "partial", "name"):
            kind = "digest"
        plant = {
            "purchase": self._purchase, "probe": self._probe, "exact_identifier": self._exact, "digest": self._exact,
            "fuzzy": self._fuzzy, "partial": self._partial, "name": self._name, "none": lambda *_: None,
        }[kind]  # fmt: skip
        plant(person, seller, kind)

    def _some(self, accounts: Sequence[Account], most: int) -> list[Account]:
        return self.draw.sample(accounts, min(len(accounts), self.draw.randint(1, most)))

    def _exact(self, person: Person, seller: Seller, rule: str) -> None:
        """Let accounts of the person hold a value that the seller shows; of some the validity ended a little before."""
        kind = "domain" if seller.station else pick(self.draw, self.world.parameters.contacts)
        value = self.names.value(kind)
        until = None
        if self.draw.random() < 0.2:
            until = seller.seen - timedelta(days=self.draw.uniform(1, 80))
        for account in self._some(person.accounts, 4):
            since = None if until is None else min(account.created, until - timedelta(days=30))
            hold(account, kind, value, digested=rule == "digest", since=since, until=until)
            self._add(seller, account.ref, rule, alert=True)
        show(seller, kind, value, self.draw)

    def _fuzzy(self, person: Person, seller: Seller, rule: str) -> None:
        kind = self.draw.choice(("telegram", "telegram", "wechat", "email"))
        way = pick(self.draw, self.world.parameters.changes)
        is_rare = self.draw.random() < self.world.parameters.rare
        while True:
            value = self.names.handle(rare=is_rare)
            near = changed(self.draw, value, way)
            if near != value and self.names.claim(near):
                break
        mail = "@" + pick(self.draw, self.world.parameters.mails) if kind == "email" else ""
        for account in self._some(person.accounts, 2):
            hold(account, kind, value + mail)
            alert = way in ("separator", "homoglyph") or (way == "edit" and is_rare)
            self._add(seller, account.ref, rule, alert=alert)
        show(seller, kind, near + mail, self.draw)

    def _partial(self, person: Person, seller: Seller, rule: str) -> None:
        """Show one mask, which many fit, or two that one account alone fits."""
        account = self.draw.choice(person.accounts)
        hold(account, "phone", self.names.value("phone"))
        shown = [held for held in account.values if held.kind in ("phone", "email") and held.until is None]
        chosen = {held.kind: held.value for held in self.draw.sample(shown, len(shown))}
        both = self.draw.random() < _TWO_MASKS
        listing = self.draw.randrange(seller.listings)
        for kind in ("email", "phone") if both else (self.draw.choice(("email", "phone")),):
            seller.shown.append(Shown(kind, None, masked(kind, chosen[kind]), "operator", listing))
        self._add(seller, account.ref, rule, alert=both)

    def _name(self, person: Person, seller: Seller, rule: str) -> None:
        account = self.draw.choice(person.accounts)
        value = self.names.value("username")
        hold(account, "username", value)
        show(seller, self.draw.choice(("telegram", "wechat")), value, self.draw)
        self._add(seller, account.ref, rule, alert=False)

    def _stock(self, person: Person) -> Sequence[Account]:
        """Give the accounts that a person sells: its own, or those of another one whose stock it shows."""
        if self.draw.random() >= self.world.parameters.resold:
            return person.accounts
        other = self.draw.choice(self.world.people)
        if other is not person:
            person.suppliers.add(other.number)
        return other.accounts

    def _purchase(self, person: Person, seller: Seller, rule: str) -> None:
        account = self.draw.choice(self._stock(person))
        day = seller.seen + timedelta(days=self.draw.uniform(0, 3))
        self.world.purchases.append(Purchase(seller.name, account.ref, day))
        self._add(seller, account.ref, rule, alert=True)

    def _probe(self, person: Person, seller: Seller, rule: str) -> None:
        found = self._some(self._stock(person), self.world.parameters.pool)
        sent = seller.seen + timedelta(days=self.draw.uniform(0, 3))
        answers = tuple(
            (account.ref, sent + timedelta(seconds=self.draw.uniform(1, 600))) for account in found
        )
        self.world.probes.append(Probe(seller.name, sent, f"{self.draw.getrandbits(64):016x}", answers))
        for account in found:
            self._add(seller, account.ref, rule, alert=True)

    def _join(self, person: Person, seller: Seller) -> None:
        """Let a seller show a strong value of the person's first one, and be linked to what that one is linked to."""
        first = person.sellers[0]
        kind = pick(self.draw, self.world.parameters.contacts)
        value = self.names.value(kind)
        for each in (first, seller):
            show(each, kind, value, self.draw)
        for truth in [truth for (name, _), truth in self.pairs.items() if name == first.name]:
            sure = truth.expects == "alert" and bool(_SURE & set(truth.kinds))
            self._add(seller, truth.account_ref, "cluster", alert=sure, distance="cluster")
