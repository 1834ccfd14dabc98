from __future__ import annotations

from checks.matching import terms
from checks.matching.kinship import KIN, SAID, kin
from checks.model import Article

REPORT = (
    "The Tollan shipyard will build six tugs for the harbour board at Merrow, the yard said. The board pays"
    " €41 million for them, and the first is to be launched in the spring. The yard employs 820 welders and"
    " fitters. Ministers praised the order, and a union asked for apprenticeships. Rivals in Gdansk lost out."
)
SUMMARY = "The Tollan shipyard builds six tugs for the Merrow harbour board for €41 million and employs 820."
OTHER = (
    "Farmers in the Orsk valley lost 300 sheep to wolves last winter, and shepherds want a cull of the packs."
)


def articles(*texts: str) -> list[Article]:
    return [Article(id=f"{n}.txt", text=text) for n, text in enumerate(texts)]


def test_a_summary_is_kin_to_its_document() -> None:
    (found,) = kin(articles(REPORT, SUMMARY))
    assert (found.shorter, found.longer) == ("1.txt", "0.txt")
    assert found.share > 0.6


def test_other_news_is_no_kin() -> None:
    assert kin(articles(REPORT, OTHER)) == []


def test_one_article_has_no_kin() -> None:
    assert kin(articles(REPORT)) == []


def test_a_word_that_many_hold_brings_nobody_together() -> None:
    assert kin(articles(*[f"{OTHER} Part {n}." for n in range(20)])) == []


def test_kin_have_met_where_one_names_whom_the_other_names_anywhere() -> None:
    (found,) = kin(articles(REPORT, SUMMARY))
    assert found.met
    renamed = SUMMARY.replace("Tollan", "Sarvik").replace("Merrow", "Ostend")
    assert not any(one.met for one in kin(articles(REPORT, renamed)))


def test_a_second_report_of_an_event_is_no_kin() -> None:
    """It shares most of its words with the first, and has more of its own than a summary would."""
    first = (
        f"{REPORT} {OTHER} Ministers promised grants, loans, training, advice and further talks in autumn."
    )
    own = (
        "neighbours shouting sirens broken glass baker blankets lamps students nurses plumbers sailor cellars"
    )
    few, many = (f"{REPORT} {words}." for words in (own, f"{own} gardens ditches barns ladders ropes tents"))
    for text in (few, many):
        held, known = terms.vocabulary(text), terms.vocabulary(first)
        assert KIN < len(held & known) / len(held) < SAID  # so that the words of its own decide
    assert len(kin(articles(first, few))) == 1
    assert kin(articles(first, many)) == []
