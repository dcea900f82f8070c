"""Links of custody that were written down before, read back from what `--json evidence verify` printed."""

from __future__ import annotations

import json
from pathlib import Path

from store.errors import UserError


def read_heads(path: Path) -> dict[str, tuple[int, str]]:
    """Read the last link of each day: its number and its hash.

    Raises:
        UserError: where the file is missing, or is no such list.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            f"{path} cannot be read: name a file that `--json evidence verify` printed"
        ) from error
    heads = {}
    for number, line in enumerate(lines, 1):
        try:
            body = json.loads(line)
            heads[str(body["day"])] = (int(body["kept"]) + int(body["purged"]), str(body["head"]))
        except (ValueError, KeyError, TypeError) as error:
            raise UserError(f"{path}, line {number}, is not what `--json evidence verify` prints") from error
    return {day: head for day, head in heads.items() if head[0]}
