"""Comments to checks in HTML pages: they suppress what they would in Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

import checks
from checks.articles import read
from checks.articles.readers.html_comments import marked
from checks.flags.suppressions import SuppressionError

PAGE = """\
<html><head><title>Velmar Ferries had a strong year</title>{head}</head>
<body><nav><a href="/">Home</a>{nav}</nav><article>
<h1>Velmar Ferries had a strong year</h1>
<p>Sales rose 20% from $100 million to $150 million, the company said.{inside}</p>{line}
<p>Costs rose 30% from $10 million to $18 million, the company said in its report.</p>
{alone}
<p><b>Rents</b> rose 40% from $3 million to $7 million, the company said in its report.</p>
</article><footer><p>© 2025 Velmar Media {foot}</p></footer></body></html>
"""
PLACES = dict.fromkeys(("head", "nav", "inside", "line", "alone", "foot"), "")
RULE = "<!-- checks: ignore percent-change -->"


def flagged(folder: Path, **given: str) -> checks.Result:
    file = folder / "a.html"
    file.write_text(PAGE.format(**PLACES | given), encoding="utf-8")
    return checks.check([read(file, id="a.html")], select=["percent-change"])


@pytest.mark.parametrize(
    ("place", "comment", "left"),
    [
        ("head", "", ["20%", "30%", "40%"]),
        ("inside", RULE, ["30%", "40%"]),
        ("line", RULE, ["30%", "40%"]),
        ("line", "\n" + RULE, ["20%", "40%"]),
        ("alone", RULE, ["20%", "30%"]),
        ("alone", "<!-- a note to people --><!-- checks:\n ignore percent-change -->", ["20%", "30%"]),
        ("alone", "<!-- checks: ignore -->", ["20%", "30%"]),
        ("head", "<!-- checks: ignore-article percent-change -->", []),
        ("alone", "<p>Some show &lt;!-- checks: ignore x --&gt; to readers.</p>", ["20%", "30%", "40%"]),
        ("head", f"<script>'{RULE}'</script>", ["20%", "30%", "40%"]),
    ],
)  # fmt: skip
def test_reach(tmp_path: Path, place: str, comment: str, left: list[str]) -> None:
    result = flagged(tmp_path, **{place: comment})
    assert list(result.flags["surface"]) == left
    assert result.suppressed == 3 - len(left)
    assert result.stale == ()
    assert set(result.facts["line"]) == {2, 3, 4} or "show" in comment


def test_one_outside_of_the_article_is_said_to_do_nothing(tmp_path: Path) -> None:
    result = flagged(tmp_path, foot=RULE)
    assert len(result.flags) == 3
    (stale,) = result.stale
    assert stale == f"a.html:5: {RULE} suppresses nothing (any more); take it out"


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("<!-- checks: ignore percent-chnge -->", "no rule 'percent-chnge'; did you mean 'percent-change'"),
        ("<!-- checks: ignroe -->", "there is no 'ignroe'"),
        ("<!-- checks: ignore percent-change", "is not closed; end it with -->"),
        ("<!-- check: ignore percent-change -->", "is nearly one to checks"),
    ],
)
@pytest.mark.parametrize("place", ["nav", "alone", "foot"])
def test_what_cannot_be_followed_is_an_error(tmp_path: Path, place: str, comment: str, message: str) -> None:
    with pytest.raises(SuppressionError, match=message):
        flagged(tmp_path, **{place: comment})


def test_a_comment_is_in_no_title(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    page = PAGE.format(**PLACES).replace("<h1>", f"{RULE}\n<h1>")
    file.write_text(page, encoding="utf-8")
    article = read(file, id="a.html")
    assert article.title == "Velmar Ferries had a strong year"
    assert article.text.count(article.title) == 1


def test_a_page_without_a_comment_to_checks_stays_as_it_is() -> None:
    page = b"<!-- checks nothing --><p>5</p><!-- > -->"
    assert marked(page) == (page, [], [], [])
