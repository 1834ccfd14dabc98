"""Running heads and page numbers."""

from __future__ import annotations

from checks.articles.readers.pdf_pages import without_running_heads


def test_what_every_page_repeats_is_said_once() -> None:
    pages = [["Port review 2024", f"Text {'x' * n}, no head.", f"Page {n} of 4"] for n in range(1, 5)]
    assert without_running_heads(pages) == [
        ["Port review 2024", "Text x, no head."],
        ["Text xx, no head."],
        ["Text xxx, no head."],
        ["Text xxxx, no head."],
    ]


def test_left_and_right_pages_may_have_heads_of_their_own() -> None:
    pages = [[("The quay", "The year")[n % 2], f"Para{'x' * n} is here", str(n + 7)] for n in range(8)]
    kept = without_running_heads(pages)
    assert [page[0] for page in kept[:2]] == ["The quay", "The year"]
    assert all(page == [f"Para{'x' * n} is here"] for n, page in enumerate(kept[2:], 2))


def test_a_lone_page_keeps_its_number_and_figures_inside_stay() -> None:
    assert without_running_heads([["", "Sold", "12", ""]]) == [["Sold", "12"]]
    pages = [["It sold cars.", "12", "of them blue."], ["It sold vans.", "", "14"]]
    assert without_running_heads(pages) == [["It sold cars.", "12", "of them blue."], ["It sold vans."]]
