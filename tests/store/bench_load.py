"""Loading and asking a big database: `python -m tests.store.bench_load [rows] [postgresql URL]`.

Prints the speed of `insert_rows` on generated party rows as a ratio to a bare COPY or a bare executemany of the
same rows into the same table, then the time of the queries that services ask most, and of searches.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import psycopg
from sqlalchemy import Connection, Engine, text

from store.bulk import Row, insert_rows
from store.db import open_engine, reading, upgrade
from store.search import search
from store.search_write import rebuild_search
from store.tables import deadlines, measures, orders, organizations, parties, people
from tests.conftest import _database, _serve

PER_MEASURE, MEASURES_PER_ORDER, ORDERS_PER_TERRITORY, SCHOOLS, PERSONS = 4, 70, 10, 40, 60
QUERIES = {
    "what must school № 27 of a town do in November": """
        SELECT DISTINCT m.measure_id, m.measure FROM v_parties p
        JOIN v_measures m ON m.measure_id = p.measure_id JOIN v_deadlines d ON d.measure_id = p.measure_id
        JOIN v_orders o ON o.order_id = p.order_id
        WHERE p.school_number = '27' AND o.territory = 'город 3'
        AND d.starts_on <= '2020-11-30' AND d.ends_on >= '2020-11-01'""",
    "all measures of a person": """
        SELECT m.measure_id, m.measure FROM v_parties p JOIN v_measures m ON m.measure_id = p.measure_id
        WHERE p.person = 'Человек 7 города 3'""",
    "what is due this week": """
        SELECT d.measure_id, m.measure, d.ends_on FROM v_deadlines d JOIN v_measures m ON m.measure_id = d.measure_id
        WHERE d.ends_on BETWEEN '2020-11-02' AND '2020-11-08'""",
    "one person of v_people": "SELECT * FROM v_people WHERE person = 'Человек 7 города 3'",
}


SEARCHES = {
    "a word of every measure": "мероприятиями",
    "two words, one in a hundred": "темой 96",
    "two words, together in 3": "раздел 7 тема 5",
    "a word of one measure": "мероприятие 12345",
    "words that are never together": "тема 96 больница",
    "a person": "человека 7 города 3",
    "a hundred words": " ".join(f"тема{n}" for n in range(100)),
}


def main(rows: int, url: str | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        measure_database(f"sqlite:///{folder}/bench.db", rows)
    if url is not None:
        measure_database(url, rows)
        return
    with tempfile.TemporaryDirectory() as folder:
        for server in _serve(Path(folder)):
            for own in _database(server):
                measure_database(own, rows)


def measure_database(url: str, rows: int) -> None:
    engine = open_engine(url)
    upgrade(engine)
    territories = max(1, rows // (PER_MEASURE * MEASURES_PER_ORDER * ORDERS_PER_TERRITORY))
    made = list(make_parties(territories))
    with engine.begin() as connection:
        for table, source in make_others(territories):
            insert_rows(connection, table, source)
    bare = timed(engine, lambda connection: insert_bare(connection, made), keep=False)
    ours = timed(engine, lambda connection: insert_rows(connection, parties, made), keep=True)
    speed = f"ours {ours:.1f} s, bare {bare:.1f} s, {bare / ours:.2f} of its speed"
    say(f"{engine.dialect.name}: {len(made)} parties, {speed}")
    with engine.begin() as connection:
        start = time.perf_counter()
        texts = rebuild_search(connection)
    say(f"{engine.dialect.name}: {texts} texts made searchable in {time.perf_counter() - start:.1f} s")
    ask(engine)
    engine.dispose()


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def timed(engine: Engine, load: Callable[[Connection], object], *, keep: bool) -> float:
    with engine.connect() as connection, connection.begin() as transaction:
        start = time.perf_counter()
        load(connection)
        seconds = time.perf_counter() - start
        if not keep:
            transaction.rollback()
    return seconds


def insert_bare(connection: Connection, rows: list[Row]) -> None:
    names = list(rows[0])
    tuples = [tuple(row.values()) for row in rows]
    driver = connection.connection.driver_connection
    if isinstance(driver, psycopg.Connection):
        with driver.cursor() as cursor, cursor.copy(f"COPY parties ({', '.join(names)}) FROM STDIN") as copy:
            for one in tuples:
                copy.write_row(one)
        return
    marks = ", ".join("?" * len(names))
    driver.executemany(f"INSERT INTO parties ({', '.join(names)}) VALUES ({marks})", tuples)


def ask(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("ANALYZE"))
    with reading(engine) as connection:
        for name, query in QUERIES.items():
            say_median(engine, name, lambda query=query: connection.execute(text(query)).all())
        for name, words in SEARCHES.items():
            say_median(engine, f"search: {name}", lambda words=words: search(connection, words))


def say_median(engine: Engine, name: str, find: Callable[[], Sequence[object]]) -> None:
    times = []
    for _ in range(5):
        start = time.perf_counter()
        found = find()
        times.append(time.perf_counter() - start)
    say(f"{engine.dialect.name}: {name}: {len(found)} rows, {sorted(times)[2] * 1000:.1f} ms")


def make_parties(territories: int) -> Iterator[Row]:
    for town, order, measure in all_measures(territories):
        serial = int(measure.split("-")[1])
        for seq in range(1, PER_MEASURE + 1):
            person, school = (serial + seq) % PERSONS, (serial * PER_MEASURE + seq) % SCHOOLS
            yield {
                "party_id": f"party-{serial}-{seq}-0000-0000-000000000000",
                "measure_id": measure,
                "order_id": order,
                "field": "responsible",
                "seq": seq,
                "starts_at": 10 * seq,
                "ends_at": 10 * seq + 8,
                "surface": "школа 27",
                "kind": "person" if seq == 1 else "school",
                "person_id": f"person-{town}-{person}" if seq == 1 else None,
                "role": "руководители",
                "organization_id": f"school-{town}-{school}",
                "status": "resolved",
                "rule": "generated",
                "score": 1.0,
                "anchor": f"{serial:016x}|responsible|school|{seq}|0",
            }


def make_others(territories: int) -> Iterator[tuple]:
    towns = range(territories)
    yield orders, (order_row(town, n) for town in towns for n in range(ORDERS_PER_TERRITORY))
    yield people, (person_row(town, n) for town in towns for n in range(PERSONS))
    yield organizations, (school_row(town, n) for town in towns for n in range(SCHOOLS))
    yield measures, (measure_row(order, measure) for _, order, measure in all_measures(territories))
    yield deadlines, (deadline_row(order, measure) for _, order, measure in all_measures(territories))


def all_measures(territories: int) -> Iterator[tuple[int, str, str]]:
    serial = 0
    for town in range(territories):
        for n in range(ORDERS_PER_TERRITORY):
            for _ in range(MEASURES_PER_ORDER):
                serial += 1
                yield town, f"order-{town}-{n}", f"measure-{serial}-0000-0000-000000000000"


def order_row(town: int, n: int) -> Row:
    return {
        "order_id": f"order-{town}-{n}",
        "order_number": str(n),
        "order_date": "2020-10-09",
        "territory": f"город {town}",
        "school_year": "2020/2021",
        "source_file": "x.docx",
        "source_sha256": "x",
        "imported_at": datetime(2020, 10, 12, tzinfo=UTC),
        "rules_version": "1",
        "reading_sha256": "x",
    }


def person_row(town: int, n: int) -> Row:
    name = f"Человек {n} города {town}"
    return {
        "person_id": f"person-{town}-{n}",
        "territory": f"город {town}",
        "key": name,
        "person": name,
        "surname": name,
        "initials": "А.А.",
    }


def school_row(town: int, n: int) -> Row:
    return {
        "organization_id": f"school-{town}-{n}",
        "territory": f"город {town}",
        "above_territory": False,
        "key": f"школа {n}",
        "organization": f"Школа № {n}",
        "kind": "school",
        "school_number": str(n),
    }


def measure_row(order: str, measure: str) -> Row:
    serial = int(measure.split("-")[1])
    return {
        "measure_id": measure,
        "order_id": order,
        "position": (serial - 1) % MEASURES_PER_ORDER + 1,
        "plan": 1,
        "measure": f"Провести мероприятие {serial}: тема {serial % 97}, раздел {serial % 1009}",
        "responsible_text": "школа 27 " * PER_MEASURE,
        "extra": {},
        "places": [],
        "fingerprint": f"{serial:016x}",
    }


def deadline_row(order: str, measure: str) -> Row:
    start = date(2018, 9, 1) + timedelta(days=int(measure.split("-")[1]) * 7 % 1461)
    return {
        "measure_id": measure,
        "order_id": order,
        "seq": 1,
        "text": "срок",
        "kind": "period",
        "starts_on": start.isoformat(),
        "ends_on": (start + timedelta(days=14)).isoformat(),
        "inferred": True,
    }


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000, sys.argv[2] if len(sys.argv) > 2 else None)
