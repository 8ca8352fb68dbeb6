"""A media centre's XML about a film, series or episode (NFO), or the bare address of one."""

from filmmeta.formats import Format
from filmmeta.readers import nfo

FORMAT = Format(film=nfo.film, looks=nfo.is_nfo)
