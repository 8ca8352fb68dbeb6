"""Texts that a terminal can be shown."""

from __future__ import annotations


def visible(text: str) -> str:
    """The text with its control characters and text-direction marks spelled out: a page must not steer a terminal."""
    return "".join(mark if mark.isprintable() else mark.encode("unicode_escape").decode() for mark in text)
