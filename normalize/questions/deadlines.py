"""Doubts about deadlines: one that no rule reads, one month against the run."""

import re
from collections import defaultdict
from collections.abc import Iterator

from normalize.fold import fingerprint, fold, squeeze
from normalize.questions.doubt import OrderDoubt, ReadRow, choices
from normalize.questions.verdict_effects import NO_DEADLINE, PERMANENT, UNREAD


def ask_deadline_readings(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """What the deadline rules were not sure of, each text once: «3 неделя сентября». Not: «до 1 ноября».

    Where a plan counts by weeks, or leaves its dates to other papers, that is asked once for all.
    """
    found: dict[tuple[str, str], list[ReadRow]] = defaultdict(list)
    texts: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for row in rows:
        for doubt in row.deadlines.doubts:
            if doubt.kind != "empty_deadline":
                kind = UNREAD if doubt.kind == "deadline_text" and not row.deadlines.deadlines else doubt.kind
                cell = kind, fold(row.deadline_text)
                found[cell] += [row] if row not in found[cell] else []
                texts[cell][_asked(doubt.kind, as_printed(doubt.text, row.deadline_text))] = None
    for kind, about in _ONCE.items():
        cases = {key: touched for key, touched in found.items() if key[0] == kind}
        if len(cases) > _SEVERAL:
            yield _one_for_all(kind, about, list(cases.values()))
            found = {key: touched for key, touched in found.items() if key not in cases}
    for (kind, folded), touched in found.items():
        yield OrderDoubt(
            f"{kind}|{folded}",
            kind,
            " ".join(texts[kind, folded]),
            squeeze(touched[0].deadline_text),
            tuple(row.position for row in touched),
            candidates=choices(NO_DEADLINE, PERMANENT) if kind == UNREAD else (),
        )


_QUOTED = re.compile(r"«([^«»]+)»")
_ASKS = {"deadline_elsewhere": "Известны ли они?", "deadline_text": "Какой это срок?"}


def as_printed(text: str, cell: str) -> str:
    """The text with what it quotes as the cell prints it: rules read «по плану шмо» where «по плану ШМО» stands."""
    plain = cell.lower().replace("ё", "е").replace("\n", " ")

    def printed(match: re.Match[str]) -> str:
        words = re.findall(r"\w+", match[1].lower().replace("ё", "е"))
        found = re.search(r"\W+".join(words) + r"\.?", plain) if words and len(plain) == len(cell) else None
        return match[0] if found is None else f"«{_closed(cell, *found.span())}»"

    return _QUOTED.sub(printed, text)


def _closed(cell: str, start: int, end: int) -> str:
    """The cut-out, with the bracket closed that opens in it: «октябрь (2 нед.)»."""
    part = cell[start:end]
    return squeeze(part + ")" if part.count("(") > part.count(")") and cell[end : end + 1] == ")" else part)


def _asked(kind: str, text: str) -> str:
    """What a rule says, as a question."""
    return text if text.endswith("?") or kind not in _ASKS else f"{text} {_ASKS[kind]}"


_SEVERAL = 3  # different texts of one kind: more of them are one question
_ONCE = {
    "deadline_week": "Сроки названы неделями ({}). Читать недели месяца как 1–7, 8–14, 15–21 и с 22 числа?",
    "deadline_elsewhere": "Даты стоят в других документах или зависят от событий ({}). Известны ли они?",
}


def _one_for_all(kind: str, about: str, cases: list[list[ReadRow]]) -> OrderDoubt:
    texts = [squeeze(rows[0].deadline_text) for rows in cases]
    some = ", ".join(f"«{text}»" for text in texts[:3])
    positions = sorted({row.position for rows in cases for row in rows})
    return OrderDoubt(
        f"{kind}s|{fingerprint(' '.join(sorted(texts)))}", kind, about.format(f"{some} …"), texts[0], tuple(positions),
        candidates=choices("да") if kind == "deadline_week" else (),
    )  # fmt: skip


def ask_month_out_of_order(rows: tuple[ReadRow, ...]) -> Iterator[OrderDoubt]:
    """«октябрь, …, январь, февраль, декабрь, апрель»: one month against the run. Not: plans in no order."""
    runs: list[list[tuple[ReadRow, str]]] = [[]]
    for row in rows:
        deadlines = row.deadlines.deadlines
        single = len(deadlines) == 1 and deadlines[0].kind == "period" and deadlines[0].starts_on is not None
        month = single and re.fullmatch(r"[а-яё]+\.?", row.deadline_text.strip().lower()) is not None
        if month and runs[-1] and runs[-1][-1][0].section != row.section:
            runs.append([])
        if month:
            runs[-1].append((row, deadlines[0].starts_on or ""))
        elif runs[-1]:
            runs.append([])
    for run in runs:
        yield from _odd_month(run)


def _odd_month(run: list[tuple[ReadRow, str]]) -> Iterator[OrderDoubt]:
    dates = [day for _, day in run]
    if len(run) < 6 or dates == sorted(dates):
        return
    odd = [index for index in range(len(dates)) if (rest := dates[:index] + dates[index + 1 :]) == sorted(rest)]
    if len(odd) == 1 and 0 < odd[0] < len(run) - 1:
        row = run[odd[0]][0]
        months = ", ".join(squeeze(one.deadline_text) for one, _ in run)
        yield OrderDoubt(
            f"month_out_of_order|{fingerprint(row.measure)}", "month_out_of_order",
            f"Месяцы в сроках идут по порядку ({months}), а у мероприятия {row.label} «{squeeze(row.deadline_text)}» "
            "стоит не на своём месте: это описка?",
            squeeze(row.deadline_text), (row.position,), candidates=choices("как напечатано", "описка"),
        )  # fmt: skip
