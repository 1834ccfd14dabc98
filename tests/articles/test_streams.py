from __future__ import annotations

import gzip
import io
import json
import tracemalloc
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from checks.articles import batches, lines, opening, read, read_all, stream
from checks.articles.contents import Contents
from checks.articles.readers import rows
from checks.model import Article

ROWS = [
    {"id": f"a{i}", "title": f"Sale {i}", "date": "2024-05-01", "text": f"It sold {i},500 cars."}
    for i in range(30)
]
JSONL = "".join(json.dumps(row) + "\n" for row in ROWS).encode()
CSV = "id,title,date,text\n" + "".join(f'{r["id"]},{r["title"]},{r["date"]},"{r["text"]}"\n' for r in ROWS)


def all_of(path: object, id: str = "n", **columns: str) -> Contents:
    whole = Contents()
    for batch in stream(str(path), id=id, columns=columns):
        whole.articles += batch.articles
        whole.problems += batch.problems
    return whole


def zst(data: bytes) -> bytes:
    packed: bytes = pytest.importorskip("zstandard").compress(data)
    return packed


@pytest.mark.parametrize("name", ["n.jsonl", "n.ndjson", "n.csv", "n.tsv"])
@pytest.mark.parametrize(("suffix", "pack"), [("", bytes), (".gz", gzip.compress), (".zst", zst)])
def test_each_format_is_read_as_the_plain_one(
    tmp_path: Path, name: str, suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    plain = JSONL if "js" in name else CSV.replace(",", "\t" if name.endswith("tsv") else ",").encode()
    if name.endswith("tsv"):
        plain = plain.replace(b"\t500", b",500")
    (tmp_path / f"{name}{suffix}").write_bytes(pack(plain))
    streamed = all_of(tmp_path / f"{name}{suffix}")
    whole = read_all(tmp_path / f"{name}{suffix}", id="n")
    assert not streamed.problems
    assert streamed.articles == whole.articles
    assert [article.id for article in whole.articles] == [f"n#a{i}" for i in range(30)]
    assert whole.articles[2].text == "Sale 2\n\nIt sold 2,500 cars."
    packed = f"{tmp_path / name}{suffix}#a3"
    assert read(Path(packed), id=packed).title == "Sale 3"


def test_parquet_and_a_folder_of_it(tmp_path: Path) -> None:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.Table.from_pylist(ROWS), tmp_path / "a.parquet", row_group_size=7)
    pq.write_table(pa.Table.from_pylist(ROWS[:3]), tmp_path / "b.parquet")
    pq.write_table(pa.table({"year": [2024]}), tmp_path / "data.parquet")
    assert all_of(tmp_path / "a.parquet").articles == read_all(tmp_path / "a.parquet", id="n").articles
    found = all_of(tmp_path)
    assert [article.id for article in found.articles][29:32] == [
        "n/a.parquet#a29",
        "n/b.parquet#a0",
        "n/b.parquet#a1",
    ]
    assert len(found.articles) == 33
    assert not found.problems


def test_parquet_with_text_that_is_none(tmp_path: Path) -> None:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    file = tmp_path / "n.parquet"
    pq.write_table(pa.Table.from_pylist(ROWS), file, compression="none", use_dictionary=False)
    file.write_bytes(file.read_bytes().replace(b"It sold 3,500", b"It sold \xff,500"))
    (problem,) = all_of(file).problems
    assert "is no Parquet file, or a damaged one ('utf-8' codec can't decode byte 0xff" in problem.message


def test_what_a_row_tells_is_not_looked_for_in_its_text(tmp_path: Path) -> None:
    row = {
        "title": "Sale",
        "date": "2024-05-01",
        "text": "It sold 5 cars.\n\nCopyright 2024 Quay. All rights reserved.",
    }
    table = [row | {"id": "a", "publisher": "Vale"}, row | {"id": "b", "publisher": ""}]
    (tmp_path / "n.jsonl").write_text("\n".join(map(json.dumps, table)))
    assert [article.publisher for article in all_of(tmp_path / "n.jsonl").articles] == ["Vale", "Quay"]


def test_a_url(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    memory.pipe("/news/a.jsonl.gz", gzip.compress(JSONL))
    memory.pipe("/news/b.txt", b"It sold 5 cars.\n")
    memory.pipe("/news/.hidden.txt", b"no")
    (tmp_path / "n.jsonl").write_bytes(JSONL)
    try:
        one = all_of("memory://news/a.jsonl.gz")
        assert one.articles == all_of(f"file://{tmp_path}/n.jsonl").articles
        assert len(one.articles) == 30
        assert [article.id for article in all_of("memory://news").articles][29:] == [
            "n/a.jsonl.gz#a29",
            "n/b.txt",
        ]
        (gone,) = all_of("memory://news/gone.jsonl").problems
        assert str(gone) == "memory://news/gone.jsonl: there is no such file or folder; check the spelling"
        (odd,) = all_of("nowhere://news/a.jsonl").problems
        assert str(odd).startswith("nowhere://news/a.jsonl: cannot be opened (Protocol not known: nowhere)")
    finally:
        memory.rm("/news", recursive=True)


@pytest.mark.parametrize(("path", "library"), [("s3://news/a.jsonl", "fsspec"), ("n.jsonl.zst", "zstandard")])
def test_a_library_that_is_missing(monkeypatch: pytest.MonkeyPatch, path: str, library: str) -> None:
    monkeypatch.setattr(opening, "find_spec", lambda name: None)
    (problem,) = all_of(path).problems
    assert f"reading it needs {library}, which is not installed: pip install 'numeric-checks[" in str(problem)


def test_rows_that_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "n.csv").write_text("id,text\na,It sold 5.\n,It sold 6.\nb,\na,It sold 7.\na,It sold 8.\n")
    found = all_of(tmp_path / "n.csv")
    assert [article.id for article in found.articles] == ["n#a"]
    assert [problem.message for problem in found.problems] == [
        "row 3: no id, so it is left out",
        "row 4: no text, so it is left out",
        "row 5 and 1 more: an id that an earlier row has ('a', row 2), so it is left out",
    ]


def test_of_many_faults_the_first_are_told(tmp_path: Path) -> None:
    (tmp_path / "n.csv").write_text("id,text\n" + "".join(f"{i % 70},It sold 5.\n" for i in range(210)))
    problems = [problem.message for problem in all_of(tmp_path / "n.csv").problems]
    assert len(problems) == 51
    assert problems[0] == "row 72 and 1 more: an id that an earlier row has ('0', row 2), so it is left out"
    assert problems[-1] == "row 122 and 39 more: an id that an earlier row has, so it is left out"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("n.jsonl", b"", "is empty; remove it, or put the article's text in it"),
        ("n.jsonl.gz", gzip.compress(b""), "is empty; remove it, or put the article's text in it"),
        ("n.jsonl", b"\n\n", "has no rows; remove it, or put an article into each row"),
        ("n.csv", b"year,tonnes\n2024,5\n", "no column id and none text, so it is no table of articles"),
        ("n.jsonl.gz", JSONL, "the packed data is damaged"),
        ("n.jsonl", gzip.compress(JSONL), "this is a gzip file, not text; unpack it"),
        ("n.parquet", b"PAR1 and more", "is no Parquet file, or a damaged one"),
        ("n.csv", b'id,text\na,"It sold', "is no CSV (unexpected end of data); save it anew"),
    ],
)
def test_what_is_no_table_of_articles(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow")
    (tmp_path / name).write_bytes(data)
    for found in (all_of(tmp_path / name), read_all(tmp_path / name, id="n")):
        assert not found.articles
        (problem,) = found.problems
        assert message in problem.message


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".zst", zst)])
def test_what_stands_before_a_break_is_read(
    tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    whole = b"".join(pack(JSONL.replace(b'"a', b'"%d-' % part)) for part in range(20))
    file = tmp_path / f"n.jsonl{suffix}"
    file.write_bytes(whole[:-50])
    found = all_of(file)
    assert 19 * 30 <= len(found.articles) < 20 * 30
    (problem,) = found.problems
    assert problem.message.startswith("cannot be read from here on (the packed data breaks off)")
    assert problem.line == len(found.articles) + 1
    file.write_bytes(pack(JSONL) + b"\0" * 600)
    assert len(all_of(file).articles) == 30


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8-sig", "Café £5 – “so”"),
        ("utf-16", "Café £5"),
        ("cp1252", "Café £5 – “so”"),
        ("cp1251", "Москва " * 9),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, text: str) -> None:
    rows = [f'{{"id": "{i}", "text": "{"plain" if i < 5 else text}"}}\n' for i in range(9)]
    (tmp_path / "n.jsonl").write_bytes("".join(rows).encode(encoding))
    assert [article.text for article in all_of(tmp_path / "n.jsonl").articles] == ["plain"] * 5 + [text] * 4


def test_a_byte_that_is_damage(tmp_path: Path) -> None:
    row = '{"id": "%d", "text": "Café “so”"}\n'
    data = "".join(row % i for i in range(9)).encode().replace(b'"6", "text": "C', b'"6", "text": "\xff')
    (tmp_path / "n.jsonl").write_bytes(data)
    found = all_of(tmp_path / "n.jsonl")
    assert len(found.articles) == 6
    assert "n.jsonl:7: the byte at offset 21 of the line (0xff) is not UTF-8; save" in str(found.problems[0])


def test_a_line_without_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LONGEST", 1000)
    (tmp_path / "n.jsonl").write_bytes(JSONL + b'{"id": "' + b"x" * 5000)
    found = all_of(tmp_path / "n.jsonl")
    assert len(found.articles) == 30
    assert str(found.problems[0]).endswith("n.jsonl:31: a line of over 1,000 characters is no article")


def test_batches_are_small(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [batches.Entry(i, str(i), Article(str(i), "x" * 100)) for i in range(10)]
    monkeypatch.setattr(batches, "ARTICLES", 4)
    assert [len(batch.articles) for batch in batches.batches(entries, "n")] == [4, 4, 2]
    monkeypatch.setattr(batches, "CHARACTERS", 250)
    assert [len(batch.articles) for batch in batches.batches(entries, "n")] == [3, 3, 3, 1]


def test_memory_is_that_of_a_batch_and_the_first_comes_at_once(tmp_path: Path) -> None:
    file = tmp_path / "n.jsonl"
    row = json.dumps({"id": "%d", "text": "It sold 5 cars, and then some more were sold. " * 60}) + "\n"
    with file.open("wb") as out:
        for i in range(11_000):
            out.write((row % i).encode())
    assert len(next(stream(str(file), id="n")).articles) == 500
    tracemalloc.start()
    try:
        count = sum(len(batch.articles) for batch in islice(stream(str(file), id="n"), 4))
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()
    assert count == 2000


def test_what_is_too_large_to_be_held_is_streamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "LARGEST", 300)
    (tmp_path / "n.jsonl").write_bytes(JSONL)
    whole = read_all(tmp_path / "n.jsonl", id="n")
    assert not whole.articles
    assert "holds over 300 characters; split it into several files" in str(whole.problems[0])
    assert len(all_of(tmp_path / "n.jsonl").articles) == 30


def test_unpacking_in_small_reads() -> None:
    raw = io.BytesIO(gzip.compress(b"one\n") + gzip.compress(b"two\n"))
    unpacked = opening._Unpacked(raw, opening._unpacker(".gz"), 3)
    assert b"".join(iter(lambda: unpacked.read(1), b"")) == b"one\ntwo\n"
