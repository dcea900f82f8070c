"""What holds for the whole suite: property tests without a deadline, and groups of tests that stay together."""

from __future__ import annotations

import pytest
from hypothesis import settings

# a deadline measures the machine, which may be busy, and not the program
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Write a test's group where pytest 9.2 reads it, so that one worker has it all and makes what it shares once.

    pytest-xdist 3.8 writes it into a field that is read no more (its issue 1386), and says nothing.
    """
    if not getattr(config.option, "loadgroup", False):
        return
    for item in items:
        groups = sorted({str(mark.args[0]) for mark in item.iter_markers("xdist_group")})
        if groups:
            item._id = item._id.parse(f"{item.nodeid}@{'_'.join(groups)}")
