"""What reads the pages: versions of filmmeta and of what it stands on."""

from __future__ import annotations

import hashlib
import platform
import re
from functools import cache
from importlib.metadata import requires, version
from pathlib import Path

import filmmeta


@cache
def versions() -> dict[str, str]:
    """The installed versions of Python and of what filmmeta always needs, by name."""
    always = [each for each in requires("filmmeta") or () if "extra ==" not in each]
    names = sorted(re.split(r"[^\w.-]", each, maxsplit=1)[0] for each in always)
    return {"python": platform.python_version(), **{name: version(name) for name in names}}


def code() -> str:
    """The SHA-256 of filmmeta's own files: who changes a rule wants no record that was made before."""
    folder = Path(filmmeta.__file__).parent
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if "__pycache__" not in file.parts and file.is_file():
            digest.update(f"{file.relative_to(folder).as_posix()}\0".encode() + file.read_bytes() + b"\0")
    return digest.hexdigest()
