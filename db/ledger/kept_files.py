"""The files that were uploaded, kept as they came, under the fingerprint of their content."""

import errno
import os
from pathlib import Path

from monitoring import errors
from monitoring.upload import SentFile

KINDS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".docx", ".pdf", ".eml", ".msg", ".png", ".jpg")


def place(folder: Path, name: str, sha256: str) -> Path:
    """Where the file with that name and fingerprint is kept; a kind that is not known becomes ``.bin``."""
    kind = Path(name).suffix.lower()
    return folder / f"{sha256}{kind if kind in KINDS else '.bin'}"


def keep(folder: Path, file: SentFile) -> Path:
    """Keep a file, whole or not at all; one that is kept already stays as it is.

    Raises DiskFull or UploadNotKept.
    """
    kept = place(folder, file.name, file.sha256)
    part = kept.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not kept.exists():
            with part.open("wb") as opened:
                opened.write(file.content)
                opened.flush()
                os.fsync(opened.fileno())
            part.replace(kept)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise errors.DiskFull() from error
        raise errors.UploadNotKept(place=folder, detail=error.strerror or error) from error
    return kept
