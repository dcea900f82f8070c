"""What seems to link and does not: each decoy is planted in unrelated sellers, with the reason why it is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from benchmarks._link_world_model import FRESH, Account, Decoy, Probe, Purchase, Seller, Shown, World
from benchmarks._link_world_names import Names, changed, masked, pick
from benchmarks._link_world_people import hold, show

_PLATFORMS = ("ldxp.cn", "catfk.com", "yuque.com", "taobao.com", "pages.dev", "dpdns.org", "ccwu.cc", "us.ci")
"""DOMAIN (b): card-shop platforms and shared suffixes, each shown by fewer sellers than a hub has."""


class Deceiver:
    """Plants decoys and writes them down."""

    def __init__(self, world: World, names: Names) -> None:
        self.world = world
        self.names = names
        self.draw = names.random
        clear = [person for person in world.people if not person.by_digest]
        self.known = [account for person in clear for account in person.accounts]
        self.unrelated = [seller for seller in world.sellers if seller.person is None]
        self.count = max(2, round(len(self.unrelated) * world.parameters.decoys))

    def plant(self) -> None:
        """Plant every kind of decoy."""
        each: dict[str, Callable[[Seller, Account], None]] = {
            "recycled": self._recycled, "protected": self._protected, "promoter": self._promoter,
            "other trailing digits": self._digits, "one letter of a common handle": self._edit,
            "one mask": self._mask, "two masks of two accounts": self._two_masks, "same name, other kind": self._name,
            "answer before its probe": self._early,
        }  # fmt: skip
        for reason, plant in each.items():
            sellers = self.draw.sample(self.unrelated, self.count)
            for seller, account in zip(sellers, self.draw.sample(self.known, self.count), strict=True):
                plant(seller, account)
                self._note(seller, account.ref, reason)
        for class_name in ("compromised", "own", "reinstated"):
            self._class(class_name)
        self._victims_sold()
        self._hubs()
        self._codes()
        self._twins()

    def _note(self, seller: Seller, ref: str, reason: str) -> None:
        self.world.decoys.append(Decoy(seller.name, ref, reason))

    def _contact(self) -> tuple[str, str]:
        kind = pick(self.draw, self.world.parameters.contacts)
        return kind, self.names.value(kind)

    def _recycled(self, seller: Seller, account: Account) -> None:
        kind, value = self._contact()
        until = seller.seen - FRESH - timedelta(days=self.draw.uniform(1, 200))
        hold(account, kind, value, since=until - timedelta(days=self.draw.uniform(30, 300)), until=until)
        show(seller, kind, value, self.draw)

    def _protected(self, seller: Seller, account: Account) -> None:
        kind, value = self._contact()
        hold(account, kind, value)
        show(seller, kind, value, self.draw)
        self.world.protected.append(
            ("phone" if kind == "whatsapp" else kind, value, "victim of a stolen account")
        )

    def _promoter(self, seller: Seller, account: Account) -> None:
        value = self.names.value("telegram")
        hold(account, "telegram", value)
        show(seller, "telegram", value, self.draw, "promoter")

    def _near(self, seller: Seller, account: Account, way: str) -> None:
        kind = self.draw.choice(("telegram", "wechat"))
        value, near = "", ""
        while not near or not self.names.claim(near):
            value = self.names.handle(rare=False)
            near = changed(self.draw, value, way)
        hold(account, kind, value)
        show(seller, kind, near, self.draw)

    def _digits(self, seller: Seller, account: Account) -> None:
        self._near(seller, account, "digits")

    def _edit(self, seller: Seller, account: Account) -> None:
        self._near(seller, account, "edit")

    def _mask(self, seller: Seller, account: Account) -> None:
        held = self.draw.choice([held for held in account.values if held.kind in ("email", "phone")])
        self._show_mask(seller, held.kind, held.value)

    def _two_masks(self, seller: Seller, account: Account) -> None:
        self._show_mask(seller, "email", next(held.value for held in account.values if held.kind == "email"))
        phones = (held.value for other in self.draw.sample(self.known, min(200, len(self.known))) if other is not account
                  for held in other.values if held.kind == "phone")  # fmt: skip
        self._show_mask(seller, "phone", next(phones))

    def _show_mask(self, seller: Seller, kind: str, value: str) -> None:
        seller.shown.append(
            Shown(kind, None, masked(kind, value), "operator", self.draw.randrange(seller.listings))
        )

    def _name(self, seller: Seller, account: Account) -> None:
        value = self.names.value("username")
        hold(account, "username", value)
        show(seller, "telegram", value, self.draw)

    def _early(self, seller: Seller, account: Account) -> None:
        sent = seller.seen + timedelta(days=1)
        before = sent - timedelta(days=self.draw.uniform(0.1, 20))
        self.world.probes.append(
            Probe(seller.name, sent, f"{self.draw.getrandbits(64):016x}", ((account.ref, before),))
        )

    def _class(self, class_name: str) -> None:
        of_class = [account for account in self.world.accounts if account.class_name == class_name]
        for account in self.draw.sample(of_class, min(self.count, len(of_class))):
            seller = self.draw.choice(self.world.sellers)
            kind, value = self._contact()
            hold(account, kind, value)
            show(seller, kind, value, self.draw, self.draw.choice(("operator", "unknown")))
            self._note(seller, account.ref, f"the account is {class_name}")

    def _victims_sold(self) -> None:
        victims = [account for account in self.world.accounts if account.class_name == "compromised"]
        for account in self.draw.sample(victims, min(self.count, len(victims))):
            seller = self.draw.choice(self.unrelated)
            self.world.purchases.append(Purchase(seller.name, account.ref, seller.seen + timedelta(days=1)))
            self._note(seller, account.ref, "a victim's account was bought")

    def _share(self, sellers: Sequence[Seller], kind: str, value: str, role: str, reason: str) -> None:
        for seller in sellers:
            show(seller, kind, value, self.draw, role)
            self._note(seller, "", reason)

    def _hubs(self) -> None:
        given = self.world.parameters
        for size in given.hubs:
            for kind in (
                ("qq_group", "telegram_invite", "telegram") if size > 20 else ("qq_group", "telegram_invite")
            ):
                sellers = self.draw.sample(self.world.sellers, size)
                self._share(sellers, kind, self.names.value(kind), "operator", "a hub")
        for size in [size for size in given.hubs if size > 20]:
            value, account = self.names.value("telegram"), self.draw.choice(self.known)
            hold(account, "telegram", value)
            for seller in self.draw.sample(self.unrelated, size):
                show(seller, "telegram", value, self.draw)
                self._note(seller, account.ref, "a hub that an account holds too")
        for domain in _PLATFORMS:
            size = self.draw.randint(3, 9)
            self._share(
                self.draw.sample(self.world.sellers, size), "domain", domain, "operator", "a platform"
            )
        mail = given.mails[4][0]
        for account in self.draw.sample(self.known, self.count * 2):
            hold(account, "domain", mail)
        for seller in self.draw.sample(self.unrelated, 4):
            show(seller, "domain", mail, self.draw)
            self._note(seller, "", "a mail provider")

    def _codes(self) -> None:
        for kind, role, most in (("referral", "promoter", 8), ("agent_code", "supplier", 12)):
            for _ in range(self.count):
                sellers = self.draw.sample(self.world.sellers, self.draw.randint(3, most))
                self._share(sellers, kind, self.names.value(kind), role, f"a shared {kind}")

    def _twins(self) -> None:
        related = [seller for seller in self.world.sellers if seller.person is not None]
        for seller in self.draw.sample(self.unrelated, self.count):
            seller.template = self.draw.choice(related).template
            self._note(seller, "", "a copied storefront")


def add_crowd(world: World, names: Names) -> None:
    """Add one support group to many sellers of a world that is made: it must add no link."""
    crowd, value = names.random.sample(world.sellers, world.parameters.crowd), names.value("qq_group")
    for seller in crowd:
        show(seller, "qq_group", value, names.random)
        world.decoys.append(Decoy(seller.name, "", "the crowd of one support group"))
