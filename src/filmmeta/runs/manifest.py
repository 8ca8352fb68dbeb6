"""What a run was: ``run.json``, the same bytes for the same pages, settings and versions."""

from __future__ import annotations

import json
import platform
from importlib.metadata import requires, version
from typing import Any

import filmmeta
from filmmeta.records import KINDS
from filmmeta.records.common import SCHEMA_VERSION
from filmmeta.runs import Tally
from filmmeta.runs.outputs import Folder


def manifest(tally: Tally, folder: Folder, settings: dict[str, Any]) -> str:
    """The run's versions, settings, inputs, counts and digests as JSON."""
    account = {
        "filmmeta": filmmeta.__version__,
        "schema_version": SCHEMA_VERSION,
        "versions": {"python": platform.python_version(), **versions()},
        "settings": settings,
        "inputs": {"pages": tally.pages, "sha256": tally.digest.hexdigest()},
        "outcomes": dict(sorted(tally.outcomes.items())),
        "problems": dict(sorted(tally.problems.items())),
        "rejects": dict(sorted(tally.reasons.items())),
        "outputs": {
            folder.path(kind).name: {"records": folder.lines[kind], "sha256": folder.digests[kind].hexdigest()}
            for kind in KINDS
        },
    }
    return json.dumps(account, indent=2, ensure_ascii=True) + "\n"


def versions() -> dict[str, str]:
    """The installed versions of what filmmeta reads pages with."""
    names = (each.partition(";")[0] for each in requires("filmmeta") or () if "extra ==" not in each)
    bare = sorted("".join(mark for mark in name.split()[0].split(">")[0].split("=")[0]) for name in names)
    return {name: version(name) for name in bare}
