"""What the stages before the database and the command line are told."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from normalize.model import Alias, Organization, OwnName, Sighting
from store.db import reading
from store.load import load_order
from store.read import find_order, order_summaries, read_knowledge
from store.review.rereads import next_reread, request_rereads
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


NAME = OwnName(Organization("org|мбу цро", "МБУ «ЦРО»", "center"), sure=True)


def load_named(engine: Engine, number: str, date: str, *names: OwnName) -> str:
    raw = replace(make_raw(sha=number[0]), head=replace(make_raw().head, number=number, date=date))
    with engine.begin() as connection:
        return load_order(connection, replace(make_order(raw), own_names=names), raw, STAMP).order_id


def test_established_names_have_the_earliest_order_that_is_sure(engine: Engine) -> None:
    unsure = replace(NAME, sure=False)
    spelt = OwnName(replace(NAME.organization, name="МБУ ЦРО"), sure=True)
    load_named(engine, "100", "2019-10-01", unsure)
    second = load_named(engine, "200", "2021-10-01", NAME)
    load_named(engine, "300", "2022-10-01", spelt)
    with reading(engine) as connection:
        known = read_knowledge(connection, TERRITORY, None, None).established
        assert read_knowledge(connection, "г. Конаково", None, None).established == ()
        others = read_knowledge(connection, TERRITORY, None, None, without_order=second).established
    assert {one.organization.name: one.signed[0] for one in known} == {
        "МБУ «ЦРО»": "2021-10-01",
        "МБУ ЦРО": "2022-10-01",
    }
    assert [one.organization.name for one in others] == ["МБУ ЦРО"]


def test_a_name_that_an_order_leaves_open_is_no_knowledge(engine: Engine) -> None:
    order = make_order()
    unread = tuple(
        replace(one, parties=tuple(replace(party, status="unresolved") for party in one.parties))
        for one in order.measures
    )
    with engine.begin() as connection:
        load_order(connection, replace(order, measures=unread), make_raw(), STAMP)
    with reading(engine) as connection:
        known = read_knowledge(connection, TERRITORY, None, None)
    assert (known.people, known.sightings) == ((), ())
    load(engine, "400")  # another order knows the nominative
    with reading(engine) as connection:
        known = read_knowledge(connection, TERRITORY, None, None)
    assert known.people == (PERSON,)
    assert [one.order_number for one in known.sightings] == ["400"]


def test_given_names_are_what_orders_print_now(engine: Engine) -> None:
    """Read again, the order gives the full name to somebody else."""
    full = replace(make_order(), people=(replace(PERSON, given_names="Татьяна Андреевна"),))
    with engine.begin() as connection:
        load_order(connection, full, make_raw(), STAMP)
        load_order(connection, make_order(), make_raw(), STAMP, reread=True)
    with reading(engine) as connection:
        assert read_knowledge(connection, TERRITORY, None, None).people == (PERSON,)


def test_the_earliest_order_is_read_again_first(engine: Engine) -> None:
    later, earlier = load_named(engine, "200", "2021-10-01"), load_named(engine, "300", "2019-10-01")
    with engine.begin() as connection:
        request_rereads(connection, [later], STAMP.imported_at)
        request_rereads(connection, [earlier], LATER.imported_at)
        assert next_reread(connection) == earlier
        assert next_reread(connection, [earlier]) == later


@pytest.mark.parametrize("turned", [False, True])
def test_given_names_of_the_earliest_order_stay(engine: Engine, turned: bool) -> None:
    """A later order's other given names are asked about; the person keeps those known before."""
    said = [("200", "2019-10-01", "Татьяна Андреевна"), ("300", "2021-10-01", "Тамара Антоновна")]
    for number, date, given in reversed(said) if turned else said:
        raw = make_raw(sha=number[0])
        raw = replace(raw, head=replace(raw.head, number=number, date=date))
        order = replace(make_order(raw), people=(replace(PERSON, given_names=given),))
        with engine.begin() as connection:
            load_order(connection, order, raw, STAMP)
    with reading(engine) as connection:
        assert [one.given_names for one in read_knowledge(connection, TERRITORY, None, None).people] == [
            "Татьяна Андреевна"
        ]
