"""Which question comes next, and how a cell is cut where mentions stand."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.marks import cut
from review.queue import in_order
from review.rendering import show
from review.wording import counted, plain_key, russian_date
from store.review.model import PutOff, QueueEntry, Span

TODAY = date(2026, 11, 23)


def entry(key: str) -> QueueEntry:
    return QueueEntry(key, key, key, "abbreviation", "Что?", "Т", "У", 1, 1, datetime(2026, 1, 1, tzinfo=UTC))


def order(later: dict[str, date | None], skipped: list[str]) -> str:
    """`later`: in the order in which they were put off."""
    entries = [entry(key) for key in "abcd"]
    waits = {(key, "Т"): PutOff(seq, day) for seq, (key, day) in enumerate(later.items(), start=1)}
    return "".join(one.key for one in in_order(entries, waits, skipped, TODAY))


@pytest.mark.parametrize(
    ("later", "skipped", "expected"),
    [
        ({}, [], "abcd"),
        ({}, ["a"], "bcda"),
        ({}, ["b", "a"], "cdba"),
        ({"a": None}, [], "bcda"),
        ({"a": date(2026, 12, 1), "b": date(2026, 11, 30)}, [], "cdba"),
        ({"a": TODAY}, [], "abcd"),  # the day has come
        ({"a": None}, ["b", "c", "d"], "abcd"),  # who skips all others comes to what was put off before
        ({"a": None}, ["b", "c", "d", "a"], "bcda"),  # and it goes to the end with them
        (dict.fromkeys("dbca"), [], "dbca"),  # what was put off last comes last
        (dict.fromkeys("dbca"), ["d", "b"], "cadb"),
        ({"b": date(2026, 12, 1), "a": None}, [], "cdab"),  # no return before the day while others are there
        ({"b": date(2026, 12, 1)}, ["a", "c", "d"], "acdb"),
        (dict.fromkeys("abcd", date(2026, 12, 1)), ["a"], "bcda"),  # where nothing else is left K goes on
    ],
)
def test_order_of_questions(later: dict[str, date | None], skipped: list[str], expected: str) -> None:
    assert order(later, skipped) == expected


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_segments_joined_are_the_text(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [Span("measure", min(pair), max(pair)) for pair in pairs]
    assert "".join(one.text for one in cut(text, "measure", spans)) == text


def test_mentions_are_marked_in_their_own_field() -> None:
    spans = [Span("responsible", 0, 5), Span("responsible", 3, 8), Span("measure", 0, 1)]
    assert [(one.text, one.marked) for one in cut("школ №№ 2, 7", "responsible", spans)] == [
        ("школ №№ ", True),
        ("2, 7", False),
    ]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1 вопрос"),
        (2, "2 вопроса"),
        (5, "5 вопросов"),
        (11, "11 вопросов"),
        (21, "21 вопрос"),
        (112, "112 вопросов"),
    ],
)
def test_counted(number: int, words: str) -> None:
    assert counted(number, "вопрос", "вопроса", "вопросов") == words


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("org|гаоу дпо со иро", "гаоу дпо со иро"),
        ("плотникова|т|а", "Плотникова Т.А."),
        ("школьное методическое объединение", "школьное методическое объединение"),
        (None, ""),
    ],
)
def test_keys_as_people_read_them(key: str | None, words: str) -> None:
    assert plain_key(key) == words


def test_dates() -> None:
    assert (russian_date("2020-10-07"), russian_date(None)) == ("07.10.2020", "без даты")


def test_invisible_marks_are_named() -> None:
    assert show("а\u202eб<") == 'а<span class="control" title="невидимый знак">RLO</span>б&lt;'
