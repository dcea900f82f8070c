"""Lists of campaigns and of enforcements, from CSV to values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import TypeVar

from crawlers.lists import Cells, ListFile, source_of
from store.campaigns_save import CampaignLine, EnforcementLine
from store.known_records import Rejected
from store.records import PROVIDERS

CAMPAIGN_COLUMNS = ("campaign", "field", "value", "qualifier", "source")
ENFORCEMENT_COLUMNS = ("at", "scope", "provider", "plan", "region", "accounts", "source")
DAYS, COUNTS, WORDS = (
    ("from_day", "until_day", "announced_on"),
    ("exchanges", "accounts"),
    ("actor", "provider"),
)
QUALIFIERS = ("", "over", "nearly", "about")
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,119}\Z")
_REGION = re.compile(r"[A-Z]{2}\Z")
_Moment = TypeVar("_Moment", date, datetime)
_MOST = 300


def read_campaigns(source: ListFile) -> Iterator[CampaignLine | Rejected]:
    """Read what is known of campaigns, a field a line: campaign, field, value, source, and a qualifier (over, nearly).

    Raises:
        UserError: where a column is missing or means nothing here.
    """
    source.need_columns(("campaign", "field", "value", "source"), CAMPAIGN_COLUMNS)
    return source.read(_campaign)


def read_enforcements(source: ListFile) -> Iterator[EnforcementLine | Rejected]:
    """Read enforcements: at, scope, provider, source; plan, region and accounts where they are known.

    Raises:
        UserError: where a column is missing or means nothing here.
    """
    source.need_columns(("at", "scope", "provider", "source"), ENFORCEMENT_COLUMNS)
    return source.read(_enforcement)


def _moment(cell: str, read: Callable[[str], _Moment], example: str) -> _Moment:
    try:
        return read(cell)
    except ValueError:
        raise ValueError(f"{cell[:40]!r} is no moment such as {example}") from None


def _campaign(line: int, cells: Cells) -> CampaignLine:
    name, field, value = cells["campaign"].lower(), cells["field"].lower(), cells["value"]
    qualifier = cells.get("qualifier", "").lower()
    if not _NAME.match(name):
        raise ValueError("the campaign is no short name such as spring-wave")
    if qualifier not in QUALIFIERS:
        raise ValueError(f"the qualifier is none of {', '.join(QUALIFIERS[1:])}")
    if field in DAYS:
        value = _moment(value, date.fromisoformat, "2026-04-22").isoformat()
    elif field in COUNTS:
        value = str(_count(value))
    elif field not in WORDS or not value or len(value) > _MOST:
        raise ValueError(f"the field is none of {', '.join((*WORDS, *COUNTS, *DAYS))}, or its value is empty")
    return CampaignLine(line, name, field, value, qualifier, source_of(cells))


def _enforcement(line: int, cells: Cells) -> EnforcementLine:
    at = _moment(cells["at"], datetime.fromisoformat, "2026-06-12T08:00:00+00:00")
    if cells["provider"] not in PROVIDERS:
        raise ValueError(f"the provider is none of {', '.join(PROVIDERS)}")
    if not cells["scope"] or len(cells["scope"]) > _MOST:
        raise ValueError("the scope must stand: what was done, such as bans, kyc or a limit")
    plan, region = cells.get("plan", "").lower(), cells.get("region", "").upper()
    if plan and not _NAME.match(plan):
        raise ValueError("the plan is no short name such as claude-max-20x")
    if region and not _REGION.match(region):
        raise ValueError("the region is no country's code such as CN")
    accounts = _count(cells["accounts"]) if cells.get("accounts") else None
    moment = at if at.tzinfo is not None else at.replace(tzinfo=UTC)
    return EnforcementLine(
        line,
        moment.astimezone(UTC),
        cells["scope"],
        cells["provider"],
        plan,
        region,
        accounts,
        source_of(cells),
    )


def _count(cell: str) -> int:
    if not cell.isascii() or not cell.isdigit() or len(cell) > 15:  # noqa: PLR2004 - nobody counts further
        raise ValueError("a count is no whole number such as 25000")
    return int(cell)
