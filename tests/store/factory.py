"""Orders made by hand, for tests of the database alone."""

from dataclasses import replace
from datetime import UTC, datetime

from ingest.model import Box, OrderHead, Place, RawDoubt, RawOrder, RawRow
from normalize.fold import fingerprint
from normalize.model import (
    Candidate,
    Deadline,
    Measure,
    Order,
    Organization,
    Party,
    Person,
    Question,
    SchoolClaim,
)
from store.model import ImportStamp

TERRITORY = "Каменск-Уральский городской округ"
STAMP = ImportStamp(datetime(2020, 10, 12, 9, 30, tzinfo=UTC), "clerk", "0.1.0", "rules-1")
LATER = replace(STAMP, imported_at=datetime(2020, 11, 1, 8, 0, tzinfo=UTC))

HEAD = OrderHead("306", "2020-10-09", "Управление образования", "О плане мероприятий", "2020/2021", TERRITORY)
PERSON = Person("плотникова|т|а", "Плотникова Т.А.", "Плотникова", "Т.А.", None)
SCHOOLS = tuple(
    Organization(f"школа {number}", f"Школа № {number}", "school", number, kind)
    for number, kind in (("2", "средняя"), ("27", "основная"))
)
AUTHORITY = Organization(
    "управление образования", "Управление образования", "authority", aliases=("УО", "Управления образования")
)
MINISTRY = Organization("министерство", "Министерство образования", "ministry", above_territory=True)

ROWS = (
    RawRow(
        plan=1,
        section="Организационные мероприятия",
        number="1",
        measure="Провести совещание",
        deadline="до 1 ноября",
        responsible="Плотникова Т.А., начальник Управления образования",
        extra=(("Примечание", "срочно"), ("Примечание", "второе")),
        places=(Place(1, 1, 2, (("measure", Box(1, 10.5, 20.25, 99.0, 40.0)),)), Place(2, 2, 1)),
    ),
    RawRow(
        plan=1,
        section="Организационные мероприятия",
        number="2",
        measure="Подготовить отчёт школы № 2",
        deadline="постоянно (третий четверг каждого месяца)",
        responsible="Руководители школ №№ 2, 27",
        extra=(),
        places=(Place(None, 1, 3),),
        doubts=(RawDoubt("continuation", "Строка продолжена?", "отчёт"),),
    ),
    RawRow(
        plan=1,
        section="Контроль",
        number=None,
        measure="Подвести итоги",
        deadline="",
        responsible="Экспертная группа; Министерство образования",
        extra=(),
        places=(Place(None, 1, 5),),
    ),
)


def make_raw(rows: tuple[RawRow, ...] = ROWS, *, sha: str = "a", file: str = "306.docx") -> RawOrder:
    """A raw order № 306 with the given rows; `sha` is repeated to the length of a SHA-256."""
    sections = tuple(dict.fromkeys(row.section for row in rows if row.section is not None))
    header = ("№", "Мероприятие", "Срок", "Ответственные", "Примечание")
    return RawOrder(file, sha * 64, "docx", HEAD, rows, sections, (header,), (RawDoubt("leftover", "Что это?"),))


def make_order(raw: RawOrder | None = None) -> Order:
    """What the rules would read in it: people, schools and deadlines by their printed text alone."""
    raw = make_raw() if raw is None else raw
    measures = tuple(_measure(position, row) for position, row in enumerate(raw.rows, start=1))
    named = {party.organization for one in measures for party in one.parties}
    dateless = tuple(one.position for one in measures if not one.deadlines)
    return Order(
        file=raw.file,
        sha256=raw.sha256,
        head=raw.head,
        territory=TERRITORY,
        school_year="2020/2021",
        measures=measures,
        people=(PERSON,) if any(party.person for one in measures for party in one.parties) else (),
        organizations=tuple(one for one in (*SCHOOLS, AUTHORITY, MINISTRY) if one.key in named),
        claims=tuple(
            SchoolClaim("школа 2", "type", "средняя", one.position, "школы № 2")
            for one in measures
            if "школы № 2" in one.measure
        ),
        questions=tuple(_questions(dateless)),
    )


def _questions(dateless: tuple[int, ...]) -> list[Question]:
    if not dateless:
        return []
    candidate = Candidate("year", "в течение года", ("так у соседей",))
    return [Question("no_deadline|", "no_deadline", "Какой срок?", "", (candidate,), dateless)]


def _measure(position: int, row: RawRow) -> Measure:
    return Measure(
        position=position,
        plan=row.plan,
        section=row.section,
        number=row.number,
        measure=row.measure,
        deadline_text=row.deadline,
        responsible_text=row.responsible,
        extra=row.extra,
        places=row.places,
        fingerprint=fingerprint(row.measure),
        deadlines=_deadlines(row.deadline),
        parties=_parties(row),
    )


def _deadlines(text: str) -> tuple[Deadline, ...]:
    if text.startswith("до "):
        return (Deadline(text, "by", None, "2020-11-01", None, True),)
    if text:
        return (Deadline(text, "recurring", "2020-09-01", "2021-08-31", "FREQ=MONTHLY;BYDAY=3TH", True),)
    return ()


def _parties(row: RawRow) -> tuple[Party, ...]:
    text, found = row.responsible, []
    if "Плотникова Т.А." in text:
        person = _party(row, "Плотникова Т.А.", "person")
        other = (("сертифицированный коуч", None),)
        found.append(
            replace(person, person=PERSON.key, role="начальник", organization=AUTHORITY.key, other_roles=other)
        )
    if "Руководители школ" in text:
        for number in ("2", "27"):
            school = replace(_party(row, number, "school"), role="руководители")
            found.append(replace(school, organization=f"школа {number}"))
    if "Экспертная группа" in text:
        group = replace(_party(row, "Экспертная группа", "group"), role="экспертная группа")
        found.append(replace(group, status="proposed", score=0.5))
    if "Министерство образования" in text:
        found.append(replace(_party(row, "Министерство образования", "organization"), organization=MINISTRY.key))
    if "школы № 2" in row.measure:
        start = row.measure.index("школы № 2")
        party = replace(_party(row, "2", "school"), field="measure", start=start, end=start + 9)
        found.append(replace(party, surface="школы № 2", organization="школа 2", anchor=f"{row.measure}|measure"))
    return tuple(found)


def _party(row: RawRow, surface: str, kind: str) -> Party:
    start = row.responsible.index(surface)
    return Party(
        field="responsible",
        start=start,
        end=start + len(surface),
        surface=surface,
        kind=kind,  # type: ignore[arg-type]
        person=None,
        role=None,
        organization=None,
        status="resolved",
        rule="by hand",
        score=1.0,
        anchor=f"{fingerprint(row.measure)}|responsible|{kind}|{surface}|0",
    )
