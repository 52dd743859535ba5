"""The public views (CONTRACT §2): their columns in words, and their SQL, the same for both databases.

A change here breaks other people's programs. The migration that made the views holds its own frozen copy of
the SQL; tests/store/public_views.json holds the promise.
"""

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["text", "integer", "number", "boolean", "date", "moment", "json"]


@dataclass(frozen=True, slots=True)
class ViewColumn:
    name: str
    type: ColumnType
    words: str


@dataclass(frozen=True, slots=True)
class View:
    """A public view; `sql` is what follows CREATE VIEW … AS, its columns in the order of `columns`."""

    name: str
    words: str
    columns: tuple[ViewColumn, ...]
    order_by: str  # the order in which exports write the rows
    sql: str


def _columns(*rows: tuple[str, ColumnType, str]) -> tuple[ViewColumn, ...]:
    return tuple(ViewColumn(*row) for row in rows)


V_ORDERS = View(
    "v_orders",
    "one row per order",
    _columns(
        ("order_id", "text", "id of the order"),
        ("order_number", "text", "as printed: «306»; NULL if none is printed"),
        ("order_date", "date", "the day of signing; NULL if none is printed"),
        ("issuer", "text", "who issued the order, nominative"),
        ("territory", "text", "town or district within which a school's number and a name mean one thing"),
        ("title", "text", "what the order is about"),
        ("school_year", "text", "«2020/2021»"),
        ("source_file", "text", "name of the file that the rows come from"),
        ("source_sha256", "text", "of that file"),
        ("imported_at", "moment", "when that file was first loaded, UTC"),
        ("measures", "integer", "how many measures the order has"),
        ("open_questions", "integer", "how many questions of the order are open"),
    ),
    "order_date, order_number, order_id",
    """
SELECT o.order_id, o.order_number, o.order_date, o.issuer, o.territory, o.title, o.school_year,
       o.source_file, o.source_sha256, o.imported_at,
       CAST((SELECT count(*) FROM measures m WHERE m.order_id = o.order_id) AS integer) AS measures,
       CAST((SELECT count(*) FROM questions q WHERE q.order_id = o.order_id) AS integer) AS open_questions
FROM orders o""",
)

V_MEASURES = View(
    "v_measures",
    "one row per measure, its cells as printed",
    _columns(
        ("measure_id", "text", "id of the measure; stays when the order is renumbered"),
        ("order_id", "text", "its order"),
        ("order_number", "text", "of its order"),
        ("order_date", "date", "of its order"),
        ("school_year", "text", "of its order"),
        ("plan", "integer", "1-based: which measure table of the file, 1 when there is one"),
        ("section", "text", "title of its section; NULL if none"),
        ("position", "integer", "1-based in the order, no gaps"),
        ("number", "text", "as printed without the final dot: «34», «1.1»; NULL when the row has none"),
        ("measure", "text", "what is to be done, as printed"),
        ("deadline_text", "text", "the deadline's cell, as printed"),
        ("responsible_text", "text", "the responsible's cell, as printed"),
        ("extra", "json", "object: header → text of every further column, {} if none"),
        ("source_page", "integer", "1-based page of the file; NULL where the format has no pages"),
        ("source_place", "text", "readable: «таблица 1, строка 34»"),
    ),
    "order_date, order_id, position",
    """
SELECT m.measure_id, m.order_id, o.order_number, o.order_date, o.school_year, m.plan, m.section,
       m.position, m.number, m.measure, m.deadline_text, m.responsible_text, m.extra,
       m.source_page, m.source_place
FROM measures m
JOIN orders o ON o.order_id = m.order_id""",
)

V_DEADLINES = View(
    "v_deadlines",
    "one row for each part of a deadline cell",
    _columns(
        ("measure_id", "text", "its measure"),
        ("order_id", "text", "its order"),
        ("seq", "integer", "1-based within the cell"),
        ("text", "text", "the part of the cell it came from"),
        (
            "kind",
            "text",
            "by = no later than, period = within, recurring = repeats, ongoing = without an end",
        ),
        ("starts_on", "date", "first day, inclusive"),
        ("ends_on", "date", "last day, inclusive"),
        ("rrule", "text", "RFC 5545, without the prefix RRULE:"),
        ("inferred", "boolean", "true when the year or the bounds were not printed"),
    ),
    "order_id, measure_id, seq",
    """
SELECT d.measure_id, d.order_id, d.seq, d.text, d.kind, d.starts_on, d.ends_on, d.rrule, d.inferred
FROM deadlines d""",
)

V_PARTIES = View(
    "v_parties",
    "one row for each person, school, organization or role group that a cell names",
    _columns(
        ("party_id", "text", "id of the party"),
        ("measure_id", "text", "its measure"),
        ("order_id", "text", "its order"),
        ("field", "text", "responsible or measure: the cell that names it"),
        ("seq", "integer", "1-based within the field, in order of appearance"),
        ("starts_at", "integer", "0-based character in that field's text in v_measures"),
        ("ends_at", "integer", "exclusive"),
        ("surface", "text", "the text between them, as printed"),
        ("kind", "text", "person, school, organization, group"),
        ("person", "text", "canonical «Фамилия И.О.», nominative; NULL unless kind is person"),
        ("role", "text", "nominative, lower case, without the organization's name; NULL if none"),
        ("organization", "text", "canonical name of what the party is or belongs to"),
        ("school_number", "text", "NULL if the organization is not a numbered school"),
        ("status", "text", "resolved; proposed = usable but a question is open; unresolved"),
        ("rule", "text", "which rule or decision settled it"),
        ("score", "number", "0..1"),
    ),
    "order_id, measure_id, field, seq",
    """
SELECT p.party_id, p.measure_id, p.order_id, p.field, p.seq, p.starts_at, p.ends_at, p.surface, p.kind,
       h.person, p.role, g.organization, g.school_number, p.status, p.rule, p.score
FROM parties p
LEFT JOIN people h ON h.person_id = p.person_id
LEFT JOIN organizations g ON g.organization_id = p.organization_id""",
)

V_PEOPLE = View(
    "v_people",
    "one row per person",
    _columns(
        ("person_id", "text", "id of the person"),
        ("territory", "text", "where the name means this person"),
        ("person", "text", "canonical «Фамилия И.О.», nominative"),
        ("surname", "text", "nominative"),
        ("initials", "text", "«Т.А.»"),
        ("given_names", "text", "«Татьяна Андреевна»; NULL while unknown"),
        ("mentions", "integer", "how many parties are this person"),
        ("first_seen", "date", "date of the first order that names the person"),
        ("last_seen", "date", "date of the last order that names the person"),
    ),
    "territory, person, person_id",
    """
SELECT h.person_id, h.territory, h.person, h.surname, h.initials, h.given_names,
       CAST((SELECT count(*) FROM parties p WHERE p.person_id = h.person_id) AS integer) AS mentions,
       (SELECT min(o.order_date) FROM parties p
        JOIN orders o ON o.order_id = p.order_id WHERE p.person_id = h.person_id) AS first_seen,
       (SELECT max(o.order_date) FROM parties p
        JOIN orders o ON o.order_id = p.order_id WHERE p.person_id = h.person_id) AS last_seen
FROM people h""",
)

V_SCHOOLS = View(
    "v_schools",
    "one row per school",
    _columns(
        ("organization_id", "text", "id of the school, as in v_organizations"),
        ("territory", "text", "where its number means this school"),
        ("organization", "text", "canonical name"),
        ("school_number", "text", "NULL if it has none"),
        ("school_type", "text", "«средняя», «основная», «лицей», «гимназия» …; NULL if not known"),
        ("mentions", "integer", "how many parties are this school or belong to it"),
    ),
    "territory, organization, organization_id",
    """
SELECT g.organization_id, g.territory, g.organization, g.school_number, g.school_type,
       CAST((SELECT count(*) FROM parties p WHERE p.organization_id = g.organization_id) AS integer) AS mentions
FROM organizations g
WHERE g.kind = 'school'""",
)

V_ORGANIZATIONS = View(
    "v_organizations",
    "one row per organization, schools included",
    _columns(
        ("organization_id", "text", "id of the organization"),
        ("territory", "text", "NULL for bodies above a territory, such as a ministry"),
        ("organization", "text", "canonical name"),
        ("kind", "text", "school, authority, center, institute, ministry, other"),
        ("school_number", "text", "NULL if it is not a numbered school"),
        ("mentions", "integer", "how many parties are this organization or belong to it"),
    ),
    "territory, organization, organization_id",
    """
SELECT g.organization_id, g.territory, g.organization, g.kind, g.school_number,
       CAST((SELECT count(*) FROM parties p WHERE p.organization_id = g.organization_id) AS integer) AS mentions
FROM organizations g""",
)

V_APPOINTMENTS = View(
    "v_appointments",
    "who held which post where: one row per order that says so",
    _columns(
        ("person_id", "text", "who"),
        ("person", "text", "canonical name"),
        ("role", "text", "which post"),
        ("organization", "text", "where; NULL if not printed"),
        ("school_number", "text", "NULL if the organization is not a numbered school"),
        ("order_id", "text", "the order that says so"),
        ("order_date", "date", "of that order"),
        ("school_year", "text", "of that order"),
    ),
    "person, person_id, order_date, role, organization",
    """
SELECT a.person_id, h.person, a.role, g.organization, g.school_number, a.order_id, o.order_date,
       o.school_year
FROM appointments a
JOIN people h ON h.person_id = a.person_id
JOIN orders o ON o.order_id = a.order_id
LEFT JOIN organizations g ON g.organization_id = a.organization_id""",
)

V_ALIASES = View(
    "v_aliases",
    "other spellings of people and organizations",
    _columns(
        ("organization_id", "text", "the organization that it means, or NULL"),
        ("person_id", "text", "the person whom it means, or NULL"),
        ("alias", "text", "the spelling"),
        ("source", "text", "order, registry, decision: who says so"),
    ),
    "alias, source, organization_id, person_id",
    """
SELECT DISTINCT a.organization_id, a.person_id, a.alias, a.source
FROM aliases a""",
)

V_OPEN_QUESTIONS = View(
    "v_open_questions",
    "what the rules are not sure of: one row per question and measure that it touches",
    _columns(
        ("question_id", "text", "id of the question"),
        ("order_id", "text", "its order"),
        ("measure_id", "text", "a measure that it touches; NULL if it is about the file"),
        ("kind", "text", "what sort of doubt"),
        ("text", "text", "what is asked, in Russian"),
        ("surface", "text", "the printed text in doubt"),
        ("candidates", "json", "list of objects: answer, label, reasons"),
        ("opened_at", "moment", "when it was first asked, UTC"),
    ),
    "order_id, question_id, measure_id",
    """
SELECT q.question_id, q.order_id, t.measure_id, q.kind, q.text, q.surface, q.candidates, q.opened_at
FROM questions q
LEFT JOIN question_measures t ON t.question_id = q.question_id""",
)

VIEWS = (
    V_ORDERS,
    V_MEASURES,
    V_DEADLINES,
    V_PARTIES,
    V_PEOPLE,
    V_SCHOOLS,
    V_ORGANIZATIONS,
    V_APPOINTMENTS,
    V_ALIASES,
    V_OPEN_QUESTIONS,
)
