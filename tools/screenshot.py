"""The README's picture of the page: the seeds and the draft of docs/examples, in Debian's Chromium.

Usage: python tools/screenshot.py [FILE]    (default: docs/images/page.png)

Needs the packages playwright (in the dev extra) and chromium (apt-get install chromium).
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
ARTICLES = ("seeds", "docs/examples/draft.md")
SIZE = {"width": 1360, "height": 850}


def page(file: Path) -> None:
    """Write the page of ARTICLES, none of its flags decided yet, to `file`."""
    import checks
    from checks import articles
    from checks.reports.page import Page, write

    paths = [path for name in ARTICLES for path in articles.collect(ROOT / name)]
    read = [articles.read(path, id=path.relative_to(ROOT).as_posix()) for path in paths]
    write(file, Page(checks.check(read), read))


def picture(url: str, file: Path, browser: str) -> None:
    """Write what `url` looks like in the program `browser` to `file`."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        tab = chromium.new_page(viewport=SIZE, color_scheme="light")  # type: ignore[arg-type]
        tab.goto(url)
        tab.wait_for_selector("body.ready")
        tab.screenshot(path=file)
        chromium.close()


def main(arguments: list[str]) -> int:
    """Make the picture; the exit code."""
    browser = shutil.which("chromium")
    if browser is None:
        print("no chromium here: apt-get install chromium", file=sys.stderr)
        return 1
    file = Path(arguments[0]) if arguments else ROOT / "docs" / "images" / "page.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        html = Path(folder, "page.html")
        page(html)
        picture(html.as_uri(), file, browser)
    print(f"{file}: {file.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
