"""A clerk's word closes its question, changes the reading as it says, and holds only where it was given."""

from dataclasses import replace

import pytest

from ingest.model import RawOrder
from normalize.fitting import misfit
from normalize.fold import fold
from normalize.model import Candidate, Decision, Knowledge, Measure, Order, Person, Question
from normalize.order import normalize_order
from normalize.plan_year import order_identity
from normalize.questions.verdict_effects import LEFT_TITLE, ONE_POST, SOMEBODY_ELSE, THEIR_PLACE
from tests.normalize.notation import one_deadline, resolved
from tests.normalize.orders import make_order, order_of

KINDS_306 = [
    *[
        "abbreviation",
        "empty_deadline",
        "employer",
        "legal_form",
        "lists_differ",
        "lost_separator",
        "month_out_of_order",
    ],
    *["office", "open_set", "role_synonyms", "school_type", "status_scope"],
]
KINDS_307 = [
    *[
        "abbreviation",
        "deadline_elsewhere",
        "deadline_unread",
        "deadline_week",
        "namesakes",
        "open_set",
        "shared_title",
    ],
    *["similar_people"],
]


def answers(question: Question) -> list[Decision]:
    """One decision for each answer that the question offers; else typed words, or that all stays as printed."""
    typed = "Оставить как напечатано" if question.anchors else "до 1 декабря 2020 г."
    offered = question.candidates or (Candidate(typed, "typed"),)
    verb = "same" if question.candidates or question.anchors else "text"
    return [Decision(verb, question.key, candidate.answer) for candidate in offered]  # type: ignore[arg-type]


def decide(raw: RawOrder, *decisions: Decision) -> Order:
    return normalize_order(raw, Knowledge(decisions=decisions))


def keys(order: Order) -> set[str]:
    return {question.key for question in order.questions}


def question_of(order: Order, kind: str) -> Question:
    return next(question for question in order.questions if question.kind == kind)


def measure(order: Order, number: str) -> Measure:
    return next(one for one in order.measures if one.number == number)


def check_kind(raw: RawOrder, order: Order, kind: str) -> None:
    """Each answer to each question of the kind closes it; «не уверен» leaves it open."""
    questions = [question for question in order.questions if question.kind == kind]
    assert questions
    for question in questions:
        for decision in answers(question):
            assert question.key not in keys(decide(raw, decision)), decision
        assert keys(decide(raw, Decision("unsure", question.key, None))) == keys(order)


@pytest.mark.parametrize("kind", KINDS_306)
def test_any_answer_closes_a_question_of_306(raw_306: RawOrder, order_306: Order, kind: str) -> None:
    check_kind(raw_306, order_306, kind)


@pytest.mark.parametrize("kind", KINDS_307)
def test_any_answer_closes_a_question_of_307(raw_307: RawOrder, order_307: Order, kind: str) -> None:
    check_kind(raw_307, order_307, kind)


def test_every_kind_of_both_orders_is_tested(order_306: Order, order_307: Order) -> None:
    assert {question.kind for question in order_306.questions} == set(KINDS_306)
    assert {question.kind for question in order_307.questions} == set(KINDS_307)


def test_an_answer_opens_no_other_question(raw_306: RawOrder, order_306: Order) -> None:
    for question in order_306.questions:
        for decision in answers(question):
            assert keys(decide(raw_306, decision)) <= keys(order_306)


def test_all_first_answers_together_close_everything(raw_306: RawOrder, order_306: Order) -> None:
    decisions = [answers(question)[0] for question in order_306.questions]
    assert decide(raw_306, *decisions).questions == ()


def test_closed_question_leaves_its_parties_resolved(raw_306: RawOrder, order_306: Order) -> None:
    question = question_of(order_306, "office")
    order = decide(raw_306, answers(question)[0])
    parties = [party for one in order.measures for party in one.parties if party.anchor in question.anchors]
    assert {party.status for party in parties} == {"resolved"}


# --- what the answers change -----------------------------------------------------------------------------


def test_one_organization_in_three_spellings(raw_306: RawOrder, order_306: Order) -> None:
    question = question_of(order_306, "legal_form")
    order = decide(raw_306, Decision("same", question.key, "org|гаоу дпо со иро"))
    assert question.measures == (4, 11, 19, 21, 28)
    for position in question.measures:
        assert "ГАОУ ДПО СО «ИРО»" in resolved(order, order.measures[position - 1])
    (institute,) = [one for one in order.organizations if "ИРО" in one.name]
    assert set(institute.aliases) >= {"ГАОУ ДО СО «ИРО»", "ГАОУ ДО «ИРО»"}


def test_different_organizations_stay_apart(raw_306: RawOrder, order_306: Order) -> None:
    order = decide(raw_306, Decision("different", question_of(order_306, "legal_form").key, None))
    assert "legal_form" not in {question.kind for question in order.questions}
    assert len([one for one in order.organizations if "ИРО" in one.name]) == 3


def test_type_of_a_school(raw_306: RawOrder, order_306: Order) -> None:
    question = question_of(order_306, "school_type")
    order = decide(raw_306, Decision("same", question.key, "school|средняя|39"))
    assert "# Средняя школа № 39; # Средняя школа № 51" in resolved(order, measure(order, "27"), "measure")
    order = decide(raw_306, Decision("same", question.key, "school|основная|39"))
    assert "# Основная школа № 39; # Средняя школа № 51" in resolved(order, measure(order, "27"), "measure")


def test_two_posts_are_one(raw_306: RawOrder, order_306: Order) -> None:
    question = question_of(order_306, "lost_separator")
    order = decide(raw_306, Decision("same", question.key, ONE_POST))
    cell = resolved(order, measure(order, "33"))
    assert cell == "методисты-руководители ШМО; заместители руководителей по учебно-воспитательной работе"


def test_workplace_of_a_person(raw_306: RawOrder, order_306: Order) -> None:
    question = question_of(order_306, "employer")
    order = decide(raw_306, Decision("same", question.key, "работает там"))
    assert "<Скрипниченко П.В.> куратор исследования @ ГАОУ ДО СО «ИРО»" in resolved(order, measure(order, "21"))
    order = decide(raw_306, Decision("same", question.key, "назван рядом"))
    assert "<Скрипниченко П.В.> куратор исследования;" in resolved(order, measure(order, "21"))


def test_typed_deadline_of_an_empty_cell(raw_306: RawOrder, order_306: Order) -> None:
    question = question_of(order_306, "empty_deadline")
    order = decide(raw_306, Decision("text", question.key, "до 1 декабря 2020 г."))
    assert [one_deadline(one) for one in measure(order, "10").deadlines] == ["by ..2020-12-01"]
    assert measure(order, "10").deadline_text == ""


def test_typed_month_for_a_slip(raw_306: RawOrder, order_306: Order) -> None:
    question = question_of(order_306, "month_out_of_order")
    order = decide(raw_306, Decision("text", question.key, "март"))
    assert [one_deadline(one) for one in measure(order, "41").deadlines] == ["~period 2021-03-01..2021-03-31"]
    order = decide(raw_306, Decision("same", question.key, "как напечатано"))
    assert measure(order, "41").deadlines == measure(order_306, "41").deadlines


@pytest.mark.parametrize("kind", ["month_out_of_order", "empty_deadline"])
def test_typed_words_that_are_no_deadline_settle_nothing(raw_306: RawOrder, order_306: Order, kind: str) -> None:
    question = question_of(order_306, kind)
    order = decide(raw_306, Decision("text", question.key, "не нужен"))
    assert [one.deadlines for one in order.measures] == [one.deadlines for one in order_306.measures]
    (asked,) = [one for one in order.questions if one.key == question.key]
    assert asked.text == f"{question.text} Записано пояснение: «не нужен»."


def test_a_typed_deadline_is_of_the_cell_as_printed(raw_307: RawOrder, order_307: Order) -> None:
    order = decide(raw_307, Decision("text", question_of(order_307, "deadline_week").key, "10-14 января 2022 г."))
    assert {one.text for one in measure(order, "10").deadlines} == {measure(order, "10").deadline_text}


UNREAD_CELL = make_order([("", "когда-нибудь 99", "Методисты")])


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (Decision("same", "deadline_unread|когда нибудь 99", "постоянно или по запросу"), ["ongoing"]),
        (Decision("same", "deadline_unread|когда нибудь 99", "срока нет"), []),
        (Decision("text", "deadline_unread|когда нибудь 99", "май"), ["~period 2021-05-01..2021-05-31"]),
        (Decision("text", "deadline_text|когда нибудь 99", "май"), ["~period 2021-05-01..2021-05-31"]),  # by old rules
    ],
)
def test_a_deadline_that_was_not_read(decision: Decision, expected: list[str]) -> None:
    order = decide(UNREAD_CELL, decision)
    (read,) = order.measures
    assert ([one_deadline(one) for one in read.deadlines], keys(order)) == (expected, set())
    assert all(one.text == "когда-нибудь 99" for one in read.deadlines)


@pytest.mark.parametrize(
    ("kind", "number"), [("deadline_week", "10"), ("deadline_unread", "29"), ("deadline_elsewhere", "9")]
)
def test_typed_deadline_of_a_doubtful_cell(raw_307: RawOrder, order_307: Order, kind: str, number: str) -> None:
    order = decide(raw_307, Decision("text", question_of(order_307, kind).key, "10-14 января 2022 г."))
    assert [one_deadline(one) for one in measure(order, number).deadlines] == ["period 2022-01-10..2022-01-14"]


def test_title_of_somebody_else(raw_307: RawOrder, order_307: Order) -> None:
    question = question_of(order_307, "shared_title")
    order = decide(raw_307, Decision("same", question.key, SOMEBODY_ELSE))
    for number in ("37", "38"):
        assert resolved(order, measure(order, number)) == "<Плотникова Т.А.>; <Щипанова В.Н.>; эксперты"


def test_two_spellings_of_one_person(raw_307: RawOrder, order_307: Order) -> None:
    question = question_of(order_307, "similar_people")
    order = decide(raw_307, Decision("same", question.key, "войтюшенко|г|ф"))
    assert [one.name for one in order.people if one.key.startswith("войтю")] == ["Войтюшенко Г.Ф."]
    order = decide(raw_307, Decision("different", question.key, None))
    assert len([one for one in order.people if one.key.startswith("войтю")]) == 2


def test_namesakes_are_two_people(raw_307: RawOrder, order_307: Order) -> None:
    assert len([one for one in order_307.people if one.name == "Иванова О.В."]) == 1
    order = decide(raw_307, Decision("same", question_of(order_307, "namesakes").key, "однофамильцы"))
    director, teacher = (
        [party.person for party in measure(order, number).parties if (party.role or "").startswith(role)]
        for number, role in (("16", "директор"), ("17", "учитель русского"))
    )
    assert director[0] != teacher[0]
    assert {*director, *teacher} <= {one.key for one in order.people}


# --- cells of our own ------------------------------------------------------------------------------------

CELLS = [
    (
        "Вязова А.К., МБУ ДО «Центр»", THEIR_PLACE,
        "<Вязова А.К.> @ МБУ ДО «Центр»",
    ),
    (
        "Вязова А.К., МБУ ДО «Центр»", "отдельный исполнитель",
        "<Вязова А.К.>; @ МБУ ДО «Центр»",
    ),
    (
        "Лосева Г.Я., педагог-психолог Вязова Р.И.", LEFT_TITLE,
        "<Лосева Г.Я.> педагог-психолог; <Вязова Р.И.>",
    ),
    (
        "Лосева Г.Я., педагог-психолог Вязова Р.И.", "должность стоящего справа",
        "<Лосева Г.Я.>; <Вязова Р.И.> педагог-психолог",
    ),
    (
        "Вязова Т.А., Лосева В.Н., эксперты", "названные люди",
        "<Вязова Т.А.> эксперт; <Лосева В.Н.> эксперт",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "answer", "expected"), CELLS)
def test_word_on_a_cell(cell: str, answer: str, expected: str) -> None:
    (question,) = order_of(cell).questions
    order = order_of(cell, decisions=(Decision("same", question.key, answer),))
    assert (resolved(order, order.measures[0]), order.questions) == (expected, ())


def test_word_on_a_cell_holds_for_every_cell_alike() -> None:
    cells = ("Вязова Т.А., Лосева В.Н., эксперты", "Методисты. Вязова Т.А., Лосева В.Н., эксперты")
    (question,) = order_of(*cells).questions
    order = order_of(*cells, decisions=(Decision("same", question.key, SOMEBODY_ELSE),))
    assert [resolved(order, one).endswith("<Вязова Т.А.>; <Лосева В.Н.>; эксперты") for one in order.measures] == [
        True
    ] * 2


def test_no_name_at_all() -> None:
    (question,) = [one for one in order_of("Хобот глокий").questions if one.kind == "unknown_phrase"]
    order = order_of("Хобот глокий", decisions=(Decision("not_a_name", question.key, None),))
    assert order.measures[0].parties == ()


# --- spellings -------------------------------------------------------------------------------------------

KNOWN = Person("лосев|п|и", "Лосев П.И.", "Лосев", "П.И.", None)


def test_one_initial_is_asked_once() -> None:
    assert [one.key for one in order_of("Лосев П., методист").questions] == ["person|лосев|п"]


def test_one_initial_means_a_known_person() -> None:
    decision = Decision("same", "person|лосев|п", KNOWN.key)
    order = order_of("Лосев П., методист", known=Knowledge(people=(KNOWN,), decisions=(decision,)))
    assert resolved(order, order.measures[0]) == "<Лосев П.И.> методист"
    assert order.measures[0].parties[0].surface == "Лосев П."


@pytest.mark.parametrize(("answer", "person"), [("лосев|п|и", "Лосев П.И."), ("лосева|п|и", "Лосева П.И.")])
def test_case_of_an_unknown_surname(answer: str, person: str) -> None:
    raw = make_order([("Отчёт Лосева П.И.", "май", "Методисты")])
    question = question_of(decide(raw), "oblique_name")
    assert {candidate.answer for candidate in question.candidates} == {"лосев|п|и", "лосева|п|и"}
    order = decide(raw, Decision("same", question.key, answer))
    assert resolved(order, order.measures[0], "measure") == f"<{person}>"
    assert order.questions == ()


def test_spelling_of_an_organization() -> None:
    decision = Decision("same", "org|центр развития", "org|мбу до центр")
    order = order_of("МБУ ДО «Центр»", "Центр развития", decisions=(decision,))
    assert {party.organization for one in order.measures for party in one.parties} == {"org|мбу до центр"}


# --- one mention -----------------------------------------------------------------------------------------


def test_one_mention_is_no_name() -> None:
    cells = ("Методисты, тьюторы", "Методисты")
    anchor = order_of(*cells).measures[0].parties[0].anchor
    order = order_of(*cells, decisions=(Decision("not_a_name", anchor, None),))
    assert [resolved(order, one) for one in order.measures] == ["тьюторы", "методисты"]


def test_one_mention_means_another_organization() -> None:
    cells = ("методисты МБУ ДО «Центр»", "тьюторы МБУ ДО «Центр»", "МАУ «Дворец»")
    anchor = order_of(*cells).measures[0].parties[0].anchor
    order = order_of(*cells, decisions=(Decision("same", anchor, "org|мау дворец"),))
    assert [resolved(order, one) for one in order.measures] == [
        "методисты @ МАУ «Дворец»", "тьюторы @ МБУ ДО «Центр»", "@ МАУ «Дворец»",
    ]  # fmt: skip
    assert order.measures[0].parties[0].rule == "decision"


def test_one_mention_of_a_person_is_at_another_school() -> None:
    """The place and the person of a mention are decided on apart; a school that no order names is known by its key."""
    cells = ("Вязова А.К., директор Средней школы № 7", "Вязова А.К., директор Средней школы № 7")
    anchor = order_of(*cells).measures[1].parties[0].anchor
    order = order_of(*cells, decisions=(Decision("same", f"place|{anchor}", "school|гимназия|7"),))
    assert [resolved(order, one) for one in order.measures] == [
        "<Вязова А.К.> директор @ Средняя школа № 7", "<Вязова А.К.> директор @ Гимназия № 7",
    ]  # fmt: skip


def test_a_mention_goes_where_its_name_is_merged_to() -> None:
    cells = ("Вязова А.К., методист МБУ «Дом»", "Вязова А.К., методист МБУ «Дом»")
    anchor = order_of(*cells).measures[1].parties[0].anchor
    split = (Decision("same", anchor, "вязова|а|к|2"), Decision("same", f"place|{anchor}", "org|мау дворец"))
    merged = (Decision("same", "person|вязова|а|к|2", "лосев|п|и"), Decision("same", "org|мау дворец", "org|мбу дом"))
    order = order_of(*cells, decisions=(*split, *merged))
    assert [resolved(order, one) for one in order.measures] == [
        "<Вязова А.К.> методист @ МБУ «Дом»", "<Лосев П.И.> методист @ МБУ «Дом»",
    ]  # fmt: skip
    around = (Decision("same", "org|мбу дом", "org|мау дворец"), Decision("same", "org|мау дворец", "org|мбу дом"))
    assert len(order_of(*cells, decisions=(*split, *around)).measures) == 2  # two decisions that go round end


def test_a_name_that_is_none_leaves_no_person() -> None:
    cells = ("Вязова А.К., методист", "Лосев П.")
    (question,) = order_of(*cells).questions
    order = order_of(*cells, decisions=(Decision("not_a_name", question.key, None),))
    assert [resolved(order, one) for one in order.measures] == ["<Вязова А.К.> методист", ""]
    assert [person.name for person in order.people] == ["Вязова А.К."]


def test_mention_goes_before_spelling() -> None:
    cells = ("методисты МБУ ДО «Центр»", "МАУ «Дворец»", "МБУ «Дом»")
    anchor = order_of(*cells).measures[0].parties[0].anchor
    decisions = (
        Decision("same", anchor, "org|мау дворец", "here", order_identity(make_order([]))),
        Decision("same", "org|мбу до центр", "org|мбу дом"),
    )
    order = order_of(*cells, decisions=decisions)
    assert resolved(order, order.measures[0]) == "методисты @ МАУ «Дворец»"


def test_anchor_survives_a_decision_about_a_spelling(raw_306: RawOrder, order_306: Order) -> None:
    order = decide(raw_306, Decision("same", "legal_form|иро", "org|гаоу дпо со иро"))
    anchors, before = ({party.anchor for one in each.measures for party in one.parties} for each in (order, order_306))
    assert anchors == before


def test_one_mention_means_a_person_whom_the_order_does_not_name() -> None:
    anchor = order_of("Вязова А.К., методист").measures[0].parties[0].anchor
    known = Knowledge(people=(KNOWN,), decisions=(Decision("same", anchor, KNOWN.key),))
    order = order_of("Вязова А.К., методист", known=known)
    assert resolved(order, order.measures[0]) == "<Лосев П.И.> методист"


def test_anchor_survives_renumbering_and_other_rows(raw_306: RawOrder, order_306: Order) -> None:
    anchors = {party.anchor for one in order_306.measures for party in one.parties}
    moved = replace(raw_306, rows=tuple(replace(row, number=None) for row in reversed(raw_306.rows[10:])))
    kept = {party.anchor for one in normalize_order(moved, Knowledge()).measures for party in one.parties}
    assert kept < anchors


# --- where a decision holds ------------------------------------------------------------------------------

SCOPES = [
    ("here", "identity", True),
    ("here", "another order", False),
    ("issuer", "Управление образования", True),
    ("issuer", "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ", True),
    ("issuer", "Отдел культуры", False),
    ("year", "2020/2021", True),
    ("year", "2021/2022", False),
    ("everywhere", None, True),
]


@pytest.mark.parametrize(("scope", "value", "holds"), SCOPES)
def test_scope(scope: str, value: str | None, holds: bool) -> None:
    raw = make_order([("", "май", "ГАОУ ДПО СО «ИРО»"), ("", "май", "ГАОУ ДО СО «ИРО»")])
    value = order_identity(raw) if value == "identity" else value
    decision = Decision("same", "legal_form|иро", "org|гаоу дпо со иро", scope, value)  # type: ignore[arg-type]
    order = decide(raw, decision)
    assert ("legal_form|иро" not in keys(order)) is holds
    assert (len(order.organizations) == 1) is holds


def test_narrower_decision_wins_over_a_later_wider_one() -> None:
    raw = make_order([("", "май", "ГАОУ ДПО СО «ИРО»"), ("", "май", "ГАОУ ДО СО «ИРО»")])
    here = Decision("same", "legal_form|иро", "org|гаоу до со иро", "here", order_identity(raw))
    order = decide(raw, here, Decision("same", "legal_form|иро", "org|гаоу дпо со иро"))
    assert [one.key for one in order.organizations] == ["org|гаоу до со иро"]


def test_unsure_here_reopens_what_is_decided_everywhere() -> None:
    raw = make_order([("", "май", "руководители ШСП")])
    everywhere = Decision("text", "abbreviation|шсп", "школьная служба примирения")
    unsure = Decision("unsure", "abbreviation|шсп", None, "here", order_identity(raw))
    assert keys(decide(raw, everywhere)) == set()
    assert keys(decide(raw, everywhere, unsure)) == {f"abbreviation|{fold('ШСП')}"}


def test_a_status_covers_the_schools_that_a_person_says(raw_306: RawOrder, order_306: Order) -> None:
    """««опорных» Средних школ №№ 3, 15 …, Лицеев №№ 9, 10, КУГ»: of measure 47 the middle schools, or all."""
    question = next(one for one in order_306.questions if one.key.startswith("status_scope") and one.measures == (48,))

    def claimed(order: Order) -> set[str]:
        return {one.organization for one in order.claims if one.claim == "status" and one.position == 48}

    everybody = {party.organization for party in order_306.measures[47].parties if party.kind == "school"}
    printed = {key for key in everybody if key and key.startswith("school|средняя|")}
    assert claimed(order_306) == claimed(decide(raw_306, Decision("same", question.key, "только к первым"))) == printed
    assert claimed(decide(raw_306, Decision("same", question.key, "ко всем"))) == everybody > printed


def test_status_after_the_word_for_school() -> None:
    """«школ-лидеров №№», «школ с низкими результатами №№»: facts of each school, also of one that has both."""
    order = order_of("Руководители школ-лидеров №№ 3, 15", "Директора школ с низкими результатами № 3, 7")
    found = {(one.organization, one.value) for one in order.claims if one.claim == "status"}
    assert found == {
        ("school||3", "школа-лидер"),
        ("school||15", "школа-лидер"),
        ("school||3", "с низкими результатами"),
        ("school||7", "с низкими результатами"),
    }
    assert order.questions == ()


@pytest.mark.parametrize(
    ("decision", "school"),
    [
        (Decision("text", "abbreviation|лг", "Лесногорская гимназия"), "; # Лесногорская гимназия"),
        (Decision("same", "abbreviation|лг", "school|средняя|7"), "; # Средняя школа № 7"),
        (Decision("text", "abbreviation|лг", "Летняя группа"), ""),
    ],
)
def test_letters_among_the_schools_of_a_measure(decision: Decision, school: str) -> None:
    order = decide(make_order([("Семинары в СОШ № 2, 4, ЛГ", "май", "Методисты")]), decision)
    assert resolved(order, order.measures[0], "measure") == f"# Средняя школа № 2; # Средняя школа № 4{school}"
    assert keys(order) == set()


@pytest.mark.parametrize("name", ["raw_306", "raw_307"])
def test_every_candidate_of_both_orders_is_an_answer(name: str, request: pytest.FixtureRequest) -> None:
    """What the rules offer, the rule that judges decisions takes; anything else it refuses."""
    order = normalize_order(request.getfixturevalue(name), Knowledge())
    for question in order.questions:
        for candidate in question.candidates:
            assert misfit("same", question.key, candidate.answer) is None, (question.key, candidate)
        assert misfit("same", question.key, "нет такого") is not None, question.key


STRAY = ("нет такого", "org|", "school||", "|||", "вязова|а|к", "org|щъб", "school|щъб|щъб|щъб", "school|лицей")


@pytest.mark.parametrize("answer", STRAY)
def test_no_answer_stops_the_reading(raw_306: RawOrder, order_306: Order, answer: str) -> None:
    """Whatever a decision of an earlier version says, on whatever: it costs its effect at most."""
    places = [party for one in order_306.measures for party in one.parties]
    subjects = [question.key for question in order_306.questions]
    subjects += [f"person|{one.key}" for one in order_306.people[:5]] + [one.key for one in order_306.organizations[:9]]
    subjects += [f"school_type|{one.key}" for one in order_306.organizations if one.kind == "school"]
    subjects += [one.anchor for one in places[:40]] + [f"place|{one.anchor}" for one in places[:40]]
    for verb in ("same", "new", "text"):
        decisions = [Decision(verb, subject, answer) for subject in subjects]  # type: ignore[arg-type]
        assert len(decide(raw_306, *decisions).measures) == len(order_306.measures)
