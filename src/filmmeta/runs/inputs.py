"""A page as it comes into a run."""

from __future__ import annotations

from typing import NamedTuple


class Input(NamedTuple):
    """One page as it comes: what records call it, where it was saved from, its bytes.

    ``encoding`` is what its transport said of the bytes. ``refusal`` says why they could not be had: then
    ``body`` is empty and the page becomes a Reject. ``saved`` is the day when it was saved, ``2021-02-03``.
    """

    name: str
    url: str = ""
    body: bytes = b""
    encoding: str = ""
    refusal: str = ""
    saved: str = ""
