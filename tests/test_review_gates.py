"""What is looked at first decides as the whole look would: gates cost no record a value."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from filmmeta.page import Page
from filmmeta.readers import review_text
from filmmeta.readers.reviews.units import extents
from filmmeta.values.fingerprints import fold, folded
from filmmeta.values.scores import cued as marks
from filmmeta.values.scores.cued import cued
from filmmeta.values.signs import beyond_ascii
from filmmeta.values.spoilers import small

FIXTURES = Path(__file__).parent / "fixtures"
LETTERS = st.characters(min_codepoint=32, max_codepoint=0x2FF) | st.sampled_from("’“”–—…\u0301\u00adЖ映감ﬁ½")
WORDS = st.sampled_from(
    "I give it rate this film a an of the 7 8 3 12 10 my rating is: Score Overall, 7.5 and half stars points in with"
    " hours people solid but not wanted would 2½ never. good! it's part chapter out from all do worth \n".split(" ")
)


@given(st.text(LETTERS, max_size=40))
@example("Straße, naïve “œuvre” … ½ ǅ")
@example("e\u0301 and é")
def test_a_text_folds_as_its_letters_do_together(text: str) -> None:
    assert fold(text) == folded(text)


@given(st.text(max_size=40))
def test_characters_beyond_ascii_are_all_there_in_their_order(text: str) -> None:
    assert beyond_ascii(text) == "".join(sign for sign in text if sign > "\x7f" and not "\ud800" <= sign <= "\udfff")


@given(st.text(LETTERS, max_size=40))
def test_small_letters_stand_where_the_text_has_them(text: str) -> None:
    assert small(text).lower() == text.lower()
    assert len(small(text)) == len(text)


@settings(max_examples=300)
@given(st.lists(WORDS, min_size=5, max_size=60))
def test_no_figure_is_idle_that_is_a_mark(words: list[str]) -> None:
    text = " ".join(words)
    found = list(cued(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(marks, "is_idle", lambda *place: False)
        patch.setattr(marks, "is_beyond", lambda *place: False)
        assert list(cued(text)) == found


@pytest.mark.parametrize("file", sorted(FIXTURES.glob("*/*.txt")), ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_first_look_tells_reviews_and_records_apart_as_all_labels_do(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = file.read_bytes()
    found = review_text.is_prose(Page(body))
    monkeypatch.setattr(review_text, "may_hold_record", lambda *of: True)
    assert review_text.is_prose(Page(body)) == found


@pytest.mark.parametrize("format_", ["any_page", "imdb_2014_title", "kinopoisk_2020"])
def test_a_block_reaches_from_its_first_line_to_its_last(format_: str) -> None:
    page = Page(next(iter(sorted((FIXTURES / format_).glob("*.html")))).read_bytes())
    for block, (start, end) in extents(page).items():
        held = [at for at, segment in enumerate(page.outline) if any(each is block for each in segment.block.above())]
        assert held == list(range(start, end))
