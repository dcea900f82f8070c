"""The demo on the whole market, run once for all tests that look at what it left; who changes it works on a copy.

Its tests share one worker: `@pytest.mark.xdist_group("market")`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest

from tests.demo import Demo, sources_to_crawl
from tests.market.server import Market

CopyOf = Callable[[str], Demo]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Demo]:
    """Run the demo, and keep its market open.

    Raises:
        FileExistsError: where another worker runs it too, for the group does not hold.
    """
    if worker_id != "master":
        (tmp_path_factory.getbasetemp().parent / "market").mkdir()
    with Market() as market:
        demo = Demo(tmp_path_factory.mktemp("whole") / "demo", market.port)
        demo.crawl(sources_to_crawl())
        yield demo


@pytest.fixture(scope="session")
def copy_of(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> CopyOf:
    """Copy the demo with all that it left, to go on from there."""

    def copy(name: str) -> Demo:
        into = tmp_path_factory.mktemp(name) / "demo"
        shutil.copytree(demo.into, into, symlinks=True)
        return Demo(into, demo.port)

    return copy
