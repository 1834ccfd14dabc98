from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checks.flags.identity import Place, flag_id, join_places, split_places


def test_a_flag_is_its_check_its_fact_and_its_evidence() -> None:
    one = flag_id("echo", "x1", ["x2", "x3"])
    assert one == flag_id("echo", "x1", ["x3", "x2", "x3"])
    others = {
        flag_id("big", "x1", ["x2", "x3"]),
        flag_id("echo", "x2", ["x2", "x3"]),
        flag_id("echo", "x1", []),
    }
    assert one not in others
    assert len(others) == 3


def test_an_id_is_no_number_to_a_spreadsheet() -> None:
    assert all(flag_id("echo", str(i), [])[0] == "f" for i in range(50))


text = st.text(st.characters(exclude_characters='":|\n'), min_size=1).map(str.strip).filter(bool)
places = st.builds(Place, text, st.integers(1, 10**6), text)


@given(st.lists(places, max_size=4))
def test_places_read_back(listed: list[Place]) -> None:
    assert list(split_places(join_places(listed))) == listed


def test_awkward_places_read_back() -> None:
    listed = [Place("a: b.txt", 3, 'the "big" $5'), Place("C:/x.txt", 14, "5 | 6"), Place("b.txt", 1, "5")]
    assert list(split_places(join_places(listed))) == listed


def test_what_is_no_place_is_left_out() -> None:
    assert list(split_places("")) == []
    assert list(split_places("see the annex")) == []
