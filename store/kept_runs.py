"""Where a spool keeps, of each source, what the next crawl compares its pages with: `<spool>/.kept/<source>.json`.

A crawl writes it into its bundle; it comes to stand only once that run's rows do. So a page is passed over as unchanged
only against a run that this database holds. It is a shortcut and no record: without it everything is read again.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

IN_BUNDLE = "kept.json"
FOLDER = ".kept"


def kept_path(spool: Path, source: str) -> Path:
    """Give the place of what is kept of a source."""
    return spool / FOLDER / f"{source}.json"


def let_stand(bundle: Path, source: str, *, kept: bool) -> None:
    """Put what a run that now stands kept in its place; one that kept nothing leaves nothing to compare with."""
    if Path(source).name != source:
        return
    place, file = kept_path(bundle.parent, source), bundle / IN_BUNDLE
    with suppress(OSError):
        if kept and file.exists():
            place.parent.mkdir(exist_ok=True)
            file.replace(place)
        else:
            place.unlink(missing_ok=True)


def drop_kept(spool: Path) -> None:
    """Forget it of all sources: the next crawls read everything."""
    shutil.rmtree(spool / FOLDER, ignore_errors=True)
