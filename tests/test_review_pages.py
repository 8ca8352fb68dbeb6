"""Reviews on pages: each with its byline and its own place, and none where there are none."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import etree

from filmmeta import kernel
from filmmeta.formats import Format
from filmmeta.kernel import AnyRecord
from filmmeta.page import Page
from filmmeta.readers.reviews import places, reviews
from filmmeta.records.review import Review

FORMAT = Format(reviews=reviews, name="any_page")
LOVED = "The ferryman never speaks and the river never stops. I have seen it three times in the town hall."
HATED = "Two hours of rain on a roof, and then somebody sells the roof. I wanted my money back and said so."
LIKED = "It does what it says, and no more. The dogs are good, the music is loud, and the mill burns down."
TEXTS = (LOVED, HATED, LIKED)


def read(html: str) -> list[Review]:
    """The reviews of a page, after every source of theirs was found again."""
    page = Page(html)
    found: list[AnyRecord] = kernel.records(page, FORMAT)
    told = [record for record in found if isinstance(record, Review)]
    for review in told:
        for source in review.claims:
            scheme, _, locator = source.where.partition(":")
            if scheme in ("xpath", "text"):
                assert squeezed(source.text) in squeezed(said(page, scheme, locator)), source
        assert not any(problem.code == "crash" for problem in review.problems)
    return told


def said(page: Page, scheme: str, locator: str) -> str:
    if scheme == "text":
        start, end = map(int, locator.split("-"))
        return page.text[start:end]
    assert page.tree is not None
    spots: Any = page.tree.xpath(locator)
    assert len(spots) == 1, locator
    return "".join(map(str, spots[0].itertext())) if isinstance(spots[0], etree._Element) else str(spots[0])


def squeezed(text: str) -> str:
    return "".join(text.split())


def told(html: str) -> list[tuple[str | None, str | None, float | None, str]]:
    """Author, date, score and text of each review."""
    return [
        (
            review.author,
            str(review.date.date) if review.date and review.date.date else None,
            review.rating.value if review.rating else None,
            review.body,
        )
        for review in read(html)
    ]


def page(body: str, title: str = "The Copper Mill") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title></head><body><nav><a href='/'>Home</a>"
        f" <a href='/films'>Films</a> <a href='/news'>News</a></nav><h1>{title}</h1>{body}"
        "<footer>© Reel House. <a href='/legal'>Legal</a></footer></body></html>"
    )


ROWS = (
    ("marsh_walker", "12 May 2009", 9, LOVED),
    ("tin_ear", "3 June 2010", 3, HATED),
    ("Ann B", "24 July 2011", 6, LIKED),
)
WANTED = [
    ("marsh_walker", "2009-05-12", 9.0, LOVED),
    ("tin_ear", "2010-06-03", 3.0, HATED),
    ("Ann B", "2011-07-24", 6.0, LIKED),
]

# What stands before all, for each review, and behind all.
LAYOUTS = {
    "cards of generated names": (
        "",
        "<div class='x1'><div class='q7'><a href='/member/{n}'>{who}</a><time>{day}</time><span>{score}/10</span></div>"
        "<div class='z9'><p>{text}</p></div></div>",
        "",
    ),
    "list items with all on one line": (
        "<ul>",
        "<li><b>{who}</b> <i>{day}</i> <em>{score}/10</em><br>{text}</li>",
        "</ul>",
    ),
    "bylines and texts in turn": (
        "<div>",
        "<hr><div><small>{n} of 19 people found the following review useful:</small><br><h2>A title by {who}</h2>"
        "<img src='s.gif' alt='{score}/10'><b>Author:</b> <a href='/user/ur{n}/'>{who}</a>"
        " <small>from Leeds</small><br>"
        "<small>{day}</small></div><p>{text}</p>"
        "<div class='yn'>Was the above review useful to you? <a>Yes</a> <a>No</a></div>",
        "<hr></div>",
    ),
    "names above the lines that are told by their marks": (
        "<div><p>All that our readers wrote about this film in the last ten years:</p>",
        "<h4><a href='/profile/{n}'>{who}</a></h4><div class='m'>{day} | {score}/10</div><p>{text}</p>",
        "</div>",
    ),
    "two rows of a table for each": (
        "<h2>User reviews</h2><table>",
        "<tr class='head'><td>{who}</td><td>{day}</td><td>{score}/10</td></tr>"
        "<tr class='text'><td colspan='3'>{text}</td></tr>",
        "</table>",
    ),
    "one row of a table for each": (
        "<table>",
        "<tr><td><a href='/u/{n}'>{who}</a><br>{day}</td><td><img alt='{score} of 10'></td><td>{text}</td></tr>",
        "</table>",
    ),
    "a table for each": (
        "",
        "<table><tr><td><font size=2><b>{who}</b> ({day})</font></td><td><img src=s.gif alt='{score}/10'></td></tr>"
        "<tr><td colspan=2>{text}</td></tr></table><br>",
        "",
    ),
    "bylines below the texts": (
        "<div>",
        "<p>{text}</p><p class='by'>by <a href='/people/{n}'>{who}</a> on {day} <span>{score}/10</span></p>",
        "</div>",
    ),
    "a definition list": (
        "<dl>",
        "<dt><a href='/user/{n}'>{who}</a> {day} <span class='n'>{score}/10</span></dt><dd>{text}</dd>",
        "</dl>",
    ),
    "lines with nothing around them": (
        "<div>",
        "<b>{who}</b> - {day} - Note : {score}/10<br><br>{text}<br><hr>",
        "</div>",
    ),
    "elements of no standard": (
        "<reviews-list>",
        "<review-card><span><a href='/u/{n}'>{who}</a></span> <time datetime='{iso}'>9 years ago</time>"
        "<div>{score}/10</div><p>{text}</p></review-card>",
        "</reviews-list>",
    ),
    "a score in pieces": (
        "<ul>",
        "<li><div><svg></svg><span>{score}</span><span>/10</span></div><a href='/user/{n}'>{who}</a><i>{day}</i>"
        "<div>{text}</div></li>",
        "</ul>",
    ),
}


def laid_out(layout: str) -> str:
    before, mould, behind = LAYOUTS[layout]
    rows = (
        mould.format(n=n, who=who, day=day, score=score, text=text, iso=WANTED[n][1])
        for n, (who, day, score, text) in enumerate(ROWS)
    )
    return before + "".join(rows) + behind


@pytest.mark.parametrize("layout", LAYOUTS)
def test_repeated_blocks(layout: str) -> None:
    assert told(page(laid_out(layout))) == WANTED


FULL, EMPTY = "<i class='icon-star-full'></i>", "<i class='icon-star-empty'></i>"
STARS = {
    "class": ("<span class='stars stars-{n}'></span>", None),
    "alternative text": ("<img src='/s/{n}.png' alt='{n} stars'>", None),
    "title": ("<span class='rate' title='{n} out of 5'></span>", 5),
    "width": ("<div class='star-rating'><span style='width:{n}0%'></span></div>", 100),
    "signs": ("<span>{signs}</span>", 5),
    "data": ("<div data-rating='{n}'></div>", None),
    "icons": ("<span class='q'>{icons}</span>", 5),
}


@pytest.mark.parametrize("way", STARS)
def test_drawn_scores(way: str) -> None:
    mould, best = STARS[way]
    body = "".join(
        f"<article><header><a href='/user/{who[0]}'>{who}</a>"
        f" {mould.format(n=n, signs='★' * n + '☆' * (5 - n), icons=FULL * n + EMPTY * (5 - n))}</header>"
        f"<p>{text} <span>({day})</span></p></article>"
        for (who, day, _, text), n in zip(ROWS, (4, 1, 3), strict=True)
    )
    found = read(page(body))
    times = 10 if way == "width" else 1
    assert [each.rating and each.rating.value for each in found] == [4.0 * times, 1.0 * times, 3.0 * times]
    assert [each.rating and each.rating.best for each in found] == [best] * 3
    assert [each.body for each in found] == [*TEXTS]


@pytest.mark.parametrize("mould", ["<img alt='{signs}'>", "<i>{signs}</i>", "<i class='stars-{n}'></i>"])
def test_five_stars_are_the_best_where_none_has_more(mould: str) -> None:
    body = "".join(
        f"<article><a href='/user/{who[0]}'>{who}</a> {mould.format(n=n, signs='★' * n)}<i>{day}</i>"
        f"<p>{text}</p></article>"
        for (who, day, _, text), n in zip(ROWS, (5, 1, 3), strict=True)
    )
    found = [(each.rating.value, each.rating.best) for each in read(page(body)) if each.rating]
    assert found == [(5.0, 5.0), (1.0, 5.0), (3.0, 5.0)]


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        (("3/4/2009", "25/4/2009", "5/6/2010"), ["2009-04-03", "2009-04-25", "2010-06-05"]),
        (("3/4/2009", "4/25/2009", "5/6/2010"), ["2009-03-04", "2009-04-25", "2010-05-06"]),
        (("3.4.2009", "4.5.2009", "5.6.2010"), ["2009-04-03", "2009-05-04", "2010-06-05"]),
        (("3/4/2009", "4/5/2009", "5/6/2010"), [None, None, None]),
    ],
)
def test_other_reviews_tell_the_order_of_day_and_month(days: tuple[str, ...], wanted: list[str | None]) -> None:
    body = "".join(
        f"<article><a href='/user/{who[0]}'>{who}</a> <b>{score}/10</b> <i>{day}</i><p>{text}</p></article>"
        for (who, _, score, text), day in zip(ROWS, days, strict=True)
    )
    assert [each[1] for each in told(page(body))] == wanted


def test_paragraphs_titles_and_counts() -> None:
    body = "<section><h2>User reviews</h2>" + "".join(
        f"<div class='r'><h3>{title}</h3><span class='user'>{who}</span> – <span>{day}</span>"
        f"<div class='t'><p>{text}</p><p>And for {who} <i>one</i> more<br>thing or two.</p></div>"
        f"<div>{yes} of 15 people found this helpful</div><a>Report</a></div>"
        for title, yes, (who, day, _, text) in zip(("Mud", "Rain", "Dogs and fire"), (12, 3, 0), ROWS, strict=True)
    )
    found = read(page(body + "</section>"))
    assert [each.title for each in found] == ["Mud", "Rain", "Dogs and fire"]
    assert [each.helpful and (each.helpful.yes, each.helpful.total) for each in found] == [(12, 15), (3, 15), (0, 15)]
    assert found[0].body == f"{LOVED}\n\nAnd for marsh_walker one more\nthing or two."
    assert {each.author for each in found} == {"marsh_walker", "tin_ear", "Ann B"}


def test_what_is_hidden_within_a_text_belongs_to_it() -> None:
    body = "".join(
        f"<div><a href='/user/{n}'>{who}</a> <span>{day}</span> <b>{score}/10</b>"
        f"<div><p>{text}</p><p>Spoiler: <span style='display:none'>the mill number {n} burns</span> and so on.</p>"
        f"<p>That is <i>all</i> from {who}.</p></div></div>"
        for n, (who, day, score, text) in enumerate(ROWS)
    )
    found = read(page(body))
    assert [squeezed(each.body) for each in found] == [
        squeezed(f"{text}Spoiler: the mill number {n} burns and so on. That is all from {who}.")
        for n, (who, _, _, text) in enumerate(ROWS)
    ]


def test_warnings_of_spoilers_are_no_text() -> None:
    body = "".join(
        f"<div><a href='/user/{who[0]}'>{who}</a> <span>{day}</span> <b>{score}/10</b>"
        + ("<p>*** This review may contain spoilers ***</p>" if score == 3 else "")
        + f"<p>{text}</p></div>"
        for who, day, score, text in ROWS
    )
    found = read(page(body))
    assert [each.spoiler for each in found] == [None, True, None]
    assert [each.body for each in found] == [*TEXTS]


def test_critics_with_publication_and_score() -> None:
    body = "<section><h2>Critic reviews</h2>" + "".join(
        f"<div class='c'><div class='s'>{score}%</div><a href='/publication/{paper[0]}'>{paper}</a>"
        f"<p>{text}</p><a>Read the full review</a></div>"
        for paper, score, text in zip(
            ("Evening Crier", "Harbour Post", "Mill Weekly"), (88, 40, 60), TEXTS, strict=True
        )
    )
    assert told(page(body + "</section>")) == [
        ("Evening Crier", None, 88.0, LOVED),
        ("Harbour Post", None, 40.0, HATED),
        ("Mill Weekly", None, 60.0, LIKED),
    ]


LANGUAGES = {
    "de": ("Nutzerkritiken", "Von {who} am {day}", ("12. Mai 2009", "3. Juni 2010", "24. Juli 2011"), "{n} von 10"),
    "fr": (
        "Avis des spectateurs",
        "{who} — Publié le {day}",
        ("12 mai 2009", "3 juin 2010", "24 juillet 2011"),
        "Note : {n}/10",
    ),
    "ru": ("Рецензии", "{who}, {day}", ("12 мая 2009", "3 июня 2010", "24 июля 2011"), "{n} из 10"),
    "pl": ("Recenzje", "{who} {day}", ("12 maja 2009", "3 czerwca 2010", "24 lipca 2011"), "Ocena: {n}/10"),
    "ja": ("レビュー", "{who} {day}", ("2009年5月12日", "2010年6月3日", "2011年7月24日"), "評価：{n}/10"),
    "ko": ("리뷰", "{who} {day}", ("2009년 5월 12일", "2010년 6월 3일", "2011년 7월 24일"), "{n}/10"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_bylines_of_other_languages(language: str) -> None:
    heading, mould, days, score = LANGUAGES[language]
    body = f"<h2>{heading}</h2>" + "".join(
        f"<div><p class='a'>{mould.format(who=who, day=day)}</p><p class='b'>{score.format(n=n)}</p>"
        f"<p class='c'>{text}</p></div>"
        for (who, _, n, text), day in zip(ROWS, days, strict=True)
    )
    assert told(page(body)) == WANTED


def film_list() -> str:
    return "".join(
        f"<div class='item'><a href='/film/{n}'><img src='/p/{n}.jpg' alt=''></a>"
        f"<h3><a href='/film/{n}'>{name}</a></h3>"
        f"<span class='date'>{day}</span><span class='score'>{n + 6}/10</span><p>{text}</p></div>"
        for n, (name, (_, day, _, text)) in enumerate(
            zip(("The Tin Bell", "Nine Ferries", "Low Harbour"), ROWS, strict=True)
        )
    )


def teasers() -> str:
    return "<h2>News</h2>" + "".join(
        f"<article><h3><a href='/news/{n}'>A headline about mill number {n}</a></h3>"
        f"<span>By {who}</span> <time>{day}</time><p>{text}</p></article>"
        for n, (who, day, _, text) in enumerate(ROWS)
    )


NONE = {
    "films": film_list(),
    "films without their addresses": film_list().replace("/film/", "/"),
    "films in bold": re.sub(r"</?a\b[^<>]*>", "", film_list()).replace("h3>", "b>"),
    "news": teasers(),
    "plot": "".join(f"<p>{text}</p>" for text in TEXTS)
    + "<p>User rating: 7.5/10 (123 votes)</p><p>Released 12 May 2009</p>",
    "cast": "<table>"
    + "".join(
        f"<tr><td><a href='/name/{n}'>Actor {n}</a></td><td>The keeper of mill {n}, who never tells</td></tr>"
        for n in "abcd"
    )
    + "</table>",
    "forum": "".join(
        f"<div class='post'><a href='/user/{n}'>{who}</a> <span>{day}</span><p>{text}</p></div>"
        for n, (who, day, _, text) in enumerate(ROWS)
    ),
    "trivia": "<ul>"
    + "".join(f"<li>{text} <small>12 of 15 found this interesting</small></li>" for text in TEXTS)
    + "</ul>",
    "releases": "".join(
        f"<div><b>Country {n}</b> <span>{day}</span>"
        " <p>It opened there with a gala in the presence of the crew.</p></div>"
        for n, (_, day, _, _) in enumerate(ROWS)
    ),
}


@pytest.mark.parametrize("kind", NONE)
def test_what_is_no_review(kind: str) -> None:
    assert told(page(NONE[kind])) == []


def test_replies_are_no_reviews() -> None:
    replies = "".join(
        f"<div><b>{who}</b> <i>1 May 2012</i><p>{{who}}, I do not agree.</p></div>" for who in ("Bob", "Eve")
    )
    body = "<h2>Reviews</h2>" + "".join(
        f"<article><a href='/user/{n}'>{who}</a> <i>{day}</i> <b>{score}/10</b><p>{text}</p>"
        f"<div class='replies'>{replies.format(who=who)}</div></article>"
        for n, (who, day, score, text) in enumerate(ROWS)
    )
    assert told(page(body)) == WANTED


def test_aggregates_and_reviews_stay_apart() -> None:
    body = "<div class='score'>User score: 8.1/10 (12,345 votes)</div>" + laid_out("cards of generated names")
    assert [each[2] for each in told(page(body))] == [9.0, 3.0, 6.0]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_places_are_those_of_all_that_is_claimed(layout: str) -> None:
    source = Page(page(laid_out(layout)))
    found = [claim for claims in reviews(source) for claim in claims]
    assert {claim.where for claim in found if not claim.path.startswith("layout/")} == set(places(source))
    assert len(places(source)) >= 3 * 3


def test_a_review_that_markup_and_page_give_is_one() -> None:
    ld = (
        '<script type="application/ld+json">{"@type": "Movie", "name": "The Copper Mill",'
        ' "review": [{"@type": "Review",'
        f' "author": {{"@type": "Person", "name": "tin_ear"}}, "reviewBody": "{HATED}",'
        ' "reviewRating": {"ratingValue": "3",'
        ' "bestRating": "10"}, "inLanguage": "en"}]}</script>'
    )
    found = read(page(ld + laid_out("cards of generated names")))
    assert [each.author for each in found] == ["marsh_walker", "tin_ear", "Ann B"]
    assert found[1].rating is not None and found[1].rating.best == 10.0
    assert str(found[1].date and found[1].date.date) == "2010-06-03"


FLAT = "\n".join(
    f"{n + 2} out of {n + 9} people found the following review useful:\nA title by {who[0]}\n"
    f"Author: {who} from Leeds, England\n"
    f"{day}\n{'*** This review may contain spoilers ***' if score == 3 else ''}\n{text}\n\n"
    "It ends with a second paragraph here.\n\n"
    "Was the above review useful to you?"
    for n, (who, day, score, text) in enumerate(ROWS)
)


def test_flattened_text() -> None:
    found = read(FLAT)
    assert [each.author for each in found] == ["marsh_walker", "tin_ear", "Ann B"]
    assert [str(each.date and each.date.date) for each in found] == ["2009-05-12", "2010-06-03", "2011-07-24"]
    assert [each.title for each in found] == ["A title by m", "A title by t", "A title by A"]
    assert [each.helpful and each.helpful.total for each in found] == [9, 10, 11]
    assert [each.spoiler for each in found] == [None, True, None]
    assert [each.body for each in found] == [f"{text}\n\nIt ends with a second paragraph here." for text in TEXTS]


def test_flattened_dates_of_digits() -> None:
    days = ("03/04/2009", "25/04/2009", "05/06/2010")
    text = "\n\n".join(
        f"Author: {who}\n{day}\nRating: {n}/10\n{text}" for (who, _, n, text), day in zip(ROWS, days, strict=True)
    )
    assert [each[1] for each in told(text)] == ["2009-04-03", "2009-04-25", "2010-06-05"]


def test_flattened_text_of_other_languages() -> None:
    text = "Critiques spectateurs\n\n" + "\n".join(
        f"{who}\nPubliée le {day}\nNote : {n}/10\n{text}\nUtile {n}\nSignaler"
        for (who, _, n, text), day in zip(ROWS, LANGUAGES["fr"][2], strict=True)
    )
    assert told(text) == WANTED


def test_a_byline_above_one_review() -> None:
    found = read(f"The Copper Mill (1987)\nAuthor: Ann B\nDate: 24 July 2011\nRating: 6/10\n\n{LIKED}\n\n{LOVED}\n")
    assert [(each.author, each.film.title, each.film.year) for each in found] == [("Ann B", "The Copper Mill", 1987)]
    assert found[0].rating is not None and found[0].rating.value == 6.0
    assert found[0].body == f"{LIKED}\n\n{LOVED}"


def test_many_reviews_take_linear_time() -> None:
    mould = (
        "<li><h5><a href='/user/{n}'>user {n}</a></h5><img alt='****'>"
        "<p>{text} Number {n}.<span>(13.4.2003)</span></p></li>"
    )
    body = "<ul>" + "".join(mould.format(n=n, text=TEXTS[n % 3]) for n in range(1_500)) + "</ul>"
    assert len(read(page(body))) == 1_500


def test_replies_are_no_part_of_the_review_above_them() -> None:
    mould = (
        "<div class='entry'><div class='comment'>"
        "<h4>Shout by <a href='/users/{n}'>{who}</a> <b class='rating'>{n}</b></h4>"
        "<time datetime='2009-05-12'>9 years ago</time><p>{text}</p></div>{reply}</div>"
    )
    reply = (
        "<div class='comment'><h4>Reply by <a href='/users/77'>Ivo</a></h4>"
        "<time datetime='2010-01-01'>8 years ago</time>"
        "<p>I thought just the same of it, and so did everybody who came with me on that evening.</p></div>"
    )
    cards = (
        mould.format(n=n, who=who, text=text, reply=reply if n == 9 else "")
        for n, (who, _, _, text) in enumerate(ROWS, 8)
    )
    found = read(page("".join(cards)))
    assert [each.body for each in found] == [LOVED, HATED, LIKED]
    assert [problem.code for problem in found[1].problems if problem.path == "body"] == ["unread"]


def test_classes_that_count_tenths_of_stars() -> None:
    mould = (
        "<div class='item'><h3><a href='/people/{n}/'>{who}</a><span class='allstar{n}0'></span>"
        "<span class='time'>{day}</span></h3><p>{text}</p></div>"
    )
    cards = (
        mould.format(n=n, who=who, day=day, text=text) for n, (who, day, _, text) in zip((4, 1, 5), ROWS, strict=True)
    )
    found = read(page("".join(cards)))
    assert [each.rating and each.rating.normalised for each in found] == [0.8, 0.2, 1.0]


def test_rows_of_star_pictures_beside_other_things() -> None:
    stars = ["<img src='on.gif' class='star-on' alt='*'>", "<img src='off.gif' class='star-off' alt='-'>"]
    mould = (
        "<table><tr><td><b>{who}</b> {stars}</td></tr><tr><td>by <a href='/user/{n}'>{who}</a> | {day}</td></tr>"
        "<tr><td>{text}<br><i>agreed? <b>{n}4%</b></i></td></tr></table><hr>"
    )
    cards = (
        mould.format(n=n, who=who, day=day, text=text, stars="".join(stars[at >= n] for at in range(5)))
        for n, (who, day, _, text) in enumerate(ROWS, 2)
    )
    found = read(page("".join(cards)))
    assert [each.rating and (each.rating.value, each.rating.best) for each in found] == [
        (2.0, 5.0),
        (3.0, 5.0),
        (4.0, 5.0),
    ]


def test_what_opens_the_rest_of_a_text_is_none_of_it() -> None:
    cards = (
        f"<div class='card'><a href='/u/{n}'>{who}</a> <time>{day}</time> <b>{n}/10</b>"
        f"<p>{text} (<a href='#'>Read more</a>)</p></div>"
        for who, day, n, text in ROWS
    )
    assert [each.body for each in read(page("".join(cards)))] == [LOVED, HATED, LIKED]


def test_a_text_that_goes_on_hidden_behind_a_warning() -> None:
    end = "The mill was never his, and the daughter knew it from the very first day of the flood."
    hidden = f"<div><div class='see'>See the spoiler</div><div style='display:none'>{end}</div></div>"
    cards = (
        f"<div class='card'><a href='/user/{n}'>{who}</a><i>{day}</i><b>{n}/10</b>"
        f"<div class='t'>{text}</div>{hidden * (n == 3)}</div>"
        for who, day, n, text in ROWS
    )
    found = read(page("".join(cards)))
    assert [each.body.startswith(text) for each, text in zip(found, TEXTS, strict=True)] == [True] * 3
    assert [each.body.endswith(end) for each in found] == [False, True, False]


def test_quotations_with_somebody_they_are_ascribed_to() -> None:
    cards = (
        f"<blockquote><p>{text}</p><cite><span>{stars}</span> {who}, <em>The Evening Lantern</em></cite></blockquote>"
        for (who, _, _, text), stars in zip(ROWS, ("★★★★★", "★★☆☆☆", "★★★★☆"), strict=True)
    )
    found = read(page("<h2>Press</h2>" + "".join(cards)))
    assert [(each.author, each.rating and each.rating.value) for each in found] == [
        ("marsh_walker", 5.0),
        ("tin_ear", 2.0),
        ("Ann B", 4.0),
    ]


def test_flattened_text_with_bylines_below_the_texts() -> None:
    text = "The Copper Mill\nUser reviews\n" + "\n".join(
        f"{text}\nHelpful\n{n}\n{who}\n{day}\nPermalink" for who, day, n, text in ROWS
    )
    assert [(each[0], each[1], each[3]) for each in told(text + "\nAbout\nTerms\n")] == [
        (who, day, text) for who, day, _, text in WANTED
    ]


def test_flattened_text_of_signed_texts_is_never_one_review() -> None:
    text = "\n".join(f"Review by\n{who}\n{day}\n{text}\nLike\n{n} likes" for who, day, n, text in ROWS)
    assert [(each[0], each[1], each[3]) for each in told("Home\nFilms\n" + text + "\nOlder\n")] == [
        (who, day, text) for who, day, _, text in WANTED
    ]


def test_nothing_in_a_text_of_reviews_is_the_films() -> None:
    text = "Critiques spectateurs\n" + "\n".join(
        f"{who}\nPubliée le {day}\nNote : {n}/10\n{text} Director: asleep." for who, day, n, text in ROWS
    )
    source = Page(text)
    at = text.index("Director: asleep")
    assert f"text:{at}-{at + len('Director')}" in places(source)
    assert "text:0-10" not in places(source)
