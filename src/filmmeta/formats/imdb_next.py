"""A title page of IMDb since 2021, or the data that it carries, by the state of its scripts."""

from filmmeta.formats import Format
from filmmeta.readers import imdb_payload

FORMAT = Format(film=imdb_payload.film, looks=imdb_payload.is_imdb)
"""The page's own data says more than what of it is shown."""
