"""Whether a name with initials without dots may be a place's body: «Чернавский СК» is a man, or a club."""

from normalize.fold import fold
from normalize.parties.phrase import Phrase
from normalize.parties.walk import Walk, is_post
from normalize.people.surname_beside import is_of_place


def may_be_body(walk: Walk, name: Phrase, following: Phrase | None) -> bool:
    """«Чернавский СК», «Тюльгинская ПС»: letters behind what may be the adjective of a place.

    Not «учитель Чернавский ПП», nor beside «Вязов АК»: there they are initials.
    """
    person = name.units[0].person
    if person is None or person.form != "bare" or not person.surname.endswith(("ский", "ская", "цкий", "цкая")):
        return False
    if is_of_place(person.surname, fold(person.initials).replace(" ", "")):
        return True
    beside = [one.units[0].person for one in walk.phrases if one.kind == "person"]
    others = any(one.form == "bare" and one.surname != person.surname for one in beside if one is not None)
    titled = (name.joint == "" and walk.index > 0) or (following is not None and is_post(following))
    return not (others or titled)
