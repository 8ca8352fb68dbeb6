"""Write the published JSON Schemas anew from the models."""

from pathlib import Path

from filmmeta.records.schema import MODELS, generated

FOLDER = Path(__file__).parent.parent / "src" / "filmmeta" / "records" / "schemas"

for kind in MODELS:
    (FOLDER / f"{kind}.schema.json").write_text(generated(kind), "utf-8")
