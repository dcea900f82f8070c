"""Pages on disk: which file answers a path and a query, under the changes that are on."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
}
GONE = ".gone"
SITE = "site.json"


class Place(NamedTuple):
    """One file name taken apart: the last part of the URL path, and the query it answers."""

    name: str
    query: frozenset[tuple[str, str]]


def read_place(file_name: str) -> Place:
    """Return the URL name and the query that a file name stands for."""
    name, at, query = file_name.partition("@")
    if not at:
        return Place(name, frozenset())
    return Place(name, frozenset(parse_qsl(_bare(query), keep_blank_values=True)))


def _bare(name: str) -> str:
    suffix = Path(name).suffix
    return name.removesuffix(suffix) if suffix in TYPES else name


class Shelf:
    """Layers of folders, the first the pages and each later one a change laid over them."""

    def __init__(self, layers: Sequence[Path]) -> None:
        self.layers = tuple(layers)

    def site_file(self, host: str) -> Path | None:
        """Return the host's topmost site.json."""
        return self.private_file(host, SITE)

    def private_file(self, host: str, name: str) -> Path | None:
        """Return a file that no URL reaches, such as the body of a soft 404."""
        found = [layer / host / name for layer in self.layers if (layer / host / name).is_file()]
        return found[-1] if found else None

    def find(self, host: str, path: str, query: Mapping[str, str]) -> Path | None:
        """Return the file for a URL: the most of its query that a file name knows, the rest ignored."""
        *folders, last = unquote(path).lstrip("/").split("/")
        if any(part in {"..", "."} or "\\" in part for part in [*folders, last]):
            return None
        if last.startswith("_"):
            return None
        wanted = set(query.items())
        fitting = [
            (len(place.query), file)
            for place, file in self._files(host, folders)
            if self._names(place, last or "index") and place.query <= wanted
        ]
        return max(fitting, key=lambda pair: (pair[0], pair[1].name))[1] if fitting else None

    def _files(self, host: str, folders: Sequence[str]) -> Iterator[tuple[Place, Path]]:
        files: dict[str, Path] = {}
        for layer in self.layers:
            folder = layer.joinpath(host, *folders)
            for file in sorted(folder.iterdir()) if folder.is_dir() else []:
                if file.name.endswith(GONE):
                    files.pop(file.name.removesuffix(GONE), None)
                elif file.is_file() and (folders or file.name != SITE):
                    files[file.name] = file
        return ((read_place(name), file) for name, file in files.items())

    @staticmethod
    def _names(place: Place, last: str) -> bool:
        # only a file without a query keeps its suffix in the name: robots.txt is also /robots.txt
        return last in {place.name, _bare(place.name)}
