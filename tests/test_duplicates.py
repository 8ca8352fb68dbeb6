"""Doubles among reviews: what is grouped, what is not, and what the command says of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from eval.perturbed import WAYS

from filmmeta.duplicates import Duplicates, Reviews, find, line
from filmmeta.duplicates.candidates import candidates
from filmmeta.duplicates.groups import PATIENCE, Groups
from filmmeta.duplicates.likeness import KIN, NEAR, Wording, are_near, likeness, wording
from filmmeta.values.fingerprints import RUN, SLOTS, fingerprints, fold, lanes, runs, sketch
from filmmeta.values.prose import prose

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").iterdir())

FERRY = (
    "Two brothers run the last ferry of a valley that a dam is about to drown, and neither wants to be the one who "
    "takes it out of the water. The director gives them an hour and a half of rain, rope and silence, and I was not "
    "bored for a minute. Ida Marsh plays the engineer who counts the houses, with a face like a closed door. The "
    "ending does not console anybody. See it in a cinema with good loudspeakers, because half of the film is sound."
)
FERRY_AGAIN = (
    "Two brothers operate the last ferry of a valley that a dam will soon drown, and neither wants to be the man who "
    "pulls it out of the water. The director gives them ninety minutes of rain, rope and silence, and I was never "
    "bored for a minute. Ida Marsh is the engineer who counts the houses, with a face as a closed door. The ending "
    "does not comfort anyone. Watch it in a cinema with good speakers, because half of the film is its sound."
)
ROBBERY = (
    "A robbery in a lighthouse sounds like fun, and for ten minutes it is. Then everybody starts to explain the plan "
    "again, with matches on a table, and the fog does the rest. The songs are nice. I laughed twice, once about the "
    "goat, and went home before the credits were through. A pity about the costumes, which deserve a better film."
)
QUOTE = (
    "Nobody owns a river, said the old man, you may sit beside it until it has forgotten you, and then you may go "
    "home and be the one who is forgotten, and the water will not have noticed any of it, not you and not me."
)
JAPANESE = (
    "谷にかかる最後の渡し舟を守る兄弟の物語で、雨の音だけが続く静かな映画でした。技師を演じた女優の表情がとても印象に残り、"
    "結末には誰も慰められませんが、劇場で見る価値は十分にあります。"
)
JAPANESE_AGAIN = JAPANESE.replace("とても", "強く").replace("静かな", "静謐な")
JAPANESE_OTHER = (
    "灯台を襲う強盗団という設定は面白いのに、十分もすると計画の説明ばかりになって眠くなります。歌はよかったし、"
    "山羊の場面では笑いましたが、衣装がもったいない作品だと思いました。"
)
THAI = "หนังเรื่องนี้เล่าเรื่องพี่น้องสองคนที่พายเรือข้ามฟากลำสุดท้ายของหุบเขาก่อนที่เขื่อนจะท่วมทุกอย่างและฉันไม่เบื่อเลยสักนาที"
THAI_OTHER = "การปล้นในประภาคารฟังดูสนุกแต่ผ่านไปสิบนาทีทุกคนก็เริ่มอธิบายแผนการซ้ำไปซ้ำมาจนน่าเบื่อมากเพลงเพราะดีแต่เสื้อผ้าน่าเสียดาย"


def rows(*bodies: str) -> bytes:
    return b"".join(
        json.dumps({"kind": "review", "id": f"r{n}", "body": body}).encode() + b"\n" for n, body in enumerate(bodies, 1)
    )


def found(data: bytes) -> list[Duplicates]:
    return list(find(Reviews([("reviews.jsonl", BytesIO(data))])))


def grouped(*bodies: str) -> list[list[int]]:
    return [[copy.line for copy in group.copies] for group in found(rows(*bodies))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It’s a “well-known” film…", "ITS A WELL KNOWN FILM"),
        ("Große Straße", "GROSSE STRASSE"),
        ("Ｆｕｌｌ　ｗｉｄｔｈ", "full width"),
        ("面白い映画でした。最高！", "面白い映画でした 最高"),
        ("Cafe\u0301 noir", "Café\u00a0noir"),
        ("Zero\u200bwidth so\u00adft", "zerowidth soft"),
    ],
)
def test_what_is_typed_otherwise_is_exactly_the_same(one: str, other: str) -> None:
    assert fingerprints(one).exact == fingerprints(other).exact


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Renée", "Renee"),
        (":)", ":("),
        ("8/10", "9/10"),
        ("कि", "का"),  # vowel signs are letters' parts
        ("กา", "กี"),
        ("שָׁלוֹם", "שׁוֹלָם"),
    ],
)
def test_what_says_something_else_is_not(one: str, other: str) -> None:
    assert fingerprints(one).exact != fingerprints(other).exact


def test_fingerprints_stay_what_they_are() -> None:
    """They stand in published records: another digest here is another version of the format."""
    it = fingerprints("Two brothers run the last ferry of a valley")
    assert it.exact == "8c0fd5b06aa28dd3"
    assert it.sketch and it.sketch[:32] == "fdb274b0654e02e0324684e1e4c92b4d"
    assert len(it.sketch) == 2 * SLOTS
    assert fingerprints("").sketch is None and fingerprints("!").exact != fingerprints("").exact


def test_sketches_estimate_likeness() -> None:
    for text in (FERRY, JAPANESE, THAI):
        for other in (FERRY_AGAIN, JAPANESE_AGAIN, ROBBERY):
            one, two = (bytes.fromhex(fingerprints(each).sketch or "") for each in (text, other))
            estimate = sum(map(int.__eq__, one, two)) / SLOTS
            assert abs(estimate - likeness(wording(text), wording(other))) < 0.15


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("See it twice", 10),
        ("Дважды", 6),
        ("면ぜ面", 6),
        ("หนังดี", 6),
        ("See 面白い映画 twice", 18),
        ("𠮷", 4),
        ("…", 0),
    ],
)
def test_a_letter_is_a_byte_and_an_ideogram_two(text: str, size: int) -> None:
    assert len(lanes(fold(text))) == size
    assert len(runs(lanes(fold(text)))) == max(1, size - RUN + 1)


def test_runs_are_those_of_every_place() -> None:
    text = lanes(fold(FERRY))
    asked = {text[at : at + RUN] for at in range(len(text) - RUN + 1)}
    assert {number.to_bytes(RUN, sys.byteorder) for number in runs(text)} == asked


def test_the_same_review_through_a_translator_is_near() -> None:
    from filmmeta import parse_file

    bodies = [record.body for seed in SEEDS for record in parse_file(seed) if record.kind == "review"]
    [group] = found(rows(*bodies))
    assert [copy.line for copy in group.copies] == [1, 2]
    assert group.match == "near" and 0.3 < group.similarity < 0.4


def test_doubles_in_other_words_and_other_scripts() -> None:
    bodies = [FERRY, ROBBERY, JAPANESE, THAI, JAPANESE_OTHER, THAI_OTHER, FERRY_AGAIN, JAPANESE_AGAIN, FERRY.upper()]
    assert grouped(*bodies) == [[1, 7, 9], [3, 8]]
    assert [copy.match for copy in found(rows(*bodies))[0].copies] == ["first", "near", "exact"]


def test_a_common_quotation_is_no_double() -> None:
    one, other = f"{FERRY[:150]} {QUOTE}", f"{QUOTE} {ROBBERY[:150]}"
    assert likeness(wording(one), wording(other)) > NEAR
    assert grouped(one, QUOTE, other) == []


def test_a_paragraph_more_is_a_double() -> None:
    assert grouped(FERRY, f"{FERRY}\n\nSeen at the festival, in the second row.") == [[1, 2]]


def test_short_texts_are_doubles_only_when_exact() -> None:
    best, worst = (f"This is one of the {word} films that I have ever seen in my life" for word in ("best", "worst"))
    assert likeness(wording(best), wording(worst)) > 0.6
    assert grouped(best, worst, "Great film!", "great film", "", " ", ":)", ":(", ":)") == [[3, 4], [7, 9]]
    assert {group.length for group in found(rows("Great film!", "great film"))} == {11}


def test_a_phrase_is_no_double_in_scripts_without_spaces_either() -> None:
    best, worst = (f"この映画は私が今まで見た映画の中で{word}の作品だと思います" for word in ("最高", "最低"))
    assert likeness(wording(best), wording(worst)) > 0.6
    assert grouped(best, worst, best + "。") == [[1, 3]]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("text", [FERRY, f"{FERRY} {ROBBERY}"])
def test_what_comes_back_changed_is_found(way: str, text: str) -> None:
    paragraphs = text.replace(". ", ".<br /><br />", 2)
    for chance in map(Random, range(5)):
        changed = prose(WAYS[way](paragraphs, chance)).text
        assert grouped(ROBBERY, prose(paragraphs).text, changed) == [[2, 3]]


def test_groups_do_not_creep() -> None:
    words = FERRY.split() + ROBBERY.split() + QUOTE.split()
    chain = [" ".join(words[start : start + 60]) for start in range(0, len(words) - 60, 12)]
    for group in found(rows(*chain)):
        first = wording(chain[group.copies[0].line - 1])
        assert all(likeness(first, wording(chain[copy.line - 1])) >= KIN for copy in group.copies)
        assert len(group.copies) < len(chain)


def test_joining_groups_looks_at_all_their_members() -> None:
    texts = [wording(text) for text in (FERRY, ROBBERY, FERRY_AGAIN, ROBBERY + " Yes.")]
    groups = Groups(len(texts), texts.__getitem__)
    groups.join([(0, 1), (0, 2), (1, 3), (2, 3), (2, 0)])
    assert [groups.members(groups.first(number)) for number in range(4)] == [[0, 2], [1, 3], [0, 2], [1, 3]]


def test_many_copies_cost_no_square() -> None:
    chance = Random(1)
    words = FERRY.split()
    changed = [" ".join(word for word in words if chance.random() > 0.05) for _ in range(300)]
    sketches = [bytes.fromhex(sketch(runs(lanes(fold(text))))) for text in changed]
    assert sum(1 for _ in candidates(sketches)) < 300 * 9 * SLOTS
    assert all(one < other for one, other in candidates(sketches))
    [group] = found(rows(*changed))
    assert len(group.copies) == 300


def test_what_is_common_to_all_costs_no_square() -> None:
    looked = [0]

    def text(number: int) -> Wording:
        looked[0] += 1
        return texts[number]

    texts = [wording(f"{FERRY[:150]} {hash_of(number)}") for number in range(100)]
    groups = Groups(len(texts), text)
    groups.join((one, other) for other in range(100) for one in range(other))
    assert {groups.first(number) for number in range(100)} == set(range(100))
    assert looked[0] <= 2 * 100 * PATIENCE


def hash_of(number: int) -> str:
    chance = Random(number)
    return " ".join(f"{chance.randrange(16**6):x}" for _ in range(25))


def test_all_that_is_near_by_sketch_is_looked_at() -> None:
    chance = Random(2)
    words = [f"{chance.choice('bdfgklmnprst')}{n:x}" for n in range(3000)]
    texts = [[chance.choice(words) for _ in range(120)] for _ in range(200)]
    again = [[word if chance.random() > 0.2 else "other" for word in text] for text in texts]
    bodies = [" ".join(text) for text in texts + again]
    pairs = set(candidates([bytes.fromhex(sketch(runs(lanes(fold(body))))) for body in bodies]))
    near = [n for n in range(200) if are_near(wording(bodies[n]), wording(bodies[n + 200]))]
    assert len(near) > 150
    assert sum((n, n + 200) in pairs for n in near) >= 0.95 * len(near)
    assert len(pairs) < 210


def test_the_order_of_lines_changes_no_group() -> None:
    bodies = [FERRY, ROBBERY, JAPANESE, FERRY_AGAIN, JAPANESE_AGAIN, FERRY.lower(), ROBBERY.replace("fog", "mist")]
    once = {frozenset(bodies[copy - 1] for copy in group) for group in grouped(*bodies)}
    for turn in range(1, len(bodies)):
        turned = bodies[turn:] + bodies[:turn]
        assert {frozenset(turned[copy - 1] for copy in group) for group in grouped(*turned)} == once


def test_lines_without_a_review_are_counted_and_told() -> None:
    film = json.dumps({"kind": "film", "title": "The Last Ferry"}).encode() + b"\n"
    broken = b'{"body": "secret words\n' + b"\xff\xfe\n" + b'{"body": 7}\n' + b'["secret"]\n' + b'{"id": "r"}\n\n'
    reviews = Reviews(
        [("a.jsonl", BytesIO(rows(FERRY) + film + broken + rows(FERRY).rstrip())), ("b.jsonl", BytesIO(rows(FERRY)))]
    )
    [group] = find(reviews)
    assert [(copy.file, copy.line) for copy in group.copies] == [("a.jsonl", 1), ("a.jsonl", 9), ("b.jsonl", 1)]
    assert reviews.others == 1
    assert [tuple(each) for each in reviews.unread] == [
        ("a.jsonl", 3, "not JSON"),
        ("a.jsonl", 4, "not JSON"),
        ("a.jsonl", 5, "body is not a string"),
        ("a.jsonl", 6, "not an object"),
        ("a.jsonl", 7, "no body"),
    ]


def test_a_line_of_output() -> None:
    [group] = found(rows(FERRY, FERRY))
    text = line(group)
    assert text.endswith(b"}\n") and text.isascii()
    assert json.loads(text) == {
        "kind": "duplicates",
        "schema_version": "1.0.0",
        "match": "exact",
        "similarity": 1.0,
        "length": len(FERRY),
        "copies": [
            {"file": "reviews.jsonl", "line": 1, "id": "r1", "match": "first", "similarity": 1.0},
            {"file": "reviews.jsonl", "line": 2, "id": "r2", "match": "exact", "similarity": 1.0},
        ],
    }


def run(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "filmmeta", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, env={**os.environ, **environment}, check=False)


def test_the_command(tmp_path: Path) -> None:
    file = tmp_path / "reviews.jsonl"
    file.write_bytes(rows(FERRY, ROBBERY, FERRY_AGAIN) + b"{secret\n")
    first = run("duplicates", file, PYTHONHASHSEED="1")
    assert first.returncode == 0
    assert json.loads(first.stdout)["match"] == "near"
    told = first.stderr.decode()
    assert f"{file}, line 4: not JSON" in told and "3  reviews" in told and "secret" not in told
    assert run("duplicates", file, PYTHONHASHSEED="2").stdout == first.stdout
    piped = run("duplicates", "-", stdin=file.read_bytes())
    assert piped.stdout == first.stdout.replace(str(file).encode(), b"-")


def test_the_command_without_reviews(tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_bytes(b'{"kind": "film"}\n')
    assert run("duplicates", tmp_path / "none.jsonl").returncode == 66
    assert run("duplicates", tmp_path / "gone.jsonl").returncode == 66
    assert run("duplicates").returncode == 2
