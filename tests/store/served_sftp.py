"""An SFTP server on loopback, paramiko's own, over a directory; its line is cut where a test says."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

import paramiko

USER, PASSWORD = "feeds", "a-password-of-the-test-9"
Cut = Callable[[str, str], bool]
Answer: TypeAlias = object
"""What paramiko takes for one: a status, attributes or a handle."""


class SftpHost:
    """Lets one user in to one directory; `cut(operation, path)` says where the line breaks."""

    def __init__(self, root: Path) -> None:
        self.root, self.key, self.logins = root, paramiko.ECDSAKey.generate(), 0
        self.cut: Cut = lambda operation, path: False
        self.replaces = True
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._lines: list[paramiko.Transport] = []

    @property
    def known(self) -> str:
        """The host's line of a known_hosts file."""
        return f"[127.0.0.1]:{self.port} {self.key.get_name()} {self.key.get_base64()}\n"

    @property
    def address(self) -> str:
        return f"sftp://{USER}@127.0.0.1:{self.port}{self.root}"

    def answer(self) -> None:
        while True:
            try:
                came, _ = self._listening.accept()
            except OSError:
                return
            line = paramiko.Transport(came)
            line.add_server_key(self.key)
            line.set_subsystem_handler("sftp", paramiko.SFTPServer, _Files, self, line)
            self._lines.append(line)
            with suppress(paramiko.SSHException, EOFError, OSError):  # who asked hung up
                line.start_server(server=_Door(self))

    def end(self) -> None:
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for line in self._lines:
            line.close()
            line.join(10)


@contextmanager
def sftp_host(root: Path) -> Iterator[SftpHost]:
    root.mkdir(parents=True)
    host = SftpHost(root)
    thread = threading.Thread(target=host.answer, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        host.end()
        thread.join()


class _Door(paramiko.ServerInterface):  # type: ignore[misc] # paramiko ships no types
    def __init__(self, host: SftpHost) -> None:
        self._host = host

    def get_allowed_auths(self, username: str) -> str:
        return "password"

    def check_auth_password(self, username: str, password: str) -> int:
        self._host.logins += 1
        right = (username, password) == (USER, PASSWORD)
        return int(paramiko.AUTH_SUCCESSFUL if right else paramiko.AUTH_FAILED)

    def check_channel_request(self, kind: str, chanid: int) -> int:
        return int(paramiko.OPEN_SUCCEEDED)


class _Files(paramiko.SFTPServerInterface):  # type: ignore[misc]
    def __init__(self, server: object, host: SftpHost, line: paramiko.Transport) -> None:
        self._host, self._line = host, line

    def meets(self, operation: str, path: str) -> bool:
        """Break the line where the test says so."""
        broken = self._host.cut(operation, path)
        if broken:
            self._line.close()
        return broken

    def stat(self, path: str) -> Answer:
        return _answered(lambda: paramiko.SFTPAttributes.from_stat(Path(path).stat()))

    lstat = stat

    def mkdir(self, path: str, attr: object) -> Answer:
        return _answered(lambda: Path(path).mkdir())

    def open(self, path: str, flags: int, attr: object) -> Answer:
        if self.meets("open", path):
            return paramiko.SFTP_FAILURE
        return _answered(lambda: _Handle(self, path, flags))

    def posix_rename(self, oldpath: str, newpath: str) -> Answer:
        if not self._host.replaces:
            return paramiko.SFTP_OP_UNSUPPORTED
        if self.meets("rename", newpath):
            return paramiko.SFTP_FAILURE
        return _answered(lambda: os.replace(oldpath, newpath))  # noqa: PTH105 - that one answers nothing


class _Handle(paramiko.SFTPHandle):  # type: ignore[misc]
    def __init__(self, files: _Files, path: str, flags: int) -> None:
        super().__init__(flags)
        self._files, self._path = files, path
        self._file = os.fdopen(
            os.open(path, flags, 0o600), "r+b" if flags & (os.O_RDWR | os.O_WRONLY) else "rb", 0
        )
        self.readfile = self.writefile = self._file

    def write(self, offset: int, data: bytes) -> int:
        broken = self._files.meets("write", self._path)
        self._file.seek(offset)
        self._file.write(data[: len(data) // 2] if broken else data)
        return int(paramiko.SFTP_FAILURE if broken else paramiko.SFTP_OK)

    def stat(self) -> Answer:
        return paramiko.SFTPAttributes.from_stat(Path(self._path).stat())


def _answered(act: Callable[[], object]) -> Answer:
    try:
        done = act()
    except OSError as error:
        return paramiko.SFTPServer.convert_errno(error.errno)
    return paramiko.SFTP_OK if done is None else done
