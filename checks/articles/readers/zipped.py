"""ZIP files, which DOCX and XLSX are, looked at before anything in them is unpacked."""

from __future__ import annotations

import zipfile
from typing import IO

from checks.articles.readers.document import Refused

#: bytes, unpacked, of all that is in the file, and of one part of text
LARGEST = 500_000_000
LARGEST_TEXT = 100_000_000
#: parts; a document with a thousand pictures has fewer
MOST = 10_000
_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"


def refuse_bomb(file: IO[bytes], part: str, name: str) -> None:
    """Raise Refused where `file` is no ZIP that holds `part`, as a `name` does, or would unpack to too much.

    The sizes are those that the file itself states; `zipfile` unpacks no more than is stated.
    """
    head = file.read(4)
    file.seek(0)
    if head == _OLD_OR_ENCRYPTED:
        raise Refused(f"is encrypted, or of an old format; save it as {name} without a password")
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        raise Refused(f"is no {name} file, or a damaged one; save it as {name} anew") from None
    finally:
        file.seek(0)
    if part not in {member.filename for member in members}:
        raise Refused(f"is a ZIP file but no {name} file; save the document as {name}")
    if any(member.flag_bits & 1 for member in members):
        raise Refused("is encrypted; save it without a password")
    text = max(m.file_size for m in members if m.filename.endswith((".xml", ".rels")))
    if len(members) > MOST or sum(m.file_size for m in members) > LARGEST or text > LARGEST_TEXT:
        raise Refused("would unpack to more than any document holds; if it is one, save it as plain text")
