"""Claims into a record: read by the rules, placed, joined, validated; what could not be is a problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from filmmeta.claim import Claim, Code, Problem, shown
from filmmeta.normalise.agreement import agree, contradict, identity
from filmmeta.normalise.voices import Row, absorbed, settled
from filmmeta.records.common import Source
from filmmeta.records.rules import Rule, RuleBook, unescaped

VOICE = "layout/voice"
MAX_ITEMS = 10_000  # of one list
MAX_REPEATED = 10_000_000  # characters of one text that many items are read from, and each of them has as its source


class Draft:
    """A record in the making: what its claims gave so far, and the problems met."""

    def __init__(self, book: RuleBook) -> None:
        self.book = book
        self.fields: dict[str, Any] = {}
        self.lists: dict[str, list[Row]] = {}
        self.sources: list[Source] = []
        self.problems: list[Problem] = []
        self.voice = 0
        self._rows: dict[tuple[str, int, str], Row] = {}
        self._indexed: dict[tuple[str, int, str], list[Row]] = {}
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
                self.voice += claim.path == VOICE
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
        if known is value or agree(known, value):
            self.sources.append((path, claim.text, claim.where))
        else:
            self.problems.append(Problem("conflict", path, shown(claim.text), claim.where))

    def _items(self, rule: Rule, value: Any, claim: Claim, index: str) -> None:
        rows = self.lists.setdefault(rule.field, [])
        told = [*islice(value, MAX_ITEMS - len(rows) + 1)]
        if len(rows) + len(told) > MAX_ITEMS:
            told = told[:-1]
            self._full(rule)
        items = [{**each, **rule.preset} if isinstance(each, dict) else each for each in told]
        if len(items) * len(claim.text) > MAX_REPEATED:
            items = items[: max(1, MAX_REPEATED // len(claim.text))]
            self._full(rule)
        made = [Row(item, [("", claim.text, claim.where)], self.voice) for item in items]
        rows.extend(made)
        if index:
            self._indexed.setdefault((rule.field, self.voice, index), []).extend(made)

    def _each(self, rule: Rule, value: Any, claim: Claim, index: str) -> None:
        """What a text says of all items that its index gave before, where they do not say it themselves."""
        for row in self._indexed.get((rule.field, self.voice, index), ()):
            for part, each in value.items():
                if row.item.get(part) is None:
                    row.item[part] = each
                    row.sources.append((part, claim.text, claim.where))

    def _part(self, rule: Rule, value: Any, claim: Claim, index: str) -> None:
        key = claim.path.partition("/")[0], self.voice, index
        row = self._rows.get(key)
        if row is None:
            rows = self.lists.setdefault(rule.field, [])
            if len(rows) >= MAX_ITEMS:
                self._full(rule)
                return
            row = self._rows[key] = Row({}, [], self.voice)
            rows.append(row)
        item, told = row.item, {rule.part: value, **rule.preset} if rule.part else {**value, **rule.preset}
        if item.keys().isdisjoint(told):
            item.update(told)
        for part, each in told.items():
            if item.setdefault(part, each) is not each and not agree(item[part], each):
                self._note("conflict", claim)
        for part in [rule.part] if rule.part else told:
            row.sources.append((part, claim.text, claim.where))

    def _full(self, rule: Rule) -> None:
        """Say that a list has more items than are kept, once."""
        problem = Problem("over-budget", rule.field, "items beyond those that a record has room for")
        if problem not in self.problems:
            self.problems.append(problem)

    def _every_item(self, rule: Rule, value: Any, claim: Claim, index: str) -> None:
        self._every.append((rule, value, claim))

    def take(self, field: str, value: Any, claim: Claim) -> None:
        """A value that needs no rule, with the claim that it was read from."""
        self._set(self.fields, field, field, value, claim)

    def finish(self) -> None:
        """Join equal items, fill in what holds for all of a list's items, name what is missing."""
        for rule, value, claim in self._every:
            for item, sources, _ in self.lists.get(rule.field, ()):
                if item.get(rule.part) is None:
                    item[rule.part] = value
                    sources.append((rule.part, claim.text, claim.where))
        for field, rows in self.lists.items():
            items = self.fields[field] = []
            for position, (item, sources, _) in enumerate(self._joined(field, rows)):
                items.append(item)
                path = f"{field}/{position}"
                for part, text, where in sources:
                    self.sources.append((f"{path}/{part}" if part else path, text, where))
        for field in self.book.expected:
            if self.fields.get(field) is None:
                self.problems.append(Problem("missing", field))

    def _joined(self, field: str, rows: list[Row]) -> list[Row]:
        """The rows without doubles: a later one fills what is empty in its like, and may conflict with it."""
        keys = self.book.identity.get(field)
        if keys == ():
            return rows
        if field in self.book.owned:
            rows, left = settled(rows, keys, self.book.owned[field])
            self.problems += [Problem("conflict", field, shown(text), where) for text, where in left]
        if keys is None:
            rows = absorbed(rows)
        first: dict[Any, Row] = {}
        apart = self.book.apart.get(field)
        for row in rows:
            key = identity(row.item, keys)
            known = first.setdefault(key, row)
            if apart and contradict(known.item.get(apart), row.item.get(apart)):
                known = first.setdefault((key, row.item[apart]), row)
            if known is not row:
                self._merge(field, known, row)
        return [*first.values()]

    def _merge(self, field: str, known: Row, row: Row) -> None:
        item, sources, _ = row
        if isinstance(item, dict):
            for part, value in item.items():
                old = known.item.get(part)
                if not old:
                    known.item[part] = value
                elif isinstance(old, list) and isinstance(value, list):
                    known.item[part] = old + [each for each in value if each not in old]
                elif value and not agree(old, value):
                    text, where = sources[0][1:]
                    self.problems.append(Problem("conflict", f"{field}/*/{part}", shown(text), where))
        known.sources.extend(sources)


PLACE: dict[str, Callable[[Draft, Rule, Any, Claim, str], None]] = {
    "one": Draft._one,
    "items": Draft._items,
    "part": Draft._part,
    "inside": Draft._inside,
    "within": Draft._within,
    "fields": Draft._fields,
    "every": Draft._every_item,
    "each": Draft._each,
}
"""How a value is placed, by its rule's shape."""
