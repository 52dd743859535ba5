"""Answers in words: names take effect, deadlines are read, and the rest is an explanation that settles nothing."""

from datetime import date

import pytest

from normalize.answers import as_note, date_said, named_by, note_of, typed_deadlines
from normalize.calendar_year import PlanYear
from normalize.candidates import can_be_named, has_initials, surnames_in
from normalize.given_years import is_long_past, misses_the_print
from normalize.model import Decision, Knowledge, Order, Organization
from tests.normalize.notation import deadline_line, resolved
from tests.normalize.orders import order_of

INSTITUTE = "ГАОУ ДПО ЗО «Институт развития образования»"
CENTER = "МБУ ДО «Центр дополнительного образования»"
KNOWN = Organization("org|гаоу дпо зо институт развития образования", INSTITUTE, "institute")

# question, words, whom they name; None for an explanation
NAMED = [
    ("abbreviation|иро", INSTITUTE, INSTITUTE),
    ("abbreviation|иро", "Институт развития образования", "Институт развития образования"),
    ("abbreviation|гмц", "городской методический центр", "Городской методический центр"),
    ("abbreviation|кпн", "Клуб приходящих наставников", "Клуб приходящих наставников"),
    ("abbreviation|ш12", "Лицей № 12", "Лицей № 12"),
    ("abbreviation|иро", "не знаю", None),
    ("abbreviation|иро", "ИРО", None),
    ("abbreviation|иро", "методисты ЦДО", None),
    ("abbreviation|иро", f"пояснение: {INSTITUTE}", None),
    ("abbreviation|иро", "Сомова И.О.", None),
    ("office|методист|org|мбу до центр", "Сомова И.О.", "Сомова И.О."),
    ("office|методист|org|мбу до центр", "Сомова Ирина Олеговна, методист", "Сомова И.О."),
    ("office|методист|org|мбу до центр", "Сомова И.", None),
    ("office|методист|org|мбу до центр", "Сомова И.О., Орлова Е.В.", None),
    ("office|методист|org|мбу до центр", CENTER, None),
    ("unknown_phrase|сомова лаптева и о", "Сомова И.О.", "Сомова И.О."),
    ("unknown_phrase|образования", CENTER, CENTER),
    ("unknown_phrase|образования", "руководители школ № 2, 7", None),
    ("vague|лучшие педагоги", "Сомова И.О.", None),
]


@pytest.mark.parametrize(("subject", "words", "name"), NAMED)
def test_whom_words_name(subject: str, words: str, name: str | None) -> None:
    named = named_by(subject, words)
    assert (None if named is None else named.name) == name


@pytest.mark.parametrize(("words", "note"), [("Пояснение:  см. план", "см. план"), ("см. план", None), ("", None)])
def test_explanations_are_marked(words: str, note: str | None) -> None:
    assert note_of(words) == note
    assert note_of(as_note(words)) == (words if note is None else note)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("14-18 февраля 2022", True),
        ("до 1 ноября", True),
        ("в течение учебного года", True),
        ("14-18 феврля 2022", False),
        ("какая-то ерунда", False),
        ("по плану", False),
        ("31 ноября", False),
        ("пояснение: до 1 ноября", False),
    ],
)
def test_typed_deadlines(words: str, read: bool) -> None:
    assert (typed_deadlines(words, PlanYear(school_start=2021)) is not None) is read


# the printed cell, an answer that is only a year, what the cell says then; None where it is refused
YEARS = [
    ("октябрь", "2021", "~period 2021-10-01..2021-10-31"),
    ("октябрь", "в 2021 году", "~period 2021-10-01..2021-10-31"),
    ("октябрь", "2021/2022", "~period 2021-10-01..2021-10-31"),
    ("март", "2021-2022 учебный год", "~period 2022-03-01..2022-03-31"),
    ("март", "2021-22 уч. г.", "~period 2022-03-01..2022-03-31"),
    ("до 1 ноября", "2021 г.", "~by ..2021-11-01"),
    ("до 1 ноября, далее – постоянно", "2021", "~by ..2021-11-01 & ~ongoing 2021-11-01.."),
    ("в течение года", "2021", "~period 2021-01-01..2021-12-31"),
    ("в течение года", "2021/2022", "~period 2021-09-01..2022-08-31"),
    ("зима", "2021/2022", "~period 2021-12-01..2022-02-28"),
    ("зима", "2021", None),  # which of two winters
    ("декабрь-январь", "2021", None),
    ("I полугодие", "2021", None),
    ("к новому году", "2021", None),
    ("август", "2021/2022", None),
    ("до 31 ноября", "2021", None),
    ("октябрь", "2021/2023", "period 2021-01-01..2023-12-31"),  # no year, a deadline
    ("", "2021", "period 2021-01-01..2021-12-31"),
    ("по плану ЦДО", "2021", "period 2021-01-01..2021-12-31"),
]


@pytest.mark.parametrize(("cell", "words", "expected"), YEARS)
def test_a_year_is_that_of_the_printed_deadline(cell: str, words: str, expected: str | None) -> None:
    reading = typed_deadlines(words, PlanYear(), cell)
    assert (None if reading is None else deadline_line(reading)) == expected


@pytest.mark.parametrize(
    ("cell", "words", "misses"),
    [
        ("октябрь", "октябрь 2021 г.", False),
        ("октябрь", "до 15 октября 2021 г.", False),
        ("сентябрь-май", "сентябрь 2021 – май 2022", False),
        ("в течение года", "сентябрь 2021 – май 2022", False),
        ("октябрь", "март 2021", True),
        ("октябрь", "в течение 2021 года", True),
        ("октябрь", "2021-2023", True),
        ("до 1 ноября", "до 1 декабря 2021 г.", True),
    ],
)
def test_what_is_another_deadline_than_the_printed_one(cell: str, words: str, misses: bool) -> None:
    reading = typed_deadlines(words, PlanYear(), cell)
    assert reading is not None
    assert misses_the_print(reading, cell) is misses


@pytest.mark.parametrize(("signed", "past"), [(date(2023, 10, 1), True), (date(2019, 10, 1), False), (None, False)])
def test_a_year_long_before_the_order(signed: date | None, past: bool) -> None:
    reading = typed_deadlines("2019", PlanYear(), "март")
    assert reading is not None
    assert is_long_past(reading, signed) is past


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("05.10.2021", "2021-10-05"),
        ("от 5 октября 2021 г.", "2021-10-05"),
        ("дата: 05.10.2021", "2021-10-05"),
        ("5 октября", None),
        ("октябрь 2021", None),
        ("до 5 октября 2021", None),
        ("32.13.2021", None),
        ("пояснение: 05.10.2021", None),
        ("не знаю", None),
    ],
)
def test_the_day_that_words_say(words: str, day: str | None) -> None:
    assert date_said(words) == day


def statuses(order: Order) -> list[str]:
    return [party.status for one in order.measures for party in one.parties]


def keys(order: Order) -> set[str]:
    return {question.key for question in order.questions}


# --- letters ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("known", [(), (KNOWN,)])
def test_letters_mean_an_organization(known: tuple[Organization, ...]) -> None:
    """Known or new, under the name that was answered; the letters become its other name, by decision."""
    decision = Decision("text", "abbreviation|иро", INSTITUTE)
    cells = ("ИРО", "директор ИРО")
    order = order_of(*cells, known=Knowledge(organizations=known, decisions=(decision,)))
    assert [resolved(order, one) for one in order.measures] == [f"@ {INSTITUTE}", f"директор @ {INSTITUTE}"]
    assert [party.rule for one in order.measures for party in one.parties] == ["decision", "decision"]
    assert (keys(order), statuses(order)) == (set(), ["resolved", "resolved"])
    (institute,) = order.organizations
    assert (institute.key, institute.aliases, institute.decided) == (KNOWN.key, ("ИРО",), ("ИРО",))


def test_letters_mean_the_organization_that_was_chosen() -> None:
    """By its key, under the name that the clerk saw, also where no order of the database prints it yet."""
    decision = Decision("same", "abbreviation|иро", KNOWN.key, label=INSTITUTE)
    order = order_of("ИРО", decisions=(decision,))
    assert resolved(order, order.measures[0]) == f"@ {INSTITUTE}"


def test_letters_keep_the_anchors() -> None:
    cells = ("ИРО", "методисты ИРО")
    before, after = (
        {party.anchor for one in order_of(*cells, decisions=given).measures for party in one.parties}
        for given in ((), (Decision("text", "abbreviation|иро", INSTITUTE),))
    )
    assert before == after


def test_letters_follow_a_name_that_was_merged() -> None:
    other = "МАУ ДО «Центр дополнительного образования»"
    united = Decision(
        "same",
        "legal_form|центр дополнительного образования",
        "org|мау до центр дополнительного образования",
        label=other,
    )
    order = order_of("ЦТД", CENTER, decisions=(Decision("text", "abbreviation|цтд", CENTER), united))
    assert resolved(order, order.measures[0]) == f"@ {other}"


def test_words_that_name_nobody_are_an_explanation() -> None:
    for decision in (
        Decision("text", "abbreviation|иро", "не знаю"),
        Decision("unsure", "abbreviation|иро", "пояснение: не знаю"),
    ):
        order = order_of("ИРО", decisions=(decision,))
        assert resolved(order, order.measures[0]) == "@ ИРО"
        assert statuses(order) == ["proposed"]
        assert [one.text for one in order.questions] == ["Что значит «ИРО»? Записано пояснение: «не знаю»."]


# the cell, its letters, an answer, whether it spells them out
IN_TITLES = [
    ("председатели ПК", "пк", "предметная комиссия", True),
    ("председатели ПК", "пк", "Предметные комиссии школ", False),
    ("руководители ШМО", "шмо", "школьное методическое объединение", True),
    ("руководители ШМО", "шмо", "школьных методобъединений", True),
    ("руководители ШМО", "шмо", "не знаю", False),
    ("руководители ШМО", "шмо", "шмо", False),
    ("руководители ШМО", "шмо", "пояснение: школьное методическое объединение", False),
    ("руководители ШМО", "шмо", "Школа № 2", False),
]


@pytest.mark.parametrize(("cell", "letters", "words", "spelt"), IN_TITLES)
def test_letters_inside_a_title_are_to_be_spelt_out(cell: str, letters: str, words: str, spelt: bool) -> None:
    order = order_of(cell, decisions=(Decision("text", f"abbreviation|{letters}", words),))
    assert resolved(order, order.measures[0]) == cell
    assert (keys(order), statuses(order)) == (
        (set(), ["resolved"]) if spelt else ({f"abbreviation|{letters}"}, ["proposed"])
    )


# --- words and posts -------------------------------------------------------------------------------------


def test_unknown_words_mean_a_person() -> None:
    order = order_of("Хобот глокий")
    (question,) = order.questions
    order = order_of("Хобот глокий", decisions=(Decision("text", question.key, "Сомова Ирина Олеговна"),))
    assert (resolved(order, order.measures[0]), statuses(order)) == ("<Сомова И.О.>", ["resolved"])
    assert [(one.name, one.given_names) for one in order.people] == [("Сомова И.О.", "Ирина Олеговна")]
    order = order_of("Хобот глокий", decisions=(Decision("same", question.key, "сомова|и|о|2f"),))
    assert [party.person for party in order.measures[0].parties] == ["сомова|и|о|2f"]
    order = order_of("Хобот глокий", decisions=(Decision("text", question.key, "наши лучшие"),))
    assert statuses(order) == ["unresolved"]
    assert "Записано пояснение: «наши лучшие»" in order.questions[0].text


def test_unknown_words_mean_an_organization() -> None:
    (question,) = order_of("Хобот глокий").questions
    order = order_of("Хобот глокий", decisions=(Decision("text", question.key, CENTER),))
    assert resolved(order, order.measures[0]) == f"@ {CENTER}"
    assert [party.kind for party in order.measures[0].parties] == ["organization"]
    assert [one.name for one in order.organizations] == [CENTER]


OFFICE = (f"Вязова А.К., директор {CENTER}", f"методист по курсовой подготовке {CENTER}")


def test_a_post_is_held_by_the_person_named() -> None:
    (question,) = order_of(*OFFICE).questions
    order = order_of(*OFFICE, decisions=(Decision("text", question.key, "Сомова И.О."),))
    assert resolved(order, order.measures[1]) == f"<Сомова И.О.> методист по курсовой подготовке @ {CENTER}"
    assert (keys(order), statuses(order)) == (set(), ["resolved", "resolved"])
    order = order_of(*OFFICE, decisions=(Decision("same", question.key, "оставить без имени"),))
    assert resolved(order, order.measures[1]) == f"методист по курсовой подготовке @ {CENTER}"
    order = order_of(*OFFICE, decisions=(Decision("text", question.key, "их там трое"),))
    assert statuses(order) == ["resolved", "proposed"]


@pytest.mark.parametrize(
    ("words", "key", "may"),
    [
        ("Сомова (Лаптева) И.О.", "сомова|и|о", True),
        ("Сомова (Лаптева) И.О.", "лаптева|и|о", True),
        ("Сомова (Лаптева) И.О.", "сомова|и|а", False),
        ("Сомова — бухгалтер", "сомова|и|а", True),
        ("образования", "сомова|и|о", False),
    ],
)
def test_who_may_be_named(words: str, key: str, may: bool) -> None:
    assert can_be_named(key, words) is may
    assert key.split("|")[0] in surnames_in(words) or not may


@pytest.mark.parametrize(
    ("name", "letters", "has"),
    [(INSTITUTE, "иро", True), (INSTITUTE, "и", False), (CENTER, "иро", False), ("Управление образования", "уо", True)],
)
def test_whose_initials_the_letters_are(name: str, letters: str, has: bool) -> None:
    assert has_initials(name, letters) is has


# --- sets that nobody can list ---------------------------------------------------------------------------

LEADERS, BEST = "Руководители школ-лидеров", "лучшие педагоги школ города"
# the cell, its question, an answer, the parties then; None where it is an explanation
MEMBERS = [
    (
        LEADERS, "school_set|лидеров", "Средних школ №№ 15, 22, Лицея № 9",
        "руководители # Средняя школа № 15; руководители # Средняя школа № 22; руководители # Лицей № 9",
    ),
    (f"{LEADERS}, Вязова А.К.", "school_set|лидеров", "Лицей № 9", "руководители # Лицей № 9; <Вязова А.К.>"),
    (LEADERS, "school_set|лидеров", "директора Школ №№ 15, 22", "директора # Школа № 15; директора # Школа № 22"),
    (LEADERS, "school_set|лидеров", "школы № 15, 22 и др.", None),
    (LEADERS, "school_set|лидеров", "Вязова А.К.", None),
    (LEADERS, "school_set|лидеров", "все школы города", None),
    (LEADERS, "school_set|лидеров", "пояснение: Лицей № 9", None),
    (BEST, f"vague|{BEST}", "Средняя школа № 15", "лучшие педагоги # Средняя школа № 15"),
    (
        BEST, f"vague|{BEST}", "Вязова А.К., учитель Лицея № 9, Лосев П.И.",
        "<Вязова А.К.> учитель @ Лицей № 9; <Лосев П.И.>",
    ),
    (BEST, f"vague|{BEST}", "Вязова А.", None),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "key", "words", "expected"), MEMBERS)
def test_members_in_the_place_of_a_set(cell: str, key: str, words: str, expected: str | None) -> None:
    order = order_of(cell, decisions=(Decision("text", key, words),))
    if expected is None:
        assert resolved(order, order.measures[0]) == resolved(order_of(cell), order_of(cell).measures[0])
        assert keys(order) == {key}
        return
    assert (resolved(order, order.measures[0]), keys(order)) == (expected, set())
    spans = {(one.start, one.end) for one in order.measures[0].parties if one.person is None}
    assert spans <= {(0, len(cell.split(",")[0]))}
    assert (order.claims, [one for one in order.organizations if one.aliases]) == ((), [])


def test_members_are_read_as_the_order_names_them_and_leave_its_anchors() -> None:
    """«Школа № 15» of the answer is the one there is; who is printed keeps the anchor, and the set its own place."""
    cells = (LEADERS, f"{LEADERS}; руководители Средних школ №№ 15, 2")
    before = order_of(*cells)
    after = order_of(*cells, decisions=(Decision("text", "school_set|лидеров", "Школы №№ 15, 22"),))
    both = "руководители # Средняя школа № 15; руководители # Школа № 22"
    printed = "руководители # Средняя школа № 15; руководители # Средняя школа № 2"
    assert [resolved(after, one) for one in after.measures] == [both, f"{both}; {printed}"]
    assert {one.rule for one in after.measures[0].parties} == {"decision"}
    assert [one.anchor for one in after.measures[1].parties][2:] == [
        one.anchor for one in before.measures[1].parties[1:]
    ]
    anchors = [party.anchor for one in after.measures for party in one.parties]
    assert len({*anchors}) == len(anchors)


SURNAME_ALONE = [  # whom the order names in full, whom it offers for the words
    ("Лосева", ("Лосева П.И., методист", "Лосев П.И., завуч", "Лосева А.А."), ["Лосева А.А.", "Лосева П.И."]),
    ("Методист Лосева", ("Лосева П.И., методист",), ["Лосева П.И."]),
    ("Методист Цветкова", ("Лосева П.И., методист",), []),
]


@pytest.mark.parametrize(("cell", "others", "offered"), SURNAME_ALONE)
def test_a_surname_alone_offers_the_people_of_the_order(cell: str, others: tuple[str, ...], offered: list[str]) -> None:
    (question,) = [one for one in order_of(cell, *others).questions if one.kind == "unknown_phrase"]
    assert [one.label for one in question.candidates] == offered


def test_who_is_named_by_a_surname_keeps_the_post_without_it() -> None:
    cells = ("Методист Лосева", "Лосева П.И., методист")
    (question,) = [one for one in order_of(*cells).questions if one.kind == "unknown_phrase"]
    decision = Decision("same", question.key, question.candidates[0].answer)
    order = order_of(*cells, decisions=(decision,))
    assert resolved(order, order.measures[0]) == "<Лосева П.И.> методист"
    assert not order.questions
