"""Pictures of rendered pages: taken after masking, none where a secret may be left, kept where the page is."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawlers import playwright_handler, screenshot
from crawlers.browser import _FLAGS, find_chromium
from crawlers.masked_texts import UnmaskedError, holds_secret, mask_pieces
from crawlers.screenshot import NoPictureError, picture_of
from store.database import Database
from store.load import load_spool
from store.run_records import SCREENSHOT, PageRecord
from tests.crawl.conftest import Crawl, Ended
from tests.crawl.hostile import Hostile, page
from tests.crawl.test_browser import SHELL, needs_browser
from tests.crawl.tiny import goods
from tests.store.conftest import empty_database as empty_database  # noqa: PLC0414 - a fixture
from tests.store.conftest import sqlite_database as sqlite_database  # noqa: PLC0414 - a fixture

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Page

KEY = (
    "sk-ant-api03-"
    + "aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5zA7bC9dE1fG3hI5jK7lM9nO1pQ3rS5tU7vW9xY1zA3bC5dE7fG9hI-AAAAAA"
)
MARK = f"[[api_key:sk-ant-api03:{sha256(KEY.encode()).hexdigest()}]]"


@pytest.mark.parametrize(
    ("pieces", "masked"),
    [
        (["no secret", " at all"], ["no secret", " at all"]),
        (["key ", KEY, " end"], ["key ", MARK, " end"]),
        (["key ", KEY[:20], KEY[20:40], f"{KEY[40:]} end"], ["key ", MARK, "", " end"]),
        ([f"{KEY}\n", KEY], [f"{MARK}\n", MARK]),
        (["[[password]]"], ["[ [password]]"]),
    ],
)
def test_a_secret_in_pieces_leaves_one_mark(pieces: list[str], masked: list[str]) -> None:
    assert mask_pieces(pieces) == masked
    assert not holds_secret("".join(masked))


def test_a_text_that_masking_changes_elsewhere_too_is_refused() -> None:
    assert mask_pieces(["key ", "\u200b".join(KEY)]) == ["key ", MARK]
    with pytest.raises(UnmaskedError):
        mask_pieces(["a\u200bb key ", "\u200b".join(KEY)])


@asynccontextmanager
async def rendered(words: str) -> AsyncIterator[Page]:
    from playwright.async_api import async_playwright

    async with async_playwright() as driver:
        browser = await driver.chromium.launch(
            executable_path=find_chromium(), args=[*_FLAGS, "--no-sandbox"]
        )
        opened = await browser.new_page()
        await opened.set_content(f"<!doctype html><body>{words}</body>")
        yield opened
        await browser.close()


SHOWN = f"""
<p>a key <b>{KEY[:20]}</b><i>{KEY[20:]}</i>, 密码：hunter2x9</p><input placeholder="{KEY}" title="{KEY}"><img alt="{KEY}">
<textarea>{KEY}</textarea><div id="open"></div><p id="tick"></p><canvas width="9" height="9"></canvas><iframe srcdoc="{KEY}"></iframe>
<script>
document.querySelector("input").value = "{KEY}";
document.querySelector("#open").attachShadow({{mode: "open"}}).innerHTML = "<u>{KEY}</u>";
setInterval(() => document.querySelector("#tick").textContent = "{KEY}", 1);
Object.defineProperty(Node.prototype, "nodeValue", {{get: () => "nothing", set: () => 0}});
</script>
"""
LEFT = """() => [document.body.innerText, document.querySelector("input").value, document.querySelector("textarea").value,
  document.querySelector("#open").shadowRoot.textContent, ...["placeholder", "title"].map(
    name => document.querySelector("input").getAttribute(name)), document.querySelector("img").alt]"""


@needs_browser
def test_whatever_is_shown_is_masked_before_the_picture() -> None:
    """In pieces, in fields, in shadow trees, by scripts that go on writing, and past a page that lies to scripts."""

    async def look() -> tuple[bytes, list[str]]:
        async with rendered(SHOWN) as opened:
            return await picture_of(opened, opened.url), await opened.evaluate(LEFT)

    picture, left = asyncio.run(look())
    assert picture.startswith(b"\x89PNG")
    assert size_of(picture) == (1280, 720)
    assert "hunter2x9" not in left[0]
    assert all(MARK in words and KEY not in words for words in left)


def size_of(picture: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">2I", picture[16:24])
    return width, height


@needs_browser
def test_a_picture_is_bounded_in_height_and_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    async def look() -> None:
        async with rendered("<p style='height: 9000px'>long</p>") as opened:
            whole = await picture_of(opened, opened.url)
            assert size_of(whole) == (1280, 8000)
            monkeypatch.setattr(screenshot, "MAX_BYTES", len(whole) - 1)
            assert size_of(await picture_of(opened, opened.url)) == (1280, 3000)
            monkeypatch.setattr(screenshot, "MAX_BYTES", 99)
            with pytest.raises(NoPictureError, match="more than 99 bytes"):
                await picture_of(opened, opened.url)

    asyncio.run(look())


UNMASKED = {
    "a style's words": f'<style>p::before {{content: "{KEY}"}}</style><p>x</p>',
    "a closed tree": f'<div><template shadowrootmode="closed"><p>{KEY}</p></template></div>',
    "a drawing in a closed tree": '<div><template shadowrootmode="closed"><canvas></canvas></template></div>',
    "signs that nobody sees": "<p>a&#8203;b " + "&#8203;".join(KEY) + "</p>",
}


@needs_browser
def test_there_is_no_picture_where_a_secret_may_be_left() -> None:
    async def refused(opened: Page, words: str) -> str:
        await opened.set_content(f"<!doctype html><body>{words}</body>")
        with pytest.raises(NoPictureError) as error:
            await picture_of(opened, opened.url)
        return str(error.value)

    async def look() -> list[str]:
        async with rendered("") as opened:
            found = [await refused(opened, words) for words in UNMASKED.values()]
            await opened.set_content("<p>nothing to mask</p>")
            with pytest.raises(NoPictureError) as error:
                await picture_of(opened, "http://elsewhere.example/")
            return [*found, str(error.value)]

    assert [words.partition(" ")[2] for words in asyncio.run(look())] == [
        "it paints holds a secret after masking",
        "it paints holds a secret after masking",
        "shows a frame or a drawing that cannot be masked",
        "secret is written in pieces or codes",
        "changed while its picture was taken",
    ]


def picture_in(one: Ended) -> tuple[PageRecord, PageRecord] | None:
    """Give a run's one page that has a picture, and the picture's record, whose bytes are in the bundle."""
    pictures = {record.snapshot: record for record in one.pages if record.role == SCREENSHOT}
    shown = [record for record in one.pages if record.screenshot]
    assert {record.screenshot for record in shown} == set(pictures)
    with (one.path / "pages.warc.gz").open("rb") as file:
        kept = {
            sha256(record.content_stream().read()).hexdigest(): record.rec_headers.get_header(
                "WARC-Target-URI"
            )
            for record in ArchiveIterator(file, check_digests="raise")
            if record.rec_type == "resource"
        }
    assert kept == dict.fromkeys(pictures, f"urn:fullPage:{shown[0].url}" if shown else "")
    return (shown[0], pictures[shown[0].screenshot]) if shown else None


@needs_browser
def test_a_picture_is_kept_with_its_page_and_only_where_the_page_says_something_new(
    crawl_hostile: Crawl, monkeypatch: pytest.MonkeyPatch, sqlite_database: Database, tmp_path: Path
) -> None:
    monkeypatch.setattr(playwright_handler, "SETTLE_MS", 2000)
    noise = "<script>document.body.append(Math.random())</script>"
    more = f"<p>{KEY}</p>{noise}"
    answers = {"app": page(goods("a", more=more)), "plain": page(SHELL.format(noise))}

    def crawl_and_load(server: Hostile, **fields: object) -> Ended:
        one = crawl_hostile(server, "app", browser=True, **fields)["app"]
        seen = picture_in(one)
        list(load_spool(sqlite_database, tmp_path / "spool", tmp_path / "evidence"))
        with sqlite_database.reading() as connection:
            query = "SELECT p.sha256, s.sha256, s.role, s.media_type FROM snapshot p JOIN snapshot s ON s.id = p.screenshot_id"
            kept = connection.exec_driver_sql(query).all()
        assert kept[-1:] == (
            [(seen[0].snapshot, seen[1].snapshot, SCREENSHOT, "image/png")] if seen else kept[-1:]
        )
        return one

    with Hostile(answers) as server:
        first = crawl_and_load(server, screenshots=True)
        assert first.run.pages == 1
        assert len(first.pages) == 2
        # a page of other bytes that says the same leaves nothing
        assert crawl_and_load(server, screenshots=True).pages == []
        with Hostile({"app": page(goods("a", "b", more=more))}) as changed:
            assert len(crawl_and_load(changed, screenshots=True).pages) == 2
            assert [one.screenshot for one in crawl_and_load(changed).pages] == [""]
