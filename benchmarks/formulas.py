"""Formula payloads in a feed: none live by the rules of Excel and Google Sheets, nor in the real LibreOffice; all undone.

LibreOffice (Debian's libreoffice-calc-nogui) opens the file as its comma, `;`, `|` and tab import would, and says which
cells became formulas; the same payloads unsafe are the control. Without soffice that part is skipped, and said.
"""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from store.feeds.csv_file import read_rows, write_csv
from store.feeds.feed import Feed, Moment, columns, in_batches
from tests.store.test_neutralise import PAYLOADS, is_live

LEAST = 120
# The numbers of LibreOffice's import filter: separator, quote, UTF-8, first line.
SEPARATORS = {"comma": "44", "semicolon": "59", "pipe": "124", "tab": "9"}
_FORMULA = re.compile(r'table:formula="([^"]{0,80})')


def main() -> int:
    """Write, look, open and read back; 0 where nothing is live and everything comes back."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        safe, unsafe = folder / "safe.csv", folder / "unsafe.csv"
        feed = _feed()
        write_csv(Moment(None, datetime.now(UTC)), feed, safe)  # type: ignore[arg-type] # it asks no database
        with unsafe.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(enumerate(PAYLOADS))
        rows = list(read_rows(safe, feed.written))
        lossless = [row["words"] for row in rows] == list(PAYLOADS)
        with safe.open(encoding="utf-8", newline="") as file:
            live = sum(is_live(row["words"]) for row in csv.DictReader(file))
        opened = _open_both(folder, safe, unsafe)
    held = lossless and not live and len(PAYLOADS) >= LEAST and opened is not False
    sys.stdout.write(
        f"formulas: {len(PAYLOADS)} payloads, {live} live by the rules of Excel and Sheets, round trip"
        f" {'lossless' if lossless else 'NOT lossless'}: {'held' if held else 'missed'}\n"
    )
    return 0 if held else 1


def _feed() -> Feed:
    rows = [(f"{number:04d}", words, words) for number, words in enumerate(PAYLOADS)]
    return Feed(
        "payloads", "1.0.0", columns(number="text", words="text", more="text"), ("number",),
        in_batches(lambda _: rows),
    )  # fmt: skip


def _open_both(folder: Path, safe: Path, unsafe: Path) -> bool | None:
    """Open both files in LibreOffice; None where there is none, else whether the safe one holds no formula."""
    soffice = shutil.which("soffice")
    if soffice is None:
        sys.stdout.write("formulas: LibreOffice is skipped: install libreoffice-calc-nogui for it\n")
        return None
    found = {name: [_formulas(soffice, folder, path, number) for path in (safe, unsafe)]
             for name, number in SEPARATORS.items()}  # fmt: skip
    for name, (ours, control) in found.items():
        sys.stdout.write(
            f"formulas: LibreOffice, {name}: {len(ours)} live of ours, {len(control)} of the control\n"
        )
        for one in ours[:5]:
            sys.stdout.write(f"formulas:   {one!r}\n")
    return all(not ours for ours, _ in found.values()) and bool(found["comma"][1])


def _formulas(soffice: str, folder: Path, path: Path, number: str) -> list[str]:
    words = [soffice, f"-env:UserInstallation=file://{folder / 'profile'}", "--headless", "--norestore"]
    words += [f"--infilter=CSV:{number},34,76,1,,0,false,true,false,true", "--convert-to", "fods", "--outdir"]
    subprocess.run([*words, str(folder), str(path)], check=True, capture_output=True, timeout=300)
    return _FORMULA.findall(path.with_suffix(".fods").read_text("utf-8"))


if __name__ == "__main__":
    sys.exit(main())
