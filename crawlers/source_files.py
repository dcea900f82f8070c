"""An operator's directory of sources: each folder's `source.yml` to a Source, and every fault of every one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import yaml
from pydantic import ValidationError

from crawlers.source import Contract, Source, SourceError

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic_core import ErrorDetails

CronCheck = Callable[[str], str | None]
"""Says what is wrong with a cron line, or nothing."""
_VERIFY_TLS = re.compile(r"^verify_tls\s*:[^#\n]*(?P<note>#.*\S)?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sources:
    """What a directory holds: the sources that can be used, and the faults of the others, both by name."""

    found: dict[str, Source]
    faults: dict[str, tuple[str, ...]]


def load_sources(directory: Path, cron: CronCheck | None = None) -> Sources:
    """Read all sources of an operator's directory; a faulty one stops no other.

    Raises:
        SourceError: where the directory itself is missing or cannot be read.
    """
    if not directory.is_dir():
        raise SourceError(
            f"there is no directory of sources at {directory}: make it, or name one with --sources"
        )
    try:
        folders = sorted(one for one in directory.iterdir() if one.is_dir() and not one.name.startswith("."))
    except OSError as error:
        raise SourceError(f"the sources in {directory} cannot be read: {error.strerror}") from error
    found: dict[str, Source] = {}
    faults: dict[str, tuple[str, ...]] = {}
    for folder in folders:
        source, said = _read(folder, cron)
        if source is None or said:
            faults[folder.name] = said
        else:
            found[folder.name] = source
    return Sources(found, faults)


def load_source(folder: Path, cron: CronCheck | None = None) -> Source:
    """Read the source that a folder holds; the folder's name is the source's.

    Raises:
        SourceError: where there is no source.yml, or it says something that no source can.
    """
    source, faults = _read(folder, cron)
    if source is None or faults:
        raise SourceError("; ".join(faults))
    return source


class _Loader(yaml.SafeLoader):
    """Reads YAML safely, and notes the keys that stand twice: the last would count, and nobody would see it."""

    twice: list[str]

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - yaml's signature
        keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        self.twice += sorted({key for key in keys if keys.count(key) > 1})
        return super().construct_mapping(node, deep)


def _read(folder: Path, cron: CronCheck | None) -> tuple[Source | None, tuple[str, ...]]:
    path = folder / "source.yml"
    try:
        text = path.read_text("utf-8")
        raw, twice = _read_yaml(text)
    except FileNotFoundError:
        return None, (f"{folder} has no source.yml: write one, or remove the folder",)
    except OSError as error:
        return None, (f"{path} cannot be read: {error.strerror}",)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return None, (f"{path} is no YAML: {_words_of_yaml(error)}",)
    if not isinstance(raw, dict):
        return None, (f"{path} should hold keys and values, such as 'platform: new-api'",)
    faults = [f"{path}: {key}: it is written twice, keep one" for key in twice]
    if raw.get("verify_tls") is False and not _has_note(text):
        faults.append(f"{path}: verify_tls: false needs a note why, as a comment on its line or above it")
    source = None
    said = {str(key): value for key, value in raw.items()}
    if "name" in said:
        faults.append(f"{path}: name: the folder's name is the source's name, remove this key")
    try:
        source = Source.model_validate(said | {"name": folder.name}, context={"cron": cron})
    except ValidationError as error:
        faults += [f"{path}: {_words_of(one)}" for one in error.errors(include_url=False)]
    return source, (*faults, *_out_of_reach(path, source))


def _out_of_reach(path: Path, source: Source | None) -> list[str]:
    if source is None or source.loopback or not any(map(_is_here, source.start)):
        return []
    return [
        f"{path}: start lies on this machine: only a source with `loopback: true` reaches that (a test, the demo)"
    ]


def _is_here(url: str) -> bool:
    host = (urlsplit(url).hostname or "").rstrip(".")
    return host == "localhost" or host.endswith(".localhost") or host == "::1" or host.startswith("127.")


def _read_yaml(text: str) -> tuple[Any, list[str]]:
    loader = _Loader(text)
    loader.twice = []
    try:
        return loader.get_single_data(), loader.twice
    finally:
        loader.dispose()


def _words_of_yaml(error: Exception) -> str:
    """Give the place and the trouble; what yaml prints is a page."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        line = error.problem_mark.line + 1
        return f"line {line}: {error.problem} (a value with * : # or {{ stands in quotes)"
    if isinstance(error, RecursionError):
        return "it is nested too deep"
    return " ".join(str(error).split())


def _words_of(error: ErrorDetails) -> str:
    """Say one fault of one key; what was written is not repeated, for it may be a password."""
    *parents, key = [str(part) for part in error["loc"]] or ["source"]
    where = ".".join([*parents, key])
    if where == "name":
        return "the folder's name should be small letters, digits, - and _, at most 63, and not 'registry', which look-ups of domains bear"
    if error["type"] == "extra_forbidden":
        known = Contract.model_fields if parents else Source.model_fields
        close = get_close_matches(key, known, n=1, cutoff=0.6)
        return f"{where}: source.yml knows no such key" + (f", did you mean {close[0]}?" if close else "")
    if error["type"] == "missing":
        return f"{where}: it must be given"
    words = error["msg"].removeprefix("Value error, ")
    return f"{where}: {words[:1].lower()}{words[1:]}" if words.startswith("Input") else f"{where}: {words}"


def _has_note(text: str) -> bool:
    """Say whether a comment stands on the line of verify_tls or above it."""
    found = _VERIFY_TLS.search(text)
    if found is None:
        return False
    above = text[: found.start()].rstrip("\n").rpartition("\n")[2]
    return bool(found["note"]) or above.lstrip().startswith("#")
