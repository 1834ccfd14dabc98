"""Bytes to text, whatever encoding the file is in."""

from __future__ import annotations

import codecs
from pathlib import Path

from checks.articles.errors import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: First bytes of formats that people rename by mistake, what they are, and what to do with them.
_MAGIC = (
    (b"%PDF", "a PDF", "let its name end in .pdf"),
    (
        b"PK\x03\x04",
        "a ZIP, DOCX or XLSX file",
        "let the name of a Word document end in .docx, that of a workbook in .xlsx",
    ),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "save it as DOCX or CSV"),
    (b"{\\rtf", "an RTF file", "save it as DOCX or plain text"),
    (b"\x89PNG", "a PNG image", ""),
    (b"\xff\xd8\xff", "a JPEG image", ""),
    (b"GIF8", "a GIF image", ""),
    (b"\x1f\x8b", "a gzip file", "unpack it"),
    (b"PAR1", "a Parquet file", "let its name end in .parquet"),
    (b"SQLite format 3", "an SQLite database", "save the table as CSV"),
    (b"\x7fELF", "a program", ""),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
#: Enough to judge by; a file is decoded whole only once.
SAMPLE = 1 << 16
#: Bytes that are not ASCII; two odd ones are damage, not Chinese.
_LEAST_EVIDENCE = 20
#: Encodings in which newsrooms have kept English text; a guess outside of them is a guess.
_LEGACY = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2", "iso8859_15",
    "koi8_r", "mac_roman", "cp437", "cp850", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
)  # fmt: skip


def decode(data: bytes, path: Path | str) -> str:
    """The text of `data`, without a byte order mark and with its line ends as they are.

    Raises Unreadable for what is no text and for text in no encoding that can be told.
    """
    encoding, skipped = stated(data[:SAMPLE], path)
    if encoding:
        return _strict(data[skipped:], encoding, path, skipped)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, error, path)


def stated(sample: bytes, path: Path | str) -> tuple[str, int]:
    """The encoding that a text which begins with `sample` shows, and the length of its byte order mark.

    Empty where it shows none: then it is UTF-8 unless it has bytes that are not. Raises Unreadable for what
    is no text.
    """
    for bom, encoding in _BOMS:
        if sample.startswith(bom):
            return encoding, len(bom)
    refuse_foreign(sample, path)
    if b"\0" in sample:
        return _wide(sample, path), 0
    if len(sample) - len(sample.translate(None, _CONTROLS)) > 0.01 * len(sample):
        raise Unreadable(path, "this is a binary file, not text; give the article as plain text (UTF-8)")
    return "", 0


def refuse_foreign(data: bytes, path: Path | str) -> None:
    """Raise Unreadable where `data` begins as a format does that is no text."""
    for magic, name, advice in _MAGIC:
        if data.startswith(magic):
            raise Unreadable(path, f"this is {name}, not text; {advice or 'save it as plain text (UTF-8)'}")


def _wide(sample: bytes, path: Path | str) -> str:
    """The UTF-16 without a mark that `sample` is in: every other byte of English is then zero."""
    half = max(1, len(sample) // 2)
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros.count(0) > 0.7 * half and sample.count(0) < 1.1 * zeros.count(0):
            return encoding
    raise Unreadable(path, "this is a binary file, not text; give the article as plain text (UTF-8)")


def _strict(data: bytes, encoding: str, path: Path | str, skipped: int = 0) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "ignore").count("\n") + 1
        raise Unreadable(path, _broken(encoding, data, error, skipped), line) from None


def _broken(encoding: str, data: bytes, error: UnicodeDecodeError, skipped: int = 0) -> str:
    byte = f"the byte at offset {error.start + skipped:,} (0x{data[error.start]:02x})"
    return f"{byte} is not {encoding.upper()}; save the file as UTF-8"


def _legacy(data: bytes, error: UnicodeDecodeError, path: Path | str) -> str:
    """`data`, which is not UTF-8, in the older encoding that it seems to be in."""
    broken = Unreadable(path, _broken("utf-8", data, error), data.count(b"\n", 0, error.start) + 1)
    encoding = legacy(data[max(0, error.start - SAMPLE // 2) : error.start + SAMPLE // 2])
    try:
        text = data.decode(encoding) if encoding else ""
    except UnicodeDecodeError:
        text = ""
    if not text or any("\x80" <= c <= "\x9f" for c in text[:SAMPLE]):
        raise broken
    return text


def legacy(sample: bytes) -> str:
    """The older encoding that `sample`, which is not UTF-8, seems to be in; empty where none can be told."""
    # Letters that are good UTF-8 are no accident: then this is UTF-8 with damage in it.
    good = sum(c > "\x7f" for c in sample.decode("utf-8", "ignore"))
    bad = sample.decode("utf-8", "replace").count("\ufffd")
    return "" if good and good >= bad else _guess(sample)


#: What English text in Windows-1252 has beyond ASCII: quotation marks, dashes, currencies, letters of names.
_ENGLISH = frozenset("‘’“”–—…•€£¥§©®°±²³·½¼¾éèêëáàâäãåçíìîïñóòôöõøúùûüýÉÁÅÄÖÜØÑÇßæÆ×º¿¡«»\xa0™")


def _guess(sample: bytes) -> str:
    """Windows-1252 if the sample then reads as English, else what charset-normalizer says, if anything."""
    try:
        beyond = [c for c in sample.decode("cp1252") if c > "\x7f"]
    except UnicodeDecodeError:
        beyond = []
    if beyond and len(beyond) < 0.05 * len(sample) + 10 and all(c in _ENGLISH for c in beyond):
        return "cp1252"
    if sum(byte > 0x7F for byte in sample) < _LEAST_EVIDENCE:
        return ""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_LEGACY), threshold=0.15).best()
    return best.encoding if best is not None else ""
