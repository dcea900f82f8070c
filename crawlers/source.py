"""What an operator's `source.yml` says of one source."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from store.errors import UserError

NAME = r"^[a-z0-9][a-z0-9_-]{0,62}$"


class SourceError(UserError):
    """Raised where a source's folder or its source.yml cannot be used; the message says what to mend."""


class Contract(BaseModel):
    """What a healthy run of this source gives; a run outside it publishes nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    min_listings: int = Field(default=0, ge=0)
    max_listings: int = Field(default=100_000, ge=1)


class Source(BaseModel):
    """One place that is watched: its address, the software it runs, and how politely it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(pattern=NAME)
    platform: str
    start: list[str] = Field(min_length=1)
    schedule: str = "23 */6 * * *"
    delay_seconds: float = Field(default=3.0, ge=0, le=3600)
    max_pages: int = Field(default=60, ge=1, le=5000)
    timeout_seconds: int = Field(default=900, ge=1)
    browser: bool = False
    loopback: bool = False
    verify_tls: bool = True
    robots: bool = True
    currency: str | None = None
    language: str | None = None
    enabled: bool = True
    contract: Contract = Contract()

    @field_validator("start")
    @classmethod
    def _http_only(cls, urls: list[str]) -> list[str]:
        for url in urls:
            parts = urlsplit(url)
            if parts.scheme not in ("http", "https") or not parts.hostname:
                raise ValueError(f"start takes http and https addresses, not {url!r}")
        return urls

    @property
    def url(self) -> str:
        """The address that stands for the source."""
        return self.start[0]


def load_source(folder: Path) -> Source:
    """Read the source that a folder holds; the folder's name is the source's.

    Raises:
        SourceError: where there is no source.yml, or it says something that no source can.
    """
    path = folder / "source.yml"
    try:
        raw = yaml.safe_load(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise SourceError(f"{folder} has no source.yml: write one, or remove the folder") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SourceError(f"{path} is no YAML: {' '.join(str(error).split())}") from error
    if not isinstance(raw, dict):
        raise SourceError(f"{path} should hold keys and values, such as 'platform: new-api'")
    try:
        return Source(name=folder.name, **{key: value for key, value in raw.items() if key != "name"})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "source"
        raise SourceError(f"{path}: {where}: {first['msg']}") from error


def load_sources(directory: Path) -> dict[str, Source]:
    """Read all sources of an operator's directory, by name.

    Raises:
        SourceError: where the directory is missing or one of its folders cannot be used.
    """
    if not directory.is_dir():
        raise SourceError(
            f"there is no directory of sources at {directory}: make it, or name one with --sources"
        )
    folders = sorted(path for path in directory.iterdir() if path.is_dir() and not path.name.startswith("."))
    return {folder.name: load_source(folder) for folder in folders}
