"""Scores, votes and ratings as film pages and reviewers write them."""

from filmmeta.values.scores.field import score
from filmmeta.values.scores.prose import find
from filmmeta.values.scores.scales import Rating, Score
from filmmeta.values.scores.tallies import rating, votes

__all__ = ["Rating", "Score", "find", "rating", "score", "votes"]
