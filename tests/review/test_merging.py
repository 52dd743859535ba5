"""Names that are merged: all that was decided to be one goes with it, whatever was told apart stays so."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, text

from ingest.model import RawOrder
from review.notices import refusal_words
from store.check import check
from store.contradictions import Contradiction
from store.db import reading
from store.review.names import EntityKind, NameLine, decisions_about, list_names, orders_naming
from store.review.search import find_names
from store.review.split import mentions_of
from store.review.undo import last_of, take_back
from store.review.union import Signature, keep_apart, merge_names
from tests.normalize.orders import make_order
from tests.review.answered import answer, load_all, reread_all

LONG = "МБУ «Центр психолого-педагогической помощи «Маяк»»"
SHORT, STRANGE = "Центр «Маяк»", "Хобот глокий"
CELLS = (
    ("2020-09-01", LONG, "Калмыкова Т.И., методист Лицея № 8", "Вершинина Т.И., методист Лицея № 8"),
    ("2021-09-01", SHORT, STRANGE, "Фадеев К.М., учитель Лицея № 8", "Фадеева К.М., учитель Лицея № 8"),
    ("2022-09-01", SHORT, STRANGE, "методисты Центра «Маяк»", "Калмыкова Т.И., методист Лицея № 8"),
)


def town() -> list[RawOrder]:
    found = []
    for number, (date, *cells) in enumerate(CELLS, start=1):
        raw = make_order([("", "май", cell) for cell in cells])
        head = replace(raw.head, number=str(number), date=date)
        found.append(replace(raw, head=head, sha256=f"{number:064x}", file=f"{number}.docx"))
    return found


def name_of(engine: Engine, entity: EntityKind, name: str) -> NameLine:
    with reading(engine) as connection:
        return next(one for one in list_names(connection, entity, None) if one.name == name)


def signed() -> Signature:
    return Signature("Анна", datetime.now(UTC), None)


def merge(engine: Engine, entity: EntityKind, name: str, into: str) -> None:
    one, other = name_of(engine, entity, name), name_of(engine, entity, into)
    with engine.begin() as connection:
        merge_names(connection, entity, one, other, signed())
    reread_all(engine)


def rows(engine: Engine, query: str) -> list[tuple[object, ...]]:
    with reading(engine) as connection:
        return [tuple(row) for row in connection.execute(text(query))]


BODIES = "SELECT organization, mentions FROM v_organizations WHERE kind <> 'school' ORDER BY 1"
ALIASES = """SELECT coalesce(h.person, g.organization), a.alias FROM v_aliases a
    LEFT JOIN v_people h ON h.person_id = a.person_id
    LEFT JOIN v_organizations g ON g.organization_id = a.organization_id WHERE a.source = 'decision' ORDER BY 1, 2"""
PARTIES = "SELECT * FROM v_parties ORDER BY party_id"


def test_all_that_was_decided_to_be_a_name_goes_with_it(engine: Engine) -> None:
    """As many mentions as the page promises, those of words that an answer gave to the name and those of later orders
    too; and all of it comes back with an undo."""
    load_all(engine, town()[:2])
    answer(engine, "unknown_phrase|", SHORT)
    before = rows(engine, PARTIES)
    short = name_of(engine, "organization", SHORT)
    with reading(engine) as connection:
        promised = len(mentions_of(connection, "organization", short.entity_id, None))
        assert len(orders_naming(connection, "organization", short.entity_id)) == 1
    assert promised == 2
    merge(engine, "organization", SHORT, LONG)
    assert rows(engine, BODIES) == [(LONG, 1 + promised)]
    assert rows(engine, ALIASES) == [(LONG, STRANGE), (LONG, SHORT)]
    load_all(engine, town()[2:])
    assert rows(engine, BODIES) == [(LONG, 6)]
    with engine.begin() as connection:
        last = last_of(connection, "Анна")
        assert last is not None
        take_back(connection, last.decision_id, clerk="Анна", when=datetime.now(UTC))
    reread_all(engine)
    assert [row for row in rows(engine, PARTIES) if row in before] == before
    with reading(engine) as connection:
        assert check(connection) == ()


def test_a_person_is_found_by_the_name_given_up(engine: Engine) -> None:
    load_all(engine, town())
    merge(engine, "person", "Калмыкова Т.И.", "Вершинина Т.И.")
    assert rows(engine, ALIASES) == [("Вершинина Т.И.", "Калмыкова Т.И.")]
    with reading(engine) as connection:
        assert [one.name for one in find_names(connection, "калмыкова", None)] == ["Вершинина Т.И."]
        assert [one.name for one in list_names(connection, "person", "калмыкова")] == ["Вершинина Т.И."]
        assert check(connection) == ()


def test_what_was_answered_in_the_queue_is_not_merged(engine: Engine) -> None:
    """The message names people, and the answer stands on the pages of both."""
    load_all(engine, town())
    report = answer(engine, "pair|фадеев|к|м|фадеева|к|м", chosen="— Это двое")
    assert report.kept == 1
    for name, into in (("Фадеева К.М.", "Фадеев К.М."), ("Фадеев К.М.", "Фадеева К.М.")):
        with pytest.raises(Contradiction) as refused:
            merge(engine, "person", name, into)
        said = " ".join(refusal_words(refused.value).lines)
        assert "Фадеева К.М." in said
        assert "|" not in said
        line = name_of(engine, "person", name)
        with reading(engine) as connection:
            assert len(decisions_about(connection, {line.key}, line.territory)) == 1
            assert decisions_about(connection, {line.key}, "г. Дальний") == ()


def test_kept_apart_is_kept_apart_from_either_side(engine: Engine) -> None:
    load_all(engine, town())
    one, other = (name_of(engine, "person", name) for name in ("Калмыкова Т.И.", "Вершинина Т.И."))
    with engine.begin() as connection:
        keep_apart(connection, "person", one, other, signed())
    with pytest.raises(Contradiction) as refused:
        merge(engine, "person", "Вершинина Т.И.", "Калмыкова Т.И.")
    assert refusal_words(refused.value).lines[0].startswith("Калмыкова Т.И. — Анна")


def test_mentions_of_a_school_are_shown_as_printed(engine: Engine) -> None:
    """Not the person once more: what the order writes around the name tells whether it is another school."""
    cells = (
        "Шестаков А.Н., директор Средней школы № 5, Вязова А.К., учитель",
        "завуч МБОУ СОШ № 5 Лосева П.И.",
        "Руководители Средних школ №№ 5, 7",
    )
    load_all(engine, [make_order([("", "май", cell) for cell in cells])])
    school = name_of(engine, "organization", "Средняя школа № 5")
    with reading(engine) as connection:
        found = mentions_of(connection, "organization", school.entity_id)
        shown = [(one.surface, one.role, one.beside) for one in found]
        (person,) = mentions_of(connection, "person", name_of(engine, "person", "Шестаков А.Н.").entity_id)
    assert shown == [
        ("Шестаков А.Н.", None, "директор Средней школы № 5"),
        ("Лосева П.И.", None, "завуч МБОУ СОШ № 5"),
        ("5", None, "Руководители Средних школ №№"),
    ]
    assert (person.role, person.beside) == ("директор", "Средняя школа № 5")
