"""Lines of pages to paragraphs."""

from __future__ import annotations

import pytest

from checks.articles.readers.pdf_text import flowing

FULL = "The council of the town said that it would build "  # as wide as the lines below


def text(*lines: str) -> str:
    """The text of a page with `lines` below two that show how wide its lines are."""
    told, _ = flowing([[FULL, FULL.lower(), *lines]])
    return told.partition(FULL.lower())[2].strip()


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("homes for 40 old and 12 ill men, at a / cost", "homes for 40 old and 12 ill men, at a cost"),
        ("an inter- / national harbour.", "an international harbour."),
        ("a year- / on-year rise. On any year.", "a year-on-year rise. On any year."),
        ("in the Nord- / Est region", "in the Nord-Est region"),
        ("a 12- / month term.", "a 12-month term."),
        ("two homes. / The town grew by 4% in the year.", "two homes. ¶ The town grew by 4% in the year."),
        ("sums of many a town, and it ends right here. / Outlook", None),
        ("Outlook / The town will grow", "Outlook ¶ The town will grow"),
        ("two homes / • 40 beds / • 12 nurses", "two homes ¶ • 40 beds ¶ • 12 nurses"),
        ("Sold 4,210 80 / Lost (2) 1.1% / It fell.", "| Sold 4,210 80 | / | Lost (2) 1.1% | ¶ It fell."),
        ("Sold 4,210 80 / Lost in the last year 7 2", "| Sold 4,210 80 | / | Lost in the last year 7 2 |"),
        ("Year / 2023 / Sold / 4 / Hope / It is.", "| Year | / | 2023 | / | Sold | / | 4 | ¶ Hope ¶ It is."),
        ("and it sold 12 of 40, 3 of 9 and 2 of 8.", "and it sold 12 of 40, 3 of 9 and 2 of 8."),
    ],
)  # fmt: skip
def test_lines_are_joined_and_kept_apart(lines: str, told: str | None) -> None:
    expected = (
        lines.replace(" / ", "\n\n") if told is None else told.replace(" / ", "\n").replace(" ¶ ", "\n\n")
    )
    assert text(*lines.split(" / ")) == expected


def test_blank_lines_between_all_lines_mean_nothing() -> None:
    told, _ = flowing(
        [["The council of the town", "", "Hall said that it will", "", "build 40 homes there."]]
    )
    assert told == "The council of the town Hall said that it will build 40 homes there."


def test_pages_begin_where_they_do() -> None:
    told, starts = flowing([[], ["The council of the town said that it re-"], [], ["built 40 homes."], []])
    assert told == "The council of the town said that it rebuilt 40 homes."
    assert starts == (0, 0, told.index("built"), told.index("built"), len(told))
