"""The page as a file: whole, by itself, and only where it was asked for."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from checks.cli import main
from checks.errors import UserError
from checks.reports.page import Live, Page, write
from checks.reports.page.render import MODULES
from tests.conftest import article


def block(html: str, name: str):
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_html_beside_the_tables(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(project, "news/a.txt", "It sold 5000 </script> and 7.\n")
    article(project, "news/b.txt", "7")
    assert main(["news", "--html", "report.html"]) == 1
    html = (project / "report.html").read_text(encoding="utf-8")
    data = block(html, "data")
    assert [flag["surface"] for flag in data["flags"]] == ["5000", "7"]
    assert data["flags"][1]["evidence"][0]["article"] == 0
    assert data["articles"][0]["parts"] == [[1, 0, "It sold 5000 </script> and 7.", False]]
    assert data["articles"][0]["counts"] == [2, 2, 0, 1, 0, 0]
    assert block(html, "verdicts") == {}
    assert html.count("</script>") == 3
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//|@import|url\(""", html)


def test_verdicts_are_on_it(project: Path) -> None:
    article(project, "a.txt", "5000")
    main(["a.txt"])
    table = (project / "flags.csv").read_text()
    (project / "flags.csv").write_text(table.removesuffix(",\n") + "fine,why\n")
    main(["a.txt", "--html", "r.html"])
    assert [*block((project / "r.html").read_text(), "verdicts").values()] == [["fine", "why"]]


def test_a_place_that_cannot_be_written_is_told_first(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article(project, "a.txt", "5000")
    assert main(["a.txt", "--html", "no/report.html"]) == 2
    assert "no/report.html: cannot be written" in capsys.readouterr().err
    assert not (project / "flags.csv").exists()
    page = Page(*_run())
    with pytest.raises(UserError, match="cannot be written"):
        write(project / "no" / "r.html", page)


def _run():
    import checks

    articles = [checks.Article("a.txt", "5000")]
    return checks.check(articles), articles


def test_an_article_is_not_written_over(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = article(project, "a.txt", "5000")
    assert main(["--html", "a.txt"]) == 2
    assert "a.txt: is no page of ours" in capsys.readouterr().err
    assert path.read_text() == "5000"
    for _ in range(2):
        assert main(["a.txt", "--html", "r.html"]) == 1


def test_a_live_page_has_a_nonce_and_leaves_the_policy_to_the_server(project: Path) -> None:
    html = Page(*_run()).html({}, Live("flags.csv", "abc"))
    assert html.count('nonce="abc"') == 2
    assert "Content-Security-Policy" not in html
    assert 'data-live="flags.csv"' in html


def test_every_module_is_in_the_script_before_what_uses_it() -> None:
    folder = Path(sys.modules["checks.reports.page"].__file__ or "").parent / "js"
    assert sorted(MODULES) == sorted(path.stem for path in folder.glob("*.js"))
    for at, name in enumerate(MODULES):
        used = re.findall(r'from "\./(\w+)\.js"', (folder / f"{name}.js").read_text())
        assert set(used) <= set(MODULES[:at]), name


def test_jinja_is_loaded_only_for_a_page() -> None:
    code = "import sys, checks.cli; checks.cli.main(['--version']); print('jinja2' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.endswith("False\n")
