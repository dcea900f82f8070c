"""Docs are checked like code: what exists is documented, and links inside the docs lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlmodel import SQLModel

import store.known_tables  # noqa: F401 - fills the metadata
from crawlers.platforms import PLATFORMS
from crawlers.source import Contract, Source

ROOT = Path(__file__).resolve().parent.parent
DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / ".github").glob("*.md"))]


def words_of(page: str) -> str:
    return (ROOT / "docs" / page).read_text("utf-8")


@pytest.mark.parametrize(
    "key", sorted((Source.model_fields.keys() | Contract.model_fields.keys()) - {"name"})
)
def test_every_key_of_a_source_is_documented(key: str) -> None:
    assert f"`{key}`" in words_of("adding-a-source.md")


@pytest.mark.parametrize("platform", sorted(PLATFORMS))
def test_every_platform_is_documented(platform: str) -> None:
    assert f"`{platform}`" in words_of("adding-a-source.md")


@pytest.mark.parametrize("table", sorted(SQLModel.metadata.tables))
def test_every_table_is_documented(table: str) -> None:
    assert f"`{table}`" in words_of("data-model.md")


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_links_between_docs_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target).exists(), target
