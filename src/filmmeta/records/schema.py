"""The published JSON Schemas of the records, and of the inventory's lines."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from filmmeta.records.common import SCHEMA_VERSION, Model
from filmmeta.records.film import Film
from filmmeta.records.inventory import PageLine
from filmmeta.records.reject import Reject
from filmmeta.records.review import Review

MODELS: dict[str, type[Model]] = {"film": Film, "review": Review, "reject": Reject, "page": PageLine}


def schema_text(kind: str) -> str:
    """The JSON Schema (2020-12) of a kind of record, or of ``page``, as it stands in the package."""
    return files("filmmeta.records").joinpath("schemas", f"{kind}.schema.json").read_text("utf-8")


def generated(kind: str) -> str:
    """The same text, made anew from the model; a test holds the two together."""
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:filmmeta:schema:{kind}:{SCHEMA_VERSION}",
        **MODELS[kind].model_json_schema(mode="serialization"),
    }
    schema["required"] = list(schema["properties"])
    return json.dumps(schema, indent=2, ensure_ascii=True) + "\n"
