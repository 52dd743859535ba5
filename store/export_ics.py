"""Deadlines as a calendar (RFC 5545): what is due as a task, what takes place as an event."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from dateutil.rrule import rrulestr
from icalendar import Calendar, Event, Todo, vRecur
from sqlalchemy import Connection, select

from normalize.calendar_year import school_year_bounds
from store.export import Progress
from store.moved import written_anew
from store.selection import Selection, restrict
from store.view_rows import view_table
from store.views import V_DEADLINES, V_MEASURES, V_ORDERS

DAY = timedelta(days=1)
SUMMARY_CHARACTERS = 120


@dataclass(frozen=True, slots=True)
class _Entry:
    """A deadline with its measure and order."""

    measure_id: str
    seq: int
    text: str | None
    kind: str
    starts_on: date | None
    ends_on: date | None
    rrule: str | None
    number: str | None
    measure: str | None
    section: str | None
    responsible: str | None
    order_number: str | None
    school_year: str | None
    imported_at: datetime


def write(connection: Connection, folder: Path, selection: Selection, progress: Progress) -> tuple[Path, ...]:
    """prikaz.ics with the selection's deadlines; the selection of a school or person makes their calendar."""
    path, calendar = folder / "prikaz.ics", Calendar()
    calendar.add("prodid", "-//prikaz//prikaz//RU")
    calendar.add("version", "2.0")
    entries = _entries(connection, selection)
    for entry in entries:
        calendar.add_component(_component(entry))
    progress(V_DEADLINES.name, len(entries))
    with written_anew(path) as temporary:
        temporary.write_bytes(calendar.to_ical())
    return (path,)


def _entries(connection: Connection, selection: Selection) -> list[_Entry]:
    d, m, o = (view_table(view) for view in (V_DEADLINES, V_MEASURES, V_ORDERS))
    columns = (
        *(d.c.measure_id, d.c.seq, d.c.text, d.c.kind, d.c.starts_on, d.c.ends_on, d.c.rrule),
        *(m.c.number, m.c.measure, m.c.section, m.c.responsible_text),
        *(o.c.order_number, o.c.school_year, o.c.imported_at),
    )
    joined = d.join(m, m.c.measure_id == d.c.measure_id).join(o, o.c.order_id == d.c.order_id)
    query = select(*columns).select_from(joined).order_by(o.c.order_date, o.c.order_id, m.c.position, d.c.seq)
    where = restrict(d, selection)
    rows = connection.execute(query if where is None else query.where(where))
    return [_Entry(*tuple(row)) for row in rows]


def _component(entry: _Entry) -> Event | Todo:
    if entry.rrule is not None:
        return _repeated(entry)
    if entry.kind == "period" and entry.starts_on is not None and entry.ends_on is not None:
        return _event(entry, entry.starts_on, entry.ends_on)
    return _task(entry)


def _task(entry: _Entry) -> Todo:
    """By a day, from a day on, or without any: a task may have no date at all."""
    task = Todo()
    _describe(task, entry)
    if entry.starts_on is not None:
        task.add("dtstart", entry.starts_on)
    # RFC 5545, 3.8.2.3: DUE lies after DTSTART.
    if entry.ends_on is not None and (entry.starts_on is None or entry.starts_on < entry.ends_on):
        task.add("due", entry.ends_on)
    return task


def _event(entry: _Entry, first: date, last: date) -> Event:
    event = Event()
    _describe(event, entry)
    event.add("dtstart", first)
    event.add("dtend", last + DAY)  # exclusive, RFC 5545 3.6.1
    return event


def _repeated(entry: _Entry) -> Event | Todo:
    """Yearly: the bounds are those of the first time. More often: the bounds are those of the whole series."""
    first, last = entry.starts_on, entry.ends_on
    if first is None:
        first, last = _school_year(entry.school_year)
    if first is None or entry.rrule is None:
        return _task(entry)
    rule = vRecur.from_ical(entry.rrule)
    if "YEARLY" in rule["FREQ"]:
        event = _event(entry, first, last or first)
    else:
        day = _first_time(entry.rrule, first, last)
        event = _event(entry, day, day)
        if last is not None and "UNTIL" not in rule and "COUNT" not in rule:
            rule["UNTIL"] = [last]
    event.add("rrule", rule)
    return event


def _first_time(rrule: str, first: date, last: date | None) -> date:
    """DTSTART is itself the first time (RFC 5545, 3.8.5.3): 1 September is no third Thursday."""
    start = datetime(first.year, first.month, first.day)
    found = rrulestr(rrule, dtstart=start).after(start, inc=True)
    if found is None or (last is not None and found.date() > last):
        return first
    return date(found.year, found.month, found.day)


def _school_year(printed: str | None) -> tuple[date | None, date | None]:
    """The bounds of a series that nothing else bounds («ежеквартально»)."""
    return (None, None) if printed is None else school_year_bounds(int(printed.partition("/")[0]))


def _describe(component: Event | Todo, entry: _Entry) -> None:
    component.add("uid", f"{entry.measure_id}-{entry.seq}@prikaz")
    component.add("dtstamp", entry.imported_at.astimezone(UTC))
    component.add("summary", _summary(entry))
    order = f"Приказ № {entry.order_number}" if entry.order_number is not None else None
    place = f"п. {entry.number}" if entry.number is not None else None
    head = ", ".join(part for part in (order, place) if part)
    lines = (head, entry.measure, f"Срок: {entry.text or '—'}", f"Ответственные: {entry.responsible or '—'}")
    component.add("description", "\n".join(line for line in lines if line))
    if entry.section is not None:
        component.add("categories", [entry.section])


def _summary(entry: _Entry) -> str:
    text = " ".join((entry.measure or "").split())
    return text if len(text) <= SUMMARY_CHARACTERS else text[: SUMMARY_CHARACTERS - 1].rstrip() + "…"
