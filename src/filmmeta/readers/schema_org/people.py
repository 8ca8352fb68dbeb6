"""People and what things are called, in schema.org's words."""

from __future__ import annotations

from collections.abc import Iterator

from filmmeta.claim import Claim
from filmmeta.readers.nodes import Node, Value
from filmmeta.readers.schema_org.words import ACTORS, JOBS, NO_ROLES, ORGANISATIONS, ROLES, SAME

LONGEST_NAME = 120  # characters of a thing's own text that can be its name
MAX_PEOPLE = 5_000  # of one property
PEOPLE = frozenset({*ACTORS, *JOBS, *(key for keys in SAME.values() for key in keys)})


def names(value: Value) -> list[Value]:
    """What a value is called: its own text, or its names."""
    node = value.node
    if node is None:
        return [value] if any(map(str.isalnum, value.text)) else []
    named = [each for each in node.values("name", "legalName") if each.node is None]
    if named or not value.text or len(value.text) > LONGEST_NAME:
        return named
    return [Value(value.text, value.place)]


def is_address(text: str) -> bool:
    return text.startswith(("/", "http:", "https:", "//")) and " " not in text


def roles(value: Value, key: str) -> tuple[list[Value], list[Value]]:
    """The people that a value names, and whom they play."""
    node = value.node
    if node is None:
        return [value], []
    inner = node.values(key, *ACTORS) if not node.values("name") or is_role(node) else []
    played = [name for each in node.values(*ROLES) for name in names(each) if name.text.lower() not in NO_ROLES]
    return [each for each in inner if each.node is not node] or [value], played


def is_role(node: Node) -> bool:
    return any(kind.lower().endswith("role") for kind in node.types)


def cast(node: Node) -> Iterator[Claim]:
    """The actors of a film, with their roles."""
    values = max((node.values(key) for key in ACTORS), key=len)[:MAX_PEOPLE]
    if len(values) == 1 and values[0].node is None:
        if names(values[0]) and not is_address(values[0].text):
            yield Claim("cast", values[0].text, values[0].where)
        return
    number = 0
    for value in values:
        actors, played = roles(value, "actor")
        for actor in actors:
            for name in names(actor)[:1]:
                if is_address(name.text):
                    continue
                yield Claim(f"cast/{number}/name", name.text, name.where)
                for role in played:
                    yield Claim(f"cast/{number}/roles", role.text, role.where)
                number += 1


def crew(node: Node) -> Iterator[Claim]:
    """Everybody else who made a film; a firm among them is a company."""
    for key, (singular, plural) in JOBS.items():
        values = max((node.values(each) for each in SAME.get(key, (key,))), key=len)[:MAX_PEOPLE]
        for value in values:
            for person in roles(value, key)[0]:
                path = singular if person.node or len(values) > 1 else plural
                if person.node and person.node.is_a(ORGANISATIONS):
                    path = "company"
                for name in names(person)[:1]:
                    if not is_address(name.text):
                        yield Claim(path, name.text, name.where)
