"""An encyclopaedia's article about a film or series, in wikitext."""

from filmmeta.formats import Format
from filmmeta.readers import wikitext

FORMAT = Format(film=wikitext.film, looks=wikitext.is_wikitext)
