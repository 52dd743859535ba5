"""Lists under one title that go on with an institution by its legal form: «Руководители СОШ № 10, МБУ ДО «ДДТ»»."""

import re

from normalize.fold import fold
from normalize.organization_names import legal_part
from normalize.parties.drafts import Draft
from normalize.parties.phrase import Phrase
from normalize.parties.walk import Walk
from normalize.titles.roles import singular_role
from normalize.vocabulary import forms_of

# «МБОУ», «МАДОУ», «ГБПОУ», «МБУДО», and «ДО» behind a form: they teach children, as the schools of the list do
_TEACHES = re.compile(r"(?:\w*оу|\w+удо|до|дод)")
# «ГАОУ ДПО СО «ИРО»», «ФГБОУ ВО «УрГПУ»»: a further party beside the schools, not one more of their kind
_OF_ADULTS = frozenset({"дпо", "во", "впо"})
_HEADS = frozenset(forms_of("roles", "heads"))
_ONLY_IN_SCHOOLS = tuple(forms_of("roles", "only_in_schools"))


def roles_of_list(walk: Walk, phrase: Phrase) -> tuple[str, ...]:
    """«руководители» of «Руководители СОШ №№ 10, 12, МБУ ДО «ДЮСШ»», «директора ГБПОУ «…», ГБПОУ «…»»; else ().

    Not «…, ЦЗН», «…, МКУ «ЦРО»»: no institution like those before, who else is to do it.
    """
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or phrase.joint not in (",", "и") or not _is_of_institution(last):
        return ()
    roles = walk.roles or ((last.role,) if last.kind == "group" and last.role else ())
    if any(target.kind == "school" for target in phrase.targets):  # «Методисты МБУ ДО «ЦДО», СОШ № 5»: two parties
        return roles if all(role in _HEADS for role in roles) else ()
    if not all(is_institution(target.name) for target in phrase.targets):
        return ()
    return () if any(singular_role(role).startswith(_ONLY_IN_SCHOOLS) for role in roles) else roles


def _is_of_institution(last: Draft) -> bool:
    """Whether the party before is of several: «Руководители СОШ № 10», not «Директор СОШ № 10»."""
    if last.role is None or last.kind == "person" or last.target is None or not last.plural:
        return False
    return last.target.kind == "school" or is_institution(last.target.name)


def is_institution(name: str) -> bool:
    """«МБУ ДО «ДЮСШ «Олимп»», «ГБПОУ «Лесной техникум»», «Детский сад № 14»; not «МКУ «ЦРО»», «ГАОУ ДПО «ИРО»»."""
    forms = fold(legal_part(name) or name).split(" ")
    if name.startswith("Детский сад"):
        return True
    return _OF_ADULTS.isdisjoint(forms) and any(_TEACHES.fullmatch(form) for form in forms if form != "оу")
