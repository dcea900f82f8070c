"""Seeded layout breaks and harmless changes over the golden samples of every platform: which of them turn a run red."""

from __future__ import annotations

import random
import sys
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from unicodedata import normalize

from pydantic import TypeAdapter

from benchmarks.breaks import changed, rewritten
from crawlers.needs import needs_of
from crawlers.page import Page, PageChangedError, Reading
from crawlers.platforms import PLATFORMS
from crawlers.shape import Shape, breach, shape_of, unmade
from crawlers.unrendered import is_unrendered
from crawlers.verdict import Outcome, decide
from store.judge import GOOD, RunView, judge
from tests.platforms.sampling import Sample, samples

BREAKS, HARMLESS, MOST_FALSE = 200, 400, 0.01
_READING: TypeAdapter[Reading] = TypeAdapter(Reading)
_SHAPES: dict[tuple[str, str, str, bytes], Shape] = {}
_DAY = datetime(2026, 8, 1, tzinfo=UTC)


def main(seed: int = 7) -> int:
    """Break pages of every platform in turn; 0 where every break that changes what is read is red, and 1 % of others."""
    pages = _healthy()
    missed, effective = _run(pages, random.Random(seed), BREAKS, harmless=False)
    false, all_harmless = _run(pages, random.Random(seed), HARMLESS, harmless=True)
    held = not missed and len(false) <= MOST_FALSE * all_harmless
    sys.stdout.write(
        f"layout breaks: {effective - len(missed)} of {effective} that change what is read turn the run red;"
        f" {len(false)} of {all_harmless} harmless changes do: {'held' if held else 'missed'}\n"
    )
    for name, count in sorted(Counter([*missed, *false]).items()):
        sys.stdout.write(f"  {name}: {count}\n")
    return 0 if held else 1


def _healthy() -> dict[str, list[Sample]]:
    """Give the samples that a healthy run of each platform would read."""
    found: dict[str, list[Sample]] = {}
    for sample in samples():
        if not _survives(sample):
            continue  # Markdown, or a page nested deeper than what writes the changed page follows
        if (reading := _read(sample.platform, sample.page())) and (
            reading.listings or reading.notes or reading.facts
        ):
            found.setdefault(sample.platform, []).append(sample)
    return found


def _survives(sample: Sample) -> bool:
    """Say whether a page reads the same once it was taken apart and written again, with nothing changed."""
    page = sample.page()
    if page.media_type == "text/plain":
        return False
    again = replace(page, body=rewritten(page.text).encode())
    return bool(_said(sample.platform, page) == _said(sample.platform, again))


def _run(
    pages: dict[str, list[Sample]], luck: random.Random, wanted: int, *, harmless: bool
) -> tuple[list[str], int]:
    """Change pages until enough changes counted; give the names of those that were judged wrongly, and their number."""
    wrong: list[str] = []
    counted = tries = 0
    names = sorted(pages)
    while counted < wanted and tries < 200 * wanted:
        tries += 1
        sample = luck.choice(pages[names[tries % len(names)]])
        page = sample.page()
        text = changed(page.text, luck, harmless=harmless)
        if text is None:
            continue
        other = replace(page, body=text.encode())
        is_red = _is_red(sample.platform, page, other)
        if not harmless and _said(sample.platform, page) == _said(sample.platform, other):
            continue
        counted += 1
        if is_red == harmless:
            wrong.append(f"{'false' if harmless else 'missed'} {sample.name}")
    return wrong, counted


def _read(platform: str, page: Page) -> Reading | None:
    try:
        return PLATFORMS[platform].read(page)
    except PageChangedError:
        return None


def _said(platform: str, page: Page) -> Any:  # noqa: ANN401
    """Give what is read without where it stood: a moved node that is read all the same changes nothing."""
    reading = _read(platform, page)
    return (
        None
        if reading is None
        else _without_places(_READING.dump_python(reading, mode="json", exclude_defaults=True))
    )


def _without_places(value: Any) -> Any:  # noqa: ANN401
    """Leave places out, and see two texts of the same words as one, whatever parts them."""
    if isinstance(value, str):
        return sorted(set(normalize("NFKC", value).split()))
    if isinstance(value, dict):
        return {key: _without_places(one) for key, one in value.items() if key != "place"}
    # the order in which goods stand on a page is no part of what is read
    return sorted((_without_places(one) for one in value), key=repr) if isinstance(value, list) else value


def _learnt(platform: str, page: Page) -> Shape:
    """Learn, once a page, what `sources add` would of a healthy one."""
    key = (platform, page.url, page.role, page.body)
    if key not in _SHAPES:
        read = PLATFORMS[platform].read
        pages = [(page, read(page))]
        _SHAPES[key] = shape_of(pages) | needs_of(read, pages)
    return _SHAPES[key]


def _is_red(platform: str, page: Page, other: Page) -> bool:
    usual, now = _read(platform, page), _read(platform, other)
    if usual is None or now is None or is_unrendered(other, now):
        return True
    lists = bool(usual.listings)
    outcome = Outcome(
        role=page.role,
        fate="read",
        lists=lists,
        listings=len(now.listings),
        total=now.total,
        empty=now.empty,
        state=now.state,
    )
    low = max(1, len(usual.listings) // 2) if lists else 0
    verdict = decide([outcome], listings=len(now.listings), min_listings=low)
    if lists and verdict.verdict not in GOOD:
        return True
    learnt = _learnt(platform, page)
    if breach(learnt, shape_of([(other, now)]), [page.role]) or unmade(learnt, [(other, now)]):
        return True
    before = RunView(id="1", finished_at=_DAY, reported="ok", verdict="ok", offers=len(usual.listings))
    after = RunView(id="2", finished_at=_DAY + timedelta(hours=6), reported=verdict.verdict if lists else "ok", anchored=verdict.anchored, offers=len(now.listings))  # fmt: skip
    return judge(after, [before]).verdict not in GOOD


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
