"""How a set of feeds is written: its forms, what it is marked with, who signs it, and when it is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from store.errors import UserError
from store.feeds.csv_file import BOM
from store.peppers import Pepper

TLP = ("clear", "green", "amber", "amber+strict", "red")
"""The labels of TLP 2.0, without their `TLP:`."""
_CONTROL = 0x20


@dataclass(frozen=True, slots=True)
class Settings:
    """What `feeds write` may be told; the defaults are what it does unasked."""

    excel: bool = False
    """A byte order mark before each CSV file, by which Excel knows it for UTF-8."""
    comments: bool = False
    """Lines that begin with `#` before each header: what the file is, its version and marking."""
    siblings: tuple[str, ...] = ()
    """Names of store.feeds.siblings.SIBLINGS."""
    tlp: str = "amber"
    licence: str = ""
    contact: str = ""
    key: Path | None = None
    """The private key that signs the manifest."""
    pepper: Pepper | None = None
    """The key under which identifiers.csv has digests too; give such feeds to those alone who hold it."""
    stale_limit: Decimal = Decimal("0.5")
    """Nothing is published where a larger share of the sources has no good run of the last 48 hours."""
    force: bool = False

    def check(self) -> None:
        """Refuse words that no manifest can hold.

        Raises:
            UserError: that says which.
        """
        if self.tlp not in TLP:
            raise UserError(f"there is no TLP:{self.tlp.upper()[:20]}: choose one of {', '.join(TLP)}")
        if any(ord(char) < _CONTROL for char in self.licence + self.contact):
            raise UserError("licence and contact are one line each, without control characters")

    @property
    def marking(self) -> str:
        """The marking as TLP 2.0 writes it."""
        return f"TLP:{self.tlp.upper()}"


def before(body: Mapping[str, Any], schema: str, version: str) -> bytes:
    """Give the bytes before a CSV file's header, by its manifest alone, so that a receiver can make them too."""
    form = body.get("form") or {}
    lines: list[str] = []
    if form.get("comments"):
        lines = [
            f"# {body['feed']} {schema}.csv, schema {version}",
            f"# version {body['version']} of {body['generated_at']}, {body['tlp']}",
            *(f"# {name}: {body[name]}" for name in ("licence", "contact") if body.get(name)),
            "# csv_escaped names the cells of a row that were made safe for spreadsheets; an empty cell is unknown",
        ]
    return (BOM if form.get("excel") else b"") + "".join(f"{line}\n" for line in lines).encode()
