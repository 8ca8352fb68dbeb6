"""The reviews of JSON Lines files: where each stands, and its text when it is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import BinaryIO, NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

BOM = b"\xef\xbb\xbf"
OTHERS = ("film", "reject")
"""The kinds of record that hold no review."""


class Line(BaseModel):
    """What is asked of a line: a body, and the id that its review goes by."""

    model_config = ConfigDict(frozen=True, strict=True, hide_input_in_errors=True)

    kind: str = "review"
    id: str | None = None
    body: str | None = None


class Unread(NamedTuple):
    """A line that holds no review although it should: its file, its number from 1, and why."""

    file: str
    line: int
    reason: str


class Reviews:
    """Reviews by number, in the order of the files; their texts stay in the files, which have to stay open."""

    def __init__(self, files: Sequence[tuple[str, BinaryIO]]) -> None:
        """``files`` are names for messages, each with a file that can be read from any place in it."""
        self.files = files
        self.unread: list[Unread] = []
        self.others = 0
        self._file = array("I")
        self._line = array("Q")
        self._offset = array("Q")

    def __len__(self) -> int:
        return len(self._file)

    def read(self) -> Iterator[str]:
        """The body of each review, once, from the files' beginning; its number is its place among them."""
        for number, (name, file) in enumerate(self.files):
            offset = 0
            file.seek(0)
            for count, text in enumerate(file, 1):
                body = self.review(name, count, text) if text.strip() else None
                if body is not None:
                    self._file.append(number)
                    self._line.append(count)
                    self._offset.append(offset)
                    yield body
                offset += len(text)

    def review(self, name: str, count: int, text: bytes) -> str | None:
        """The body on a line; None where there is none, and a word about it where there should be."""
        try:
            line = parsed(text)
        except ValidationError as error:
            self.unread.append(Unread(name, count, reason(error)))
            return None
        if line.kind in OTHERS:
            self.others += 1
        elif line.body is None:
            self.unread.append(Unread(name, count, "no body"))
        return None if line.kind in OTHERS else line.body

    def line(self, number: int) -> Line:
        """The line of a review."""
        _, file = self.files[self._file[number]]
        file.seek(self._offset[number])
        return parsed(file.readline())

    def body(self, number: int) -> str:
        """The text of a review."""
        return self.line(number).body or ""

    def place(self, number: int) -> tuple[str, int]:
        """The name of a review's file, and its line there, from 1."""
        return self.files[self._file[number]][0], self._line[number]


def parsed(text: bytes) -> Line:
    """The line that a text holds; ValidationError when it is none."""
    return Line.model_validate_json(text.removeprefix(BOM))


def reason(error: ValidationError) -> str:
    """Why a line is none, in words that hold nothing of it."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return "not JSON"
    field = ".".join(map(str, first["loc"]))
    return f"{field} is not a string" if field else "not an object"
