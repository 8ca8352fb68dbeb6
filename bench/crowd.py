"""A crowd of made pages about invented films, and five that harm who reads them: what runs are measured with.

Every third page is HTML, the others are text: a listing and a review of it, or a review alone. The same number
gives the same page.
"""

from __future__ import annotations

import random
from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path

WORDS = (
    "river glass winter letters stone garden road harvest silence island summer bridge night song mill candle "
    "orchard harbour mirror thunder copper lantern feather window meadow ribbon anchor cellar violin shadow "
    "ladder basket needle kettle marble timber velvet willow saddle pepper walnut tunnel barrel cotton ferry "
    "chapel market signal morning evening sailor doctor keeper baker miller tailor hunter painter singer farmer "
    "brother sister mother father uncle cousin widow stranger teacher captain"
).split()
VERBS = "finds hides loses forgets carries follows paints repairs buries sells remembers burns lends breaks".split()
FEELINGS = "slowly badly gladly rarely often never always twice quietly loudly early late".split()
FIRST = "Maren Ivo Ada Tomas Lena Osk Pia Edda Jonas Runa Karel Vera Milan Dora Anton Greta".split()
LAST = "Holt Lindqvist Brandt Vesely Aurland Moravec Tidewell Orrin Falk Sundby Hrubin Kastner Wilde Marsh".split()
COUNTRIES = "Norway Sweden Denmark Finland Austria Hungary Poland Portugal Ireland Canada".split()
LABELS = "poison:{}"
POISON = ("fail", "segfault", "spin", "memory")
LARGE = 20_000_000  # bytes of the fifth harmful page


def sentence(chance: random.Random) -> str:
    """A sentence of a review."""
    one, two, three, four = chance.choices(WORDS, k=4)
    verb, other = chance.choices(VERBS, k=2)
    return (
        f"The {one} {verb} the {two} {chance.choice(FEELINGS)}, and the {three} {other} what was left of the "
        f"{four} by {chance.choice(LAST)}."
    )


def review(number: int) -> str:
    """The text of a review, some 1,400 characters; every twentieth says again what an earlier one said, cut short."""
    again = number % 20 == 19
    chance = random.Random(number // 240 if again else 1_000_003 + number)
    said = [sentence(chance) for _ in range(14)]
    if again and number % 40 == 39:
        said = said[:11] + [sentence(random.Random(number)) for _ in range(2)]
    paragraphs = [" ".join(said[start : start + 5]) for start in range(0, len(said), 5)]
    return "\n\n".join(["I saw this film twice and would see it a third time.", *paragraphs])


def people(chance: random.Random, count: int) -> list[str]:
    return [f"{chance.choice(FIRST)} {chance.choice(LAST)}" for _ in range(count)]


def title(number: int) -> str:
    chance = random.Random(number)
    return f"The {chance.choice(WORDS).title()} of {chance.choice(LAST)} {number}"


def listing(number: int) -> str:
    """A flattened listing of a film."""
    chance = random.Random(2_000_003 + number)
    names = people(chance, 18)
    cast = "\n".join(f"{name} ... {chance.choice(WORDS).title()}" for name in names[4:])
    return (
        f"{title(number)} ({1950 + number % 70})\n\nDirector: {names[0]}\nWriter: {names[1]}\nMusic: {names[2]}\n"
        f"Country: {chance.choice(COUNTRIES)}\nRuntime: {80 + number % 60} min\nGenres: Drama, Comedy\n"
        f"Rating: {chance.randint(20, 95) / 10}/10 ({chance.randint(100, 90_000):,} votes)\n"
        f"Budget: ${chance.randint(1, 90)},{chance.randint(100, 999)},000\n\n"
        f"Plot: {' '.join(sentence(chance) for _ in range(5))}\n\nCast:\n{cast}\n"
    )


def html(number: int) -> str:
    """The same as a site would print it, with what stands around it there."""
    chance = random.Random(3_000_003 + number)
    names = people(chance, 18)
    menu = "".join(f"<li><a href='/section/{at}'>The {chance.choice(WORDS)} pages</a></li>" for at in range(40))
    cast = "".join(
        f"<tr><td><a href='/person/{at}/'>{name}</a></td><td>{chance.choice(WORDS).title()}</td></tr>"
        for at, name in enumerate(names[4:])
    )
    comments = "".join(comment(number + 100_000 * at, names[at]) for at in range(3))
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title(number)} - Filmhall</title></head>"
        f"<body><ul class='nav'>{menu}</ul><div id='main'><h1>{title(number)} ({1950 + number % 70})</h1>"
        f"<p class='plot'>{' '.join(sentence(chance) for _ in range(4))}</p><dl><dt>Director:</dt><dd>{names[0]}</dd>"
        f"<dt>Writer:</dt><dd>{names[1]}</dd><dt>Country:</dt><dd>{chance.choice(COUNTRIES)}</dd></dl><h2>Cast</h2>"
        f"<table class='cast_list'>{cast}</table></div><div id='reviews'>{comments}</div></body></html>"
    )


def comment(number: int, author: str) -> str:
    """A visitor's review as a site prints it."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in review(number).split("\n\n"))
    return (
        f"<div class='review' id='review-{number}'><h3>{sentence(random.Random(number))}</h3>"
        f"<p class='by'>by {author}</p><p class='score'>{number % 10 + 1}/10</p>{body}</div>"
    )


def page(number: int) -> tuple[str, bytes]:
    """A page's name and its bytes."""
    if number % 3 == 0:
        return f"{number // 1000:03}/{number:06}.html", html(number).encode()
    text = review(number) + f"\n\n{number % 10 + 1}/10\n"
    if number % 3 == 1:
        text = f"{listing(number)}\nReview by {people(random.Random(number), 1)[0]}\n\n{text}"
    return f"{number // 1000:03}/{number:06}.txt", text.encode()


def harmful(kind: str) -> bytes:
    """A page that harms a worker that listens to it, or the large one: a page saved with its pictures in it."""
    if kind != "large":
        return f"{listing(7)}\n{LABELS.format(kind)}\n".encode()
    picture = b64encode(random.Random(11).randbytes(LARGE * 3 // 4)).decode()
    return html(11).replace("<h1>", f"<img alt='' src='data:image/jpeg;base64,{picture}'><h1>").encode()


def crowd(count: int) -> Iterator[tuple[str, bytes]]:
    """``count`` pages, five of them harmful, each with its name; names are in the order of the pages."""
    harms = poisoned(count)
    for number in range(count):
        name, body = page(number)
        yield name, harmful(harms[number]) if number in harms else body


def poisoned(count: int) -> Mapping[int, str]:
    """The places of the harmful pages."""
    return {(place + 1) * count // 6: kind for place, kind in enumerate((*POISON, "large"))}


def write(folder: Path, count: int) -> None:
    """The pages as files below ``folder``."""
    for name, body in crowd(count):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
