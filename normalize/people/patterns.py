"""How names of people are printed: surnames, initials, full names, in any order and case (notes/names.md §3)."""

from ingest.expressions import expression
from normalize.settlements import DOTTED_KIND

UP, LOW = "А-ЯЁ", "а-яё"
# «Кызыл-оол», «Кара-оолу», «Эльдар-оглы», «Мамед-заде»: second parts of surnames that have no capital
SMALL_PART = r"(?:оол(?:а|у|ом|е)?|кыс|оглы|оглу|кызы|заде)(?![а-яё])"
SURNAME = rf"[{UP}][{LOW}]+(?:\s?-\s?[{UP}][{LOW}]+|-{SMALL_PART})?"
# «Л.М.», «Л.М», «С. А.», «М.В .», «ЕВ.», «Ю.С..»: a dot may be lost, doubled or stand off
# «Г-М.», «М.-С.», «А-о.» (оглы): of a name in two parts
_INITIAL = rf"[{UP}](?:\.?[-‐‑][{UP}](?![{UP}{LOW}])|[-‐‑][ок](?=\.))?"
INITIALS = rf"{_INITIAL}\s?\.\s{{0,2}}{_INITIAL}(?:\s?\.+|(?![{UP}{LOW}]))|[{UP}]{{2}}\.(?!\s?[{UP}]\.)"
# «Вязова А.»; the dot may be lost where nothing goes on: «Медсестра Вязова А», «Вязова А, медсестра»
_ONE_INITIAL = rf"[{UP}]\.(?!\s?[{UP}{LOW}]\.)|[{UP}](?=[^\S\n]*(?:[,;)\n]|$|[-–—]\s))"
# Given name, patronymic: full names in any case; the patronymic's ending carries the gender.
_GIVEN = rf"[{UP}][{LOW}]+(?:[-‐‑][{UP}][{LOW}]+)?"  # «Магомед-Расул»
_FATHER = rf"[{UP}][{LOW}]+(?:[-‐‑](?:[{UP}]|оол)[{LOW}]+)?"  # «Магомед-Расуло-», «Кызыл-ооло-»
_PATRONYMIC_HE = rf"{_FATHER}(?:вич|ьич|мич|кич|нич)(?:а|у|ем|ом|е)?"
PATRONYMIC_SHE = rf"{_FATHER}(?:вн|ичн|иничн)(?:а|ы|е|у|ой|ою)"
TURKIC = r"\s+(?:оглы|кызы|оглу)"
_PATRONYMIC = rf"(?:{_PATRONYMIC_HE}|{PATRONYMIC_SHE}|{_GIVEN}{TURKIC})(?![{LOW}])"

_SECOND = (
    rf"\(\s*(?:(?:ранее|бывш[а-яё]*\.?|до\s+брака|в\s+девичестве|дев\.|урожд[а-яё]*\.?)\s+)?(?P<%s>{SURNAME})\s*\)"
)
SECOND_BEHIND = expression(rf"[^\S\n]*{_SECOND % 'second'}")  # «Вязова А.К. (Лосева)»

NAME = expression(
    rf"(?<![{UP}{LOW}])(?:"
    rf"(?P<full>(?P<fs>{SURNAME})(?:\s*{_SECOND % 'fo'})?\s+(?P<fg>{_GIVEN})\s+(?P<fp>{_PATRONYMIC}))"
    rf"|(?P<given>(?P<gg>{_GIVEN})\s+(?P<gp>{_PATRONYMIC})\s+(?P<gs>{SURNAME}))"
    rf"|(?P<after>(?P<as>{SURNAME})(?:\s*{_SECOND % 'ao'})?\s*(?P<ai>{INITIALS})"  # «Вязова (Лосева) А.К.»
    rf"(?:(?:[^\S\n]|[-‐‑])*(?:оглы|кызы|оглу)(?![{LOW}]))?)"  # «Алиев Р.М.-оглы»
    rf"|(?P<before>(?P<bi>{INITIALS})\s*(?P<bs>{SURNAME})(?![{LOW}]))"
    rf"|(?P<caps>(?P<cs>[{UP}]{{3,}}(?:-[{UP}]{{3,}})?)\s+(?P<ci>{INITIALS}))"
    rf"|(?P<capsbehind>(?P<bci>{INITIALS})\s*(?P<bcs>[{UP}]{{3,}}(?:-[{UP}]{{3,}})?)(?![{UP}{LOW}\w]))"
    rf"|(?P<single>(?P<ss>{SURNAME})\s+(?P<si>{_ONE_INITIAL}))"
    rf"|(?P<short>(?P<hs>{SURNAME})\s+(?P<hg>{_GIVEN})(?![{LOW}]))"
    rf"|(?P<bare>(?P<rs>{SURNAME})\s(?P<ri>[{UP}]{{2}})(?![{UP}{LOW}.\w]))"  # «Вязов АК»
    r")"
)
LINE_OF_INITIALS = expression(rf"(?:{INITIALS})[^\S\n]*")
LINE_OF_SURNAME = expression(rf"(?P<word>{SURNAME})(?![{LOW}])[^\S\n]*")
INITIALS_THEN_SURNAME = expression(rf"(?:{INITIALS})\s*{SURNAME}(?![{LOW}])")
# A name that names a thing: «ул. Ленина», «г. Уссурийска»; «им. А.С. Пушкина» is in named_after.py
NAMESAKE_BEFORE = expression(
    rf"\b(?:[Ии]м\.|ИМ\.|[Ии]мени|ИМЕНИ|[Уу]л\.|УЛ\.|[Пп]амяти|ПАМЯТИ|пос\.|г\.|гор\.|с\.|(?P<place>{DOTTED_KIND}))\s*$"
)
# Groups of NAME: which form it is; for those with initials, where surname and initials stand.
FORMS = ("full", "given", "after", "before", "caps", "capsbehind", "single", "short", "bare")
SURNAME_OF = {"after": "as", "before": "bs", "caps": "cs", "capsbehind": "bcs", "single": "ss", "bare": "rs"}
INITIALS_OF = {"after": "ai", "before": "bi", "caps": "ci", "capsbehind": "bci", "single": "si", "bare": "ri"}
