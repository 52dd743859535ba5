"""Decisions whose answer can mean nothing: refused at every door; those that are there are without effect."""

from normalize.fitting import Accepts, misfit
from store.model import Chain, NewDecision
from store.refusals import DecisionRefused

_NAMED = {
    "person": "the key of a person, like «лосев|п|и»",
    "organization": "the key of a school or an organization, like «school|средняя|7», «org|мбу до цдо»",
}


class UnfitAnswer(DecisionRefused):
    """The answer can mean nothing for its subject; `accepts` says what could."""

    def __init__(self, new: NewDecision, accepts: Accepts) -> None:
        answer = "no answer" if new.answer is None else f"«{new.answer}»"
        super().__init__(f"{answer} is no answer to «{new.subject}»: expected {expected_words(accepts)}")
        self.new = new
        self.accepts = accepts


def refuse_unfit(new: NewDecision) -> None:
    """Raises UnfitAnswer. An undo repeats what it takes back, and says nothing itself."""
    accepts = None if new.undoes is not None else misfit(new.verb, new.subject, new.answer)
    if accepts is not None:
        raise UnfitAnswer(new, accepts)


def is_fit(one: NewDecision) -> bool:
    return misfit(one.verb, one.subject, one.answer) is None


def unfit_of(force: Chain) -> Chain:
    """Those of the decisions in force that are without effect."""
    return tuple(row for row in force if not is_fit(row.decision))


def expected_words(accepts: Accepts) -> str:
    """«the key of a person, like «лосев|п|и», or «оставить без имени»»."""
    named = [_NAMED[name] for name in sorted(accepts.names)]
    said = [f"«{one}»" for one in (*accepts.one_of, *accepts.words)]
    return ", or ".join((*named, *said)) or "an answer"
