"""One review as plain text, with nothing around it."""

from filmmeta.formats import Format
from filmmeta.readers.review_text import is_prose, whole

FORMAT = Format(reviews=lambda page: [whole(page)], looks=is_prose)
