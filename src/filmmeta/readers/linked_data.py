"""The nodes of a page's JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator

from filmmeta.claim import Problem
from filmmeta.page import Page
from filmmeta.readers.nodes import MEDIA, Node, Value, short

MAX_DEPTH = 30
MAX_NODES = 20_000  # of one page; what lies beyond is left unread
DEEP = f"JSON-LD nested more than {MAX_DEPTH} deep"
MANY = f"nodes of JSON-LD beyond the first {MAX_NODES}"
LISTS = ("@list", "@set", "@graph")
# Properties by which a node points back to what it belongs to: naming it so does not make it an inner one.
BACKWARDS = {
    "itemReviewed", "isPartOf", "mainEntityOfPage", "partOfSeries", "partOfSeason", "partOfTVSeries", "about",
    "exampleOfWork", "subjectOf", "workPresented",
}  # fmt: skip
# Properties by which a film that stands for itself is one of a list, or what the page is about.
TAKING = {
    "mainEntity", "itemListElement", "item", "performerIn", "knowsAbout", "isSimilarTo", "isRelatedTo", "hasPart",
    "workExample",
}  # fmt: skip


def nodes(page: Page) -> list[Node]:
    """Every node of the page's JSON-LD, outer before inner; references by ``@id`` lead to what they name."""
    return page.once(build)


def build(page: Page) -> list[Node]:
    building = Building()
    for number, block in enumerate(page.jsonld):
        if not isinstance(block, Problem):
            building.outermost(block, f"json:ld/{number}", 0)
    for what in sorted(building.left):
        page.lose(what)
    building.resolve()
    return building.nodes


def escaped(key: object) -> str:
    return str(key).replace("~", "~0").replace("/", "~1")


class Building:
    """Nodes in the making."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.left: set[str] = set()

    def outermost(self, value: object, where: str, depth: int) -> None:
        if depth >= MAX_DEPTH:
            self.left.add(DEEP)
        elif isinstance(value, list):
            for number, each in enumerate(value):
                self.outermost(each, f"{where}/{number}", depth + 1)
        elif isinstance(value, dict):
            if value.keys() - {"@graph", "@context", "@id"}:
                self.node(value, where, depth)
            if "@graph" in value:
                self.outermost(value["@graph"], f"{where}/@graph", depth + 1)

    def node(self, value: dict[str, object], where: str, depth: int) -> Node | None:
        if len(self.nodes) >= MAX_NODES:
            self.left.add(MANY)
            return None
        types, label = typed(
            value.get("@type", value.get("type")), f"{where}/{'@type' if '@type' in value else 'type'}"
        )
        identity = value.get("@id", "")
        node = Node(types, where, label, identity if isinstance(identity, str) else "")
        self.nodes.append(node)
        for key, each in value.items():
            if key[:1] != "@" and (key != "type" or not types):
                name = short(key) if ":" in key else key
                for found in self.values(each, f"{where}/{escaped(key)}", depth + 1):
                    node.add(name, found)
        return node

    def values(self, value: object, where: str, depth: int) -> Iterator[Value]:
        """The values of a property: texts, numbers as texts, nodes, each of a list."""
        if isinstance(value, str):
            if text := value.strip():
                yield Value(text, where)
        elif isinstance(value, bool) or value is None:
            return
        elif depth > MAX_DEPTH:
            self.left.add(DEEP)
        elif isinstance(value, (int, float)):
            yield Value(shown(value), where)
        elif isinstance(value, list):
            for number, each in enumerate(value):
                yield from self.values(each, f"{where}/{number}", depth + 1)
        elif isinstance(value, dict):
            inner = next((key for key in ("@value", *LISTS) if key in value), "")
            if inner:
                yield from self.values(value[inner], f"{where}/{inner}", depth + 1)
            elif node := self.node(value, where, depth):
                yield Value("", where, node)

    def resolve(self) -> None:
        """Let each bare reference stand for the node of that name; nodes of one name share what they say."""
        full: dict[str, Node] = {}
        for node in self.nodes:
            if node.id and node.properties:
                first = full.setdefault(node.id, node)
                if first is not node:
                    first.types = tuple(dict.fromkeys(first.types + node.types))
                    for name, values in node.properties.items():
                        first.properties.setdefault(name, values)
        if full:
            for node in self.nodes:
                for name, values in node.properties.items():
                    values[:] = [self.meant(value, node, name, full) for value in values]

    def meant(self, value: Value, node: Node, name: str, full: dict[str, Node]) -> Value:
        bare = value.node
        target = full.get(bare.id) if bare is not None and not bare.properties else None
        if target is None or target is node:
            return value
        if (name in TAKING if target.is_a(MEDIA) else name not in BACKWARDS) and target.holder is None:
            target.holder, target.key = node, name
        return value._replace(node=target)


def shown(number: float) -> str:
    """A number as JSON prints it; one too long for Python to print is none."""
    try:
        return str(number)
    except ValueError:
        return ""


def typed(value: object, where: str) -> tuple[list[str], Value]:
    """Types by their short names, and the text that gives the first with its place."""
    several = [*enumerate(value)] if isinstance(value, list) else []
    texts = [(text, f"{where}/{number}") for number, text in several] if several else [(value, where)]
    names = [(text, place) for text, place in texts if isinstance(text, str) and text]
    return [short(text) for text, _ in names], Value(*names[0]) if names else Value("", where)
