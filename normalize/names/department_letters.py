"""«ОО» in an order that an «Отдел образования» signed: the department behind its own posts, else the schools.

«начальник ОО» is its head; «руководители ОО», «педагоги ОО» are of the schools; «специалисты ОО» may be either's.
"""

import re

from normalize.morphology import dictionary_form, names_person
from normalize.names.bare_bodies import DEPARTMENT, Bodies, body_subject
from normalize.names.bodies_of_titles import Placed
from normalize.names.resolution import Verdicts
from normalize.vocabulary import forms_of

_POSTS = frozenset(forms_of("roles", "department_post"))
_POST_OF = re.compile(rf"(?P<post>.+)\s(?P<letters>{DEPARTMENT})(?P<rest>(?:\s(?:по|за)\s.+)?)$")


def place_in_department(role: str, bodies: Bodies, verdicts: Verdicts) -> Placed | None:
    """The department that a title of one names; of several it is asked, or as a person said. None for other titles."""
    match = _POST_OF.match(role)
    keys = bodies.by_noun.get(match["letters"], frozenset()) if match is not None else frozenset()
    if match is None or len(keys) != 1:
        return None
    words = [word for word in match["post"].split(" ") if dictionary_form(word) in _POSTS and names_person(word)]
    if not words or not names_person(match["post"].split(" ")[-1]):
        return None
    placed = Placed(f"{match['post']}{match['rest']}", next(iter(keys)))
    if any(names_person(word, "sing") for word in words):
        return placed
    decided = verdicts.get(body_subject(match["letters"]))
    if decided is None:
        return Placed(role, None, match["letters"])
    return placed if decided.verb == "same" and decided.answer == placed.key else None
