"""What a page is about when it is not one film, by what the page itself says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from filmmeta.claim import Claim
from filmmeta.page import Page
from filmmeta.page.outline import Segment
from filmmeta.readers import title, unlabelled, vocabularies
from filmmeta.readers.data_film import data_film
from filmmeta.readers.facts import own, shape
from filmmeta.readers.facts.entries import Entry, entries, outlined
from filmmeta.readers.facts.fields import FIELDS
from filmmeta.readers.facts.scalars import reads
from filmmeta.readers.other_works import other_work
from filmmeta.readers.walls import is_headed_wall, is_wall

SEVERAL = 3  # kinds of facts without labels that no wall has, and that only a film's page has
FULL = 1500  # characters of text from which on a page is more than a wall
STRONG = frozenset(
    "directors cast stars runtimes writers producers composers cinematographers editors release_dates genres"
    " countries original_title budget gross certificates distributors companies plot".split()
)
"""Fields that, two of them together, are a film's record."""
SURE = frozenset("directors cast stars cinematographers editors original_title budget gross certificates".split())
"""Those of them that albums, games, recipes and goods do not have."""
CREWED = frozenset({"directors", "cast"})
IN_DATA = frozenset({"director", "cast", "imdb"})
BARE = 300  # characters of text of a page that leaves all it has to its scripts
FILM = re.compile(
    r"\b(?:films?|movies?|tv series|película|peliculas?|filmes?|filmu|filmy|filmek|filmen|filmler|filmi|elokuva)\b"
    r"|leffa|фильм|сериал|кино|філь?м|ταινία|映画|电影|電影|影片|영화|드라마|ドラマ|电视剧",
    re.IGNORECASE,
)
LOOKED_AT = 400  # lines in which the word for a film may stand
SHORT = 60  # characters of such a line
SUBJECTS = {"person": "person", "book": "book", "search": "search", "list": "film-list", "news": "news"}
FILMS = ("film", "series", "season", "episode")
LISTED = re.compile(r".{1,120}[(（](?:18[89]|19\d|20\d)\d[)）]|(?:18[89]|19\d|20\d)\d\s.{1,120}")
MANY = 12  # titles with years of a page that is a list of films
REPEATED = 3
LOWER = frozenset({"h2", "h3", "h4"})


def refusal(page: Page) -> Iterator[Claim]:
    """A claim ``reject/KIND`` with its evidence when the page is about something else than one film."""
    fields = strong(page)
    found = fields | unlabelled.evidence(page)
    wall = walled(page, found) if len(found) < SEVERAL else None
    if wall:
        yield wall
        return
    kinds = list(vocabularies.kinds(page)) if page.is_markup else []
    if not any(kind in FILMS for kind, _, _ in kinds):
        yield from other_work(page, fields)
    if "directors" in fields and len(fields) > 3:
        return
    if any(kind in FILMS for kind, _, _ in kinds):
        return
    yield from by_vocabulary(kinds, fields)
    yield from by_labels(page, fields)
    yield from by_repetition(page, fields)


def is_film(page: Page) -> bool:
    """Whether anything on the page speaks of a film: its markup, its labels, or the data in its scripts."""
    if page.is_markup and any(kind in FILMS for kind, _, _ in vocabularies.kinds(page)):
        return True
    return is_labelled(page) or is_in_data(page)


def is_in_data(page: Page) -> bool:
    """Whether the data in the page's scripts is about one film that the page's title names, or a page that shows
    nothing itself has no other.
    """
    found = page.once(data_film)
    if found is None or not found.facts.keys() & IN_DATA:
        return False
    return found.named or sum(len(segment.text) for segment in page.once(outlined).segments) < BARE


def is_labelled(page: Page) -> bool:
    """Whether the page has two of a film's labels with values, one of which only films have, or that stand beside a
    title with a year or the word for a film.
    """
    fields = strong(page)
    found = unlabelled.evidence(page)
    if len(fields | found) < 2 or not (fields or len(found) >= SEVERAL):
        return False
    return bool(fields & SURE or found & CREWED) or page.once(is_named_film)


def is_named_film(page: Page) -> bool:
    """Whether a title of the page has a year beside it, or one of its short lines the word for a film."""
    if any(title.YEAR.search(each.text) for each in title.candidates(page)):
        return True
    short = (segment.text for segment in page.once(outlined).segments[:LOOKED_AT] if len(segment.text) < SHORT)
    return any(FILM.search(text) for text in short)


def strong(page: Page) -> set[str]:
    """The fields of a film that the page's own labels give a value for."""
    return {path for entry in page.once(own) if (path := entry.paths[0]) in STRONG and is_told(entry, path)}


def is_told(entry: Entry, path: str) -> bool:
    """Whether a label has a value that its field can read."""
    return any(reads(path, value.trimmed().text) for value in entry.values[:2])


def walled(page: Page, found: set[str]) -> Claim | None:
    """The words of a wall, of a page that has little else; a headline alone tells it where nothing speaks of a film."""
    texts = page.once(outlined).segments
    size = sum(len(segment.text) for segment in texts[:400])
    if size > FULL:
        return None
    told = [(each.text, each.where) for each in title.candidates(page)]
    told += [(segment.text, segment.where()) for segment in texts[:40]]
    headed = not found and (page.is_markup or size < BARE)
    return next(
        (Claim("reject/blocked", text, at) for text, at in told if is_wall(text) or (headed and is_headed_wall(text))),
        None,
    )


def by_vocabulary(kinds: Iterable[tuple[str, str, str]], fields: set[str]) -> Iterator[Claim]:
    """What the page's markup calls its subject."""
    for kind, text, where in kinds:
        if kind in SUBJECTS and len(fields) < (4 if kind == "news" else 3):
            yield Claim(f"reject/{SUBJECTS[kind]}", text, where)


def by_labels(page: Page, fields: set[str]) -> Iterator[Claim]:
    """Labels that only pages about people, books or searches have."""
    found: dict[str, list[Entry]] = {}
    for entry in page.once(entries):
        head = entry.paths[0].partition("/")[0]
        if head in SUBJECTS and (entry.values or head == "search"):
            found.setdefault(head, []).append(entry)
    for head, told in found.items():
        enough = 1 if head == "search" else 2
        if len({entry.paths for entry in told}) >= enough and len(told) > len(fields & (STRONG - {"plot", "genres"})):
            yield told[0].label.claim(f"reject/{SUBJECTS[head]}")


def by_repetition(page: Page, fields: set[str]) -> Iterator[Claim]:
    """Titles with their years, one below the other, on a page without a record of its own; labels again and again."""
    shapes = Counter(shape(entry) for entry in page.once(entries) if entry.paths[0] in FIELDS and entry.values)
    repeated = [entry for entry in page.once(own) if shapes[shape(entry)] >= REPEATED and entry.paths[0] in STRONG]
    single = fields - {entry.paths[0] for entry in repeated}
    if (repeated and len(single) < 2) or (len(of_several(shapes)) > 1 and is_of_several(page)):
        yield (repeated or page.once(own))[0].label.claim("reject/film-list")
    elif len(fields) < 2:
        segments = page.once(outlined)
        listed = [s for s, out in zip(segments.segments, segments.outside, strict=True) if not out and is_listed(s)]
        if len(listed) >= MANY:
            yield Claim("reject/film-list", listed[0].text, listed[0].where())


def of_several(shapes: Counter[object]) -> list[object]:
    """The labels that stand on a page twice in one shape, as under the headings of two films."""
    return [each for each, times in shapes.items() if times > 1]


def is_of_several(page: Page) -> bool:
    """Whether two headings below the page's own, which has no year, are titles with their years."""
    outline = page.once(outlined)
    inside = [each for each, out in zip(outline.segments, outline.outside, strict=True) if not out]
    own_titles = [each for each in inside if each.block.in_h1 and title.YEAR.search(each.text)]
    dated = {each.text for each in inside if each.block.tag in LOWER and is_listed(each)}
    return not own_titles and len(dated) > 1


def is_listed(segment: Segment) -> bool:
    return len(segment.text) < 160 and LISTED.match(segment.text) is not None
