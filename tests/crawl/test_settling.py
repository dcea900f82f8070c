"""A drawn page is taken when it is drawn: not before its scripts have what they fetch, one thing after the other."""

from __future__ import annotations

from store.run_records import ListingRecord
from tests.crawl.conftest import Crawl
from tests.crawl.hostile import Hostile, page
from tests.crawl.test_browser import SCRIPT, SHELL, needs_browser

WORDS = "<p>本店只卖信誉，自动发货，售后无忧，欢迎选购，谢谢惠顾。</p>" * 12
STEPS = 40
CHAIN = "(async () => {{ for (let n = 0; n < {}; n++) await (await fetch('/step?' + n)).text(); {} }})();"


def _keys(crawl: Crawl, script: str) -> list[str]:
    answers = {f"app/step?{number}": page("") for number in range(STEPS)} | {
        "app/": page(SHELL.format(f"{WORDS if 'step' in script else ''}<script>{script}</script>")),
        "app/goods.json": page('["aa", "bbb"]', media_type="application/json"),
    }
    with Hostile(answers) as server:
        one = crawl(server, "app", browser=True)["app"]
    return [record.key for record in one.records if isinstance(record, ListingRecord)]


@needs_browser
def test_words_that_stand_there_already_hide_no_goods_that_are_under_way(crawl_hostile: Crawl) -> None:
    assert _keys(crawl_hostile, CHAIN.format(STEPS, SCRIPT)) == ["aa", "bbb"]


@needs_browser
def test_a_shell_that_says_nothing_is_given_time_to_begin(crawl_hostile: Crawl) -> None:
    assert _keys(crawl_hostile, f"setTimeout(() => {{ {SCRIPT} }}, 350);") == ["aa", "bbb"]
