"""What is said to the clerk after each step, as text."""

from dataclasses import dataclass

from normalize.answers import note_of
from review.kinds import kind_of
from review.wording import SCOPES, VERBS, counted, plain_key, russian_date, russian_moment
from store.contradictions import Contradiction
from store.errors import (
    CannotOpen,
    DatabaseBusy,
    DiskFull,
    FileReplaced,
    NotADatabase,
    NotAllowed,
    StoreError,
)
from store.model import DecisionRow, NewDecision, Verb
from store.refusals import DecisionRefused
from store.review.answers import Answered, AnsweredBefore, HeldByOther, Outcome
from store.unfit import UnfitAnswer


@dataclass(frozen=True, slots=True)
class Typed:
    """What the clerk had filled in, to stand in the fields again where the answer was refused."""

    words: str | None
    reason: str | None
    later: str | None
    scope: str | None


@dataclass(frozen=True, slots=True)
class Notice:
    """`undo`, `redo`: a decision that the notice offers to take back, or to put in force again.
    `lines`: particulars, one below the other. `typed`: of an answer that was refused."""

    text: str
    good: bool = True
    lines: tuple[str, ...] = ()
    undo: str | None = None
    redo: str | None = None
    typed: Typed | None = None


def decision_words(one: NewDecision) -> str:
    """«это: «ГАОУ ДПО СО «ИРО»»», «ответ: «одни и те же»», «ответ словами: «до 1 ноября»», «не имя»."""
    return said_words(one.verb, one.answer, tuple((seen.kind, seen.text) for seen in one.evidence), one.subject)


def said_words(verb: Verb, answer: str | None, seen: tuple[tuple[str, str], ...], subject: str = "") -> str:
    """`subject`: of the decision, by which its button is known: «Не исполнители»."""
    button = kind_of(subject.partition("|")[0], subject).verbs.get(verb) if subject else None
    if button is not None and answer is None:
        return f"«{button.label}»"
    if note_of(answer) is not None:
        return f"пояснение: «{note_of(answer)}»"
    if verb == "unsure":
        return f"{VERBS[verb]}, отложено до {russian_date(answer)}" if answer else VERBS[verb]
    words, name = answer_words(answer, seen), "|" in (answer or "")  # a name's key has several parts
    said = VERBS[verb] if verb != "same" or name else "ответ"
    return f"{said}: «{words}»" if words else said


def answer_words(answer: str | None, seen: tuple[tuple[str, str], ...]) -> str:
    """The answer as the clerk saw it; its key where the decision came from elsewhere."""
    label = next((text for kind, text in seen if kind == "answer"), None)
    return label or plain_key(answer)


def asked_words(subject: str, seen: tuple[tuple[str, str], ...]) -> str:
    """What the decision is about: the question as it was put, the name, else the key."""
    return next((text for kind, text in seen if kind in ("question", "name")), None) or plain_key(subject)


def signed_words(row: DecisionRow) -> str:
    one = row.decision
    return f"{one.actor}, {russian_moment(one.made_at)}: {decision_words(one)} ({SCOPES[one.scope]})"


def notice_of(outcome: Outcome, effect: str | None = None) -> Notice:
    """`effect`: what the words of the answer come to."""
    if isinstance(outcome, Answered):
        return Notice(f"{_answered(outcome)}{f': {effect}' if effect else ''}.", undo=outcome.decision.decision_id)
    if isinstance(outcome, HeldByOther):
        return Notice(f"Ответ не записан: этот вопрос сейчас открыт у коллеги ({outcome.clerk}).", good=False)
    return _before(outcome)


def _answered(outcome: Answered) -> str:
    """«Решено: ответ: «разные» — в приказах этого издателя, 2 приказа», «Отложено: вопрос останется в конце …»."""
    one = outcome.decision.decision
    note = note_of(one.answer)
    if note is not None:
        return f"Записано «{note}»"
    if one.verb == "unsure":
        if one.answer:
            day = russian_date(one.answer)
            return f"Отложено до {day}: до этого дня вопрос придёт, только если других не останется"
        return "Отложено: вопрос останется в конце очереди"
    orders = "" if one.scope == "here" else ", " + counted(outcome.orders, "приказ", "приказа", "приказов")
    return f"Решено: {decision_words(one)} — {SCOPES[one.scope]}{orders}"


def refusal_words(error: DecisionRefused) -> Notice:
    """Why a decision was not kept: the chain of decisions in the way, each with who and when; or what was expected."""
    if isinstance(error, Contradiction):
        return Notice(
            "Ответ не записан: он противоречит прежним решениям. Отмените одно из них или ответьте иначе.",
            good=False,
            lines=tuple(f"{decided_on(row.decision)} — {signed_words(row)}" for row in error.chain),
        )
    if isinstance(error, UnfitAnswer):
        return Notice(f"Ответ «{error.new.answer or ''}» здесь ничего не значит. Он не записан.", good=False)
    return Notice(str(error), good=False)


FAULTS: tuple[tuple[type[StoreError], str], ...] = (
    (FileReplaced, "файл базы удалён или заменён, пока страница была открыта. Остановите prikaz review (Ctrl+C), "
                   "верните файл на место и запустите снова"),
    (DatabaseBusy, "база занята другой программой. Повторите чуть позже"),
    (DiskFull, "на диске, где лежит база, нет места. Освободите его и повторите"),
    (NotAllowed, "в базу нельзя писать: нет прав. Обратитесь к тому, кто её ведёт"),
    (NotADatabase, "файл базы повреждён. Нужна резервная копия"),
    (CannotOpen, "база недоступна. Проверьте, запущен ли её сервер и на месте ли файл"),
)  # fmt: skip


def fault_words(error: Exception, *, asked: bool) -> str:
    """What the database could not do, for the clerk; `asked`: an answer or another change was to be kept."""
    known = next((words for kind, words in FAULTS if isinstance(error, kind)), f"база не справилась ({error})")
    return f"{'Ответ не записан' if asked else 'Не получилось'}: {known}."


def decided_on(one: NewDecision) -> str:
    """What the decision is about, in the words that the clerk saw."""
    return asked_words(one.subject, tuple((seen.kind, seen.text) for seen in one.evidence))


def _before(outcome: AnsweredBefore) -> Notice:
    if outcome.decision is None:
        return Notice("Этот вопрос уже снят: приказ прочитан заново. Ответ не записан.", good=False)
    return Notice(
        "На этот вопрос уже ответили. Ваш ответ не записан; записано:",
        good=False, lines=(signed_words(outcome.decision),), undo=outcome.decision.decision_id,
    )  # fmt: skip
