"""Comments to checks in HTML: parsers drop comments, so these are carried into the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from checks.articles.comments import TO_CHECKS

#: What holds no markup is stepped over: a comment in a script is none.
_COMMENT = re.compile(
    rb"(?is)<(script|style|textarea|title|xmp)\b.*?</\1\s*>|<!--(?P<body>.*?)(?P<end>-->|\Z)"
)
#: The attribute of a <script> in a comment's place: an element that may stand anywhere, in the head too.
_MARK = "data-numeric-checks"
_CONTAINERS = frozenset({
    "article", "aside", "blockquote", "body", "center", "div", "dl", "figure", "footer", "form", "head",
    "header", "html", "main", "nav", "ol", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
_PARAGRAPHS = frozenset({
    "address", "caption", "dd", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "pre",
    "td", "th",
})  # fmt: skip
_UNREAD = frozenset({"head", "noscript", "script", "style", "template", "title"})
_ON_ARTICLE = re.compile(r"(?i)<!-- checks\s*:\s*ignore[-_]article\b")


class Marked(NamedTuple):
    """A page with an element in place of each comment to checks: those on the whole article, and the others.

    `unclosed` has one that never ends, if there is.
    """

    data: bytes
    on_article: list[str]
    others: list[str]
    unclosed: list[str]


def marked(data: bytes) -> Marked:
    """`data` with its comments to checks marked."""
    on_article: list[str] = []
    others: list[str] = []
    unclosed: list[str] = []

    def element(found: re.Match[bytes]) -> bytes:
        body = found["body"]
        if body is None or not TO_CHECKS.match(body[:200].decode("latin-1")):
            return found[0]
        if not found["end"]:  # the rest of the page is inside of it; its first line tells which it is
            body = body.partition(b"\n")[0]
        comment = f"<!-- {' '.join(body.decode('utf-8', 'replace').split())}"
        if not found["end"]:
            unclosed.append(comment)
            return b""
        comment += " -->"
        if _ON_ARTICLE.match(comment):
            on_article.append(comment)
            return b""
        others.append(comment)
        return b'<script %s="%d"></script>' % (_MARK.encode(), len(others) - 1)

    return Marked(_COMMENT.sub(element, data) if b"<!--" in data else data, on_article, others, unclosed)


def carry(tree: Any, comments: Sequence[str]) -> None:
    """Put `comments` into the text of `tree`, where `marked` has marked them.

    One inside a paragraph, or on one line with its end, is put into its text; one on a line of its own at the
    beginning of the next paragraph.
    """
    waiting: list[str] = []
    for node in list(tree.iter()) if comments else ():
        number = node.get(_MARK, "") if node.tag == "script" else ""
        if number.isdigit() and int(number) < len(comments):
            comment = comments[int(number)]
            if not _placed(node, comment):
                waiting.append(comment)
            _take_out(node)
        elif waiting and _opens_text(node):
            first = _paragraph(node)
            first.text = " ".join([*waiting, (first.text or "").lstrip()])
            waiting = []


def _opens_text(node: Any) -> bool:
    return isinstance(node.tag, str) and node.tag not in _UNREAD and bool((node.text or "").strip())


def _paragraph(node: Any) -> Any:
    """The paragraph that `node` opens, which may begin with a link or a word in bold."""
    first = node
    while first.tag not in _PARAGRAPHS:
        parent = first.getparent()
        if parent is None or first.getprevious() is not None or (parent.text or "").strip():
            return node
        if parent.tag in _CONTAINERS:
            return node
        first = parent
    return first


def _placed(node: Any, comment: str) -> bool:
    """Put `comment` where `node` stands, or at the end of the paragraph on its line; False for neither."""
    before, parent = node.getprevious(), node.getparent()
    lead = (parent.text if before is None else before.tail) or ""
    if parent.tag not in _CONTAINERS or lead.strip() or (node.tail or "").strip():
        _append(parent, before, comment)
        return True
    if before is None or "\n" in lead or before.tag not in _PARAGRAPHS | _CONTAINERS:
        return False
    while len(before) and before[-1].tag in _PARAGRAPHS | _CONTAINERS and not (before[-1].tail or "").strip():
        before = before[-1]
    _append(before, before[-1] if len(before) else None, f" {comment}")
    return True


def _take_out(node: Any) -> None:
    parent, before = node.getparent(), node.getprevious()
    _append(parent, before, node.tail or "")
    node.tail = None
    parent.remove(node)


def _append(parent: Any, last: Any, text: str) -> None:
    """Add `text` behind `last`, a child of `parent`, or, without one, to the text before all its children."""
    if last is None:
        parent.text = f"{parent.text or ''}{text}"
    else:
        last.tail = f"{last.tail or ''}{text}"
