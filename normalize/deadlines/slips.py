"""What the typist meant: letters of the other alphabet, broken and glued words, slips in the dots of a date.

A mended cell is a traced text: whatever was put in or left out, each character knows its place in the cell.
"""

import re

from ingest.expressions import expression
from normalize.deadlines.patterns import ORDINAL, ORDINAL_LIST, SCHOOL_YEAR_WORDS, WEEKDAY
from normalize.deadlines.points import MONTH, MONTH_NAME
from normalize.fold import read_cyrillic
from normalize.morphology import is_word
from normalize.traced import Piece, Traced, filled, rewrite, traced
from normalize.vocabulary import alternatives, forms_of, load_entries

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−_", "-"))
_DAY_WORDS = forms_of("deadlines", "day_word")
_GENITIVE = r"(?=[а-я]*(?:[ая])\b)"  # «октября», not the «Сентябрь» after a number in a list

# Same length. «І», «l» and «П», «Ш», «У» stand for Roman numerals only before what is counted by them.
_ROMAN = expression(
    r"(?<![\w.])(?=[\w]*[^\d\W])[ivxіlхупш1]+(?=(?:-[а-яi]{1,2})?\s*(?:квартал|кв\b|полуг|п/г|четв|декад|недел|триместр|этап))"
    r"|(?<![\w.-])і[іvxх]*(?![\w.])"
)
_ROMAN_LETTERS = {"і": "i", "l": "i", "х": "x", "у": "v", "п": "ii", "ш": "iii", "1": "i"}
_ZERO = expression(r"(?<=\d)[оo](?=[.\d])|(?<![\w.])[оo](?=\d\.)")
_QUOTED_DAY = expression(r"[«\"“„]\s*(\d{1,2})\s*[»\"”“]")
_ALONE = expression(r"(?<![\w'])[ck](?=\s?\d|\s+[а-я])")

_SEPARATOR = r"\s*[.,]+\s*"
_REPAIRS: tuple[tuple[str, str], ...] = (
    (r"(?<![\d.])(?P<y>20\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3]\d)(?![\d.])", "{d}.{m}.{y}"),
    (r"(?<![\d.])(?P<d>[0-3]?\d)(?:/|-)(?P<m>0[1-9]|1[0-2])(?:/|-)(?P<y>20\d\d)(?!\d)", "{d}.{m}.{y}"),
    (r"(?<![\d.])(?P<m>0?[1-9]|1[0-2])/(?P<y>20\d\d)(?!\d)", "{m}.{y}"),
    # «20/11», «20/11-25/11»; not «9/11», classes, nor «№ 20/11»
    (r"(?<![\w./№])(?<!№ )(?P<d>1[3-9]|2\d|3[01])/(?P<m>0[1-9]|1[0-2])(?![\w/]|\.\d)", "{d}.{m}"),
    # «СОШ №2-10.11.2022»: the school, then its day; not «приказ № 2-10.11.2022»
    (
        r"(?<!приказ )(?<!приказа )(?<!письмо )(?<!письма )(?P<n>№\s?\d{1,3})-(?P<rest>\d{1,2}\.\d{1,2}\.20\d\d)(?!\d)",
        "{n} - {rest}",
    ),
    # «07.12..2020», «15.10,2020», «15. 09. 2020»; not «9.10.11.2020»
    (rf"(?<!\d)(?<!\d\.)(?P<d>\d{{1,2}}){_SEPARATOR}(?P<m>\d{{1,2}}){_SEPARATOR}(?P<y>20\d\d)(?!\d)", "{d}.{m}.{y}"),
    (r"(?<!\d)(?<!\d\.)(?P<d>\d{1,2}\.(?:0[1-9]|1[0-2])) (?P<y>20\d\d)(?!\d)", "{d}.{y}"),
    (r"(?<!\d)(?<!\d\.)(?P<d>\d{1,2}\.\d{1,2})\.\s+(?P<y>\d\d)(?=\s*г)", "{d}.20{y}"),
    (rf"(?P<m>(?<!\w){MONTH}\s*)(?P<y>\d\d)(?=\s?г\b)", "{m}20{y}"),
    (r"(?<!\d)(?P<from>\d\d)\s*(?P<to>[-/]\s*\d\d\s*(?:уч|у\.\s?г))", "20{from}{to}"),
    # «учебный год 2021-2022», «уч.год (2021/22)»: the year before its words; not «2020-2021 учебный год, 2021-2022»
    (
        rf"(?<!\d)(?<!\d )(?<!г\. )(?<!\w)(?P<w>{SCHOOL_YEAR_WORDS})[\s,:(]+(?P<y>20\d\d\s*[-/]\s*(?:20)?\d\d)(?!\d)"
        rf"(?:\s*г(?:г|\.\s?г|од[а-я]*)?\b\.?)?(?!\s*{SCHOOL_YEAR_WORDS})\)?",
        "{y} {w}",
    ),
    # glued words
    (rf"(?P<m>(?<![а-я]){MONTH_NAME})(?P<rest>\d)", "{m} {rest}"),
    (rf"(?P<rest>\d)(?P<m>{MONTH}|кв\b|нед\b|раз)", "{rest} {m}"),
    (r"(?P<m>\b(?:с|со|по|до|к|и|не позднее))(?P<rest>\d)", "{m} {rest}"),
    (r"(?P<m>\b[ivx]+)(?P<rest>кв\b)", "{m} {rest}"),
    (r"\b(?P<in>в)(?P<rest>течени[еи]\b)", "{in} {rest}"),
    # «нач. октября», «в кон. мая», «сер. марта»
    (rf"\bнач\.\s*(?P<m>{MONTH})", "начало {m}"),
    (rf"\bкон\.\s*(?P<m>{MONTH})", "конец {m}"),
    (rf"\bсер\.\s*(?P<m>{MONTH})", "середина {m}"),
    (r"\bкажд\.\s*(?=[а-я])", "каждый "),
    (r"\b(?P<not>не)(?P<rest>поз(?:днее|же)\b)", "{not} {rest}"),
    (r"(?P<l>[а-я])(?P<p>\.)(?P<r>20\d\d)", "{l}{p} {r}"),
    # «1-ое октября», «25-го», «к 15 числу октября», «20. октября», «01.-10.09»
    (r"(?<![\d.])(?P<d>\d{1,2})\s?-?(?:го|ое|ого|му|ому)(?!\w)", "{d}"),
    # «15-е февраля», «15-е, 20-е» and nothing else: days; not «20-е числа», «9-е классы»
    (rf"(?<![\d.])(?P<d>\d{{1,2}})-?е(?=\s+{_GENITIVE}{MONTH}|\s*(?:$|[,;)\n]|и\s+\d{{1,2}}-?е(?!\w)))", "{d}"),
    (rf"(?<![\d.])(?P<d>\d{{1,2}})\s+числ\w+\s+(?P<m>{MONTH})", "{d} {m}"),
    (rf"(?<![\d.])(?P<d>\d{{1,2}})\.\s*(?P<m>{_GENITIVE}{MONTH})", "{d} {m}"),
    (r"(?<![\d.])(?P<d>\d{1,2})\.(?=\s*[-,]\s*\d)", "{d}"),
    (r"(?<![\d.])(?P<d>\d{1,2})\.(?=\s*$)", "{d}"),
    (r"(?P<n>(?<![\w.])[ivx]{1,4})-(?:й|я|ое|е|ая|ый|ой|го|м|ом)\b", "{n}"),
    (r"(?<=[а-я])\s*(?:…|\.{3})\s*(?=[а-я])", "-"),
    # «1 р/м», «2 р/г»
    (r"(?<=\d)(?P<t>\s?(?:р|раза?)/)м\b\.?(?!\w)", "{t}мес"),
    (r"(?<=\d)(?P<t>\s?(?:р|раза?)/)г\b\.?(?!\w)", "{t}год"),
    # «вторник, четверг (по записи)»: for whom, not when
    (r"(?<=\w)\s*\(\s*по\s+(?:предварительной\s+)?записи\s*\)", ""),
)
# «01.06.20⏎23», a narrow column; «15.11.20⏎22-20.11.2022»; not «05.10.20⏎12-16.10.20», days
_BROKEN_YEAR = expression(
    r"(?<![\d.])(?P<date>\d{1,2}\.(?:0[1-9]|1[0-2])\.20)\s+(?P<rest>[1-4]\d)"
    r"(?=\s*(?:$|[,;)\n]|г\b)|\s*-\s*(?P<next>\d{1,2})\.(?:0[1-9]|1[0-2])\.)"
)
_COMPILED = tuple((expression(pattern), filled(template)) for pattern, template in _REPAIRS)
# «посл. пятница», «1-е воскр. мая», «ежемес., до 25 числа»: written out
_SHORT = expression(rf"(?<![\w-])(?P<word>{alternatives('deadlines', 'short')})(?!\w)")
_SHORT_WORDS = forms_of("deadlines", "short")
_MONTH_AFTER = rf"(?=\s*(?:{_GENITIVE}{MONTH}|{MONTH_NAME}\.))"
# «посл. четв. мая»: Thursday; «1 четв.» is a quarter of the school year
_SHORT_THURSDAY = expression(
    rf"(?P<nth>(?<![\w.]){ORDINAL}\s+)(?P<word>четв\b\.?)(?=\s*(?:{_GENITIVE}{MONTH}|кажд\w+\s+мес|месяца))"
)
# «3 дек. ноября», «I-II дек. сент.»: ten days; «3 дек.» is a day of December
_SHORT_DECADE = expression(rf"(?P<nth>(?<![\w.]){ORDINAL_LIST}\s+)(?P<word>дек\b\.?){_MONTH_AFTER}")
_NTH_WEEKDAY = expression(rf"(?P<nth>(?<![\w.]){ORDINAL_LIST}\s+{WEEKDAY})\.")  # «4 пт.»
_DAY_WORD = expression(rf"\b(?P<word>{alternatives('deadlines', 'day_word')})(?=\s+(?:{MONTH}|числ))")
# «IX-X», «XI, XII» and nothing else: months
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_NUMERAL = rf"(?<!\w)(?:{'|'.join(_ROMANS).replace('x', '[xх]')})(?!\w)"
# «01.XII», «15.X.2021», «XI.2021», «X-XII 2021»: months beside a day or a year; not «1. II четверть», «XX века»
_COUNTED = r"\.?\s*(?:квартал|кв\b|полуг|п/г|четв|декад|недел|триместр|этап|класс|кл\b|век|тур\b|смен|част)"
_DAY_OF_ROMAN = expression(
    rf"(?<![\d.])(?P<day>0?[1-9]|[12]\d|3[01])(?:\.\s?|\s)(?P<month>{_NUMERAL})(?P<year>\.?\s?20\d\d|\.?)"
    rf"(?!\.?\d|{_COUNTED})"
)
_ROMAN_OF_YEAR = expression(
    rf"(?P<first>{_NUMERAL})(?:(?P<dash>\s?-\s?)(?P<last>{_NUMERAL}))?(?P<sign>\.\s?|\s|/)(?P<year>20\d\d)"
    r"(?!\d|\s?[-/]\s?(?:20)?\d\d(?![\d.]))"
)
_ROMAN_MONTHS = expression(rf"\s*{_NUMERAL}(?:\s*[-,и]\s*{_NUMERAL})*\.?\s*")
_QUARTERS = 4
_AUTUMN = 9  # a plan's months are counted from September; quarters and classes rarely are
_MONTHS = {int(entry.value): entry.forms[0] for entry in load_entries("deadlines") if entry.section == "month"}
_BROKEN = expression(r"(?P<left>(?<![а-я])[а-я]+)(?P<gap>-[ ]*\n\s*|\s*\n\s*|- ?)(?=(?P<right>[а-я]+))")


def mend(text: str) -> Traced:
    """The cell in lower case with one kind of dash, as it was meant."""
    cell = rewrite(_same_length(text), _QUOTED_DAY, _unquoted)
    cell = rewrite(cell, _BROKEN, _joined)
    cell = rewrite(cell, _BROKEN_YEAR, _whole_year)
    cell = rewrite(cell, _ROMAN, _roman)
    cell = rewrite(cell, re.compile(_NUMERAL), _month) if _are_months(cell.text) else cell
    cell = rewrite(cell, _DAY_OF_ROMAN, _day_of_month)
    cell = rewrite(cell, _ROMAN_OF_YEAR, _months_of_year)
    cell = rewrite(cell, _DAY_WORD, _day)
    cell = rewrite(cell, _SHORT, lambda match: [(_SHORT_WORDS[match["word"]], *match.span())])
    cell = rewrite(cell, _SHORT_THURSDAY, lambda match: [match.span("nth"), ("четверг", *match.span("word"))])
    cell = rewrite(cell, _SHORT_DECADE, lambda match: [match.span("nth"), ("декада", *match.span("word"))])
    cell = rewrite(cell, _NTH_WEEKDAY, filled("{nth}"))
    for pattern, pieces in _COMPILED:
        cell = rewrite(cell, pattern, pieces)
    return cell


def _same_length(text: str) -> Traced:
    lower = "".join(one if len(one.lower()) != 1 else one.lower() for one in read_cyrillic(text))
    plain = lower.replace("ё", "е").translate(_DASHES)
    plain = _ZERO.sub("0", plain)
    return traced(_ALONE.sub(lambda match: {"c": "с", "k": "к"}[match[0]], plain))


def _unquoted(match: re.Match[str]) -> list[Piece]:
    """The day of «"25" ноября», from the quote that opens to the one that closes."""
    day, (start, end) = match[1], match.span()
    return [(day[0], start, start + 1), *([(day[1], end - 1, end)] if len(day) > 1 else [])]


def _joined(match: re.Match[str]) -> list[Piece]:
    """«постоян-⏎но», «сентяб⏎рь», «ок-тябрь»: one word that was broken; «план-график» and «в⏎течение» stay."""
    left, right, gap = match["left"], match["right"], match["gap"]
    whole = left + right
    known = _is_known(whole)
    if gap in ("-", "- "):
        broken = whole in _VOCABULARY and not (_is_known(left) and _is_known(right))
    elif gap.startswith("-"):
        broken = known
    else:
        broken = known and not (_is_known(left) and _is_known(right))
    return [match.span("left")] if broken else [match.span()]


def _whole_year(match: re.Match[str]) -> list[Piece]:
    """«15.11.2022»; not where the digits behind may be the first of some days."""
    is_days = match["next"] is not None and int(match["rest"]) < int(match["next"])
    return [match.span()] if is_days else [match.span("date"), match.span("rest")]


_VOCABULARY = frozenset(word for entry in load_entries("deadlines") for form in entry.forms for word in form.split())


def _is_known(word: str) -> bool:
    return word in _VOCABULARY or is_word(word)


def _day(match: re.Match[str]) -> list[Piece]:
    return [(_DAY_WORDS[" ".join(match["word"].split())], *match.span())]


def _roman(match: re.Match[str]) -> list[Piece]:
    return [("".join(_ROMAN_LETTERS.get(letter, letter) for letter in match.group()), *match.span())]


def _day_of_month(match: re.Match[str]) -> list[Piece]:
    """«01.12» of «01.XII», «15.10.2021» of «15.X.2021»; «1 X» without a dot or a year is left alone."""
    if "." not in match.string[match.end("day") : match.start("month")] and not match["year"].strip(". "):
        return [match.span()]
    number = f".{_number(match['month']):02d}"
    pieces: list[Piece] = [match.span("day"), (number, match.end("day"), match.end("month"))]
    year = match["year"].strip(". ")
    return pieces + ([(f".{year}", *match.span("year"))] if year else [match.span("year")])


def _months_of_year(match: re.Match[str]) -> list[Piece]:
    """«декабрь 2021» of «XII.2021», «октябрь-декабрь 2021» of «X-XII 2021»; «II-III 2021», «I.2021» may be quarters."""
    numbers = [_number(match[name]) for name in ("first", "last") if match[name]]
    if max(numbers) <= _QUARTERS:
        return [match.span()]
    pieces: list[Piece] = [(_MONTHS[numbers[0]], *match.span("first"))]
    if match["last"]:
        pieces += [match.span("dash"), (_MONTHS[numbers[1]], *match.span("last"))]
    return [*pieces, (" ", *match.span("sign")), match.span("year")]


def _are_months(text: str) -> bool:
    """«IX-X», «IX, I, V»; not «I-IV», quarters, «V-IX», classes, nor «X», a tick."""
    if _ROMAN_MONTHS.fullmatch(text) is None:
        return False
    numbers = [_number(numeral) for numeral in re.findall(_NUMERAL, text)]
    return numbers[0] >= _AUTUMN and numbers != [_number("x")]


def _number(numeral: str) -> int:
    return _ROMANS.index(numeral.replace("х", "x")) + 1


def _month(match: re.Match[str]) -> list[Piece]:
    return [(_MONTHS[_number(match.group())], *match.span())]
