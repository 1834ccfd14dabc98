"""HTML: the article in a page, without the page. Nothing is fetched: neither images nor what a link names."""

from __future__ import annotations

import re
from typing import IO, Any

from checks.articles.readers.document import Document, Refused, joined

#: bytes; a page of this size is no article
LARGEST = 10_000_000
#: A link within the site vouches for nothing; its words stay.
_INNER_LINK = re.compile(r"\[([^\[\]\n]{0,500})\]\((?!https?://)[^()\s]{0,2000}\)")
_SPACE = re.compile(r"[ \t\r\n]+")
#: the line between the head and the body of a table
_RULE = re.compile(r"\|[|: -]+\|?")


def read(file: IO[bytes]) -> Document:
    """The article, its links as `[words](address)`, its tables and lists as in Markdown."""
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Refused(f"is over {LARGEST:,} bytes, too large for one page; save its text as plain text")
    tree = load_html(data)
    found = (
        None
        if tree is None
        else bare_extraction(
            _unwrapped(tree),
            include_comments=False,
            include_links=True,
            with_metadata=True,
            # A page without a date in its metadata or its byline has none: any other date in it is a guess.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    )
    if found is None or isinstance(found, dict) or not found.text:
        raise Refused("no article can be told from the page around it; save its text as plain text (UTF-8)")
    lines = [line.strip() for line in _INNER_LINK.sub(r"\1", found.text).splitlines()]
    title = _said(found.title)
    text, starts = joined([line for line in lines if line and not _RULE.fullmatch(line)], title)
    return Document(text, starts, title, _said(found.date), _said(found.sitename))


def _unwrapped(tree: Any) -> Any:
    """`tree` without the line breaks of its source: they are spaces there, and would end paragraphs."""
    for element in tree.iter():
        if element.tag == "pre":
            continue
        if element.text:
            element.text = _SPACE.sub(" ", element.text)
        if element.tail:
            element.tail = _SPACE.sub(" ", element.tail)
    return tree


def _said(value: str | None) -> str:
    return " ".join((value or "").split())
