"""SFTP to a host that is known: its key stands in known_hosts, or its fingerprint was given; nobody else gets a byte."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote

import paramiko
from fsspec.implementations.sftp import SFTPFileSystem

from store.errors import UserError

SYSTEM_HOSTS = Path("/etc/ssh/ssh_known_hosts")
_TIMEOUT = 60
_PORT = 22
_FINGERPRINT = re.compile(r"SHA256:[A-Za-z0-9+/]{43}=?")
_BROKE_OFF = ("timeout", "EOF")
"""What paramiko says of a line that broke while it asked who we are: no answer to that."""


class SshLine:
    """Opens SFTP by paramiko: keys of ~/.ssh and its agent, a password from fsspec's configuration."""

    lasts = False

    def __init__(self, parts: SplitResult, host_key: str | None) -> None:
        if not parts.hostname or not parts.path.strip("/"):
            raise UserError("sftp:// names a host and a directory: write it as sftp://user@host/directory")
        if host_key and not _FINGERPRINT.fullmatch(host_key):
            raise UserError("--host-key is no fingerprint: write it as `ssh-keygen -lf` prints it, SHA256:…")
        # what breaks a line is raised to us too; its thread would print a traceback beside our one sentence
        logging.getLogger("paramiko").setLevel(logging.CRITICAL)
        self._host, self._port = parts.hostname, parts.port or _PORT
        self._user = {"username": unquote(parts.username)} if parts.username else {}
        self._host_key = host_key.rstrip("=") if host_key else None
        self.root = unquote(parts.path).rstrip("/")

    def open(self) -> Any:  # noqa: ANN401 - a file system of fsspec's
        """Connect, once the host has shown a key that is known."""
        return _Checked(self._host, port=self._port, known_key=self._host_key, **self._user)

    def close(self, files: Any) -> None:  # noqa: ANN401
        """Close what was opened."""
        files.client.close()

    def why_refused(self, error: Exception) -> str | None:
        """Say what another try will not mend: who we are is not believed, or a file cannot be replaced in one step."""
        words = str(error)
        if isinstance(error, paramiko.BadHostKeyException):
            return (
                f"{self._host} shows the key {error.key.fingerprint}, and known_hosts has another one: ask who runs it"
                " whether the key was changed, and correct known_hosts before anything is sent"
            )
        asked = isinstance(error, paramiko.AuthenticationException) or "authentication methods" in words
        if asked and not any(mark in words for mark in _BROKE_OFF):
            user = self._user.get("username", "this user")
            return (
                f"{self._host} does not let {user} in: name the user in the address, and see the key in ~/.ssh or its"
                " agent, or the password in FSSPEC_SFTP_PASSWORD"
            )
        if "unsupported" in words.lower() and isinstance(error, OSError):
            return f"{self._host} cannot replace a file in one step (posix-rename): deliver to another server"
        return None


class _Checked(SFTPFileSystem):  # type: ignore[misc] # fsspec ships no types
    """fsspec's own takes any host for the one that is meant."""

    cachable = False
    protocol = ("sftp", "ssh")

    def __init__(self, host: str, known_key: str | None, **more: Any) -> None:  # noqa: ANN401
        self.known_key = known_key
        super().__init__(host, **more)

    def _connect(self) -> None:
        self.client = paramiko.SSHClient()
        self.client.set_missing_host_key_policy(_Unknown(self.known_key))
        if self.known_key is None:
            if SYSTEM_HOSTS.is_file():
                self.client.load_system_host_keys(str(SYSTEM_HOSTS))
            self.client.load_system_host_keys()
        waits = dict.fromkeys(("timeout", "banner_timeout", "auth_timeout", "channel_timeout"), _TIMEOUT)
        try:
            self.client.connect(self.host, **{**waits, **self.ssh_kwargs})
            self.ftp = self.client.open_sftp()
        except BaseException:
            self.client.close()
            raise
        self.ftp.get_channel().settimeout(_TIMEOUT)


class _Unknown(paramiko.MissingHostKeyPolicy):  # type: ignore[misc] # paramiko ships no types
    """A host of which no key stands in known_hosts: let in by its fingerprint, or told."""

    def __init__(self, known_key: str | None) -> None:
        self._known_key = known_key

    def missing_host_key(self, client: object, hostname: str, key: Any) -> None:  # noqa: ANN401, ARG002
        shown = key.fingerprint.rstrip("=")
        if shown == self._known_key:
            return
        if self._known_key is not None:
            raise UserError(
                f"{hostname} shows the key {shown}, not {self._known_key} of --host-key: ask who runs it"
            )
        raise UserError(
            f"{hostname} is not in known_hosts: compare its key {shown} with what its operator says, then add it there"
            f" (ssh-keyscan) or give --host-key {shown}"
        )
