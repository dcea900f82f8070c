"""Each platform reads its saved pages as a person approved them; a platform without samples fails."""

from __future__ import annotations

import json

import pytest

from crawlers.platforms import PLATFORMS, platform_of
from tests.platforms.sampling import SAMPLES, Sample, reading_of, samples


@pytest.mark.parametrize("name", sorted(PLATFORMS))
def test_every_platform_has_a_sample(name: str) -> None:
    assert any(sample.platform == name for sample in samples()), f"write {SAMPLES / name}/<case>/page.html"


def test_samples_belong_to_platforms() -> None:
    assert {path.name for path in SAMPLES.iterdir() if path.is_dir()} <= set(PLATFORMS)


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_sample_reads_as_approved(sample: Sample) -> None:
    found = reading_of(sample)
    if not sample.expected.exists():
        written = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True)
        sample.expected.write_text(written + "\n", "utf-8")
        pytest.fail(f"wrote {sample.expected}: look at it, then commit it")
    assert found == json.loads(sample.expected.read_text("utf-8"))


@pytest.mark.parametrize(
    "sample", [sample for sample in samples() if "fingerprint" in sample.meta], ids=lambda sample: sample.name
)
def test_sample_is_recognised(sample: Sample) -> None:
    named = platform_of(sample.page())
    assert (named and named[0]) == sample.meta["fingerprint"]
