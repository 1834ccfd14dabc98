"""DOCX: the text of a Word document as it reads with all tracked changes accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, Any

from checks.articles.readers import zipped
from checks.articles.readers.document import Document, Refused, joined

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#: what was deleted or moved away, and the second form of what old programs cannot show
_GONE = {f"{_W}del", f"{_W}moveFrom", _FALLBACK}
_TEXT = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read(file: IO[bytes]) -> Document:
    """Paragraphs and rows of tables in order; headings as `# …`, list items as `- …`, footnotes as `[^1]`."""
    import docx

    zipped.refuse_bomb(file, "word/document.xml", "DOCX")
    try:
        document = docx.Document(file)
    except (ValueError, KeyError):
        raise Refused("is no Word document; save it as DOCX anew") from None
    reader = _Reader(document)
    blocks = [*reader.blocks(document.element.body), *reader.notes()]
    text, starts = joined([block for block in blocks if block.strip(" #|-")])
    return Document(text, starts)


class _Reader:
    """Walks the XML itself: python-docx passes over inserted text, content controls and footnotes."""

    def __init__(self, document: WordDocument) -> None:
        self._part = document.part
        self._styles = {style.style_id: style.name or "" for style in document.styles}
        self._cited: list[tuple[str, str]] = []  # kind and id of the notes, in order

    def blocks(self, parent: Iterable[Any]) -> Iterator[str]:
        """The paragraphs and rows in `parent`, each as a text."""
        # Its own stack: a file may nest deeper than Python may call.
        stack = [iter(parent)]
        while stack:
            element = next(stack[-1], None)
            if element is None:
                stack.pop()
            elif element.tag == f"{_W}p":
                yield self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from map(self._row, _own(element, "tr", "tbl"))
            elif element.tag not in _GONE:
                stack.append(iter(element))

    def notes(self) -> Iterator[str]:
        """The footnotes and endnotes that the text refers to, as Markdown defines them."""
        texts = {kind: self._notes_of(kind) for kind in ("footnotes", "endnotes")}
        for number, (kind, name) in enumerate(self._cited, 1):
            if note := texts[kind].get(name):
                yield f"[^{number}]: {note}"

    def _notes_of(self, kind: str) -> dict[str, str]:
        from docx.oxml import parse_xml

        for relation in self._part.rels.values():
            if relation.reltype == _NOTES + kind and not relation.is_external:
                root = parse_xml(relation.target_part.blob)
                links = relation.target_part.rels
                notes = [e for e in root if e.tag == f"{_W}{kind[:-1]}"]
                return {e.get(f"{_W}id", ""): " ".join("".join(self._words(e, links)).split()) for e in notes}
        return {}

    def _paragraph(self, element: Any) -> str:
        text = "".join(self._words(element, self._part.rels)).strip()
        text = "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))
        properties = element.find(f"{_W}pPr")
        if properties is None or not text:
            return text
        style = properties.find(f"{_W}pStyle")
        name = self._styles.get(style.get(f"{_W}val"), "") if style is not None else ""
        if name.startswith(("Heading", "Title", "heading")):
            return "# " + text.replace("\n", " ")
        listed = properties.find(f"{_W}numPr") is not None or name.startswith("List")
        return f"- {text}" if listed else text

    def _row(self, row: Any) -> str:
        own = _own(row, "tc", "tr")
        cells = (" ".join("".join(self._words(cell, self._part.rels)).split()) for cell in own)
        return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"

    def _words(self, parent: Any, links: Any) -> Iterator[str]:
        """What is to be read in `parent`, in pieces; a link out of the document as `[words](address)`."""
        stack = [(iter(parent), "")]
        while stack:
            element = next(stack[-1][0], None)
            if element is None:
                yield stack.pop()[1]
                continue
            tag = element.tag
            if tag == f"{_W}t":
                yield element.text or ""
            elif tag in _TEXT:
                yield _TEXT[tag]
            elif tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
                kind = "footnotes" if tag == f"{_W}footnoteReference" else "endnotes"
                self._cited.append((kind, element.get(f"{_W}id", "")))
                yield f"[^{len(self._cited)}]"
            elif tag == f"{_W}hyperlink" and (address := _address(links, element)):
                yield "["
                stack.append((iter(element), f"]({address})"))
            elif tag not in _GONE:
                stack.append((iter(element), "\n" if tag == f"{_W}p" else ""))


def _own(parent: Any, name: str, within: str) -> Iterator[Any]:
    """The elements `name` of `parent`, which is a `within`, but for those of another `within` inside it."""
    for element in parent.iter(f"{_W}{name}"):
        if next(element.iterancestors(f"{_W}{within}"), None) is parent:
            yield element


def _address(links: Any, hyperlink: Any) -> str:
    relation = links.get(hyperlink.get(_ID, ""))
    address = relation.target_ref if relation is not None and relation.is_external else ""
    return address if address.startswith(("http://", "https://")) and " " not in address else ""
