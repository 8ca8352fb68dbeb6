"""What a folder of outputs holds, as a Data Package: ``datapackage.json``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from filmmeta.records.common import SCHEMA_VERSION

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
COMPRESSIONS = {".gz": "gz", ".zst": "zst"}
MEDIA = {
    "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet",
    "sqlite": "application/vnd.sqlite3",
    "duckdb": "application/octet-stream",
}
"""The formats of outputs, by the suffix of their files, each with its media type."""


class Resource(NamedTuple):
    """One finished output file.

    ``path`` is its name below the output folder (``films.jsonl.gz``); ``kind`` ``film``, ``review``, ``reject``
    or ``page``, empty for a database that holds them all; ``bytes`` and ``sha256`` are of the file as it lies
    there, compressed if it is; ``rows`` counts its lines or rows, all tables' together for a database.
    """

    path: str
    kind: str
    bytes: int
    sha256: str
    rows: int


def datapackage(files: Sequence[Resource], version: str) -> str:
    """The descriptor (Data Package 2.0) of ``files``, in their order, as JSON with a line end.

    ``version`` is filmmeta's. The same files give the same bytes: nothing in it depends on when or where.
    """
    described = {
        "$schema": PROFILE,
        "name": "filmmeta-records",
        "title": "Records of pages about films",
        "filmmeta": {"version": version, "schema_version": SCHEMA_VERSION},
        "resources": [resource(file) for file in files],
    }
    return json.dumps(described, indent=2, ensure_ascii=True) + "\n"


def resource(file: Resource) -> dict[str, Any]:
    """The descriptor of one file; lines of JSON name the JSON Schema that each of them holds to."""
    suffixes = PurePath(file.path).suffixes
    compression = COMPRESSIONS.get(suffixes[-1])
    form = suffixes[-2 if compression else -1].removeprefix(".")
    described: dict[str, Any] = {
        "name": file.path.removesuffix(suffixes[-1] if compression else "").replace(".", "-"),
        "path": file.path,
        "format": form,
        "mediatype": MEDIA[form],
    }
    if form == "jsonl":
        described |= {"encoding": "utf-8", "jsonSchema": f"{file.kind}.schema.json"}
    if compression:
        described["compression"] = compression
    return {**described, "bytes": file.bytes, "hash": f"sha256:{file.sha256}", "rows": file.rows}
