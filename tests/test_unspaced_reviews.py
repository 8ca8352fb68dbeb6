"""Reviews in scripts without spaces: a line or two is one, with its score; a heading, a list or a menu is none."""

from __future__ import annotations

import pytest

import filmmeta
from filmmeta import Film, Reject, Review

REVIEWS = [
    ("摄影很用心，演员也都尽力了，只是故事从头到尾没有方向。 打7分", "7分"),
    ("摄影很用心，演员也都尽力了，只是故事从头到尾没有方向。\n四星", "四星"),
    ("8分 摄影很用心，演员也都尽力了，只是故事从头到尾没有方向。", "8分"),
    ("十分制给七分。摄影很用心，演员都尽力了，只是故事没有方向", "七分"),
    ("映像は丁寧で、俳優たちも悪くないが、話の行き先が最後まで見えない。 星三つ", "星三つ"),
    ("映像は丁寧で、俳優たちも悪くないが、話の行き先が最後まで見えない。評価：★★★★☆", "★★★★☆"),
]
FRAGMENTS = [
    "打7分",
    "星三つ",
    "摄影很好。打7分",
    "今日票房排行榜，第一名，第二名，第三名，第四名，第五名",
    "首页 电影 电视剧 登录，注册，关于我们，联系我们，隐私政策",
]


@pytest.mark.parametrize(("text", "score"), REVIEWS)
def test_a_line_or_two_is_a_review_with_its_score(text: str, score: str) -> None:
    (review,) = filmmeta.parse(text.encode(), name="review.txt")
    assert isinstance(review, Review)
    assert review.rating is not None
    assert review.rating.raw == score


@pytest.mark.parametrize("text", FRAGMENTS)
def test_a_fragment_is_none(text: str) -> None:
    (record,) = filmmeta.parse(text.encode(), name="review.txt")
    assert isinstance(record, Reject)
    assert record.reason == "no-film"


def test_labels_in_a_line_are_a_film_and_no_review() -> None:
    (film,) = filmmeta.parse("导演：张三，主演：李四、王五、赵六、孙七、周八、吴九".encode(), name="review.txt")
    assert isinstance(film, Film)
    assert film.model_dump()["directors"] == ["张三"]
    assert [each.name for each in film.cast] == ["李四", "王五", "赵六", "孙七", "周八", "吴九"]
