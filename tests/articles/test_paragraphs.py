"""Where paragraphs end."""

from __future__ import annotations

import textwrap

import pytest

from checks.articles.paragraphs import paragraphs

LONG = (
    "The port of Velmar handled 4.2 million containers last year, its manager said, a tenth more than in the "
    "year before, and expects to pass 5 million once the new quay has opened in the autumn of next year."
)
OTHER = (
    "Dockers have threatened to strike over the plan, which would do away with 310 of 2,400 jobs, because "
    "the cranes on the new quay need no drivers and are run from a room at the gate by a handful of people."
)


def split(text: str) -> list[str]:
    return [text[p.start : p.end] for p in paragraphs(text)]


def test_a_line_is_a_paragraph_where_lines_are_not_wrapped() -> None:
    text = f"A headline\n{LONG}\nReuters\n{OTHER}\nReuters\nINSS"
    assert split(text) == ["A headline", LONG, "Reuters", OTHER, "Reuters", "INSS"]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_wrapped_lines_are_joined(width: int, newline: str) -> None:
    one, two = textwrap.fill(LONG, width), textwrap.fill(OTHER, width)
    text = f"A short headline\n{one}\n\n{two}\n".replace("\n", newline)
    assert [" ".join(p.split()) for p in split(text)] == ["A short headline", LONG, OTHER]


def test_an_indented_first_line_opens_a_paragraph() -> None:
    text = (
        textwrap.fill(LONG, 70, initial_indent="    ")
        + "\n"
        + textwrap.fill(OTHER, 70, initial_indent="    ")
    )
    assert [" ".join(p.split()) for p in split(text)] == [LONG, OTHER]


def test_lists_stay_lists() -> None:
    text = "Figures:\n- 12 ships\n- 310 jobs\n• 5 cranes\n1. One quay\n2) Two gates"
    assert len(split(text)) == 6
    headlines = (
        "Port to grow by a third\nStrike threat over new quay\nCranes run by nobody\nVelmar overtakes Ostmark"
    )
    assert len(split(headlines)) == 4


def test_markdown() -> None:
    text = (
        "---\ntitle: Ports\ndate: 2024-03-05\n---\n# Velmar grows\nIt grew.\n\n```\nx = 5\n\ny = 6\n```\n"
        "| port | boxes |\n|---|---|\n| Velmar | 4.2m |\n\nThe end."
    )
    kinds = [(p.kind, text[p.start : p.end]) for p in paragraphs(text)]
    assert [kind for kind, _ in kinds] == ["metadata", "heading", "text", "code", "table", "text"]
    assert kinds[4][1].splitlines()[-1] == "| Velmar | 4.2m |"


@pytest.mark.parametrize("text", ["", "\n\n", "---", "* * *\n\n***"])
def test_nothing(text: str) -> None:
    assert paragraphs(text) == []
