"""reel.example: an invented site that shows how a format reads the JSON-LD that a page embeds."""

from filmmeta.formats import Format
from filmmeta.readers import schema_org

FORMAT = Format(film=schema_org.film, reviews=schema_org.reviews, hosts=("reel.example",))
