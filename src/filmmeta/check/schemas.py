"""The schemas that lines are held to."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema_rs

from filmmeta import __version__
from filmmeta.check.findings import Fault, Findings
from filmmeta.check.lines import raw

Validate = Callable[[dict[str, Any]], None]
"""Raises Fault when an object is not as its schema says."""


def validator(out: Path, kind: str, findings: Findings) -> Validate:
    """What holds lines to the schema beside them, or to the published one where that is no schema.

    A schema beside them that is not the published one is a finding.
    """
    name = f"{kind}.schema.json"
    published = files("filmmeta").joinpath("records", "schemas", name).read_bytes()
    try:
        with raw(out / name) as file:
            beside = file.read(len(published) * 4)
        if beside != published:
            findings.add(name, 0, f"is not the schema that filmmeta {__version__} publishes")
            return compiled(beside)
    except Fault as fault:
        findings.add(name, 0, str(fault))
    return compiled(published)


def compiled(text: bytes) -> Validate:
    """Fault when the text is no schema."""
    try:
        made = jsonschema_rs.Draft202012Validator(json.loads(text), offline=True, validate_formats=True, mask="it")
    except (ValueError, jsonschema_rs.ReferencingError, RecursionError):
        raise Fault("is no JSON Schema that can be used") from None

    def validate(record: dict[str, Any]) -> None:
        if not made.is_valid(record):
            error = next(iter(made.iter_errors(record)))
            place = "/".join(map(str, error.instance_path)) or "the whole"
            raise Fault(f"{place[:200]!a} breaks {error.kind.name!r} of its schema")

    return validate
