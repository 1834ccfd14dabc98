"""The flags as one page that needs nothing else: no network, no other file, no server.

`render` makes it; `data.py` says what it holds, the plots are drawn in `dots.py`, `tolls.py` and `strip.py`,
and `page.html` puts the style sheets of css/ and the modules of js/ into it. It is the page of
`--html FILE` and, with a `Live`, that of `python -m checks review`.
"""

from checks.reports.page.render import Live, Page, refuse, write

__all__ = ["Live", "Page", "refuse", "write"]
