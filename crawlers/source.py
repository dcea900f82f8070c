"""What an operator's `source.yml` says of one source."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from crawlers.currencies import CURRENCIES
from crawlers.network.targets import RefusedError, read_target
from crawlers.platforms import PLATFORMS
from store.errors import UserError
from store.records import REGISTRY

NAME = r"^[a-z0-9][a-z0-9_-]{0,62}$"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class SourceError(UserError):
    """Raised where a source's folder or its source.yml cannot be used; the message says what to mend."""


class Contract(BaseModel):
    """What a healthy run of this source gives; a run outside it publishes nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    min_listings: int = Field(default=0, ge=0)
    max_listings: int = Field(default=100_000, ge=1)
    shape: dict[str, str] = {}
    """What each kind of page usually gives (crawlers.shape), as `sources add` learnt it."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.min_listings > self.max_listings:
            raise ValueError(
                f"min_listings ({self.min_listings}) is more than max_listings ({self.max_listings})"
            )
        return self


class Source(BaseModel):
    """One place that is watched: its address, the software it runs, and how politely it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(pattern=NAME)
    platform: str
    start: list[str] = Field(min_length=1)
    schedule: str = "23 */6 * * *"
    delay_seconds: float = Field(default=3.0, ge=0, le=3600)
    max_pages: int = Field(default=60, ge=1, le=5000)
    max_bytes: int = Field(default=256 * 1024 * 1024, ge=1024, le=4 * 1024**3)
    """Bytes of all replies of a run, unpacked."""
    timeout_seconds: int = Field(default=900, ge=1)
    browser: bool = False
    loopback: bool = False
    verify_tls: bool = True
    robots: bool = True
    pictures: bool = False
    screenshots: bool = False
    currency: str | None = None
    language: str | None = None
    enabled: bool = True
    contract: Contract = Contract()

    @field_validator("start")
    @classmethod
    def _plain_addresses(cls, urls: list[str]) -> list[str]:
        for url in urls:
            try:
                read_target(url)
            except RefusedError as error:
                raise ValueError(
                    f"it takes plain http and https addresses without credentials: {error}"
                ) from error
        return urls

    @field_validator("name")
    @classmethod
    def _free_name(cls, name: str) -> str:
        if name == REGISTRY:
            raise ValueError("look-ups of domains bear this name")
        return name

    @field_validator("platform")
    @classmethod
    def _known_platform(cls, name: str) -> str:
        if name not in PLATFORMS:
            close = get_close_matches(name, PLATFORMS, n=3, cutoff=0.6)
            hint = (
                f"did you mean {' or '.join(close)}?" if close else f"it takes {', '.join(sorted(PLATFORMS))}"
            )
            raise ValueError(f"no platform is named {name!r}: {hint}")
        return name

    @field_validator("schedule")
    @classmethod
    def _cron_line(cls, line: str, asked: ValidationInfo) -> str:
        """Ask the checker that the caller brings, for what a cron line is is the scheduler's to say."""
        check = (asked.context or {}).get("cron")
        fault = check(line) if check is not None else None
        if fault is not None:
            raise ValueError(fault)
        return line

    @field_validator("currency")
    @classmethod
    def _known_currency(cls, code: str | None) -> str | None:
        if code is not None and code not in CURRENCIES:
            raise ValueError(f"{code!r} is no currency: write its ISO 4217 code, such as CNY")
        return code

    @field_validator("language")
    @classmethod
    def _language_tag(cls, tag: str | None) -> str | None:
        if tag is not None and not _LANGUAGE.fullmatch(tag):
            raise ValueError(f"{tag!r} is no language: write its BCP 47 tag, such as zh-Hant")
        return tag

    @property
    def url(self) -> str:
        """The address that stands for the source."""
        return self.start[0]

    @property
    def host(self) -> str:
        """The host that its requests go to first."""
        return urlsplit(self.url).hostname or ""
