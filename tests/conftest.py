"""What holds for the whole suite: property tests without a deadline, groups that stay together, the server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests import servers

# a deadline measures the machine, which may be busy, and not the program
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Write a test's group where pytest 9.2 reads it, so that one worker has it all and makes what it shares once.

    pytest-xdist 3.8 writes it into a field that is read no more (its issue 1386), and says nothing. Groups come first, for
    they are long: one that began last would keep its worker while the others have nothing left.
    """
    if not getattr(config.option, "loadgroup", False):
        return
    for item in items:
        groups = sorted({str(mark.args[0]) for mark in item.iter_markers("xdist_group")})
        if groups:
            item._id = item._id.parse(f"{item.nodeid}@{'_'.join(groups)}")
    items.sort(key=lambda item: item.get_closest_marker("xdist_group") is None)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database on a PostgreSQL server where databases may be made."""
    with servers.server(tmp_path_factory.mktemp("postgresql")) as url:
        yield url
