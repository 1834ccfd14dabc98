"""Documents made on the fly."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence

import pytest

from checks.articles.readers.guard import Guard


def made_pdf(pages: Sequence[Sequence[str]], trailer: str = "") -> bytes:
    """A PDF with these lines on its pages, in 12 points with a leading of 14."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for lines in pages:
        escaped = (re.sub(r"([\\()])", r"\\\1", line) for line in lines)
        shown = " T* ".join(f"({line}) Tj" for line in escaped)
        stream = f"BT /F1 12 Tf 14 TL 72 760 Td {shown} ET"
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            f" /Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects) + 2} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252"))
    start = out.tell()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode())
    size = len(objects) + 1
    out.write(f"trailer\n<< /Size {size} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


@pytest.fixture(name="made_pdf")
def made_pdf_fixture() -> Callable[..., bytes]:
    """Makes a PDF out of the lines of its pages."""
    return made_pdf


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    """One guarded process for a module's tests."""
    with Guard() as shared:
        yield shared
