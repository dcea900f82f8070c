"""A whole hostile market on loopback: README.md says how to run and change it."""

from tests.market.server import CHANGES, PAGES, TRUTH, Market, Request

__all__ = ["CHANGES", "PAGES", "TRUTH", "Market", "Request"]
