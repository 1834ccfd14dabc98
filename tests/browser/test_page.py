"""The page in a browser: what it shows, how it is filtered, and that no text can do it harm."""

from __future__ import annotations

import time
from pathlib import Path

import checks
from checks.model import Article
from checks.reports.page import Page, write

HOSTILE = (
    "Sold 5000</script><script>window.hacked=1</script><img src=x onerror=window.hacked=2> {{ 7*7 }} ${1}\n"
    "\u202eesrever 6000\u202c \u0007 \"quoted\" 'single' &lt; 😀 7000 <!-- </script> -->\n"
    "المسؤول 8000 half\n"
)


def shown(page):
    return page.locator("#list [role=option] .surface").all_inner_texts()


def test_flags_are_found_filtered_and_followed(run, visit, tmp_path):
    file = tmp_path / "report.html"
    write(file, Page(*run(a="It sold 5000 of 7.\n\nOr 9000.", b="They sold 7.\n\nAnd 5000.")))
    page = visit(file.as_uri())
    assert shown(page) == ["5000", "9000", "5000", "7", "5000"]
    assert page.inner_text("#count") == "5 flags"
    page.fill("#search", "AGAIN 7 again")
    page.select_option("#by-rule", "echo")
    assert shown(page) == ["7"]
    page.wait_for_selector(".current >> text=/^7$/")
    assert page.inner_text(".argument .sum") == "7 again"
    assert page.locator(".article .fig").all_inner_texts() == ["7", "5000"]
    page.click(".evidence a")
    assert page.locator(".article .here").inner_text() == "7"
    assert "a.txt" in page.inner_text(".article .id")
    page.click("text=Back to it")
    assert page.locator(".article .current").inner_text() == "7"
    page.click("#reset")
    page.click(".chip.error")
    assert shown(page) == ["7", "5000"]
    page.select_option("#by-rule", "big-figure")
    assert page.inner_text(".nobody") == "No flag is like that."
    page.click("#reset")
    page.select_option("#by-article", label="b.txt (3)")
    assert shown(page) == ["5000", "7", "5000"]


def test_keys_move_and_step_and_ask_for_help(run, visit, tmp_path):
    file = tmp_path / "report.html"
    write(file, Page(*run(a="It sold 5000 of 7.\nOr 9000.")))
    page = visit(file.as_uri())
    page.keyboard.press("j")
    assert page.inner_text(".argument .sum") == "9000 is big"
    page.keyboard.press(",")
    assert page.inner_text("#figure").startswith("7: ")
    page.keyboard.press("k")
    assert page.inner_text(".argument .sum") == "5000 is big"
    page.keyboard.press("/")
    page.keyboard.type("9000")
    assert shown(page) == ["9000"]
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("dialog").is_visible()
    page.uncheck("#single")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "search"


def test_hostile_text_is_shown_as_it_is(run, visit, tmp_path):
    file = tmp_path / "report.html"
    named = {"<img src=x onerror=window.hacked=3>": "It sold 5000.", "\u202eb": "9000"}
    write(file, Page(*run(a=HOSTILE, **named)))
    page = visit(file.as_uri())
    assert sorted(shown(page)) == ["5000", "5000", "5000", "6000", "7000", "8000", "9000"]
    page.click("[role=option] >> nth=1")
    assert "</script><script>window.hacked=1</script><img src=x onerror=window.hacked=2> {{ 7*7 }} ${1}" in (
        page.inner_text(".article")
    )
    assert page.locator(".article .fig.flagged").all_inner_texts() == ["5000", "6000", "7000", "8000"]
    assert "\u202e" not in page.inner_text("body")
    page.click("#show-corpus")
    assert "<img src=x onerror=window.hacked=3>" in page.inner_text("#articles")


def test_a_paragraph_of_a_megabyte_and_five_thousand_flags_stay_fluid(run, visit, tmp_path):
    file = tmp_path / "report.html"
    many = "\n".join(f"They sold {n} of them, and that is a lot of them." for n in range(1001, 6001))
    result = run(["big-figure"], long="word " * 200_000 + "5000 " + "word " * 50_000, many=many)
    write(file, Page(*result))
    start = time.perf_counter()
    page = visit(file.as_uri())
    assert time.perf_counter() - start < 8
    assert page.inner_text("#count") == "5,001 flags"
    assert page.locator("#list [role=option]").count() < 40
    taken = page.evaluate(
        """() => { const field = document.getElementById("search"); const start = performance.now();
        field.value = "sold 5500"; field.dispatchEvent(new Event("input"));
        document.getElementById("list").offsetHeight; return performance.now() - start; }"""
    )
    assert taken < 500
    assert shown(page) == ["5500"]


def test_what_is_printed_is_what_is_found(run, visit, tmp_path):
    file = tmp_path / "report.html"
    write(file, Page(*run(a="It sold 5000 of 7.\nOr 9000.")))
    page = visit(file.as_uri())
    page.fill("#search", "9000")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".paper h2").all_inner_texts() == ["9000 is big"]
    assert not page.locator("#list").is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".paper").count() == 0


def test_a_corpus_without_a_flag_says_so(run, visit, tmp_path):
    file = tmp_path / "report.html"
    write(file, Page(*run(a="It sold 7.")))
    assert "No flag at all" in visit(file.as_uri()).inner_text(".nobody")


def test_the_same_run_gives_the_same_page(run, tmp_path: Path) -> None:
    pages = [Page(*run(a="It sold 5000 of 7.", b="7")).html() for _ in range(2)]
    assert pages[0] == pages[1]


def test_what_bears_a_figure_out_is_read_beside_it(visit, tmp_path):
    articles = [
        Article("draft.md", "The port handled 4.9 million tonnes of cargo in 2024.\n\nIt lost 70 jobs.")
    ]
    report = "The port handled 4.93 million tonnes of cargo in 2024, <b>after</b> 4.4 million tonnes in 2023."
    file = tmp_path / "report.html"
    write(file, Page(checks.check(articles, evidence=[Article("report.txt", report)]), articles))
    page = visit(file.as_uri())
    assert page.locator(".article .fig.borne").all_inner_texts() == ["4.9 million tonnes", "2024"]
    page.click(".fig.borne >> nth=0")
    said = page.inner_text("#figure")
    assert "Borne out, rounded, by" in said
    assert report in said
    assert page.inner_text("#figure b") == "4.93 million tonnes"
