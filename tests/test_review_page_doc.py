"""docs/review.md names the keys that the page has, and shows it."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_keys_it_names_are_the_keys() -> None:
    told = (ROOT / "docs" / "review.md").read_text(encoding="utf-8")
    rows = re.findall(r"(?m)^\| (`.*?) \|", told)
    page = (ROOT / "checks" / "reports" / "page" / "page.html").read_text(encoding="utf-8")
    code = (ROOT / "checks" / "reports" / "page" / "js" / "keys.js").read_text(encoding="utf-8")
    named = sorted(key for row in rows for key in re.findall(r"`(.+?)`", row))
    listed = re.findall(r"<kbd>(.)</kbd>", page)
    assert named == sorted(listed)
    assert sorted(re.findall(r'(?m)^  "?(.)"?: ', code)) == named


def test_its_picture_is_small_enough_to_be_committed() -> None:
    assert (ROOT / "docs" / "images" / "page.png").stat().st_size < 300_000
