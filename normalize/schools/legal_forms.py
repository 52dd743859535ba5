"""Legal forms of schools and kindergartens as their readers want them: short letters right before the name.

«Муниципальное бюджетное общеобразовательное учреждение «Липовская СОШ»», «ГБОУ НАО «Лицей № 2»», «МБОУ г. Ельца «СОШ
№ 5»» are read as «МБОУ «…»»: words, a region's letters and a town before the quotes belong to the form, not to a post.
So does «ЦО» before a school's own name: «МБОУ ЦО «Гимназия № 5»». What a quoted name says between its type and its
number is left out: the number tells the school.
"""

import re

from ingest.expressions import expression
from normalize.schools.words import LETTERS
from normalize.settlements import PLACE

_SORT = (
    r"(?:муниципальн|государственн|негосударственн|частн|областн|краев|республиканск|бюджетн|автономн|каз[её]нн"
    r"|нетипов|некоммерческ)[а-яё]+\s+"
)
_BODY = r"(?:учреждени(?:е|я|ю|ем|и|й|ям|ями|ях)|организаци(?:я|и|ю|ей|й|ям|ями|ях))(?![а-яё])"
_GENERAL = rf"(?:(?:{_SORT})+образовательн|(?:{_SORT})*общеобразовательн)[а-яё]+\s+{_BODY}"
_PRESCHOOL = rf"(?:{_SORT})*дошкольн[а-яё]+\s+(?:образовательн[а-яё]+\s+)?{_BODY}"
_DISTRICT = (
    r"[А-ЯЁ][\w-]+(?:ого|его)\s+(?:муниципального\s+|городского\s+)?(?:района|р-на|округа)"
    r"|города\s+[А-ЯЁ][\w-]+"
)
# «НАО», «РМЭ», «ИРМО», «ВМО СК»; not «ДО», «ЦО»: what the institution is
_REGION = r"(?!(?:ДО|УДО|ДПО|СПО|ВПО|НПО|ЦО|ЦРР|ЦДО|ОЦ)(?!\w))(?:РС\s?\(Я\)|СПб|[А-ЯЁ]{1,4}[ОРК]|Р[А-ЯЁ]{1,2})(?!\w)"
_OF_REGION = r"[А-ЯЁ][\w-]+(?:ой|ого)\s+(?:области|края|[Рр]еспублики)|[Рр]еспублики\s+[А-ЯЁ][\w-]+"
_WHOSE = rf"(?:(?P<place>{PLACE}|{_DISTRICT})|{_OF_REGION}|(?P<letters>{_REGION}(?:\s+{_REGION})?))"
_OPENING = r"[«\"“„]"
_GAP = r"\s*(?:(?:(?<=учреждение)|(?<=организация))\s*[-–—]\s*)?"  # «учреждение – средняя школа № 4»
_NAME = (
    r"(?:(?i:средн|основн|начальн|вечерн|открыт|специальн|коррекц|кадетск|школ|лице|гимнази|прогимнази)"
    r"|[СОН]?О?Ш(?![а-яё])|[А-ЯЁ][а-яё-]+(?:ая|яя|[иыо]й|ую|юю|ого|его)\s+(?i:средн|основн|начальн|школ|лице|гимнази))"
)
_IN_WORDS = expression(rf"(?<![\w-])(?i:{_GENERAL})(?:\s+{_WHOSE}(?=\s*{_OPENING}))?{_GAP}(?={_OPENING}|{_NAME})")
_PRESCHOOL_IN_WORDS = expression(
    rf"(?<![\w-])(?i:{_PRESCHOOL})(?:\s+{_WHOSE}(?=\s*{_OPENING}))?{_GAP}"
    rf"(?={_OPENING}|:?\s*№|(?i:детск[а-яё]+\s+сад|детсад|д/с))"
)
_PRESCHOOL_LETTERS = r"[МГ]?[БАК]?ДОУ"
_WITH_PLACE = expression(rf"(?<![\w-])(?P<form>{_PRESCHOOL_LETTERS}|{LETTERS})\s+{_WHOSE}(?=\s*{_OPENING})")
# «МБОУ ЦО «Гимназия № 5»», «Центр образования «СОШ № 3»»: a centre of education that is called by its school
_OF_EDUCATION = expression(
    rf"(?<![\w-])(?:(?P<form>{LETTERS})\s*(?P<quote>{_OPENING}\s*)?)?(?:ЦО|(?i:центр(?:а|у|ом)?\s+образования))"
    rf"(?=\s*{_OPENING}\s*(?:{_NAME}|[А-ЯЁ][а-яё-]+ая\s+[СОН]?О?Ш(?![а-яё])))"
)
# «МАОУ «Лицей информационных систем и технологий № 73»», «Кадетская школа по делам ГОЧС № 70»: words between the type
# and the number, in one pair of quotes; of «Школа развивающего обучения № 68» behind a form only
_TYPE = (
    r"(?:(?i:средняя|основная|начальная)\s+(?i:общеобразовательная\s+)?(?i:школа)|СОШ|ООШ|НОШ|(?i:лицей|(?:про)?гимназия)"
    r"|(?i:кадетская\s+школа|школа-интернат))"
)
_SAID = r"(?P<said>(?:\s+(?!для\s)(?:[а-яё][а-яё-]*|[А-ЯЁ]{2,6})){1,8}?)"
_DESCRIBED = expression(
    rf"(?P<before>{_OPENING}\s*{_TYPE}|(?<![\w-]){LETTERS}\s*{_OPENING}\s*Школа(?!\s+искусств)){_SAID}"
    r"(?=\s*№\s*\d{1,3}\s*[»\"”])"
)
_READ = ((_IN_WORDS, "МБОУ"), (_PRESCHOOL_IN_WORDS, "МБДОУ"), (_WITH_PLACE, None))


def short_forms(plain: str) -> str:
    """The text with each such form as its letters and blanks behind them, at equal length."""
    for pattern, letters in _READ:
        plain = pattern.sub(lambda found, letters=letters: _shortened(found, letters), plain)  # type: ignore[misc]
    plain = _DESCRIBED.sub(lambda found: found["before"].ljust(len(found.group())), plain)
    return _OF_EDUCATION.sub(lambda found: _shortened(found, found["form"] or "ОУ"), plain)


def _shortened(found: re.Match[str], letters: str | None) -> str:
    return (letters or found["form"]).ljust(len(found.group()))


def place_of_form(plain: str, at: int, numbered: bool) -> str | None:
    """«г. Ельца» of «МБОУ г. Ельца «СОШ № 5»» at `at`; «ЗР» of «МБОУ ЗР «СОШ № 5»», a district in letters.

    Behind a form of the state letters are a region's, which tells no schools apart.
    """
    form = next((form for pattern, _ in _READ if (form := pattern.match(plain, at)) is not None), None)
    if form is None:
        return None
    of_district = form["letters"] if numbered and plain[at] in "Мм" else None
    return form["place"] or of_district
