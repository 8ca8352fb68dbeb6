"""What a review's own text says: its verdict, its clean body, what is left when scores or spoilers are taken out."""

from __future__ import annotations

import html
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from filmmeta.records.review import Review
from filmmeta.records.review_body import inner
from filmmeta.values import authored, mentions, spoilers, verdict
from filmmeta.values.detection import detected_language
from filmmeta.values.excision import without
from filmmeta.values.verdict import expressions

REVIEWS = Path(__file__).parent.parent.parent / "shared" / "corpus" / "reviews"
PAGE = {"name": "page", "sha256": "0" * 64, "bytes": 0, "encoding": "utf-8"}
MARKUP = (
    "<br />",
    "<br/><br />",
    "<p>",
    "</p>",
    "&amp;",
    "&amp;quot;",
    "&lt;i&gt;",
    "br br ",
    "br /br /",
    "[b]",
    "[/b]",
)
SIGNS = (*"<()>•-", "\n", "\n\n", "  ", "\x93", "\x85", "Ã©", "\u200b", "--\n", "> ", "[quote]", "[/quote]")
PHRASES = ("8/10", "SPOILERS", "Was this review helpful to you?", "Yes No", "I give it a 7", "★★★☆☆", "Overall: ")
PIECES = st.sampled_from((*MARKUP, *SIGNS, *PHRASES, "word ", "слово ", "映画", ". "))
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=30).map("".join)


def review(body: str, **fields: Any) -> Review:
    """The record of a body, with what it says itself."""
    record: dict[str, Any] = {"body": body, **fields}
    record |= {field: value for _, field, value in inner(record) if field not in record}
    return Review.model_validate({"id": "0" * 20, "page": PAGE, "fingerprint": "0" * 16, **record})


def in_order(part: str, whole: str) -> bool:
    rest = iter(whole)
    return all(each in rest for each in part)


def alphanumeric(text: str) -> str:
    return "".join(filter(str.isalnum, text))


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("A fine film, really. 8/10", "A fine film, really."),
        ("A fine film (8/10), really.", "A fine film, really."),
        ("Good.\n\n8/10\n\nSee it.", "Good.\n\nSee it."),
        ("★★★½☆\n\nGood.", "Good."),
        ("It runs 90 minutes, on 9/11 too.", "It runs 90 minutes, on 9/11 too."),
        ("Story 7/10, acting 8/10. Otherwise dull.", "Story, acting. Otherwise dull."),
        ("Отличный фильм, 8 из 10.", "Отличный фильм,."),
        ("A 6 to 7/10, or 8/10 with friends.", "A, or with friends."),
        ("I give it a 7. Fine.", "I give it a. Fine."),
        ("Shot in 1994, on 07/08/2009 seen, 24/7 fun.", "Shot in 1994, on 07/08/2009 seen, 24/7 fun."),
    ],
)
def test_masked_takes_the_scores_out(body: str, left: str) -> None:
    assert review(body).masked() == left


def test_without_spoilers_takes_the_marked_parts_out() -> None:
    body = "It is good. SPOILERS AHEAD The dog dies. End of spoilers. See it."
    assert "dog" not in review(body).without_spoilers()
    assert review(body).without_spoilers().endswith("See it.")


def test_without_spoilers_is_empty_where_nobody_says_which_part_gives_the_story_away() -> None:
    assert review("The dog dies.", spoiler=True).without_spoilers() == ""
    assert review("The dog lives.", spoiler=False).without_spoilers() == "The dog lives."
    assert review("The dog lives.").without_spoilers() == "The dog lives."


def test_a_verdict_has_the_span_it_was_read_from() -> None:
    found = review("The first film was a 9/10. I give this one a 6/10 at most, for the dog.").rating
    assert found is not None and found.span is not None
    assert (found.value, found.best, found.raw) == (6.0, 10.0, "6/10")


def test_names_are_mentioned_only_as_whole_words_and_only_those_the_page_has() -> None:
    body = "Ana O’Marden films Ivo Pell; Ivo Pellman watches, and Somebody Else."
    found = [(body[it.start : it.end], it.kind) for it in mentions(body, ["Ana O'Marden", "Ivo Pell", "Not Here"])]
    assert found == [("Ana O’Marden", "person"), ("Ivo Pell", "person")]


LANGUAGES = {
    "en": "I did not expect to like this film as much as I did, and yet here we are.",
    "fr": "Je ne pensais pas aimer ce film à ce point, et pourtant nous y voilà.",
    "de": "Ich hätte nicht gedacht, dass mir dieser Film so gut gefallen würde.",
    "es": "No esperaba que esta película me gustara tanto, pero así ha sido.",
    "it": "Non mi aspettavo che questo film mi piacesse così tanto, e invece.",
    "pt": "Não esperava gostar tanto deste filme, mas aqui estamos nós outra vez.",
    "nl": "Ik had niet verwacht dat ik deze film zo goed zou vinden als nu.",
    "sv": "Jag trodde inte att jag skulle tycka så mycket om den här filmen.",
    "fi": "En odottanut pitäväni tästä elokuvasta näin paljon, mutta pidin kuitenkin.",
    "pl": "Nie spodziewałem się, że ten film tak bardzo mi się spodoba.",
    "cs": "Nečekal jsem, že se mi tenhle film bude tak moc líbit, ale líbil.",
    "sk": "Nečakal som, že sa mi tento film bude až tak veľmi páčiť.",
    "hu": "Nem gondoltam volna, hogy ennyire tetszeni fog nekem ez a film.",
    "ro": "Nu mă așteptam să îmi placă atât de mult acest film, dar mi-a plăcut.",
    "ru": "Я не ожидал, что этот фильм мне так понравится, но вот понравился.",
    "uk": "Я не очікував, що цей фільм мені так сподобається, але сподобався.",
    "bg": "Не очаквах този филм да ми хареса толкова много, но ето че ми хареса.",
    "el": "Δεν περίμενα ότι αυτή η ταινία θα μου άρεσε τόσο πολύ τελικά.",
    "tr": "Bu filmi bu kadar seveceğimi hiç beklemiyordum ama çok beğendim.",
    "zh": "我没有想到自己会这么喜欢这部电影，但是看完以后真的非常感动。",
    "ja": "この映画がこんなに好きになるとは思っていませんでした。本当に。",
    "ko": "이 영화를 이렇게 좋아하게 될 줄은 몰랐는데 정말 재미있게 보았습니다.",
}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_language_by_text(tag: str) -> None:
    assert detected_language(LANGUAGES[tag]) == tag


@pytest.mark.parametrize("text", ["9/10", "Super!", "http://kino.example/a-very-long-address-of-a-page", "★★★★★ 2009"])
def test_no_language_without_running_text(text: str) -> None:
    assert detected_language(text) == "und"


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("<<i>b>")
@example("&amp;lt;br&amp;gt;")
def test_a_body_holds_its_authors_letters_in_their_order(text: str) -> None:
    try:
        found = authored(text)
    except ValueError:
        return
    if "mojibake" not in found.operations and "windows-1252" not in found.operations:
        said = html.unescape(html.unescape(html.unescape(text)))
        assert in_order(alphanumeric(found.text), said)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_spans_lie_in_the_text_and_in_order(text: str) -> None:
    end = 0
    for start, stop, _ in expressions(text):
        assert end <= start < stop <= len(text)
        end = stop
    with suppress(ValueError):
        assert verdict(text).score.raw in text
    with suppress(ValueError):
        assert all(0 <= start < stop <= len(text) for start, stop in spoilers(text).spans)
    for it in mentions(text, ["word", "Yes No"]):
        assert 0 <= it.start < it.end <= len(text)


@settings(deadline=None)
@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_nothing_is_added_where_parts_are_taken_out(text: str, parts: list[tuple[int, int]]) -> None:
    left = without(text, [(min(part), max(part)) for part in parts])
    assert in_order(alphanumeric(left), text)


@pytest.mark.skipif(not REVIEWS.exists(), reason="the shared material is not beside the project")
def test_bodies_of_real_reviews_are_clean() -> None:
    for line in (REVIEWS / "imdb-en.jsonl").read_text("utf-8").split("\n")[:400:2]:
        text = json.loads(line)["text"]
        body = authored(text).text
        assert "<br" not in body and "br br" not in body and "&quot;" not in body
        assert in_order(alphanumeric(body), html.unescape(text))
