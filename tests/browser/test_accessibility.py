"""axe-core on the page, with a real conflict and its pictures on it, in light and dark."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import checks

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def real():
    told = "The death toll from the Moresby quake rose to {} on {}, officials said."
    days = [("1,026", 14, "Tuesday"), ("1,206", 16, "Thursday"), ("1,160", 18, "Saturday")]
    articles = [
        checks.Article(f"quake/{day}.txt", told.format(toll, weekday), date=dt.date(2025, 1, day))
        for toll, day, weekday in days
    ]
    draft = (ROOT / "docs" / "examples" / "draft.md").read_text(encoding="utf-8")
    articles.append(checks.Article("draft.md", draft, title="Harbour board defends its spending"))
    return checks.check(articles), articles


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_fault(real, serve, visit, scheme):
    # the colours are all that is different in the dark
    options = {} if scheme == "light" else {"runOnly": ["color-contrast"]}
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = visit(serve(*real).url, color_scheme=scheme, bypass_csp=True)  # axe is put in as a script
    page.select_option("#by-rule", "tally-decrease")
    page.wait_for_selector(".plot.tolls")
    assert page.locator(".plot.dots circle.dot").count() >= 3
    for step in (
        lambda: None,
        lambda: page.keyboard.press("f"),
        lambda: page.click("#show-corpus"),
        lambda: page.keyboard.press("?"),
    ):
        step()
        faults = axe.run(page, options=options).response["violations"]
        assert [
            (fault["id"], [node["target"] for node in fault["nodes"]])
            for fault in faults
            if fault["impact"] in ("serious", "critical")
        ] == []


def test_a_phone_shows_one_thing_at_a_time(real, serve, visit):
    page = visit(serve(*real).url, viewport={"width": 390, "height": 844})
    assert not page.locator("#argument").is_visible()
    page.click("[role=option] >> nth=0")
    assert page.locator("#argument").is_visible()
    assert not page.locator("#list").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.click(".evidence a >> nth=0")
    box = page.locator(".article .here").bounding_box()
    assert box is not None
    assert 0 < box["y"] < 844
    page.click("#back")
    assert page.locator("#list").is_visible()
