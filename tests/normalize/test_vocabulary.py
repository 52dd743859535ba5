"""Every vocabulary entry's example is read by the module that uses its section, and gives the entry's value."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from normalize.deadlines.read import Reading, parse_deadlines
from normalize.describe_rules import vocabulary_names
from normalize.fold import fold
from normalize.measures.text import read_measure
from normalize.model import Knowledge
from normalize.morphology import inflect
from normalize.names.school_towns import read_place
from normalize.names.typed_names import TypedName, typed_name
from normalize.order import normalize_order
from normalize.organization_heads import HEADS
from normalize.organizations.declined import in_nominative
from normalize.organizations.quoted import find_quoted
from normalize.organizations.spans import find_organizations
from normalize.other_rows.several_posts import calling_of
from normalize.parties.known_groups import is_known_group
from normalize.parties.lexer import lex
from normalize.parties.many_offices import many_offices
from normalize.parties.parts_of_schools import is_part_of_any
from normalize.parties.phrases import split_phrases
from normalize.parties.read import read_cell
from normalize.people.spans import find_people
from normalize.plan_year import plan_year
from normalize.posts import post_key
from normalize.schools.numbered import find_schools
from normalize.title_dates import is_of_one_event
from normalize.titles.heads import find_head
from normalize.titles.roles import names_all_schools, plural_role, read_role, singular_role
from normalize.vocabulary import Entry, load_entries
from tests.normalize.notation import YEAR, parties, people, printed, schools
from tests.normalize.orders import make_order, order_of, question_kinds


def read(entry: Entry) -> Reading:
    return parse_deadlines(entry.example, YEAR)


def months(entry: Entry) -> set[str]:
    days = [day for one in read(entry).deadlines for day in (one.starts_on, one.ends_on) if day]
    return {str(int(day[5:7])) for day in days}


def rules(entry: Entry) -> set[str]:
    return {one.rrule or "" for one in read(entry).deadlines if one.kind == "recurring"}


def weekdays(entry: Entry) -> set[str]:
    return {rule[-2:] for rule in rules(entry)}


def ordinals(entry: Entry) -> set[str]:
    """Which week, ten days, quarter or weekday of a month the example says."""
    (deadline,) = read(entry).deadlines
    day = deadline.starts_on or "0000-00-00"
    return {
        str((int(day[8:]) + 6) // 7) if "недел" in entry.example else "",
        str((int(day[8:]) + 9) // 10) if "декад" in entry.example else "",
        str((int(day[5:7]) + 2) // 3) if "квартал" in entry.example else "",
        *re.findall(r"BYDAY=(-?\d)", deadline.rrule or ""),
    } - {""}


def seasons(entry: Entry) -> set[str]:
    return {
        f"{int(one.starts_on[5:7])}-{int(one.ends_on[5:7])}"
        for one in read(entry).deadlines
        if one.starts_on and one.ends_on
    }


def is_ongoing(entry: Entry) -> bool:
    reading = read(entry)
    return {one.kind for one in reading.deadlines} == {"ongoing"} and not reading.doubts


def is_elsewhere(entry: Entry) -> bool:
    return [doubt.kind for doubt in read(entry).doubts] == ["deadline_elsewhere"]


def is_read(entry: Entry) -> bool:
    reading = read(entry)
    return len(reading.deadlines) == 1 and not reading.doubts


def is_asked(entry: Entry) -> bool:
    return [doubt.kind for doubt in read(entry).doubts] == ["deadline_text"]


def names_no_year_of_its_own(entry: Entry) -> bool:
    """The example, as the title of an order signed in the December before, is for no calendar year."""
    raw = make_order([])
    signed = replace(raw, head=replace(raw.head, title=entry.example, date="2020-12-28"))
    return plan_year(signed)[0].calendar is None


def roles(entry: Entry) -> list[str]:
    return [draft.role or "" for draft in read_cell(entry.example).drafts]


def organizations(entry: Entry) -> list[str]:
    return [ref.name for ref in find_organizations(entry.example)]


def legal(entry: Entry) -> bool:
    (ref,) = find_organizations(entry.example)
    return ref.name.split()[0].lower() in entry.forms and ref.above_territory == (entry.value == "state")


def legal_more(entry: Entry) -> bool:
    (name,) = organizations(entry)
    return len([word for word in name.split("«")[0].split()[1:] if word.lower() in entry.forms]) > 1


def typed(entry: Entry) -> TypedName:
    (ref,) = find_organizations(entry.example)
    return typed_name("", ref.name, ref.kind)


def is_ministry(entry: Entry) -> bool:
    return typed(entry).core == entry.value


def has_no_form(entry: Entry) -> bool:
    return typed(entry).form == "" and fold(entry.example).split()[0] in entry.forms


def heads(entry: Entry) -> bool:
    return [HEADS.get(entry.forms[0]), *(ref.kind for ref in find_organizations(entry.example))] == [entry.value] * 2


def is_whole(entry: Entry) -> bool:
    return organizations(entry) == [entry.example]


def is_never_asked(entry: Entry) -> bool:
    printed = f" {entry.example.lower()} "
    return order_of(entry.example).questions == () and any(f" {form} " in printed for form in entry.forms)


def asked(entry: Entry) -> dict[str, str]:
    return {question.kind: question.surface for question in order_of(entry.example).questions}


def is_body(entry: Entry) -> bool:
    head = find_head(entry.example.split())
    return head is not None and head.body


def is_post(entry: Entry) -> bool:
    head = find_head(entry.example.split())
    return head is not None and not head.body


def is_ambiguous(entry: Entry) -> bool:
    (question,) = order_of(entry.example).questions
    return question.kind == "abbreviation" and "|".join(one.answer for one in question.candidates) == entry.value


def is_another_name(entry: Entry) -> bool:
    """The example's post is the entry's, and every form of it."""
    (draft,) = read_cell(entry.example).drafts
    area = (draft.role or "").partition(" по ")[2]
    whole = f"{entry.value} по {area}" if area else entry.value
    return post_key(draft.role or "") == post_key(whole) and {post_key(form) for form in entry.forms} == {
        post_key(entry.value)
    }


def beside_institutions(entry: Entry) -> dict[str, str]:
    """What is asked of an order that prints the example and «Руководители МОУ»."""
    return {question.kind: question.text for question in order_of(entry.example, "Руководители МОУ").questions}


def are_of_many(entry: Entry) -> bool:
    """Each of the example's posts is several people's, and says of what."""
    heads = [find_head(role.split()[:-1]) for role in roles(entry)]
    return all(head is not None and head.plural for head in heads)


def is_post_before_name(entry: Entry) -> bool:
    return all(draft.role for draft in read_measure(entry.example, {}).drafts if draft.person is not None)


def is_post_adjective(entry: Entry) -> bool:
    (draft,) = read_measure(f"доклад {entry.example} А.К. Вязовой", {}).drafts
    return draft.role is not None and draft.role.split()[0] in entry.forms


def is_no_post_adjective(entry: Entry) -> bool:
    (draft,) = read_measure(f"{entry.example} А.К. Вязовой", {}).drafts
    return draft.role == fold(entry.example).split()[-1].removesuffix("ом")


def is_whose_post(entry: Entry) -> bool:
    (draft,) = read_cell(entry.example).drafts
    return draft.target is not None and fold(draft.target.name).endswith(entry.forms)


def is_of_place(entry: Entry) -> bool:
    (draft,) = read_cell(entry.example).drafts
    return draft.target is not None and " " in draft.target.name and fold(draft.target.name).endswith(entry.forms)


def has_words_of_its_name(entry: Entry) -> bool:
    """«по городу Лесному» belongs to the body, and not to the post before it."""
    (draft,) = read_cell(entry.example).drafts
    return draft.target is not None and " по " in draft.target.name and " по " not in (draft.role or "")


def is_of_police(entry: Entry) -> bool:
    (draft,) = read_cell(entry.example.replace(" ", "\n")).drafts
    return draft.target is not None and fold(draft.role or "").endswith(entry.forms)


def says_no_post(entry: Entry) -> bool:
    (draft,) = read_cell(entry.example).drafts
    return draft.role is not None and not draft.other_roles and not any(form in draft.role for form in entry.forms)


def is_of_department(entry: Entry) -> bool:
    """The letters behind the example's post are the department that signed."""
    raw = make_order([("", "май", entry.example)])
    order = normalize_order(replace(raw, head=replace(raw.head, issuer="Отдел образования")), Knowledge())
    (party,) = order.measures[0].parties
    return party.organization == "org|отдел образования" and party.role is not None


def is_placed(example: str, *others: str) -> bool:
    """Another title of the department is of the body that the example prints."""
    order = order_of(example, *(others or ["Методист группы качества"]))
    return [party.organization for measure in order.measures for party in measure.parties] == [
        "org|управление образования"
    ] * 2


def stem_of(value: str) -> str:
    """Adjectives agree with their noun: «родительский» stands in «члены родительского комитета»."""
    return value[:-2] if value.endswith(("ий", "ый", "ой")) else value


READERS: dict[tuple[str, str], Callable[[Entry], bool]] = {
    ("abbreviations", "dotted"): lambda entry: len(split_phrases(lex(entry.example))) == 1,
    ("abbreviations", "drawn"): lambda entry: "abbreviation" not in question_kinds(order_of(entry.example)),
    ("deadlines", "month"): lambda entry: entry.value in months(entry),
    ("deadlines", "every"): lambda entry: entry.value in rules(entry),
    ("deadlines", "unit"): lambda entry: entry.value in rules(entry),
    ("deadlines", "ongoing"): is_ongoing,
    ("roles", "office"): lambda entry: parties(entry.example) == "<Котова А.А.> куратор + методист @ ЦДО",
    ("roles", "office_part"): lambda entry: parties(entry.example) == "секретарь-машинистка",
    ("roles", "remark"): lambda entry: parties(entry.example) == "@ ЦРБ; <Бойко С.С.> @ ЦРБ",
    ("roles", "members"): lambda entry: parties(entry.example).count(";") == 2,
    ("roles", "act"): lambda entry: parties(entry.example) == "оргкомитет",
    ("roles", "set_up"): lambda entry: parties(entry.example) == "жюри",
    ("roles", "staff_of_body"): lambda entry: (
        {singular_role(role).split(" ")[-1] for role in roles(entry)} <= set(entry.forms)
    ),
    ("roles", "rank_of_staff"): lambda entry: (
        {singular_role(role).split(" ")[0] for role in roles(entry)} == set(entry.forms)
    ),
    ("roles", "by_schedule"): lambda entry: roles(entry) == ["дежурный учитель"],
    ("roles", "academic"): lambda entry: parties(entry.example) == "<Вязова А.К.> проректор + доцент",
    ("roles", "chaired_by_staff"): lambda entry: parties(entry.example).endswith(" председатель ПК ? further_title"),
    ("roles", "circle"): lambda entry: parties(entry.example) == "<Дёмина А.А.>",
    ("roles", "level"): lambda entry: parties(entry.example) == "<Вязова А.К.>; <Лосев П.И.>",
    ("roles", "bracketed_level"): lambda entry: parties(entry.example) == "<Вязова А.К.>; <Лосев П.И.>",
    ("roles", "noun_of_level"): lambda entry: parties(entry.example) == "классные руководители начального звена",
    ("roles", "which_of_them"): lambda entry: len(read_cell(entry.example).drafts) == 1,
    ("roles", "cycle"): lambda entry: all(
        parties(entry.example.replace("ГЦ", form.upper())).count("> руководитель ШМО") == 2 for form in entry.forms
    ),
    ("roles", "together"): lambda entry: len(read_cell(entry.example).drafts) == 2,
    ("roles", "led"): lambda entry: "методист" in {one.role for one in read_cell(entry.example).drafts},
    ("roles", "charged"): lambda entry: len(read_cell(entry.example).drafts) == 1,
    ("roles", "appoints"): lambda entry: read_measure(entry.example, {}).drafts[0].role is not None,
    ("roles", "subject"): lambda entry: len(read_cell(entry.example).drafts) == 1,
    ("deadlines", "condition"): is_ongoing,
    ("deadlines", "occasion"): is_elsewhere,
    ("deadlines", "while"): is_elsewhere,
    ("deadlines", "part_of_day"): is_read,
    ("deadlines", "time_event"): is_asked,
    ("deadlines", "no_time_word"): is_read,
    ("deadlines", "count"): lambda entry: [one.kind for one in read(entry).deadlines] == ["recurring"],
    ("deadlines", "times"): lambda entry: [one.kind for one in read(entry).deadlines] == ["recurring"],
    ("deadlines", "day_word"): lambda entry: (
        [int((one.ends_on or "")[8:]) for one in read(entry).deadlines] == [int(entry.value)]
    ),
    ("deadlines", "occasion_day"): is_read,
    ("deadlines", "kind_of_day"): is_read,
    ("deadlines", "day_of_work"): is_asked,
    ("deadlines", "one_event"): lambda entry: is_of_one_event(entry.example),
    ("deadlines", "year_named"): names_no_year_of_its_own,
    ("deadlines", "numbered"): is_read,
    ("deadlines", "short"): is_read,
    ("deadlines", "filler"): is_read,
    ("deadlines", "lead"): is_read,
    ("deadlines", "time_word"): is_asked,
    ("deadlines", "time_preposition"): is_asked,
    ("deadlines", "soft_preposition"): is_asked,
    ("deadlines", "working_days"): lambda entry: rules(entry) == {"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"},
    ("deadlines", "elsewhere"): is_elsewhere,
    ("deadlines", "season"): lambda entry: entry.value in seasons(entry),
    ("deadlines", "ordinal"): lambda entry: ordinals(entry) == {entry.value},
    ("deadlines", "weekday"): lambda entry: entry.value in weekdays(entry),
    ("organizations", "legal"): legal,
    ("organizations", "legal_more"): legal_more,
    ("organizations", "region_letters"): lambda entry: typed(entry).core == "центр развития",
    ("organizations", "region"): is_whole,
    ("organizations", "no_form"): has_no_form,
    ("organizations", "institute_tail"): lambda entry: parties(entry.example) == f"@ {entry.example}",
    ("organizations", "region_in_words"): lambda entry: parties(entry.example) == f"@ {entry.example}",
    ("organizations", "ministry"): is_ministry,
    ("organizations", "head"): heads,
    ("organizations", "quoted_head"): lambda entry: all(
        in_nominative(inflect(form, "gent", "sing")) == form.capitalize() for form in entry.forms
    ),
    ("organizations", "unit"): lambda entry: organizations(entry) == [],
    ("organizations", "territory"): is_whole,
    ("organizations", "place"): is_whole,
    ("organizations", "place_in_dative"): has_words_of_its_name,
    ("organizations", "governs_field"): has_words_of_its_name,
    ("organizations", "whole_with"): lambda entry: " по " in (read_cell(entry.example).drafts[0].role or ""),
    ("organizations", "directorate"): lambda entry: (
        find_quoted(entry.example) == [] and organizations(entry) == ["ГУ МВД"]
    ),
    ("organizations", "movement"): lambda entry: organizations(entry) == [],
    ("organizations", "system"): lambda entry: organizations(entry) == [],
    ("organizations", "field"): is_whole,
    ("organizations", "comma"): is_whole,
    ("organizations", "kind"): lambda entry: [one.kind for one in find_organizations(entry.example)] == [entry.value],
    ("organizations", "known"): is_never_asked,
    ("organizations", "territorial"): lambda entry: parties(entry.example) == "@ Городская ПМПК",
    ("organizations", "numbered"): lambda entry: len(find_organizations(entry.example)) == 1,
    ("honours", "degree"): says_no_post,
    ("honours", "honour"): says_no_post,
    ("honours", "rank"): says_no_post,
    ("honours", "service"): says_no_post,
    ("honours", "service_short"): says_no_post,
    ("honours", "service_former"): says_no_post,
    ("organizations", "service"): is_whose_post,
    ("organizations", "service_in_genitive"): lambda entry: roles(entry)[-1].split()[0] == "сотрудники",
    ("organizations", "service_part"): is_whole,
    ("organizations", "service_unit"): is_of_police,
    ("organizations", "prison_unit"): lambda entry: organizations(entry) == [entry.example],
    ("organizations", "hospital"): is_whose_post,
    ("organizations", "of_place"): is_of_place,
    ("organizations", "inspectorate"): is_whole,
    ("organizations", "short_head"): lambda entry: (
        [one.split(" ")[0].lower() for one in organizations(entry)] == [entry.value]
    ),
    ("organizations", "centre_letters"): lambda entry: organizations(entry) == ["ППМС-центр «Росток»"],
    ("organizations", "part"): lambda entry: len(read_cell(entry.example).drafts) == 1,
    ("people", "before_name"): lambda entry: "?" not in parties(entry.example),
    ("people", "field"): lambda entry: "?" not in parties(entry.example),
    ("people", "word_surname"): lambda entry: parties(entry.example).endswith(" ? unknown_phrase"),
    ("people", "never_surname"): lambda entry: people(entry.example) == "Вязов И.И.",
    ("people", "common_surname"): lambda entry: find_people(entry.example)[0].surname.lower() in entry.forms,
    ("roles", "abbreviation"): lambda entry: stem_of(entry.value) in read_role(entry.example),
    ("roles", "field"): lambda entry: entry.value in read_role(entry.example),
    ("roles", "inside"): lambda entry: any(one[:-2] in read_role(entry.example) for one in entry.value.split("|")),
    ("roles", "half"): lambda entry: f"{entry.value}-" in read_role(entry.example),
    ("roles", "drawn"): lambda entry: "директора" in read_role(entry.example),
    ("roles", "whole"): lambda entry: not {entry.value, plural_role(entry.value)}.isdisjoint(roles(entry)),
    ("roles", "before_name"): lambda entry: parties(entry.example) == f"<Вязова А.К.> {entry.value}",
    ("roles", "body"): is_body,
    ("roles", "row_of_bodies"): lambda entry: (
        roles(entry) == ["органы системы профилактики", "учреждения системы профилактики"]
    ),
    ("roles", "row_of_adjectives"): lambda entry: len({role.split(" ")[1] for role in roles(entry)}) == 1,
    ("roles", "inside_school"): lambda entry: question_kinds(order_of(entry.example)) == [],
    ("roles", "person"): is_post,
    ("roles", "assignment"): lambda entry: question_kinds(order_of(entry.example, "Методист Вязова А.К.")) == [],
    ("roles", "doctor"): lambda entry: parties(entry.example) == "<Лунёв О.И.> врач психиатр-нарколог",
    ("roles", "over_schools"): lambda entry: " + куратор @ " in parties(entry.example),
    ("roles", "function"): lambda entry: parties(entry.example).endswith(" + учитель @ Средняя школа № 19"),
    ("roles", "post_of_one"): lambda entry: set(roles(entry)) == {"начальник районного отдела образования"},
    ("roles", "body_of_one"): lambda entry: set(roles(entry)) == {"директор школы"},
    ("roles", "leader"): lambda entry: parties(entry.example).endswith("; социальный педагог"),
    ("roles", "staff"): lambda entry: parties(entry.example).endswith("? further_title"),
    ("roles", "by_work"): lambda entry: parties(entry.example) == "руководители ОУ; обслуживающие организации",
    ("roles", "has_part"): lambda entry: f" {entry.value.removesuffix('е')}" in roles(entry)[0],
    ("roles", "of_classes"): lambda entry: parties(printed(entry.example)) == "учащиеся 9-11 классов",
    ("roles", "age_group"): lambda entry: parties(entry.example) == "воспитатели младшей, средней групп",
    ("roles", "of_many"): lambda entry: f"; {entry.value}; " in parties(entry.example),
    ("roles", "unit_of_heads"): lambda entry: roles(entry)[0].split()[-1] == roles(entry)[1].split()[-1],
    ("roles", "compound"): lambda entry: roles(entry) == [entry.value],
    ("roles", "many"): lambda entry: parties(entry.example).endswith("? shared_title"),
    ("roles", "few"): lambda entry: "?" not in parties(entry.example),
    ("roles", "label"): lambda entry: parties(entry.example) == "директор школы",
    ("roles", "duty_label"): lambda entry: parties(entry.example) == "воспитатели",
    ("roles", "subject_name"): lambda entry: parties(entry.example) == "<Вязова А.К.>",
    ("roles", "institutions"): are_of_many,
    ("roles", "others"): lambda entry: "; другие муниципальные координаторы" in parties(entry.example),
    ("roles", "places"): lambda entry: parties(entry.example).endswith("? open_set"),
    ("roles", "union"): are_of_many,
    ("roles", "heads"): lambda entry: roles(entry) == ["руководители РМО", "руководители ШМО"],
    ("roles", "only_in_schools"): lambda entry: parties(entry.example).endswith("; @ МБУ ДО «Дом творчества»"),
    ("roles", "school_head"): lambda entry: "role_synonyms" in beside_institutions(entry),
    ("roles", "school_set"): lambda entry: f"«{entry.value}»" in beside_institutions(entry)["role_synonyms"],
    ("roles", "school_noun"): lambda entry: roles(entry)[-1] == entry.forms[0],
    ("roles", "adverb"): lambda entry: "?" not in parties(entry.example),
    ("roles", "deputy"): lambda entry: len(roles(entry)) == 1,
    ("roles", "waiting"): lambda entry: len(roles(entry)) == 1,
    ("roles", "chief"): lambda entry: len(roles(entry)) == 1,
    ("roles", "governed"): lambda entry: len(roles(entry)) == 1,
    ("roles", "open_singular"): lambda entry: parties(entry.example).endswith("? shared_title"),
    ("roles", "known_group"): lambda entry: all(map(is_known_group, entry.forms)),
    ("roles", "known_group_tail"): lambda entry: all(is_known_group(f"дома культуры {form}") for form in entry.forms),
    ("roles", "several_at_once"): lambda entry: all(
        "further_title" not in question_kinds(order_of(f"Вязова А.К., методист ЦДО, {form}", f"Лосев П.И., {form}"))
        for form in entry.forms
    ),
    ("roles", "anybody"): lambda entry: len(roles(entry)) == 1,
    ("roles", "head_post"): lambda entry: parties(entry.example).count(" @ ") == 1,
    ("roles", "post_at"): lambda entry: "employer" in question_kinds(order_of(entry.example)),
    ("roles", "area"): lambda entry: len(roles(entry)) == 2,
    ("roles", "known"): is_never_asked,
    ("roles", "ambiguous"): is_ambiguous,
    ("roles", "vague"): lambda entry: asked(entry) == {"open_set": entry.example},
    ("roles", "all_schools"): lambda entry: names_all_schools(read_role(entry.example)),
    ("posts", "same_post"): is_another_name,
    ("posts", "rank"): lambda entry: (
        "two_ranks"
        in question_kinds(order_of(entry.example, *(entry.example.replace(entry.forms[0], entry.forms[1]),)))
    ),
    ("posts", "calling"): lambda entry: (
        {calling_of(one.role or "") for one in read_cell(entry.example).drafts} == {entry.value}
    ),
    ("roles", "post"): is_post_before_name,
    ("roles", "post_adjective"): is_post_adjective,
    ("roles", "describing_adjective"): is_no_post_adjective,
    ("roles", "post_as_adjective"): is_post_before_name,
    ("roles", "field_of_post"): is_post_before_name,
    ("roles", "department_post"): is_of_department,
    ("roles", "part_of_body"): lambda entry: is_placed(entry.example, "Управление образования"),
    ("roles", "department"): lambda entry: is_placed(entry.example),
    ("roles", "institution"): lambda entry: all(one.target for one in read_cell(entry.example).drafts),
    ("schools", "type"): lambda entry: schools(entry.example).startswith(f"{entry.value} "),
    ("schools", "untyped"): lambda entry: schools(entry.example).startswith("школа "),
    ("schools", "kindergarten"): lambda entry: schools(entry.example).startswith("сад "),
    ("schools", "other_school"): lambda entry: [one.body for one in find_schools(entry.example)] == [entry.value],
    ("schools", "status_after"): lambda entry: [one.status for one in find_schools(entry.example)] == [entry.value],
    ("schools", "status"): lambda entry: [one.status for one in find_schools(entry.example)] == [entry.value],
    ("schools", "counted"): lambda entry: schools(entry.example) == "школа 5",
    ("schools", "counted_apart"): lambda entry: schools(entry.example) == "школа 5, 9",
    ("schools", "not_counted"): lambda entry: schools(entry.example) == "школа 5, 6, 7, 8, 9",
    ("schools", "part_in_project"): lambda e: parties(e.example) == "ОО",
    ("schools", "property"): lambda entry: (
        "open_set" in asked(entry) or parties(entry.example).count("руководители # Средняя школа") == 2
    ),
    ("organizations", "offices_of_region"): lambda entry: fold(entry.example) in many_offices((), regional=True),
    ("organizations", "one_of_district"): lambda entry: (
        len(order_of(entry.example, entry.example.split(" ")[-1].rstrip("»")).organizations) == 1
    ),
    ("organizations", "same"): lambda entry: typed_name("", entry.example, "other").core == entry.value,
    ("schools", "legal"): lambda entry: schools(entry.example) in ("школа-интернат 3", "средняя 3"),
    ("schools", "own_part"): lambda entry: all(is_part_of_any(f"Школьный {stem}") for stem in entry.forms),
    ("schools", "of_sports"): lambda entry: all(
        [one.kind for one in order_of(f"{form} СШ № 2").questions] == ["school_type"] for form in entry.forms
    ),
    ("schools", "legal_of_any"): lambda entry: all(
        one.start == 0 for form in entry.forms if form.isalpha() for one in find_schools(f"{form.upper()} СОШ № 8")
    ),
    ("schools", "says_the_kind"): lambda entry: schools(entry.example) == "",
    ("schools", "no_school"): lambda entry: schools(entry.example) == "",
    ("schools", "first_part"): lambda entry: re.search("«[А-ЯЁ][а-яё]+-[А-ЯЁ]", schools(entry.example)) is not None,
    ("organizations", "numbered_noun"): lambda entry: any(
        one.name.split(" № ")[0].split()[-1] == entry.forms[0] for one in find_organizations(entry.example)
    ),
    ("organizations", "owner_region"): lambda entry: (
        [one.end for one in find_organizations(entry.example)] == [len(entry.example)]
    ),
    ("schools", "settlement"): lambda entry: (
        [read_place(one.place or "")[1].split(" ")[0] for one in find_schools(entry.example)] == [entry.value]
    ),
    ("schools", "not_a_name"): lambda entry: schools(entry.example) == "",
}


def entries(name: str) -> list[object]:
    return [pytest.param(entry, id=f"{entry.section}: {entry.example}") for entry in load_entries(name)]


@pytest.mark.parametrize("entry", entries("abbreviations"))
def test_abbreviations(entry: Entry) -> None:
    assert READERS["abbreviations", entry.section](entry)


@pytest.mark.parametrize("entry", entries("deadlines"))
def test_deadlines(entry: Entry) -> None:
    assert READERS["deadlines", entry.section](entry)


@pytest.mark.parametrize("entry", entries("organizations"))
def test_organizations(entry: Entry) -> None:
    assert READERS["organizations", entry.section](entry)


@pytest.mark.parametrize("entry", entries("people"))
def test_people(entry: Entry) -> None:
    assert READERS["people", entry.section](entry)


@pytest.mark.parametrize("entry", entries("posts"))
def test_posts(entry: Entry) -> None:
    assert READERS["posts", entry.section](entry)


@pytest.mark.parametrize("entry", entries("roles"))
def test_roles(entry: Entry) -> None:
    assert READERS["roles", entry.section](entry)


@pytest.mark.parametrize("entry", entries("schools"))
def test_schools(entry: Entry) -> None:
    assert READERS["schools", entry.section](entry)


def test_every_file_is_tested() -> None:
    assert set(vocabulary_names()) == {name for name, _ in READERS}


@pytest.mark.parametrize("name", vocabulary_names())
def test_no_spelling_has_two_meanings(name: str) -> None:
    meanings: dict[tuple[str, str], set[str]] = {}
    for entry in load_entries(name):
        for form in entry.forms:
            meanings.setdefault((entry.section, form), set()).add(entry.value)
    assert [spelling for spelling, values in meanings.items() if len(values) > 1] == []


@pytest.mark.parametrize("name", vocabulary_names())
def test_no_entry_says_a_form_twice(name: str) -> None:
    for entry in load_entries(name):
        assert [form for form, count in Counter(entry.forms).items() if count > 1] == [], entry.value


DATED = [
    ("month", "{} 2020", "period"),
    ("every", "{}", "recurring"),
    ("unit", "раз в {}", "recurring"),
    ("ongoing", "{}", "ongoing"),
    ("condition", "{} заявок", "ongoing"),
    ("occasion", "{} экзамена", "ongoing"),
    ("numbered", "{} 1 – октябрь", "period"),
    ("filler", "12 октября {}", "period"),
    ("lead", "{} 12 октября", "period"),
    ("elsewhere", "{}", "ongoing"),
    ("season", "{} 2020", "period"),
]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (frame.format(form), kind)
        for section, frame, kind in DATED
        for entry in load_entries("deadlines")
        if entry.section == section
        for form in entry.forms
    ],
)
def test_every_spelling_of_a_deadline_is_read(text: str, kind: str) -> None:
    assert [one.kind for one in parse_deadlines(text, YEAR).deadlines] == [kind]


@pytest.mark.parametrize(
    ("section", "form"),
    [(entry.section, form) for entry in load_entries("deadlines") for form in entry.forms],
)
def test_a_word_beside_a_date_is_passed_over_or_asked_about(section: str, form: str) -> None:
    if section in ("numbered", "filler", "lead"):
        frame = {"numbered": "{} 1 – октябрь", "filler": "12 октября {}", "lead": "{} 12 октября"}[section]
        assert not parse_deadlines(frame.format(form), YEAR).doubts
    if section in ("time_word", "time_preposition", "soft_preposition"):
        assert parse_deadlines(f"12 октября {form} летним лагерем", YEAR).doubts


@pytest.mark.parametrize(
    ("form", "value"),
    [(form, one.value) for one in load_entries("roles") if one.section == "abbreviation" for form in one.forms],
)
def test_every_abbreviated_post_is_written_out(form: str, value: str) -> None:
    assert stem_of(value) in read_role(f"{form} школы")
