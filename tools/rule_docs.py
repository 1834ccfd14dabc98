"""Write docs/rules.md from the rules' docstrings and cases.

python tools/rule_docs.py           # write it
python tools/rule_docs.py --check   # exit 1 if it is out of date
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from checks import rules
from checks.rules.rule import Case, Rule

TARGET = Path(__file__).parents[1] / "docs" / "rules.md"
SHOWN = 3
#: What the reader of a rule's entry needs to know about the rows it sees.
SCOPES = {
    "article": "within an article",
    "pair": "over pairs of figures about the same thing",
    "cluster": "over articles that speak of the same things",
    "reference": "against a table of known values",
    "evidence": "against the evidence given",
}
INTRODUCTION = """\
# The rules

Written by `tools/rule_docs.py` from the rules themselves; do not edit. `python -m checks explain RULE` prints
the same. Severity: an *error* cannot be true as printed, a *warning* is very likely wrong or vouched for by
nobody, a *notice* is worth knowing.
"""


def page(catalogue: dict[str, Rule]) -> str:
    """The whole page as Markdown."""
    return "\n".join([INTRODUCTION, *_contents(catalogue), *(_entry(rule) for rule in catalogue.values())])


def _contents(catalogue: dict[str, Rule]) -> list[str]:
    lines = [
        f"| [{name}](#{name}) | {rule.severity} | {rules.documentation(name)['']} |"
        for name, rule in catalogue.items()
    ]
    return ["| rule | severity | |", "|---|---|---|", *lines, ""]


def _entry(rule: Rule) -> str:
    summary, *parts = rules.documentation(rule.id).items()
    lines = [f"## {rule.id}", "", f"{summary[1]} *{rule.severity.capitalize()}, {SCOPES[rule.scope]}.*", ""]
    for heading, text in parts:
        lines += [f"**{heading}.** {text}", ""]
    lines += ["Flagged:", "", *(f"- {_shown(case)}" for case in rule.flags[:SHOWN]), ""]
    lines += ["Passed:", "", *(f"- {_shown(case)}" for case in rule.passes[:SHOWN]), ""]
    return "\n".join(lines)


def _shown(case: Case) -> str:
    """The case's text with the flagged figures in bold."""
    articles = case.articles()
    texts = []
    left = list(case.figures)
    for article in articles:
        text, at = " ".join(article.text.split()), 0
        while left and (found := text.find(left[0], at)) >= 0:
            surface = left.pop(0)
            text = f"{text[:found]}**{surface}**{text[found + len(surface) :]}"
            at = found + len(surface) + 4
        dated = f" ({article.date.isoformat()})" if article.date else ""
        named = f"{article.id}: " if len(articles) > 1 else ""
        texts.append(f"{named}{text}{dated}")
    return " / ".join(texts)


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or with `--check` compare it; the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 if the page is out of date"
    )
    text = page(rules.catalogue())
    if parser.parse_args(arguments).check:
        if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text:
            return 0
        print(f"{TARGET} is out of date: run python tools/rule_docs.py", file=sys.stderr)
        return 1
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
