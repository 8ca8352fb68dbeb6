"""What a run was: ``run.json``, the same bytes for the same pages, settings and versions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import filmmeta
from filmmeta.records.common import SCHEMA_VERSION
from filmmeta.runs.datapackage import Resource
from filmmeta.runs.tally import Tally
from filmmeta.runs.versions import versions


def manifest(tally: Tally, settings: dict[str, Any], outputs: Sequence[Resource]) -> str:
    """The run's versions, settings, counts and outputs as JSON with a line end."""
    account = {
        "filmmeta": filmmeta.__version__,
        "schema_version": SCHEMA_VERSION,
        "versions": versions(),
        "settings": settings,
        "inputs": {"pages": tally.pages, "left_out": counted(tally.left_out)},
        "outcomes": counted(tally.outcomes),
        "records": counted(tally.records),
        "problems": counted(tally.problems),
        "rejects": counted(tally.reasons),
        "limits": counted(tally.limits),
        "outputs": {each.path: {"records": each.rows, "bytes": each.bytes, "sha256": each.sha256} for each in outputs},
    }
    return json.dumps(account, indent=2, ensure_ascii=True) + "\n"


def counted(counts: dict[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items()))
