"""The summary of an import as a person reads it: the orders, what became of each file, what to do next."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pipeline.changes import change_lines
from pipeline.open_questions import OpenCounts, pending_lines
from pipeline.plurals import counted
from pipeline.report import FileReport, Refusal
from store.neighbours import DoubtfulTerritory

MANY = 40  # orders or files, beyond which they are counted
SHOWN = 5  # lines of a long list; the rest is counted
LONG = 200  # characters of a difference

OUTCOMES = {
    "new": "new",
    "unchanged": "loaded before, nothing changed",
    "replaced": "replaces what was loaded before",
    "same_order": "the same order as the one loaded before",
    "order_text": "the text of an order whose plan is another file",
}
EARLIER = "loaded before, and replaced since: not taken, the order stays as it is"


def print_summary(
    console: Console,
    reports: Sequence[FileReport],
    dry_run: bool,
    left: OpenCounts | None,
    waited: int = 0,
    told: Sequence[DoubtfulTerritory] = (),
) -> None:
    """Prints all of it. Texts of files go in as Text, never as markup: «[2]» in a name is no style.

    `left`: what is open now that orders read earlier were read again; None where the import broke off. `waited`: how
    many orders answers had been waiting in. `told`: what the import before has said of doubtful territories.
    """
    loaded = [as_left(report, left) for report in reports if report.refusal is None]
    if loaded:
        print_orders(console, loaded)
        print_outcomes(console, loaded)
    print_refused(console, reports)
    print_versions(console, reports)
    print_territories(console, left, told)
    print_unmet(console, left)
    print_answers(console, waited, left)
    console.print(next_step(dry_run, left))


def print_answers(console: Console, waited: int, left: OpenCounts | None) -> None:
    """What became of answers that nobody had read yet, and which decisions do nothing."""
    if left is None:
        return
    if waited > left.unread:
        console.print(Text(f"Read again, as they had been waiting for it: {counted(waited - left.unread, 'order')}."))
    for line in pending_lines(left):
        console.print(Text(line, style="bold red"))


def print_orders(console: Console, reports: Sequence[FileReport]) -> None:
    orders = one_per_order(reports)
    console.print(order_table(orders[:MANY]))
    if len(orders) > MANY:
        console.print(Text(f"… and {counted(len(orders) - MANY, 'more order')} (`prikaz status` lists all)"))
    console.print()


def print_outcomes(console: Console, reports: Sequence[FileReport]) -> None:
    """What became of each file; of many new ones, which the table shows already, only their number."""
    expected = [report for report in reports if is_expected(report)]
    few = len(expected) <= MANY
    for report in reports:
        if few or not is_expected(report):
            print_outcome(console, report)
    for outcome, count in Counter(report.outcome for report in expected).items():
        if not few:
            console.print(Text(f"{count} files: {OUTCOMES[outcome]}"))
    console.print()


def is_expected(report: FileReport) -> bool:
    return report.outcome in ("new", "unchanged") and not report.differences


def order_table(orders: Sequence[FileReport]) -> Table:
    """One row per order, however many files held it. «Other» = organizations that are no schools."""
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("Order", overflow="fold")
    table.add_column("Date", no_wrap=True)
    for title in ("Measures", "Sections", "People", "Schools", "Other", "Groups", "Open"):
        table.add_column(title, justify="right", no_wrap=True)
    for report in orders:
        counts = report.counts
        if counts is None:
            continue
        numbers = (counts.measures, counts.sections, counts.people, counts.schools)
        rest = (counts.organizations, counts.groups, counts.questions)
        name = Text(report.order_number or "no number")
        table.add_row(name, report.order_date or "no date", *(str(number) for number in numbers + rest))
    return table


def one_per_order(reports: Sequence[FileReport]) -> list[FileReport]:
    """The report of each order that says what is in the database: a second form of the order does not count."""
    chosen: dict[str | None, FileReport] = {}
    for report in reports:
        if report.order_id not in chosen or report.outcome not in ("same_order", "order_text"):
            chosen[report.order_id] = report
    return list(chosen.values())


def print_outcome(console: Console, report: FileReport) -> None:
    earlier = is_earlier_version(report)
    line = Text.assemble((report.file, "bold"), ": ", EARLIER if earlier else OUTCOMES[report.outcome])
    if report.outcome == "order_text" or earlier:
        line.append(f" ({name_order(report)})")
    if report.outcome == "same_order":
        line.append(f" ({name_order(report)}); " + ("differences:" if report.differences else "no differences"))
    console.print(line)
    print_list(console, [shorten(line) for line in change_lines(report.differences, taken=not earlier)])
    if earlier:
        console.print(Padding(Text(f"→ if this file is right: {make_current(report)}"), (0, 0, 0, 2), expand=False))


def is_earlier_version(report: FileReport) -> bool:
    """Whether another version of the order was loaded after the file, which changes nothing any more."""
    return report.outcome == "unchanged" and bool(report.differences)


def make_current(report: FileReport) -> str:
    return f'prikaz import --make-current "{report.file}"'


def print_versions(console: Console, reports: Sequence[FileReport]) -> None:
    """Orders of which this import loaded several versions, one after the other: which one counts depends on that."""
    versions: dict[str, dict[str, FileReport]] = defaultdict(dict)
    for report in reports:
        if report.outcome in ("new", "replaced") and report.order_id is not None and report.sha256 is not None:
            versions[report.order_id].pop(report.sha256, None)
            versions[report.order_id][report.sha256] = report
    for several in versions.values():
        *others, last = several.values()
        if others:
            text = f"Order {name_order(last)} came in {len(several)} versions; what counts is the last: {last.file}"
            console.print(Text(text, style="bold red"))
            print_list(console, [f"→ if this one is right: {make_current(one)}" for one in others])


def shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONG else f"{line[: LONG - 1]}…"


def name_order(report: FileReport) -> str:
    return f"{report.order_number or 'no number'} of {report.order_date or 'no date'}"


def print_refused(console: Console, reports: Sequence[FileReport]) -> None:
    """The refused files by reason, each reason with what to do about it."""
    groups: dict[str, list[tuple[str, Refusal]]] = defaultdict(list)
    for report in reports:
        if report.refusal is not None:
            groups[report.refusal.code].append((report.file, report.refusal))
    for refused in groups.values():
        _, first = refused[0]
        console.print(Text(f"Refused, {len(refused)}: {first.reason}", style="bold red"))
        print_list(console, [name_refused(file, refusal) for file, refusal in refused])
        console.print(Padding(Text(f"→ {first.advice}"), (0, 0, 1, 2), expand=False))


def print_territories(console: Console, left: OpenCounts | None, told: Sequence[DoubtfulTerritory] = ()) -> None:
    """What may stand in the database twice, since orders name one town in two ways, and what settles it.

    In one line where the import added nothing to what was `told` before it.
    """
    known = {(one.territory, one.other, order) for one in told for order in one.orders}
    for one in left.territories if left is not None else ():
        if all((one.territory, one.other, order) in known for order in one.orders):
            again = f"Perhaps still one territory: «{one.territory}» and «{one.other}» → {territory_command(one)}"
            console.print(Text(again, style="bold red"))
        else:
            print_territory(console, one)


def print_territory(console: Console, one: DoubtfulTerritory) -> None:
    printed = "whose head prints no town or district, and" if one.issued_here else "and"
    text = f"Perhaps one territory under two names: «{one.territory}», {printed} «{one.other}»."
    numbers = ", ".join(number or file for number, file in one.orders[:SHOWN])
    more = f" and {len(one.orders) - SHOWN} more" if len(one.orders) > SHOWN else ""
    advice = f"Until that is settled their people and schools stand in the database twice. Orders: {numbers}{more}."
    one_or_two = (f"→ if they are one: {territory_command(one)}", "→ if they are two: say so on the clerk's page")
    console.print(Text(text, style="bold red"))
    print_list(console, [advice, *one_or_two])


def territory_command(one: DoubtfulTerritory) -> str:
    files = " ".join(f'"{file}"' for _, file in one.orders[:SHOWN])
    return f'prikaz import --territory "{one.other}" {files}{" …" if len(one.orders) > SHOWN else ""}'


def print_unmet(console: Console, left: OpenCounts | None) -> None:
    """The clerk's decisions that say nothing any more: an order, or what is printed in it, has become another."""
    unmet = left.unmet if left is not None else ()
    if unmet:
        console.print(Text(f"Decisions that meet nothing in their orders: {len(unmet)}", style="bold red"))
        print_list(console, [f"{one.order_number or 'no number'}: {shorten(one.about)}" for one in unmet])
        console.print(Text("  → prikaz check names all; say it anew on the clerk's page where it still matters"))


def name_refused(file: str, refusal: Refusal) -> str:
    found = refusal.message.removeprefix(refusal.reason).removeprefix(": ")
    return f"{file} ({found})" if found else file


def print_list(console: Console, lines: Sequence[str]) -> None:
    for line in lines[:SHOWN]:
        console.print(Padding(Text(line), (0, 0, 0, 2), expand=False))
    if len(lines) > SHOWN:
        console.print(Text(f"  … and {len(lines) - SHOWN} more (--json lists all)"))


def as_left(report: FileReport, left: OpenCounts | None) -> FileReport:
    """The report with the questions that its order has in the end."""
    if left is None or report.counts is None or report.order_id is None:
        return report
    return replace(report, counts=replace(report.counts, questions=left.by_order.get(report.order_id, 0)))


def next_step(dry_run: bool, left: OpenCounts | None) -> Text:
    """What the person may do now. The number is that of `prikaz status` and of the clerk's page."""
    if dry_run:
        return Text(
            "Dry run: nothing was changed, no decision is touched. The same command without --dry-run loads it."
        )
    if left is None:
        return Text("")
    if left.total:
        return Text(f"Open questions: {left.total}. `prikaz status` shows them.")
    return Text("No open questions.")
