"""HTML: the article in a page, without the page. Nothing is fetched: neither images nor what a link names."""

from __future__ import annotations

import re
from typing import IO, Any

from checks.articles.comments import shown
from checks.articles.readers import html_comments
from checks.articles.readers.document import Document, Refused, joined

#: bytes; a page of this size is no article
LARGEST = 10_000_000
#: A link within the site vouches for nothing; its words stay.
_INNER_LINK = re.compile(r"\[([^\[\]\n]{0,500})\]\((?!https?://)[^()\s]{0,2000}\)")
_SPACE = re.compile(r"[ \t\r\n]+")
#: the line between the head and the body of a table
_RULE = re.compile(r"\|[|: -]+\|?")
_NO_ARTICLE = "no article can be told from the page around it; save its text as plain text (UTF-8)"


def read(file: IO[bytes]) -> Document:
    """The article, its links as `[words](address)`, its tables and lists as in Markdown."""
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Refused(f"is over {LARGEST:,} bytes, too large for one page; save its text as plain text")
    page = html_comments.marked(data)
    tree = load_html(page.data)
    if tree is None:
        raise Refused(_NO_ARTICLE)
    _defuse(tree)
    html_comments.carry(tree, page.others)
    found = bare_extraction(
        _unwrapped(tree),
        include_comments=False,
        include_links=True,
        with_metadata=True,
        # A page without a date in its metadata or its byline has none: any other date in it is a guess.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or isinstance(found, dict) or not found.text:
        raise Refused(_NO_ARTICLE)
    lines = [line.strip() for line in _INNER_LINK.sub(r"\1", found.text).splitlines()]
    title = _said(found.title)
    blocks = [line for line in lines if line and not _RULE.fullmatch(line)]
    if title and (not blocks or _said(blocks[0].lstrip("# ")) != title):
        blocks = [title, *blocks]
    # One outside of the article (in a menu, say) holds for nothing, and is said to.
    gone = [comment for comment in dict.fromkeys(page.others) if comment not in found.text]
    blocks[0] = " ".join([*page.on_article, blocks[0]])
    text, starts = joined([*blocks, *gone, *page.unclosed])
    return Document(text, starts, title, _said(found.date), _said(found.sitename))


def _defuse(tree: Any) -> None:
    """Take the meaning from what only looks like a comment: a page shows it to its readers."""
    for element in tree.iter():
        if "<!--" in (element.text or ""):
            element.text = element.text.replace("<!--", "<! --")
        if "<!--" in (element.tail or ""):
            element.tail = element.tail.replace("<!--", "<! --")


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
    """`value` on one line, without comments."""
    return " ".join(shown(value or "").text.split())
