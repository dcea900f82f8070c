"""What a host's site.json says of how it answers beyond its pages."""

import json
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple


class Fallback(NamedTuple):
    """What answers a path that no file answers."""

    pattern: str
    status: int
    file: str


@dataclass(frozen=True)
class Behaviour:
    """The keys of site.json; README.md describes each."""

    headers: dict[str, str] = field(default_factory=dict)
    headers_for: dict[str, dict[str, str]] = field(default_factory=dict)
    cookies: tuple[str, ...] = ()
    types: dict[str, str] = field(default_factory=dict)
    status: dict[str, int] = field(default_factory=dict)
    fail_first: dict[str, int] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    defaults: dict[str, dict[str, str]] = field(default_factory=dict)
    last_page: dict[str, tuple[str, int]] = field(default_factory=dict)
    fallback: tuple[Fallback, ...] = ()
    posts: tuple[str, ...] = ()
    wall: tuple[int, str] | None = None

    def asked(self, path: str, query: dict[str, str]) -> dict[str, str]:
        """Return the query with defaults filled in and a page number past the end pulled back."""
        full = {**self.defaults.get(path, {}), **{k: v for k, v in query.items() if v}}
        if path in self.last_page:
            param, last = self.last_page[path]
            if full.get(param, "").isdecimal() and int(full[param]) > last:
                full[param] = str(last)
        return full

    def extra_headers(self, path: str, query: dict[str, str]) -> list[tuple[str, str]]:
        """Return the headers of every reply and those of the first pattern that fits the URL."""
        url = path + "".join(f"{'&' if n else '?'}{k}={query[k]}" for n, k in enumerate(sorted(query)))
        special = next((h for glob, h in self.headers_for.items() if fnmatchcase(url, glob)), {})
        cookies = [("Set-Cookie", cookie) for cookie in self.cookies]
        return [*{**self.headers, **special}.items(), *cookies]

    def content_type(self, path: str, default: str) -> str:
        """Return the type that site.json gives the path, else the file's own."""
        return next((t for glob, t in self.types.items() if fnmatchcase(path, glob)), default)

    def instead(self, path: str) -> Fallback | None:
        """Return the first fallback whose pattern fits the path."""
        return next((f for f in self.fallback if fnmatchcase(path, f.pattern)), None)


def load_behaviour(file: Path | None) -> Behaviour:
    """Read a site.json; a key that Behaviour does not know is an error."""
    if file is None:
        return Behaviour()
    raw: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    if "wall" in raw:
        raw["wall"] = (raw["wall"]["status"], raw["wall"]["file"])
    if "last_page" in raw:
        raw["last_page"] = {k: (v["param"], v["last"]) for k, v in raw["last_page"].items()}
    raw["fallback"] = tuple(Fallback(*entry) for entry in raw.get("fallback", ()))
    raw["posts"] = tuple(raw.get("posts", ()))
    raw["cookies"] = tuple(raw.get("cookies", ()))
    return Behaviour(**raw)
