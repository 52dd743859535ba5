"""Every kind of question has its own words, and answers that would settle nothing are not offered."""

import ast
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.datastructures import FormData

from normalize.fitting import accepts_of, misfit
from normalize.model import Candidate
from normalize.questions.worded import OF_DEADLINES, OF_PARTIES
from normalize.registry import registered_school
from review.answering import read_said
from review.deadline_words import deadline_words, repeat_words
from review.kinds import KINDS, kind_of
from review.wording import SCHOOL_TYPES
from review.words import NotUnderstood, Said
from store.db import open_engine, reading
from store.review.model import OpenQuestion, QueueEntry, Reach
from store.review.queue import USUAL_SCOPES
from tests.review.desk import ROOT

ASKS = {"RawDoubt", "Doubt", "OrderDoubt", "doubt", "_ask"}  # calls that name the kind of a question
CODE = re.compile(r"[a-z]+(?:_[a-z]+)*")


def kinds_asked() -> set[str]:
    """The kinds that the rules name, from their source."""
    files = [*(ROOT / "normalize").rglob("*.py"), *(ROOT / "ingest").rglob("*.py")]
    return {code for path in files for code in kinds_in(path)}


def kinds_in(path: Path) -> set[str]:
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    named = [node for node in calls if getattr(node.func, "id", getattr(node.func, "attr", "")) in ASKS]
    texts = [one.value for node in named for one in node.args[:3] if isinstance(one, ast.Constant)]
    return {text for text in texts if isinstance(text, str) and CODE.fullmatch(text)}


def test_every_kind_has_its_words() -> None:
    asked = kinds_asked()
    assert {"namesake", "deadline_week", "low_confidence", "several_schools"} < asked
    assert asked - KINDS.keys() == set()


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_can_be_answered(name: str) -> None:
    """By a candidate, in words or by a button; where words are a name, a search helps too."""
    kind = KINDS[name]
    assert kind.effect or kind.effects or kind.words or kind.leave or kind.verbs
    assert kind.why.endswith(".")
    sentences = [kind.words, kind.effect, *kind.effects.values(), *(one.effect for one in kind.verbs.values())]
    assert all(one.endswith((".", "читаться.", "».")) for one in sentences if one)
    assert "not_a_name" not in kind.verbs or kind.leave is None  # both are on the key X


def test_explanations_are_of_the_kinds_that_stay_open() -> None:
    """What the page calls an explanation is none for the rules, and the other way."""
    assert {name for name, kind in KINDS.items() if kind.reads in ("name", "note")} == OF_PARTIES
    assert {name for name, kind in KINDS.items() if kind.reads == "deadline"} == OF_DEADLINES
    assert USUAL_SCOPES.keys() <= KINDS.keys()


NAMES = {"person": "вязова|а|к", "organization": "org|мбу лад"}


@pytest.mark.parametrize("name", sorted(KINDS.keys() - {"other"}))
def test_every_answer_that_is_offered_may_be_kept(name: str) -> None:
    """The rule that judges decisions knows what the buttons say, and whether words mean anything."""
    kind = KINDS[name]
    said = [*kind.effects, *([kind.leave.label] if kind.leave else [])]
    keys = {"similar_people": "pair|вязова|а|к|лосева|а|к", "oblique_name": "person|вязова|а|к"}
    keys |= {"initial_missing": "person|вязова|а", "role_synonyms": "similar_roles|учитель"}
    subject = keys.get(name, f"{name}|лад")
    judged = accepts_of(subject)
    assert judged is not None
    assert [one for one in said if misfit("same", subject, one) and one != "другой человек"] == []
    assert (misfit("text", subject, "слова") is None) == (kind.words is not None and kind.reads != "person")
    if kind.links or kind.search:
        assert misfit("same", subject, NAMES["person" if kind.search == "person" else "organization"]) is None


def test_the_question_key_goes_before_the_kind() -> None:
    assert (
        kind_of("empty_deadline", "empty_deadline|провести").words
        != kind_of("empty_deadline", "empty_deadlines|1").words
    )
    assert kind_of("of a later version", "x|y") is KINDS["other"]


def test_effect_names_the_candidate() -> None:
    effect = kind_of("legal_form").effect_of(Candidate("org|мбу дом", "МБУ «Дом»"))
    assert effect == "Это одна организация: все написания будут значить «МБУ «Дом»»."
    assert kind_of("namesake").effect_of(Candidate("x", "другой человек")).startswith("Появится второй человек")


NOTE = Said("unsure", "пояснение: вторая неделя", "это пояснение, в базе ничего не меняется; вопрос остаётся открытым")
NEW = Said("text", "Институт развития", "это Институт развития, имени в базе не было")


def asked(kind: str) -> OpenQuestion:
    """A question of the kind in a database that knows nobody."""
    entry = QueueEntry("e", "q", f"{kind}|щъб", kind, "Что?", "Т", "У", 1, 1, datetime(2026, 1, 1, tzinfo=UTC))
    return OpenQuestion(entry, "Что?", "ЩЪБ", (), "o", None, (Reach("here", 1, 1),))


@pytest.mark.parametrize(
    ("kind", "form", "said"),
    [
        ("similar_people", {"verb": "different"}, Said("different", None)),
        ("namesakes", {"verb": "different"}, None),  # it would leave them one person
        ("school_type", {"verb": "different"}, None),
        ("empty_deadline", {"verb": "not_a_name"}, None),
        ("empty_deadline", {"verb": "text", "words": "до 1 ноября 2020 г."}, Said("text", "до 1 ноября 2020 г.")),
        ("empty_deadline", {"verb": "text", "words": "14-18 феврля 2022"}, None),
        ("deadline_week", {"verb": "text", "words": "какая-то ерунда"}, None),
        ("deadline_week", {"verb": "text", "words": "пояснение: вторая неделя"}, NOTE),
        ("abbreviation", {"verb": "text", "words": "Институт развития"}, NEW),
        ("abbreviation", {"verb": "text", "words": "что-то"}, replace(NOTE, answer="пояснение: что-то")),
        ("office", {"verb": "text", "words": "их там трое"}, replace(NOTE, answer="пояснение: их там трое")),
        ("open_set", {"verb": "text", "words": "все"}, replace(NOTE, answer="пояснение: все")),
        ("empty_deadline", {"take": "Срока нет"}, Said("same", "Срока нет")),
        ("empty_deadline", {"take": "нет такого"}, None),  # no button sends it
        ("school_type", {"take": "school|средняя|99"}, None),  # no candidate, and no school of the territory
        ("similar_people", {"take": "вязова|а|к"}, None),
        ("legal_form", {"verb": "text", "words": "ИРО"}, None),  # words would close the question and change nothing
        ("initial_missing", {"verb": "text", "words": "Лосев-Вязов П. И."}, Said("same", "лосев-вязов|п|и")),
        ("initial_missing", {"verb": "text", "words": "Лосев П."}, None),
        ("initial_missing", {"verb": "text", "words": "спросить"}, None),
        ("initial_missing", {"verb": "not_a_name"}, Said("not_a_name", None)),
    ],
)
def test_only_answers_that_mean_something(kind: str, form: dict[str, str], said: Said | None, sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    with reading(engine) as connection:
        if said is None:
            with pytest.raises(NotUnderstood):
                read_said(connection, FormData(form), asked(kind))
        else:
            assert read_said(connection, FormData(form), asked(kind)) == said
    engine.dispose()


@pytest.mark.parametrize("type_", SCHOOL_TYPES)
def test_types_of_schools_are_known(type_: str) -> None:
    assert registered_school("7", type_, "", "").school_type == type_


@pytest.mark.parametrize(
    ("rrule", "words"),
    [
        (None, ""),
        ("FREQ=YEARLY", "ежегодно"),
        ("FREQ=MONTHLY;BYDAY=3TH", "ежемесячно, третий четверг"),
        ("FREQ=WEEKLY;BYDAY=WE", "еженедельно, среда"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "ежемесячно, последняя пятница"),
        ("FREQ=MONTHLY;INTERVAL=3", "раз в 3 мес."),
        ("FREQ=MONTHLY;BYMONTHDAY=5", "ежемесячно, 5 числа"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", "ежемесячно, 1, 15 числа"),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10", "раз в 3 мес., 10 числа"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "ежемесячно, последний день месяца"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "ежемесячно, последний рабочий день"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "еженедельно, вторник, четверг"),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25", "ежегодно, 25 числа, март, июнь, сентябрь, декабрь"),
        ("FREQ=YEARLY;BYWEEKNO=20", "FREQ=YEARLY;BYWEEKNO=20"),
    ],
)
def test_repeats_in_words(rrule: str | None, words: str) -> None:
    assert repeat_words(rrule) == words


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (("by", None, "2020-11-01", None), "не позднее 01.11.2020"),
        (("period", "2020-10-20", "2020-10-21", None), "с 20.10.2020 по 21.10.2020"),
        (("period", "2020-10-20", "2020-10-20", None), "20.10.2020"),
        (("recurring", "2020-09-01", "2021-08-31", "FREQ=YEARLY"), "с 01.09.2020 по 31.08.2021, повторяется ежегодно"),
        (("recurring", None, None, None), "повторяется"),
        (("ongoing", None, None, None), "бессрочно"),
        (("ongoing", "2020-11-01", None, None), "с 01.11.2020, бессрочно"),
        (("by", None, None, None), "не позднее: даты неизвестны"),
    ],
)
def test_deadlines_in_words(deadline: tuple[str, str | None, str | None, str | None], words: str) -> None:
    assert deadline_words(*deadline) == words
