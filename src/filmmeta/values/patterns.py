"""Regular expressions that cost nothing until they are used: most calls need but a few of them."""

from __future__ import annotations

import re
from typing import Any, cast

METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


class Lazy:
    """A regular expression that is compiled when first asked; ``pattern`` and ``flags`` are its source.

    From then on its methods are the compiled pattern's own.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    def __repr__(self) -> str:
        return f"regex({self.pattern!r}, {self.flags})"

    def compiled(self) -> re.Pattern[str]:
        """The compiled pattern, whose methods stand in front of this object's from now on."""
        compiled = re.compile(self.pattern, self.flags)
        for name in METHODS:
            setattr(self, name, getattr(compiled, name))
        return compiled

    def findall(self, *arguments: Any) -> Any:
        return self.compiled().findall(*arguments)

    def finditer(self, *arguments: Any) -> Any:
        return self.compiled().finditer(*arguments)

    def fullmatch(self, *arguments: Any) -> Any:
        return self.compiled().fullmatch(*arguments)

    def match(self, *arguments: Any) -> Any:
        return self.compiled().match(*arguments)

    def search(self, *arguments: Any) -> Any:
        return self.compiled().search(*arguments)

    def split(self, *arguments: Any, **options: Any) -> Any:
        return self.compiled().split(*arguments, **options)

    def sub(self, *arguments: Any, **options: Any) -> Any:
        return self.compiled().sub(*arguments, **options)


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern like that of ``re.compile``, but compiled when it is first used.

    >>> word = regex("[a-z]{1,9}")
    >>> word.fullmatch("paris")[0], word.pattern
    ('paris', '[a-z]{1,9}')
    """
    return cast("re.Pattern[str]", Lazy(pattern, flags))
