"""What the libraries for archives raise on archives that are none."""

from __future__ import annotations

import csv
import lzma
import struct
import tarfile
import zipfile
import zlib

import zstandard

from filmmeta.runs.sources.regular import OURS

Errors = (
    csv.Error, zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, zstandard.ZstdError, struct.error,
    EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError, IndexError, KeyError, MemoryError, OSError,
)  # fmt: skip


def passed(error: Exception) -> Exception:
    """An error that is the file's; one that is the machine's is raised again."""
    if isinstance(error, OSError) and error.errno in OURS:
        raise error
    return error
