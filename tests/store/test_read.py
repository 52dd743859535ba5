"""What the stages before the database and the command line are told."""

from dataclasses import replace

from sqlalchemy import Engine

from normalize.model import Alias, Sighting
from store.db import reading
from store.load import load_order
from store.read import find_order, order_summaries, read_knowledge
from tests.store.factory import AUTHORITY, LATER, MINISTRY, PERSON, SCHOOLS, STAMP, TERRITORY, make_order, make_raw


def load(engine: Engine, number: str = "306", territory: str = TERRITORY) -> str:
    head = replace(make_raw().head, number=number)
    raw = replace(make_raw(sha=number[0]), head=head)
    with engine.begin() as connection:
        order = replace(make_order(raw), territory=territory)
        return load_order(connection, order, raw, STAMP).order_id


def test_knowledge_of_a_territory(engine: Engine) -> None:
    load(engine)
    with reading(engine) as connection:
        known = read_knowledge(connection, TERRITORY, None, None)
    assert known.territory == TERRITORY
    assert known.people == (PERSON,)
    plain = replace(AUTHORITY, aliases=())
    assert set(known.organizations) == {*SCHOOLS, plain, MINISTRY}
    assert known.aliases == (
        Alias("уо", AUTHORITY.key, "order"),
        Alias("управления образования", AUTHORITY.key, "order"),
    )


def test_other_territories_know_only_what_stands_above(engine: Engine) -> None:
    load(engine)
    for territory in ("г. Конаково", None):
        with reading(engine) as connection:
            known = read_knowledge(connection, territory, None, None)
        assert (known.people, known.organizations, known.aliases) == ((), (MINISTRY,), ())


def test_sightings_tell_where_a_person_works(engine: Engine) -> None:
    order_id = load(engine)
    with reading(engine) as connection:
        seen = read_knowledge(connection, TERRITORY, None, None).sightings
        assert read_knowledge(connection, TERRITORY, None, None, without_order=order_id).sightings == ()
    assert seen == (
        Sighting(
            person=PERSON.key,
            name=PERSON.name,
            organizations=frozenset({AUTHORITY.key}),
            roles=frozenset({"начальник", "сертифицированный коуч"}),
            posts="начальник, Управление образования; сертифицированный коуч",
            given_names=None,
            order_date="2020-10-09",
            order_number="306",
            sha256="3" * 64,
        ),
    )


def test_an_order_does_not_witness_its_own_names(engine: Engine) -> None:
    full = replace(PERSON, given_names="Татьяна Андреевна")
    order = replace(make_order(), people=(full,))
    with engine.begin() as connection:
        order_id = load_order(connection, order, make_raw(), STAMP).order_id
    load(engine, "400")
    with reading(engine) as connection:
        assert read_knowledge(connection, TERRITORY, None, None).people == (full,)
        alone = read_knowledge(connection, TERRITORY, None, None, without_order=order_id)
    assert alone.people == (PERSON,)


def test_an_order_is_not_its_own_witness(engine: Engine) -> None:
    order_id = load(engine)
    with reading(engine) as connection:
        alone = read_knowledge(connection, TERRITORY, None, None, without_order=order_id)
    assert (alone.people, alone.organizations, alone.aliases) == ((), (), ())
    load(engine, "400")
    with reading(engine) as connection:
        known = read_knowledge(connection, TERRITORY, None, None, without_order=order_id)
    assert (known.people, len(known.organizations), len(known.aliases)) == ((PERSON,), 4, 2)


def test_an_unknown_territory_is_a_place_of_its_own(engine: Engine) -> None:
    load(engine, territory="")
    with reading(engine) as connection:
        assert read_knowledge(connection, TERRITORY, None, None).organizations == (MINISTRY,)
        assert read_knowledge(connection, None, None, None).people == (PERSON,)


def test_summaries(engine: Engine) -> None:
    load(engine)
    load(engine, "400")
    with reading(engine) as connection:
        first, second = order_summaries(connection)
        assert find_order(connection, "400") == find_order(connection, second.order_id) == (second,)
        assert find_order(connection, "nothing") == ()
    assert (first.number, first.measures, first.parties, first.open_questions) == ("306", 3, 6, 1)
    assert first.imported_at == STAMP.imported_at != LATER.imported_at
