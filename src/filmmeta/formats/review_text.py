"""One review as plain text, with nothing around it but a byline."""

from filmmeta.formats import Format
from filmmeta.page import Page
from filmmeta.readers import page_kind
from filmmeta.readers.catalogue import is_catalogued
from filmmeta.readers.review_text import is_prose
from filmmeta.readers.reviews import texts


def is_review(page: Page) -> bool:
    """Whether the page is running text, no library's record, and not the few words of a wall or of a lost page."""
    return (
        is_prose(page)
        and not is_catalogued(page)
        and (len(page.text) > page_kind.FULL or next(page_kind.refusal(page), None) is None)
    )


FORMAT = Format(reviews=texts, looks=is_review)
