from __future__ import annotations

from pathlib import Path

import pytest

from checks.errors import UserError
from checks.flags import baseline


def test_cells_read_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "b.csv"
    path.write_text('\ufeffflag,surface,message\nf1,\'=5,"a, b"\n', encoding="utf-8")
    (row,) = baseline.read(path).to_dict("records")
    assert (row["flag"], row["surface"], row["message"], row["article"]) == ("f1", "=5", "a, b", "")


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (None, "there is no such baseline; write it with: python -m checks --write-baseline"),
        (b"a,b\n1,2\n", "no column 'flag'"),
        (b"", "no column 'flag'"),
        (b"\xff\xfe\x00\x01flag", "cannot be read"),
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, content: bytes | None, wrong: str) -> None:
    path = tmp_path / "b.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError, match=wrong):
        baseline.read(path)
