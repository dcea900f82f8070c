"""A bucket of S3 or of what speaks like it: one that stands already, for a mistyped name must never make one."""

from __future__ import annotations

from typing import Any
from urllib.parse import SplitResult

import fsspec
import s3fs
from botocore.exceptions import NoCredentialsError, PartialCredentialsError, ProfileNotFound

from store.errors import UserError


class BucketLine:
    """Opens a bucket by s3fs, with credentials, endpoint and region as the AWS tools find theirs."""

    lasts = True

    def __init__(self, parts: SplitResult) -> None:
        if not parts.netloc:
            raise UserError("s3:// names no bucket: write it as s3://bucket/directory")
        self._bucket = parts.netloc
        self.root = f"{parts.netloc}{parts.path}".rstrip("/")

    def open(self) -> Any:  # noqa: ANN401 - a file system of fsspec's
        """Open it, with nothing kept of former looks and no tries behind our own."""
        configured = fsspec.config.conf.get("s3", {}).get("config_kwargs", {})
        files = s3fs.S3FileSystem(
            skip_instance_cache=True,
            use_listings_cache=False,
            config_kwargs={**configured, "retries": {"total_max_attempts": 1}},
        )
        files.retries = 1
        return files

    def close(self, files: Any) -> None:  # noqa: ANN401
        """Close what was opened."""
        if files._s3 is not None:  # noqa: SLF001 - s3fs itself closes by this, but when it is collected
            files.close_session(files.loop, files._s3)  # noqa: SLF001

    def why_refused(self, error: Exception) -> str | None:
        """Say what another try will not mend: no bucket, no credentials."""
        if isinstance(error, FileNotFoundError):
            return f"there is no bucket {self._bucket}: make it or correct the address, for none is made here"
        if isinstance(error, NoCredentialsError | PartialCredentialsError | ProfileNotFound):
            return "s3:// has no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE"
        if isinstance(error, ValueError) and "Invalid endpoint" in str(error):
            return f"s3:// has no endpoint to reach: {error}; correct AWS_ENDPOINT_URL"
        return None
