"""Gives the tests of one `xdist_group` to one worker, so that what they share is made once."""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Write a test's group where pytest 9.2 reads it.

    pytest-xdist 3.8 writes it into a field that is read no more (its issue 1386), and says nothing.
    """
    if not getattr(config.option, "loadgroup", False):
        return
    for item in items:
        groups = sorted({str(mark.args[0]) for mark in item.iter_markers("xdist_group")})
        if groups:
            item._id = item._id.parse(f"{item.nodeid}@{'_'.join(groups)}")
