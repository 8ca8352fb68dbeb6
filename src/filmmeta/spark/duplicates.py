"""Reviews that stand in a DataFrame more than once: letter by letter, or in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filmmeta.duplicates.candidates import LEAST, RULER, WINDOW
from filmmeta.spark.comparisons import compared, sketched
from filmmeta.spark.components import components
from filmmeta.values.fingerprints import SLOTS

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

BAND = ", ".join(f"substr(sketch, (band + {step}) % {SLOTS} + 1, 1)" for step in RULER)

TEXTS = "SELECT min(place) AS place, first(sketch) AS sketch, digest FROM {sketches} GROUP BY digest"
"""Each text once, standing where it stands first."""

CROWDS = f"""
SELECT band, sort_array(collect_list(place)) AS crowd
FROM (
    SELECT place, posexplode(transform(sequence(0, {SLOTS - 1}), band -> concat({BAND}))) AS (band, key)
    FROM {{texts}} WHERE sketch IS NOT NULL
)
GROUP BY band, key HAVING count(*) > 1"""
"""The texts that agree in a band of their sketches."""

PAIRS = f"""
SELECT early, late, min(band) AS band
FROM (
    SELECT band, inline(flatten(transform(
        sequence(1, size(crowd) - 1),
        late -> transform(
            array_union(array(0), IF(late > 1, sequence(greatest(1, late - {WINDOW}), late - 1), array(0))),
            early -> struct(crowd[early] AS early, crowd[late] AS late)
        )
    )))
    FROM {{crowds}}
)
GROUP BY early, late"""
"""Of a crowd, each text with the first and with its neighbours; every pair with the first band that it agrees in."""

CANDIDATES = f"""
SELECT pairs.* FROM {{pairs}} AS pairs
JOIN {{texts}} AS one ON one.place = pairs.early JOIN {{texts}} AS other ON other.place = pairs.late
WHERE aggregate(sequence(1, {SLOTS}), 0, (same, slot) ->
    same + int(substr(one.sketch, slot, 1) = substr(other.sketch, slot, 1))) >= {LEAST}"""
"""Pairs whose sketches agree in enough slots."""

WORK = """
SELECT component, -1 AS band, place AS late, place AS early, record
FROM {reviews} AS reviews JOIN {parts} AS parts USING (name, number)
UNION ALL
SELECT component, band, late, early, NULL AS record
FROM {pairs} AS pairs JOIN {parts} AS parts ON pairs.late = parts.place"""
"""The reviews of each component, and behind them the pairs that may make groups of them."""

HEADS = """
SELECT struct(name, number) AS place, struct(head_name AS name, head_number AS number) AS head, share FROM {near}"""

GROUPS = """
SELECT
    IF(exists(copies, copy -> copy.match = 'near'), 'near', 'exact') AS match,
    array_min(copies.similarity) AS similarity,
    copies[0].length AS length,
    transform(copies, (copy, at) -> struct(
        copy.place.name AS name, copy.place.number AS number, copy.id AS id,
        IF(at = 0, 'first', copy.match) AS match, copy.similarity AS similarity
    )) AS copies
FROM (
    SELECT sort_array(collect_list(struct(
        sketches.place AS place, id, IF(head IS NULL, 'exact', 'near') AS match,
        coalesce(share, 1.0D) AS similarity, length
    ))) AS copies
    FROM {sketches} AS sketches JOIN {texts} AS texts USING (digest)
    LEFT JOIN {near} AS near ON near.place = texts.place
    GROUP BY coalesce(head, texts.place)
)
WHERE size(copies) > 1"""


def duplicates(reviews: DataFrame) -> DataFrame:
    """The groups of doubles among the reviews, as ``filmmeta duplicates`` finds them in lines in order of their names.

    ``reviews`` is what ``normalise`` made: ``kind``, ``name``, ``number`` and ``record`` are looked at, of reviews
    alone, and no two of them have both ``name`` and ``number`` in common. A row for each group: ``match`` (``exact``
    or ``near``), ``similarity`` of the least similar copy, ``length`` of the first's body in characters, ``copies``
    (name, number, id, match, similarity), the first of them first.

    Sketches and comparisons are spread over the workers. The driver is told of each partition which texts
    hang together, some hundred bytes a text, and keeps the sketches of no review.
    """
    sql = reviews.sparkSession.sql
    chosen = reviews.where("kind = 'review'").select("name", "number", "record")
    sketches = sql(
        "SELECT struct(name, number) AS place, id, length, digest, sketch FROM {found}",
        found=chosen.mapInArrow(
            sketched, "name string, number int, id string, length int, digest string, sketch binary"
        ),
    ).persist()
    texts = sql(TEXTS, sketches=sketches)
    pairs = sql(CANDIDATES, pairs=sql(PAIRS, crowds=sql(CROWDS, texts=texts)), texts=texts).persist()
    parts = sql("SELECT *, struct(name, number) AS place FROM {parts}", parts=components(pairs))
    work = sql(WORK, reviews=chosen, parts=parts, pairs=pairs)
    near = (
        work.repartition("component")
        .sortWithinPartitions("component", "band", "late", "early")
        .selectExpr("component", "late.*", "early.name AS early_name", "early.number AS early_number", "record")
        .mapInArrow(compared, "name string, number int, head_name string, head_number int, share double")
    )
    return sql(GROUPS, sketches=sketches, texts=texts, near=sql(HEADS, near=near))
