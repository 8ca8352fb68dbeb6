"""Pages that are one review: its author, day, score and text are the review's, and nothing of it becomes the film's."""

from __future__ import annotations

import json

import pytest

from filmmeta import kernel
from filmmeta.page import Page
from filmmeta.readers.reviews.single.headings import head, is_other
from filmmeta.records.film import Film
from filmmeta.records.review import Review

FIRST = (
    "Nobody in this film ever finishes a sentence, and after an hour I had stopped waiting for them to. The director"
    " lets the rain do the talking, and the rain has a better part than most of the cast."
)
SECOND = (
    "What stays with me is the mill. It burns for eleven minutes in one shot, the camera does not move, and the whole"
    " audience leaned forward as one."
)
LAST = "Go and see it."
BODY = f"{FIRST}\n\n{SECOND}\n\n{LAST}"
PARAGRAPHS = f"<p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>"
STORY = (
    "<p>In the winter of 1931 a widow inherits a mill and the debts that come with it. The only man who can help her"
    " is the smuggler who drowned her husband.</p><p>As the ice closes in, the two are forced to share one roof and"
    " one secret. Then a customs officer arrives from the capital.</p>"
)
Told = tuple[str | None, str | None, str | None, float | None, float | None]


def parsed(page: str, name: str = "page.html") -> tuple[list[Film], list[Review]]:
    found = kernel.records(Page(page, name=name))
    assert not [problem for record in found for problem in record.problems if problem.code == "crash"]
    return [each for each in found if isinstance(each, Film)], [each for each in found if isinstance(each, Review)]


def told(review: Review) -> Told:
    """Film, author, day, score and its scale."""
    rating = review.rating
    day = str(review.date.date) if review.date and review.date.date else None
    scale = (rating.value, rating.best) if rating else (None, None)
    return review.film.title, review.author, day, *scale


def document(body: str, title: str = "The Copper Mill") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title></head><body><nav><a href='/'>Home</a>"
        f" <a href='/about'>About</a></nav>{body}<footer>© Reel House. Powered by nothing.</footer></body></html>"
    )


MILL = ("The Copper Mill", "Ada Quill", "2011-05-03")
PAGES: dict[str, tuple[str, Told]] = {
    "a blog's post": (
        "<article><h1>The Copper Mill (1984) review</h1><p class=byline>by Ada Quill on 3 May 2011</p>"
        f"{PARAGRAPHS}<p>Rating: 7/10</p></article>",
        (*MILL, 7.0, 10.0),
    ),
    "a post among others' remarks": (
        "<div class='post hentry'><h1>The Copper Mill (1984)</h1><div>Posted on <a href='/d'>May 3, 2011</a> by"
        f" <a href='/author/ada'>Ada Quill</a></div>{PARAGRAPHS}<p><b>My rating: ★★ out of ★★★★★</b></p></div>"
        "<div id=comments><h3>1 Response</h3><p>Harold says: I liked it more than you did, and I saw it twice. 9/10</p>"
        "</div>",
        (*MILL, 2.0, 5.0),
    ),
    "a magazine's, with a picture of stars": (
        "<main><h1>The Copper Mill review – a slow burn</h1><p>A widow, a mill and a great deal of weather</p><div>"
        "<img src=3.png alt='3 out of 5 stars'><address>By <a href='/by/aq'>Ada Quill</a></address>"
        f"<time datetime=2011-05-03>Tue 3 May 2011</time></div><div>{PARAGRAPHS}</div></main>",
        (*MILL, 3.0, 5.0),
    ),
    "a table of 1998, with signs in pictures": (
        "<table><tr><td><h2>The Copper Mill (1984)</h2><img src=s.gif alt='*'><img src=s.gif alt='*'><img src=h.gif"
        " alt='1/2'><br>Director: Buck Tremaine<br>Starring: Lorna Dew, Hank Sills<br>Reviewed by: Ada Quill<br>"
        f"Date: May 3, 2011<br><br>{FIRST}<br><br>{SECOND}<br><br>{LAST}</td></tr></table>",
        (*MILL, 2.5, None),
    ),
    "a microformat": (
        "<div class=hreview><h1 class=summary>Rain and more rain</h1><div class=item><span class=fn>The Copper Mill"
        "</span> (1984)</div><p>Reviewed by <span class='reviewer vcard'><span class=fn>Ada Quill</span></span> on"
        f" <abbr class=dtreviewed title=20110503>3 May 2011</abbr></p><div class=description>{PARAGRAPHS}</div>"
        "<p>My score: <span class=value>9</span> out of <span class=best>10</span></p></div>",
        (*MILL, 9.0, 10.0),
    ),
    "a grade below a verdict": (
        "<article><h1>‘The Copper Mill’ Review: Rain Wins</h1><div>By <a rel=author href='/a'>Ada Quill</a> · Published"
        f" May 3, 2011 at 3:00 PM</div>{PARAGRAPHS}<div><h3>The Verdict</h3><div>Grade: C+</div></div></article>",
        (*MILL, 2.3, 4.3),
    ),
    "parts with scores of their own, and the users' score": (
        f"<h1>The Copper Mill (1984) - Review</h1><p>Author: Ada Quill</p><p>Date: 2011-05-03</p>{PARAGRAPHS}"
        "<ul><li>Story: 4/10</li><li>Effects: 7/10</li><li>Overall: 5/10</li></ul>"
        "<p>Users' rating: 8.2/10 (41 votes)</p>",
        (*MILL, 5.0, 10.0),
    ),
    "no score": (
        "<div><h2>The Copper Mill (1984)</h2><div>Posted by Ada Quill, 3 May 2011</div><table><tr><th>Director</th>"
        f"<td>Buck Tremaine</td></tr><tr><th>Runtime</th><td>88 min</td></tr></table>{PARAGRAPHS}</div>",
        (*MILL, None, None),
    ),
    "the byline below": (
        f"<div><h2>Film review: The Copper Mill</h2>{PARAGRAPHS}<p>Score: 60%</p><p>- Ada Quill, 3 May 2011</p></div>",
        (*MILL, 60.0, 100.0),
    ),
}


@pytest.mark.parametrize("layout", PAGES)
def test_one_review_with_its_byline_and_its_score(layout: str) -> None:
    body, wanted = PAGES[layout]
    films, reviews = parsed(document(body))
    assert [told(each) for each in reviews] == [wanted]
    assert reviews[0].body == BODY
    for film in films:
        assert film.title == "The Copper Mill"
        assert {each.value for each in film.ratings} <= {8.2}
        assert not film.release_dates
        text = json.dumps(film.model_dump(mode="json", exclude={"problems"}))
        assert FIRST[:40] not in text and "Ada Quill" not in text


LANGUAGES = {
    "de": (
        "Kritik: Die Kupfermühle (2014)",
        "Veröffentlicht am 21. Februar 2015 von Jonas Reuter",
        "Bewertung: 8 von 10 Punkten",
        "Was für ein seltsamer Film. Ich habe den Regisseur selten so gelöst gesehen, und die Darsteller danken es ihm"
        " in jeder Szene. Nur die Musik unterstreicht, was längst jeder Zuschauer im Saal verstanden hat.",
        ("Die Kupfermühle", "Jonas Reuter", "2015-02-21", 8.0, 10.0),
    ),
    "fr": (
        "Critique : Le Moulin de cuivre, de Claire Vauquelin",
        "Par Antoine Delmas, publié le 4 avril 2007",
        "Note : 4/5",
        "On entre dans ce film comme on monte un escalier trop raide. La mise en scène est précise, les acteurs sont"
        " justes, et je regrette seulement que la dernière scène cède au discours, là où le silence aurait suffi.",
        ("Le Moulin de cuivre", "Antoine Delmas", "2007-04-04", 4.0, 5.0),
    ),
    "pl": (
        "Recenzja filmu Miedziany młyn (2012)",
        "Autor: Ewa Kowalik | Data: 17.09.2012",
        "Ocena: 7/10",
        "Trudno uwierzyć, że to debiut. Reżyser prowadzi widza z pewnością siebie, jakiej mogliby mu pozazdrościć"
        " starsi koledzy. Najlepsze są sceny pożaru, gorzej wypadają rozmowy, ale mimo wszystko polecam.",
        ("Miedziany młyn", "Ewa Kowalik", "2012-09-17", 7.0, 10.0),
    ),
    "ru": (
        "Рецензия на фильм «Медная мельница» (2010)",
        "Автор: Олег Сомов, 15 марта 2011",
        "Оценка: 9 из 10",
        "Этот фильм я посмотрел случайно и теперь жалею только об одном: что не увидел его раньше. Режиссёр почти не"
        " двигает камеру, и поначалу это раздражает, но потом начинаешь слушать вместе с ним.",
        ("Медная мельница", "Олег Сомов", "2011-03-15", 9.0, 10.0),
    ),
    "ja": (
        "映画『銅の水車』（2013年）感想",
        "2014年2月8日　投稿者：青木ユリ",
        "評価：★★★★☆",
        "正直に言うと、最初の三十分は眠かった。ところが姉が帰ってくる場面から、映画は急に動き出す。監督は何も説明せず、"
        "主演の演技だけで十年分の時間を感じさせる。ラストは賛否が分かれると思うが、私は好きだ。",
        ("銅の水車", "青木ユリ", "2014-02-08", 4.0, 5.0),
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("flat", [False, True], ids=["page", "text"])
def test_reviews_in_other_languages(language: str, flat: bool) -> None:
    heading, byline, score, text, wanted = LANGUAGES[language]
    if flat:
        page, name = f"{heading}\n\n{byline}\n\n{text}\n\n{score}\n", "page.txt"
    else:
        page, name = f"<h1>{heading}</h1><p>{byline}</p><div><p>{text}</p></div><p>{score}</p>", "page.html"
        page = document(page, heading)
    _, reviews = parsed(page, name)
    assert [told(each) for each in reviews] == [wanted]
    assert reviews[0].body == text


def test_a_text_with_its_facts_above_is_a_film_and_a_review() -> None:
    page = (
        "THE COPPER MILL (1984)\nReviewed by Ada Quill\n3 May 2011\n\nDirector: Buck Tremaine\nCast: Lorna Dew, Hank"
        f" Sills\nRunning time: 88 minutes\n\n{BODY}\n\nRating: ** (out of 5)\n"
    )
    films, reviews = parsed(page, "page.txt")
    assert [told(each)[1:] for each in reviews] == [("Ada Quill", "2011-05-03", 2.0, 5.0)]
    assert [[member.name for member in each.crew] for each in films] == [["Buck Tremaine"]]
    assert not any(each.ratings for each in films)


def test_what_the_head_repeats_of_the_review_is_no_plot() -> None:
    body = (
        f"<h1>Film review: The Copper Mill</h1><p>By Ada Quill, 3 May 2011</p><div>{PARAGRAPHS}</div>"
        "<p>Director: Buck Tremaine</p><p>Cast: Lorna Dew, Hank Sills</p>"
    )
    page = document(body).replace("<head>", f"<head><meta property='og:description' content='{FIRST}'>")
    films, reviews = parsed(page)
    assert len(reviews) == 1
    assert [(each.title, each.plot, each.outline) for each in films] == [("The Copper Mill", None, None)]


def test_remarks_below_a_review_are_none() -> None:
    remarks = "".join(
        f"<li><cite>{name}</cite> says: <a href='#{name}'>{day} May 2011</a><p>{text}</p></li>"
        for name, day, text in (
            ("Harold", 4, "I saw this on a boat and liked it a good deal more than you did, all in all."),
            ("Pru", 5, "Agreed about the mill, it is the best actor in the whole film if you ask me."),
        )
    )
    body, wanted = PAGES["a blog's post"]
    _, reviews = parsed(document(f"{body}<div id=comments><h3>2 Responses</h3><ol>{remarks}</ol></div>"))
    assert [told(each) for each in reviews] == [wanted]
    unread = {problem.text for problem in reviews[0].problems if problem.code == "unread"}
    assert any("on a boat" in text for text in unread) and any("the mill" in text for text in unread)


def test_a_review_that_the_markup_calls_news_is_one() -> None:
    told_so = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The Copper Mill review"}</script>'
    )
    body, wanted = PAGES["a blog's post"]
    page = document(body).replace("</head>", told_so + "</head>")
    _, reviews = parsed(page)
    assert [told(each) for each in reviews] == [wanted]


OTHERS = {
    "a synopsis that somebody posted": (
        "<article class=hentry><h1>The Copper Mill (1984)</h1><p>Posted by Max on 3 May 2011</p>"
        f"{STORY}"
        "<p>Director: Buck Tremaine<br>Cast: Lorna Dew<br>Rating: 7.1/10</p></article>"
    ),
    "a film's page": (
        "<h1>The Copper Mill (1984)</h1><div><b>7.1</b>/10 (2,345 votes)</div><p>Director: Buck "
        "Tremaine</p><p>Genre: Drama</p><h2>Storyline</h2>"
        f"{STORY}"
    ),
    "an article of an encyclopedia": (
        "<h1>The Copper Mill</h1><p>The Copper Mill is a 1984 drama film directed by Buck "
        "Tremaine.</p><h2>Plot</h2>"
        f"{STORY}"
        "<h2>Reception</h2><p>The film received mixed reviews. Ada Quill gave it two stars out of five.</p>"
    ),
    "news": (
        "<article><h1>Buck Tremaine to direct ‘The Copper Mill’</h1><p>By Ada Quill · 3 May 1983</p><p>The "
        "director will follow his award-winning short with a feature about a mill, his producers announced on"
        " Tuesday.</p><p>“It is a story that I have wanted to tell since I was a boy,” he said of the film, "
        "which opens in the spring.</p></article>"
    ),
    "an interview": (
        "<article><h1>Interview: Buck Tremaine on The Copper Mill (1984)</h1><p>By Ada Quill, 12 June "
        "1984</p><p><b>How did you come to make a film about a mill?</b></p><p>I grew up beside one, and my "
        "uncle told the most terrible stories about it.</p><p><b>Was the fire difficult to "
        "shoot?</b></p><p>We lost two cameras and very nearly the director, I am told by the actors who saw "
        "it.</p></article>"
    ),
    "a list": (
        "<article><h1>Top ten films about mills</h1><p>By Ada Quill on 3 May 2011</p><h2>2. The Copper Mill "
        "(1984)</h2><p>Cold, slow and beautiful, this is the film about mills to end all films about mills. "
        "8/10</p><h2>1. The Tin Mill (1997)</h2><p>It has a cat and it has a mutiny, and I could not ask for "
        "more of any director. 9/10</p></article>"
    ),
    "a festival's programme": (
        "<h1>The Copper Mill</h1><p>Buck Tremaine | UK | 1984 | 101 min</p><p>Restored from the negative, "
        "this haunting debut is a revelation: a tender, icy love story that looks more beautiful than ever on"
        " the big screen, with an unforgettable performance by Lorna Dew.</p><p>Friday 12 October 2012, "
        "18:30</p>"
    ),
    "a shop's page": (
        "<h1>The Copper Mill [DVD] [1984]</h1><p>by Buck Tremaine (Director)</p><p>4.3 out of 5 stars (18 "
        "customer ratings)</p><p>Price: £7.99</p><p>Lorna Dew stars in this gripping film. Hailed by critics "
        "as one of the finest of its decade, it comes to DVD for the first time, with a commentary by the "
        "director.</p>"
    ),
    "a synopsis on a site whose name has the word": (
        "<div><h1>Movie Review World</h1></div><div><h2>The Copper Mill (1984)</h2><p>Posted by Max on 3 May 2011</p>"
        f"{STORY}"
        "<p>A film about a movie that never was.</p><p>Director: Buck Tremaine</p><p>Cast: Lorna Dew</p></div>"
    ),
    "the review of a game": (
        "<article><h1>Bread Heist review</h1><p>By Ada Quill on 3 May 2013</p><p>I have played this for thirty hours"
        " and I am still not tired of the ovens. The controls are tight, the levels are clever, and the frame rate"
        " never drops on the console. The soundtrack is one of the best of the year.</p><p>Score: 9/10</p></article>"
    ),
    "what somebody shares": (
        "<h1>The Copper Mill (1984) BDRip</h1><p>Posted by ripper77 on 3 May 2013</p>"
        f"{STORY}"
        "<p>I recommend a good player for this film. My line is slow, please be patient.</p>"
        "<p>Director: Buck Tremaine</p><p>Cast: Lorna Dew</p><p>IMDb: 7.1/10</p>"
    ),
    "the review of a book": (
        "<article><h1>Book review: The Copper Hour (2009)</h1><p>Reviewed by Ada Quill, 3 May 2010</p><p>I "
        "read this novel in a single night. The author has a gift for weather, and the last scene is one of "
        "the finest that I have read this year. I did not care for the characters, and I said so. "
        "4/5</p></article>"
    ),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_pages_of_other_kinds_are_no_reviews(kind: str) -> None:
    films, reviews = parsed(document(OTHERS[kind]))
    assert reviews == []
    if "7.1" in OTHERS[kind]:
        assert [each.value for film in films for each in film.ratings] == [7.1]


@pytest.mark.parametrize(
    ("text", "film", "is_review"),
    [
        ("Quiet Trade review – dead funny", "Quiet Trade", True),
        ("DVD Review: A Part for Mr. Gale (1983)", "A Part for Mr. Gale (1983)", True),
        ("Review: Mission – The Return (1999)", "Mission – The Return (1999)", True),
        ("Review of the film “Salt” by X", "Salt", True),
        ("Rick's review of The Last Periscope", "The Last Periscope", True),
        ("The Amber Line Movie Review (2003) | The Sun Critic", "The Amber Line", True),
        ("Il treno delle arance – Recensione", "Il treno delle arance", True),
        ("‘Salt’ and Pepper (1999)", "Salt’ and Pepper (1999)", False),
        ("Book Review: Salt", "Book Review: Salt", False),
    ],
)
def test_a_heading_names_its_film(text: str, film: str, is_review: bool) -> None:
    it = head(text)
    assert (text[slice(*it.film)], it.is_review) == (film, is_review)


def test_headings_of_something_else() -> None:
    assert (
        is_other("Interview: Buck Tremaine")
        and is_other("The Copper Mill – Synopsis")
        and is_other("Book review: Salt")
    )
    assert not is_other("The Interview Room (1999)") and not is_other("Trailer Park Review")
