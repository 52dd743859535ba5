"""The registry and the orders are kept apart: each can change without the other's losing anything."""

from dataclasses import replace

from sqlalchemy import Engine, text

from store.check import check
from store.db import reading
from store.load import load_order
from store.read import read_knowledge
from store.registry import KnownOrganization, KnownPerson, save_registry
from tests.store.factory import AUTHORITY, MINISTRY, PERSON, STAMP, TERRITORY, make_order, make_raw

KNOWN = KnownPerson(replace(PERSON, name="Плотникова Т. А.", given_names="Татьяна Андреевна"), "people.csv:2")
BODY = KnownOrganization(replace(AUTHORITY, aliases=("УОК",)), "organizations.csv:2")
ABOVE = KnownOrganization(MINISTRY, "organizations.csv:3")


def save(engine: Engine, *known: KnownPerson | KnownOrganization) -> None:
    with engine.begin() as connection:
        save_registry(
            connection,
            TERRITORY,
            [one for one in known if isinstance(one, KnownPerson)],
            [one for one in known if isinstance(one, KnownOrganization)],
        )


def load(engine: Engine) -> None:
    with engine.begin() as connection:
        load_order(connection, make_order(), make_raw(), STAMP)


def column(engine: Engine, query: str) -> list[object]:
    with reading(engine) as connection:
        assert check(connection) == ()
        return list(connection.execute(text(query)).scalars())


def test_registry_is_known_before_any_order(engine: Engine) -> None:
    save(engine, KNOWN, BODY, ABOVE)
    with reading(engine) as connection:
        known = read_knowledge(connection, TERRITORY, None, None, without_order="any")
    assert known.people == (KNOWN.person,)
    assert [one.key for one in known.organizations] == [MINISTRY.key, AUTHORITY.key]
    assert [(one.key, one.source) for one in known.aliases] == [("уок", "registry")]
    assert column(engine, "SELECT mentions FROM v_people") == [0]


def test_registry_and_order_meet_in_either_order(engine: Engine) -> None:
    load(engine)
    ids = column(engine, "SELECT person_id FROM people")
    save(engine, KNOWN, BODY, ABOVE)
    first = column(engine, "SELECT person || ' ' || given_names FROM people")
    load(engine)
    assert column(engine, "SELECT person || ' ' || given_names FROM people") == first
    assert first == ["Плотникова Т. А. Татьяна Андреевна"]
    assert column(engine, "SELECT person_id FROM people") == ids
    assert column(engine, "SELECT alias FROM v_aliases WHERE source = 'registry'") == ["УОК"]


def test_registry_is_replaced_whole(engine: Engine) -> None:
    save(engine, KNOWN, BODY, ABOVE)
    save(engine, KNOWN, BODY, ABOVE)
    load(engine)
    save(engine, ABOVE)
    assert column(engine, "SELECT person_id FROM people WHERE registry IS NOT NULL") == []
    assert column(engine, "SELECT alias FROM v_aliases WHERE source = 'registry'") == []
    assert len(column(engine, "SELECT person_id FROM people")) == 1  # the order names her still


def test_who_is_listed_no_more_is_called_as_orders_print(engine: Engine) -> None:
    save(engine, KNOWN)
    load(engine)
    save(engine)
    assert column(engine, "SELECT given_names FROM v_people") == [None]
    with reading(engine) as connection:
        assert [one.given_names for one in read_knowledge(connection, TERRITORY, None, None).people] == [None]


def test_nobody_stays_who_is_not_listed_or_mentioned(engine: Engine) -> None:
    save(engine, KNOWN, BODY)
    save(engine)
    assert column(engine, "SELECT person_id FROM people") == []
    assert column(engine, "SELECT organization_id FROM organizations") == []
