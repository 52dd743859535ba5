"""The school or kindergarten that issued a plan, where its people's titles name it by a word: «директор школы»."""

from ingest.expressions import expression
from normalize.fold import fold
from normalize.names.bare_bodies import Bodies
from normalize.names.bodies_of_titles import Placed, ends_post
from normalize.titles.roles import singular_role

_WORDS = {"лицей": {"лицея"}, "гимназия": {"гимназии"}, None: {"школы", "школы-интерната", "сош", "оош", "нош", "мбоу"}}
_GARDEN = {"доу", "доо", "мбдоу", "мадоу", "мкдоу", "мдоу", "сада", "детского сада", "учреждения"}


def place_in_own(role: str, bodies: Bodies) -> Placed | None:
    """«директор школы» of a person in the school's own plan → «директор», the school; None where it names another."""
    found = _TITLE.fullmatch(role)
    if found is None or bodies.institution is None or not ends_post(found["post"].split(" ")):
        return None
    if fold(found["what"]) not in _words_for(bodies.institution):
        return None
    return Placed(f"{found['post']}{found['rest'] or ''}", bodies.institution, of_issuer=True)


def head_of_own(role: str, bodies: Bodies) -> str | None:
    """«заведующие ДОУ» → «заведующий ДОУ» in the kindergarten's own plan, which has one; None elsewhere."""
    letters = fold(role.split(" ")[-1])
    if bodies.institution is None or letters not in _words_for(bodies.institution) | _ANY:
        return None
    return singular_role(role)


_ANY = {"оу", "оо", "моу"}
_TITLE = expression(
    r"(?P<post>[а-яё-]+(?: [а-яё-]+){0,3}?) "
    r"(?P<what>детского сада|сада|школы(?:-интерната)?|лицея|гимназии|[А-ЯЁ]{3,6})(?P<rest> (?:по|за) .+)?"
)


def _words_for(key: str) -> set[str]:
    """The words that mean an institution of that key: «school|лицей|2» is no «школа»."""
    if not key.startswith("school|"):
        return _GARDEN
    return _WORDS.get(key.split("|")[1], _WORDS[None])
