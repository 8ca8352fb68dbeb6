"""Claims into a record: read by the rules, placed, joined, validated; what could not be is a problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from filmmeta.claim import Claim, Code, Problem, shown
from filmmeta.records.common import Source
from filmmeta.records.rules import Rule, RuleBook, unescaped

Item = tuple[dict[str, Any] | Any, list[Source]]  # a list's item, and (part, text, where) of its claims


class Draft:
    """A record in the making: what its claims gave so far, and the problems met."""

    def __init__(self, book: RuleBook) -> None:
        self.book = book
        self.fields: dict[str, Any] = {}
        self.lists: dict[str, list[Item]] = {}
        self.sources: list[Source] = []
        self.problems: list[Problem] = []
        self._rows: dict[tuple[str, str], Item] = {}
        self._every: list[tuple[Rule, Any, Claim]] = []

    def read(self, claims: Iterable[Claim | Problem]) -> None:
        """Place what the claims say, in their order."""
        find = self.book.find
        for claim in claims:
            if isinstance(claim, Problem):
                self.problems.append(claim)
                continue
            rule, index = find(claim.path)
            if rule is None:
                continue
            try:
                value = rule.read(unescaped(claim.text) if "&" in claim.text else claim.text)
            except ValueError as error:
                self._note("ambiguous" if hasattr(error, "readings") else "unreadable", claim)
            else:
                PLACE[rule.shape](self, rule, value, claim, index)

    def _note(self, code: Code, claim: Claim) -> None:
        self.problems.append(Problem(code, claim.path, shown(claim.text), claim.where))

    def _one(self, rule: Rule, value: Any, claim: Claim, index: str) -> None:
        self._set(self.fields, rule.field, rule.field, value, claim)

    def _inside(self, rule: Rule, value: Any, claim: Claim, index: str) -> None:
        self._set(self.fields.setdefault(rule.field, {}), rule.part, f"{rule.field}/{rule.part}", value, claim)

    def _within(self, rule: Rule, value: Any, claim: Claim, index: str) -> None:
        for part, each in value.items():
            self._set(self.fields.setdefault(rule.field, {}), part, f"{rule.field}/{part}", each, claim)

    def _fields(self, rule: Rule, value: Any, claim: Claim, index: str) -> None:
        for field, each in value.items():
            self._set(self.fields, field, field, each, claim)

    def _set(self, holder: dict[str, Any], key: str, path: str, value: Any, claim: Claim) -> None:
        """The first good claim wins; one that agrees is one more source, one that does not a conflict."""
        known = holder.setdefault(key, value)
        if known is value or known == value or folded(known) == folded(value):
            self.sources.append((path, claim.text, claim.where))
        else:
            self.problems.append(Problem("conflict", path, shown(claim.text), claim.where))

    def _items(self, rule: Rule, value: Any, claim: Claim, index: str) -> None:
        rows = self.lists.setdefault(rule.field, [])
        for each in value:
            item = {**each, **rule.preset} if isinstance(each, dict) else each
            rows.append((item, [("", claim.text, claim.where)]))

    def _part(self, rule: Rule, value: Any, claim: Claim, index: str) -> None:
        row = self._rows.get((rule.field, index))
        if row is None:
            row = self._rows[rule.field, index] = ({}, [])
            self.lists.setdefault(rule.field, []).append(row)
        item, told = row[0], {rule.part: value, **rule.preset} if rule.part else value
        if item.keys().isdisjoint(told):
            item.update(told)
        for part, each in told.items():
            if item.setdefault(part, each) is not each and folded(item[part]) != folded(each):
                self._note("conflict", claim)
        row[1].append((rule.part or claim.path.rpartition("/")[2], claim.text, claim.where))

    def _every_item(self, rule: Rule, value: Any, claim: Claim, index: str) -> None:
        self._every.append((rule, value, claim))

    def take(self, field: str, value: Any, claim: Claim) -> None:
        """A value that needs no rule, with the claim that it was read from."""
        self._set(self.fields, field, field, value, claim)

    def finish(self) -> None:
        """Join equal items, fill in what holds for all of a list's items, name what is missing."""
        for rule, value, claim in self._every:
            for item, sources in self.lists.get(rule.field, ()):
                if item.get(rule.part) is None:
                    item[rule.part] = value
                    sources.append((rule.part, claim.text, claim.where))
        for field, rows in self.lists.items():
            items = self.fields[field] = []
            for position, (item, sources) in enumerate(self._joined(field, rows)):
                items.append(item)
                path = f"{field}/{position}"
                for part, text, where in sources:
                    self.sources.append((f"{path}/{part}" if part else path, text, where))
        for field in self.book.expected:
            if self.fields.get(field) is None:
                self.problems.append(Problem("missing", field))

    def _joined(self, field: str, rows: list[Item]) -> list[Item]:
        """The rows without doubles: a later one fills what is empty in its like, and may conflict with it."""
        keys = self.book.identity.get(field)
        if keys == ():
            return rows
        first: dict[Any, Item] = {}
        for row in rows:
            known = first.setdefault(identity(row[0], keys), row)
            if known is not row:
                self._merge(field, known, row)
        return [*first.values()]

    def _merge(self, field: str, known: Item, row: Item) -> None:
        item, sources = row
        if isinstance(item, dict):
            for part, value in item.items():
                old = known[0].get(part)
                if not old:
                    known[0][part] = value
                elif isinstance(old, list) and isinstance(value, list):
                    known[0][part] = old + [each for each in value if each not in old]
                elif value and folded(old) != folded(value):
                    text, where = sources[0][1:]
                    self.problems.append(Problem("conflict", f"{field}/*/{part}", shown(text), where))
        known[1].extend(sources)


PLACE: dict[str, Callable[[Draft, Rule, Any, Claim, str], None]] = {
    "one": Draft._one,
    "items": Draft._items,
    "part": Draft._part,
    "inside": Draft._inside,
    "within": Draft._within,
    "fields": Draft._fields,
    "every": Draft._every_item,
}
"""How a value is placed, by its rule's shape."""


def identity(item: Any, keys: tuple[str, ...] | None) -> Any:
    """What an item is told from the others of its list by."""
    if isinstance(item, str):
        return item.casefold()
    if keys is None:
        return repr(item).casefold()
    parts = tuple(map(item.get, keys))
    return tuple([part.casefold() if isinstance(part, str) else part and repr(part) for part in parts])


def folded(value: Any) -> Any:
    """What two values are compared by: case and white space do not count."""
    return " ".join(value.casefold().split()) if isinstance(value, str) else value
