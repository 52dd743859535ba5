"""Decisions are appended, never edited; what contradicts them is refused with the reason."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from store.check import check
from store.contradictions import Contradiction
from store.db import open_engine, reading, upgrade
from store.decisions import (
    NotInForce,
    add_decision,
    all_decisions,
    append_decision,
    decisions_in_force,
    decisions_that_hold,
    undo,
)
from store.decisions_file import BadDecisionsFile, export_decisions, import_decisions
from store.errors import Conflict
from store.model import DecisionRow, Evidence, NewDecision
from store.read import read_knowledge
from store.unfit import UnfitAnswer
from tests.store.factory import STAMP, TERRITORY

SAME = NewDecision(STAMP.imported_at, "Клерк", "same", "m1", "m2", "rules-1", TERRITORY)


def decide(engine: Engine, verb: str, subject: str, answer: str | None = None, **fields: str | None) -> DecisionRow:
    new = replace(SAME, verb=verb, subject=subject, answer=answer, **fields)
    with engine.begin() as connection:
        return append_decision(connection, new)


def take_back(engine: Engine, decision_id: str) -> DecisionRow:
    with engine.begin() as connection:
        return undo(connection, decision_id, made_at=STAMP.imported_at, actor="Клерк", rules_version="rules-1")


def in_force(engine: Engine) -> list[tuple[str, str, str | None]]:
    with reading(engine) as connection:
        rows = decisions_in_force(connection)
    return [(row.decision.verb, row.decision.subject, row.decision.answer) for row in rows]


def test_decision_comes_back_as_given(engine: Engine) -> None:
    given = replace(SAME, reason="видно", batch="b1", evidence=(Evidence("cell", "таблица 1, строка 2"),))
    with engine.begin() as connection:
        row = append_decision(connection, given)
    with reading(engine) as connection:
        assert all_decisions(connection) == (row,)
    assert (row.seq, row.decision) == (1, given)


def test_the_same_word_twice_is_one(engine: Engine) -> None:
    first = decide(engine, "same", "m1", "m2")
    assert decide(engine, "same", "m1", "m2", reason="ещё раз") == first


def test_decisions_of_a_town_and_of_all_hold_there(engine: Engine) -> None:
    """Another town's word neither holds here nor stands in the way; what was taken back does not hold either."""
    decide(engine, "same", "m1", "m2", territory="г. Дальний")
    here, everywhere = decide(engine, "same", "m1", "m3"), decide(engine, "same", "m4", "m5", territory=None)
    take_back(engine, decide(engine, "same", "m6", "m7").decision_id)
    with reading(engine) as connection:
        assert decisions_that_hold(connection, TERRITORY) == (here, everywhere)
        assert decisions_that_hold(connection, None) == (everywhere,)


CHANGES = ("UPDATE decisions SET actor = 'somebody else'", "DELETE FROM decisions")
OWN_CHANGES = {
    "sqlite": ("INSERT OR REPLACE INTO decisions SELECT * FROM decisions",),
    "postgresql": ("TRUNCATE decisions CASCADE",),
}


def test_the_database_refuses_changes(engine: Engine) -> None:
    decide(engine, "same", "m1", "m2")
    for statement in (*CHANGES, *OWN_CHANGES[engine.dialect.name]):
        with pytest.raises(Conflict, match="never edited or deleted"), engine.begin() as connection:
            connection.execute(text(statement))
    assert in_force(engine) == [("same", "m1", "m2")]


def test_undo_takes_back_and_can_be_taken_back(engine: Engine) -> None:
    first = decide(engine, "same", "m1", "m2")
    back = take_back(engine, first.decision_id)
    assert in_force(engine) == []
    with pytest.raises(NotInForce):
        take_back(engine, first.decision_id)
    take_back(engine, back.decision_id)
    assert in_force(engine) == [("same", "m1", "m2")]


def test_unknown_decision_cannot_be_undone(engine: Engine) -> None:
    with pytest.raises(NotInForce):
        take_back(engine, "nothing")


def test_contradiction_is_refused_with_its_chain(engine: Engine) -> None:
    """Nomenklatura took m1=m2, m1≠m3, m2=m3 without a word (notes/clerk.md, A)."""
    one = decide(engine, "same", "m1", "m2")
    two = decide(engine, "different", "m1", "m3")
    with pytest.raises(Contradiction) as refused:
        decide(engine, "same", "m3", "m2")
    assert refused.value.chain == (two, one)
    assert len(in_force(engine)) == 2


def test_different_is_refused_along_a_chain(engine: Engine) -> None:
    chain = [decide(engine, "same", f"m{n}", f"m{n + 1}") for n in range(1, 4)]
    with pytest.raises(Contradiction) as refused:
        decide(engine, "different", "m1", "m4")
    assert list(refused.value.chain) == chain
    take_back(engine, chain[1].decision_id)
    decide(engine, "different", "m1", "m4")


def test_undoing_an_undo_may_contradict(engine: Engine) -> None:
    first = decide(engine, "same", "m1", "m2")
    back = take_back(engine, first.decision_id)
    decide(engine, "different", "m1", "m2")
    with pytest.raises(Contradiction):
        take_back(engine, back.decision_id)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("same", "m1", "m2"), ("same", "m1", "m3")),
        (("same", "m1", "m2"), ("new", "m1", None)),
        (("not_a_name", "m1", None), ("same", "m1", "m2")),
        (("text", "m1", "split"), ("text", "m1", "join")),
        (("different", "m1", "m2"), ("same", "m2", "m1")),
    ],
)
def test_one_verdict_for_each_subject(
    engine: Engine, first: tuple[str, str, str | None], second: tuple[str, str, str | None]
) -> None:
    decide(engine, *first)
    with pytest.raises(Contradiction):
        decide(engine, *second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("unsure", "m1", None), ("same", "m1", "m2")),
        (("different", "m1", "m2"), ("different", "m1", "m3")),
        (("different", "m1", "m2"), ("same", "m1", "m3")),
        (("same", "m1", "m3"), ("same", "m2", "m3")),
    ],
)
def test_compatible_verdicts(
    engine: Engine, first: tuple[str, str, str | None], second: tuple[str, str, str | None]
) -> None:
    decide(engine, *first)
    decide(engine, *second)
    assert in_force(engine) == [first, second]


def test_a_narrower_reach_overrides(engine: Engine) -> None:
    decide(engine, "same", "m1", "m2")
    decide(engine, "same", "m1", "m3", scope="issuer", scope_value="Управление")
    decide(engine, "same", "m1", "m4", territory="г. Конаково")
    assert len(in_force(engine)) == 3


def test_knowledge_has_what_may_hold(engine: Engine) -> None:
    decide(engine, "same", "here", "a", scope="here")
    decide(engine, "same", "mine", "a", scope="issuer", scope_value="УПРАВЛЕНИЕ  образования")
    decide(engine, "same", "other", "a", scope="issuer", scope_value="Министерство")
    decide(engine, "same", "now", "a", scope="year", scope_value="2020/2021")
    decide(engine, "same", "then", "a", scope="year", scope_value="2019/2020")
    decide(engine, "same", "elsewhere", "a", territory="г. Конаково")
    with reading(engine) as connection:
        known = read_knowledge(connection, TERRITORY, "Управление образования", "2020/2021")
    assert [one.subject for one in known.decisions] == ["here", "mine", "now"]


PAIR, HER, HIM = "pair|фадеев|к|м|фадеева|к|м", "person|фадеева|к|м", "person|фадеев|к|м"
FORMS = (Evidence("candidate", "МБУ «Лад»; название в кавычках равно"), Evidence("candidate", "МАУ «Лад»; другая"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("different", PAIR, None), ("same", HER, "фадеев|к|м")),  # the queue, then the pages of the names
        (("different", PAIR, None), ("same", HIM, "фадеева|к|м")),
        (("different", PAIR, None), ("same", PAIR, "фадеев|к|м")),
        (("same", HER, "фадеев|к|м"), ("different", PAIR, None)),
        (("different", HER, "фадеев|к|м"), ("same", HIM, "фадеева|к|м")),  # whichever of the two one begins with
        (("same", "school_type|school|гимназия|5", "school|гимназия|5"), ("same", "school|гимназия|5", "school||5")),
        (("different", "legal_form|лад", None), ("same", "org|мау лад", "org|мбу лад")),
    ],
)
def test_what_was_told_apart_is_not_merged(
    engine: Engine, first: tuple[str, str, str | None], second: tuple[str, str, str | None]
) -> None:
    with engine.begin() as connection:
        verb, subject, answer = first
        append_decision(connection, replace(SAME, verb=verb, subject=subject, answer=answer, evidence=FORMS))
    with pytest.raises(Contradiction):
        decide(engine, *second)


def test_a_chain_of_merges_is_followed(engine: Engine) -> None:
    decide(engine, "same", HER, "фадеев|к|м")
    decide(engine, "same", HIM, "фадин|к|м")
    with pytest.raises(Contradiction):
        decide(engine, "different", HER, "фадин|к|м")


def test_a_merge_everywhere_meets_what_one_order_told_apart(engine: Engine) -> None:
    decide(engine, "different", PAIR, scope="here", scope_value="приказ 1")
    with pytest.raises(Contradiction, match="фадеев"):
        decide(engine, "same", HER, "фадеев|к|м")
    decide(engine, "same", HER, "фадеев|к|м", scope="here", scope_value="приказ 2")


NO_ANSWERS = [
    ("same", "school_type|school|средняя|12", "нет такого"),
    ("same", PAIR, "нет такого"),
    ("same", PAIR, "вязова|а|к"),  # neither of the two
    ("same", HER, "org|мбу лад"),
    ("same", "org|мбу лад", "вязова|а|к"),
    ("same", "unknown_phrase|хобот", "хобот"),
    ("same", "empty_deadline|8d01c93471f00244", "нет такого"),
    ("same", "namesakes|вязова|а|к", "двое"),
    ("same", "place|0123456789abcdef0123", "лицей"),
    ("same", "0123456789abcdef0123", "лицей"),
    ("same", "school|средняя|12", None),
    ("same", "school|средняя|12", " "),
    ("text", "legal_form|лад", "это одно"),  # words would close the question and change nothing
    ("new", "org|мбу лад", "лад"),
]


@pytest.mark.parametrize(("verb", "subject", "answer"), NO_ANSWERS)
def test_an_answer_that_means_nothing_is_refused(
    engine: Engine, tmp_path: Path, verb: str, subject: str, answer: str | None
) -> None:
    with pytest.raises(UnfitAnswer, match="expected"):
        decide(engine, verb, subject, answer)
    path = file_of(tmp_path, ("new", "m5", None), (verb, subject, answer))
    with pytest.raises(BadDecisionsFile, match=r"file\.jsonl, line 2: .*expected"), engine.begin() as connection:
        import_decisions(connection, path)
    assert in_force(engine) == []


def file_of(folder: Path, *said: tuple[str, str, str | None]) -> Path:
    """A file of these decisions; an undo takes the line before it back."""
    path = folder / "file.jsonl"
    lines = [
        {"decision_id": str(at), "made_at": "2020-11-01T08:00:00Z", "actor": "Я", "verb": verb, "subject": subject,
         "answer": answer, "territory": TERRITORY, **({"undoes": str(at - 1)} if verb == "undo" else {})}
        for at, (verb, subject, answer) in enumerate(said)
    ]  # fmt: skip
    path.write_text("".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "said",
    [
        [NO_ANSWERS[0], ("undo", "", None)],
        [("different", PAIR, None), ("undo", "", None), ("same", HER, "фадеев|к|м")],
        [("same", HER, "фадеев|к|м"), ("different", PAIR, None), ("undo", "", None)],
    ],
)
def test_what_is_taken_back_in_the_file_is_not_judged(
    engine: Engine, tmp_path: Path, said: list[tuple[str, str, str | None]]
) -> None:
    """A database that once took anything in can be rebuilt from its export, after an undo."""
    with engine.begin() as connection:
        assert import_decisions(connection, file_of(tmp_path, *said)) == len(said)


def test_a_contradiction_in_a_file_is_named_by_its_line(engine: Engine, tmp_path: Path) -> None:
    path = file_of(tmp_path, ("different", PAIR, None), ("same", HER, "фадеев|к|м"))
    with pytest.raises(BadDecisionsFile, match=r"line 2: .*contradicts"), engine.begin() as connection:
        import_decisions(connection, path)


def test_what_an_earlier_version_took_in_has_no_effect_and_is_found(engine: Engine) -> None:
    with engine.begin() as connection:
        for at, said in enumerate((NO_ANSWERS[0], ("same", "school|средняя|7", "school|лицей|7"))):
            verb, subject, answer = said
            add_decision(connection, str(at), replace(SAME, verb=verb, subject=subject, answer=answer))
    with reading(engine) as connection:
        known = read_knowledge(connection, TERRITORY, None, None)
        assert [one.subject for one in known.decisions] == ["school|средняя|7"]
        (found,) = check(connection)
    assert (found.kind, found.place) == ("unfit_decision", "decisions 0")
    assert "нет такого" in found.text


def test_export_and_import_rebuild_the_decisions(engine: Engine, tmp_path: Path) -> None:
    first = decide(engine, "same", "m1", "m2", reason="«ё» и кавычки\nв двух строках")
    decide(engine, "new", "m5")
    back = take_back(engine, first.decision_id)
    take_back(engine, back.decision_id)
    path = tmp_path / "out" / "decisions.jsonl"
    with reading(engine) as connection:
        assert export_decisions(connection, path) == 4
        before = all_decisions(connection)
    assert len(path.read_text(encoding="utf-8").splitlines()) == 4
    rebuilt = open_engine(f"sqlite:///{tmp_path / 'rebuilt.db'}")
    upgrade(rebuilt)
    for added in (4, 0):  # twice is once
        with rebuilt.begin() as connection:
            assert import_decisions(connection, path) == added
    with reading(rebuilt) as connection:
        assert all_decisions(connection) == before
        export_decisions(connection, tmp_path / "again.jsonl")
    rebuilt.dispose()
    assert (tmp_path / "again.jsonl").read_bytes() == path.read_bytes()


def test_decision_written_by_hand(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "hand.jsonl"
    line = '{"made_at": "2020-11-01T08:00:00Z", "actor": "Я", "verb": "new", "subject": "школа 2"}\n'
    path.write_text(line + "\n", encoding="utf-8")
    for added in (1, 0):
        with engine.begin() as connection:
            assert import_decisions(connection, path) == added


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[]",
        '{"verb": "same"}',
        '{"made_at": "yesterday", "actor": "Я", "verb": "new", "subject": "a"}',
        '{"made_at": "2020-11-01T08:00:00Z", "actor": "Я", "verb": "new", "subject": "a", "colour": "red"}',
        '{"made_at": "2020-11-01T08:00:00Z", "actor": "Я", "verb": "same", "subject": "a", "answer": 7}',
        '{"made_at": "2020-11-01T08:00:00Z", "actor": "Я", "verb": "maybe", "subject": "a"}',
        '{"made_at": "2020-11-01T08:00:00Z", "actor": "Я", "verb": "new", "subject": "a", "scope": "town"}',
        '{"made_at": "2020-11-01T08:00:00Z", "actor": "Я", "verb": "undo", "subject": "a"}',
    ],
)
def test_bad_line_is_named(engine: Engine, tmp_path: Path, line: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(BadDecisionsFile, match=r"bad\.jsonl, line 2"), engine.begin() as connection:
        import_decisions(connection, path)
