"""Reviewing in a browser, beside a spreadsheet."""

from __future__ import annotations

import csv
from pathlib import Path


def rows(path: Path) -> dict[str, tuple[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["surface"]: (row["verdict"], row["note"]) for row in csv.DictReader(file)}


def put(path: Path, surface: str, **cells: str) -> None:
    """What somebody with a spreadsheet does."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    for row in table:
        row.update(cells if row["surface"] == surface else {})
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(table[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


def until(page, holds):
    """Waits, the page going on meanwhile."""
    for _ in range(200):
        if holds():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it never came to that")


def test_verdicts_and_notes_are_in_the_file_and_on_the_page_again(run, serve, visit, tmp_path):
    file = tmp_path / "flags.csv"
    page = visit(serve(*run(a="It sold 5000, 6000, 7000 and 8000.")).url)
    page.keyboard.press("w")
    page.keyboard.press("f")
    page.keyboard.press("f")
    page.keyboard.press("u")
    page.keyboard.press("n")
    page.keyboard.insert_text('=1+"x", \U0001f600')
    page.keyboard.press("Escape")
    note = '=1+"x", \U0001f600'
    decided = {"5000": ("wrong", ""), "6000": ("fine", ""), "7000": ("", f"'{note}"), "8000": ("", "")}
    until(page, lambda: rows(file) == decided)
    page.reload()
    page.wait_for_selector("body.ready")
    assert page.locator(".row .verdict").all_inner_texts() == ["wrong", "fine"]
    assert (page.inner_text(".argument .sum"), page.input_value("#note")) == ("7000 is big", note)
    page.select_option("#by-verdict", "open")
    assert page.inner_text("#count") == "2 of 4 flags"


def test_what_a_spreadsheet_saves_is_merged_and_a_conflict_is_told(run, serve, visit, tmp_path):
    file = tmp_path / "flags.csv"
    page = visit(serve(*run(a="It sold 5000, 6000 and 7000.")).url)
    stale = file.read_bytes()
    page.keyboard.press("w")
    until(page, lambda: rows(file)["5000"] == ("wrong", ""))
    file.write_bytes(stale)
    put(file, "7000", verdict="fine", note="from the sheet")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_selector(".row.fine")
    assert rows(file) == {"5000": ("wrong", ""), "6000": ("", ""), "7000": ("fine", "from the sheet")}
    put(file, "6000", verdict="fine")
    page.keyboard.press("w")
    page.wait_for_selector("#problem:not([hidden])")
    assert "“6000” is fine there" in page.inner_text("#problem")
    assert rows(file)["6000"] == ("fine", "")
    page.keyboard.press("k")
    page.keyboard.press("w")
    page.wait_for_selector("#problem", state="hidden")
    assert rows(file)["6000"] == ("wrong", "")
