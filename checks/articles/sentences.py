"""An article's sentences, with furniture and repeats told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.articles.furniture import furniture, plain
from checks.articles.paragraphs import Paragraph, paragraphs
from checks.articles.splitting import spans
from checks.model import Article, Sentence

#: Shorter paragraphs are printed twice with good reason: source lines, labels, cells of tables.
_REPEATED_WORDS = 6


def sentences(article: Article) -> list[Sentence]:
    """The sentences of the whole text, in order; see Sentence.

    `main` is False for all sentences of page furniture and of a paragraph that repeats, but for
    letter case and white space, an earlier one.
    """
    text = article.text
    return [
        Sentence(start, end, text[start:end], number, main)
        for number, (part, main) in enumerate(_paragraphs(article))
        for start, end in _spans(text, part)
    ]


def proper(article: Article) -> Iterator[str]:
    """The text of the main sentences, in order."""
    text = article.text
    for part, main in _paragraphs(article):
        if main:
            for start, end in _spans(text, part):
                yield text[start:end]


def _paragraphs(article: Article) -> Iterator[tuple[Paragraph, bool]]:
    """The paragraphs, each with whether it is of the article proper and not printed before."""
    parts = paragraphs(article.text)
    aside = furniture(article.text, parts, article.title)
    again = _repeats(article.text, parts, aside)
    for part, furnished, repeated in zip(parts, aside, again, strict=True):
        yield part, not (furnished or repeated)


def _spans(text: str, part: Paragraph) -> list[tuple[int, int]]:
    """The sentences of a paragraph; in code and tables, its lines."""
    if part.kind not in ("code", "table", "metadata"):
        return list(spans(text, part.start, part.end))
    out: list[tuple[int, int]] = []
    position = part.start
    for line in text[part.start : part.end].splitlines(keepends=True):
        body = line.strip()
        if any(map(str.isalnum, body)):
            start = position + len(line) - len(line.lstrip())
            out.append((start, start + len(body)))
        position += len(line)
    return out


def _repeats(text: str, parts: Sequence[Paragraph], aside: Sequence[bool]) -> list[bool]:
    """For each paragraph whether the article proper has printed it before."""
    seen: set[str] = set()
    out = []
    for part, furnished in zip(parts, aside, strict=True):
        key = plain(text[part.start : part.end])
        long = key.count(" ") + 1 >= _REPEATED_WORDS
        out.append(long and not furnished and key in seen)
        if long and not furnished:
            seen.add(key)
    return out
