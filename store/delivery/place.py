"""A place behind an address: what stands there is read, and each file comes to stand under its name whole or not at all.

What is behind it says how: a bucket has no directories and takes an object whole; where there are directories a file
is written aside and renamed. A line that breaks is opened anew at the next try.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol, TypeVar
from urllib.parse import SplitResult, urlsplit

from store.delivery.retry import Patience, TryAgainError
from store.errors import UserError

Done = TypeVar("Done")
_SSH, _S3 = ("sftp", "ssh"), ("s3", "s3a")
_DIRECTORIES = frozenset({"file", "local", "memory", "sftp", "ssh", "ftp", "hdfs", "webhdfs"})
"""Schemes with directories and renames. To make a directory elsewhere would make a bucket, which we never do."""


class Line(Protocol):
    """What opens, closes and understands a file system of fsspec's."""

    root: str
    lasts: bool
    """Whether what was opened goes on after a break, because each request reaches out by itself."""

    def open(self) -> Any:  # noqa: ANN401 - a file system of fsspec's
        """Open it anew."""

    def close(self, files: Any) -> None:  # noqa: ANN401
        """Close what was opened."""

    def why_refused(self, error: Exception) -> str | None:
        """Say in a sentence what is to be done about a fault that another try will not mend, else None."""


class Place:
    """A directory at an address, reached with patience.

    Raises:
        UserError: from every method, where what is asked fails for good.
    """

    def __init__(self, line: Line, patience: Patience, *, directories: bool) -> None:
        self._line, self._patience, self._directories = line, patience, directories
        self._files: Any = None
        self.root = line.root

    def length(self, name: str) -> int | None:
        """Give a file's length in bytes, None where there is none."""

        def look(files: Any) -> int | None:  # noqa: ANN401
            with suppress(FileNotFoundError):
                return int(files.info(f"{self.root}/{name}")["size"])
            return None

        return self._try(f"the look at {name}", look)

    def read(self, name: str) -> bytes | None:
        """Read a small file, None where there is none."""

        def read(files: Any) -> bytes | None:  # noqa: ANN401
            with suppress(FileNotFoundError):
                return bytes(files.cat_file(f"{self.root}/{name}"))
            return None

        return self._try(f"the reading of {name}", read)

    def send(self, source: Path, name: str, length: int) -> None:
        """Copy a file of `length` bytes to its name."""

        def send(files: Any) -> None:  # noqa: ANN401
            self._put(files, name, length, lambda path: files.put_file(str(source), path))

        self._try(f"the copy of {name}", send)

    def write(self, name: str, said: bytes) -> None:
        """Write a small file under its name, in the place of a former one in one step."""

        def write(files: Any) -> None:  # noqa: ANN401
            self._put(files, name, len(said), lambda path: files.pipe_file(path, said))
            if bytes(files.cat_file(f"{self.root}/{name}")) != said:
                raise TryAgainError(f"{name} is not what was written")

        self._try(f"the copy of {name}", write)

    def close(self) -> None:
        """Close the line where one is open."""
        files, self._files = self._files, None
        if files is not None:
            with suppress(Exception):  # what is broken need not close well
                self._line.close(files)

    def _put(self, files: Any, name: str, length: int, bring: Callable[[str], object]) -> None:  # noqa: ANN401
        path = f"{self.root}/{name}"
        above, _, last = path.rpartition("/")
        aside = f"{above}/.{last}.part" if self._directories else path
        if self._directories:
            files.makedirs(above, exist_ok=True)
        bring(aside)
        files.invalidate_cache()
        if files.info(aside)["size"] != length:
            raise TryAgainError(f"{name} came in with another length")
        if self._directories:
            files.mv(aside, path)
            files.invalidate_cache()

    def _try(self, what: str, act: Callable[[Any], Done]) -> Done:
        def once() -> Done:
            with self._reached() as files:
                return act(files)

        return self._patience.keep_trying(what, once)

    @contextmanager
    def _reached(self) -> Iterator[Any]:
        try:
            if self._files is None:
                self._files = self._line.open()
            yield self._files
        except (UserError, TryAgainError):
            raise
        except Exception as error:  # fsspec's file systems raise whatever their libraries do
            if not self._line.lasts:
                self.close()
            words = _words_of(error)
            why = self._line.why_refused(error)
            if why is None and isinstance(error, PermissionError):
                why = f"{self.root} refuses what a delivery does there, to read and to write: {words}"
            if why is not None:
                raise UserError(why) from error
            raise TryAgainError(words) from error


@contextmanager
def open_place(address: str, patience: Patience, host_key: str | None = None) -> Iterator[Place]:
    """Give the place at an address of fsspec's for the block; nothing is reached before it is asked for something.

    Raises:
        UserError: where fsspec or what it needs is not installed, or the address is none.
    """
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise UserError(f"that is no address: {error}") from error
    scheme = parts.scheme.lower()
    if parts.password:
        raise UserError(
            "leave the password out of the address: fsspec takes credentials from the environment or its config"
        )
    try:
        line = _line_to(scheme, parts, address, host_key)
    except ImportError as error:
        raise UserError(
            f"{scheme}:// needs what is not installed ({error}): pip install 'resalewatch[delivery]'"
            f"{'' if scheme in (*_SSH, *_S3) else ' and what fsspec asks for'}"
        ) from error
    except (ValueError, OSError) as error:
        raise UserError(f"{scheme}:// cannot be reached: {error}") from error
    place = Place(line, patience, directories=scheme in _DIRECTORIES)
    try:
        yield place
    finally:
        place.close()


def _line_to(scheme: str, parts: SplitResult, address: str, host_key: str | None) -> Line:
    if scheme in _SSH:
        from store.delivery.ssh import SshLine

        return SshLine(parts, host_key)
    if scheme in _S3:
        from store.delivery.bucket import BucketLine

        return BucketLine(parts)
    return _OtherLine(address)


class _OtherLine:
    """What else fsspec reaches."""

    lasts = False

    def __init__(self, address: str) -> None:
        import fsspec

        self._address = address
        _, root = fsspec.core.url_to_fs(address)
        self.root = str(root).rstrip("/")

    def open(self) -> Any:  # noqa: ANN401
        import fsspec

        return fsspec.core.url_to_fs(self._address, skip_instance_cache=True)[0]

    def close(self, files: Any) -> None:  # noqa: ANN401
        pass

    def why_refused(self, error: Exception) -> str | None:  # noqa: ARG002 - nothing is known of it
        return None


def _words_of(error: Exception) -> str:
    return f"{type(error).__name__} {' '.join(str(error).split())}"[:200].strip()
