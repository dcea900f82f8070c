"""Golden samples: saved pages with the readings that a person has approved."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from crawlers.page import Page, PageChangedError, Reading
from crawlers.platforms import PLATFORMS

SAMPLES = Path(__file__).parent / "samples"
_READING: TypeAdapter[Reading] = TypeAdapter(Reading)


@dataclass(frozen=True, slots=True)
class Sample:
    """One saved page of one platform."""

    folder: Path

    @property
    def platform(self) -> str:
        return self.folder.parent.name

    @property
    def name(self) -> str:
        return f"{self.platform}/{self.folder.name}"

    @property
    def expected(self) -> Path:
        return self.folder / "expected.json"

    @property
    def meta(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / "meta.json").read_text("utf-8"))
        return found

    def page(self) -> Page:
        """Give the saved page with what its meta.json says of it."""
        path = next(path for path in sorted(self.folder.glob("page.*")))
        fields = {key: value for key, value in self.meta.items() if key != "fingerprint"}
        media = "application/json" if path.suffix == ".json" else "text/html"
        return Page(**{"media_type": media, "body": path.read_bytes(), **fields})


def samples() -> list[Sample]:
    """Find every sample by itself: a folder with a meta.json."""
    return [Sample(path.parent) for path in sorted(SAMPLES.glob("*/*/meta.json"))]


def reading_of(sample: Sample) -> dict[str, Any]:
    """Read a sample; a page that its reader no longer knows gives {"changed": why}."""
    try:
        reading = PLATFORMS[sample.platform].read(sample.page())
    except PageChangedError as error:
        return {"changed": str(error)}
    found: dict[str, Any] = _READING.dump_python(reading, mode="json", exclude_defaults=True)
    return found
