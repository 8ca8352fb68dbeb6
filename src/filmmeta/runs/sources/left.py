"""Which responses are pages, and why the others are not."""

from __future__ import annotations

TEXTS = ("text/", "application/xhtml+xml", "application/xml", "application/json", "message/")
MEDIA = frozenset({"image", "audio", "video", "font"})
CODE = ("css", "javascript", "ecmascript")


def why(content_type: str) -> str:
    """Why a body of this type is no page; empty when it can be one. An unknown type can be one."""
    said = content_type.partition(";")[0].strip().lower()
    main = said.partition("/")[0]
    if main in MEDIA:
        return f"content type {main}"
    if said.endswith(CODE):
        return "a style sheet or script"
    if said == "text/dns":
        return "a record of no page"
    if not said or said.startswith(TEXTS) or said.endswith(("+xml", "+json")):
        return ""
    return "no text by its content type"


def unsuccessful(status: int) -> str:
    """Why a response with this status is no page; empty when it is one."""
    return "" if 200 <= status < 300 else f"HTTP status {status}" if 100 <= status < 600 else "no HTTP status"
