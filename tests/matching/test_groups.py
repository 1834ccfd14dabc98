"""Which articles are matched together when there are too many to match each with each."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import checks
from checks.matching import groups, kin, terms
from checks.matching.groups import Keys, Links, keys, links, strong
from checks.model import Article

BEGIN = ["Tar", "Ost", "Bel", "Kol", "Drum", "Vel", "Pol"]
END = ["now", "vik", "mere", "haven", "mark", "som", "wick"]
KINDS = ["mill", "hospital", "warehouse", "school", "foundry", "harbour", "brewery", "library", "museum"]


def stories(count: int) -> list[Article]:
    """Pairs of articles on one fire each, those of a pair far from one another in order."""
    out = []
    for telling in range(2):
        for n in range(count):
            place, kind, who = (
                f"{BEGIN[n % 7]}{END[n // 7 % 7]}",
                KINDS[n % 9],
                f"{END[n % 7]}{BEGIN[n // 7]}",
            )
            text = (
                f"A fire at the {kind} in {place} killed {n + 20} people, the {place} brigade said."
                f" The {place} {kind} had been inspected by Otto {who.title()}sen, records of it show."
            )
            out.append(Article(f"{telling}/{n:03}.txt", f"{text} It is report {telling}."))
    return out


def made(*rows: tuple[int, int, int]) -> Keys:
    article, key, kind = zip(*rows, strict=True)
    return Keys(np.array(article), np.array(key, dtype=np.uint64), np.array(kind, dtype=np.uint8), {})


def test_articles_of_one_story_are_in_one_group(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groups, "MOST", 4)
    articles = stories(12)
    found = groups.grouping(articles, checks.extract(articles))
    assert found is not None
    assert all(found.first[n] == found.first[n + 12] for n in range(12))
    assert np.bincount(found.first).max() <= 4


def test_few_articles_are_one_group() -> None:
    assert groups.grouping(stories(2), checks.extract(stories(2))) is None


def test_groups_are_the_same_however_the_keys_are_split() -> None:
    articles = stories(20)
    met = keys(articles, checks.extract(articles))
    whole = strong([links(met)])
    some = met.key % 3
    parts = [
        links(Keys(met.article[some == n], met.key[some == n], met.kind[some == n], {})) for n in range(3)
    ]
    for one, other in zip(whole[:3], strong(parts)[:3], strict=True):
        np.testing.assert_array_equal(one, other)
    assert len(whole.one)


def test_what_everybody_shares_links_nobody_and_is_counted() -> None:
    most = groups.HOLDERS[groups.OWNED]
    found = links(made(*((n, 7, groups.OWNED) for n in range(most + 1))))
    assert len(found.one) == 0
    assert found.crowded == {7: most + 1}
    assert len(links(made(*((n, 7, groups.OWNED) for n in range(most)))).one) == 2 * most - 3


def test_a_word_links_only_with_others() -> None:
    one = links(made((0, 1, groups.WORD), (1, 1, groups.WORD)))
    assert one.strength.tolist() == [1]
    assert len(strong([one]).one) == 0
    assert len(strong([one] * 6).one) == 1


def test_the_strongest_links_are_followed_first() -> None:
    found = Links(np.array([0, 1, 2]), np.array([1, 2, 3]), np.array([6, 18, 6]), {}, np.array([]))
    first, severed = groups.groups(5, found, most=2)
    assert first.tolist() == [0, 1, 1, 3, 4]
    assert severed == 2


def test_words_common_to_all_groups_make_no_kin() -> None:
    report = "The gearbox of the ferry broke near the pier, and divers lifted the propeller out of the silt."
    articles = [Article("a", report), Article("b", report)]
    assert kin(articles)
    assert not kin(articles, common={terms.hashed(word) for word in terms.vocabulary(report)})


def test_flags_of_a_grouped_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = stories(12)
    wrong = articles[15]
    articles[15] = Article(wrong.id, wrong.text.replace("killed 23 people", "killed 32 people"))
    together = checks.check(articles)
    monkeypatch.setattr(groups, "MOST", 6)
    apart = checks.check(articles)
    loud = together.flags["severity"] == "error"
    assert "1/003.txt" in together.flags["evidence"][loud].sum() + together.flags["article"][loud].sum()
    pd.testing.assert_series_equal(apart.flags["flag"], together.flags["flag"])
