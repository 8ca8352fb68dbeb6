"""The records: frozen models, and beside each the rules that read its texts."""

KINDS = {"film": "films", "review": "reviews", "reject": "rejects"}
"""The kinds of record, each with the name of many."""
