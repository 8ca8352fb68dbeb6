"""Values in JSON by patterns of their place, each with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

MOULD = re.compile(r"\{([\w.]{1,200})\}")


class Spot(NamedTuple):
    """A value and where it stands, as the locator of a claim."""

    value: object
    where: str

    def inner(self, key: str | int) -> Spot | None:
        """What stands there under a key or number; None when nothing does."""
        value = self.value
        if isinstance(value, dict) and isinstance(key, str) and value.get(key) is not None:
            return Spot(value[key], f"{self.where}/{escaped(key)}")
        if isinstance(value, list) and str(key).isdecimal() and int(key) < len(value):
            return Spot(value[int(key)], f"{self.where}/{key}")
        return None

    def items(self) -> Iterator[Spot]:
        """The items of a list."""
        if isinstance(self.value, list):
            for number, value in enumerate(self.value):
                yield Spot(value, f"{self.where}/{number}")

    def find(self, pattern: str) -> Iterator[Spot]:
        """What a pattern finds: keys between slashes, a star for each item of a list.

        A pattern may end in a mould, ``{year}-{month}``: several values as one text, each by its keys with dots.
        """
        key, _, rest = pattern.partition("/")
        if "{" in key:
            yield from self.moulded(pattern)
        elif key == "*":
            for item in self.items():
                yield from item.find(rest) if rest else (item,)
        else:
            found = self.inner(key)
            if found:
                yield from found.find(rest) if rest else (found,)

    def moulded(self, mould: str) -> Iterator[Spot]:
        names = MOULD.findall(mould)
        told = {name: spot.text for name in names for spot in self.find(name.replace(".", "/"))}
        if all(told.get(name) for name in names):
            yield Spot(MOULD.sub(lambda match: told[match[1]], mould), f"{self.where}/{mould}")

    def joined(self, spots: list[Spot], mark: str) -> Spot | None:
        """Several values that stand in this one as one text."""
        keys = [spot.where[len(self.where) + 1 :].replace("/", ".") for spot in spots]
        if len(spots) < 2 or not all(MOULD.fullmatch(f"{{{key}}}") for key in keys):
            return spots[0] if spots else None
        return next(self.moulded(mark.join(f"{{{key}}}" for key in keys)), None)

    @property
    def text(self) -> str:
        """The value as text, empty when it is an object, a list, true or false."""
        plain = isinstance(self.value, (str, int, float)) and not isinstance(self.value, bool)
        return str(self.value).strip() if plain else ""


def escaped(key: str) -> str:
    """A key as JSON pointers write it."""
    return key.replace("~", "~0").replace("/", "~1")
