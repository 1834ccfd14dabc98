"""PDF: the text of its pages, put together again into paragraphs."""

from __future__ import annotations

from typing import IO

from checks.articles.readers.document import LONGEST, Document, Refused
from checks.articles.readers.pdf_pages import without_running_heads
from checks.articles.readers.pdf_text import flowing

#: pages; a document with more is cut into chapters before anybody reads it
MOST_PAGES = 2000
#: The header may stand behind other bytes, as the standard allows.
_HEAD = 1024


def read(file: IO[bytes]) -> Document:
    """The text with a blank line between paragraphs; `starts` are those of the pages."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    if b"%PDF" not in file.read(_HEAD):
        raise Refused("is no PDF; let its name end as its format does, or save it as PDF anew")
    file.seek(0)
    reader = PdfReader(file)
    if reader.is_encrypted:
        try:
            opened = reader.decrypt("")  # many may be read by all and only not be changed
        except (DependencyError, NotImplementedError):
            opened = None
        if not opened:
            raise Refused("is encrypted; save it without a password")
    try:
        number = len(reader.pages)
    except FileNotDecryptedError:
        raise Refused("is encrypted; save it without a password") from None
    if number > MOST_PAGES:
        raise Refused(f"has {number:,} pages, over {MOST_PAGES:,}; split it into chapters")
    pages: list[list[str]] = []
    length = 0
    for page in reader.pages:
        text = page.extract_text()
        length += len(text)
        if length > LONGEST:
            raise Refused(f"holds over {LONGEST:,} characters, too many for one article; split it")
        pages.append(text.splitlines())
    text, starts = flowing(without_running_heads(pages))
    return Document(text, starts)
