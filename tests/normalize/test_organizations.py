"""Organizations in a text: canonical name and kind; ^ stands above a territory."""

import pytest

from normalize.organization_names import initials_of, legal_part, organization_key, proper_part
from normalize.organizations import find_organizations, stands_above
from normalize.quoted_organizations import closing_quote
from tests.normalize.notation import organizations

ORGANIZATIONS = [
    (
        "председатель комиссии по делам несовершеннолетних и защите их прав при администрации района Вязов А.К.",
        "Комиссия по делам несовершеннолетних и защите их прав администрации района (other)",
    ),
    (
        "Районной комиссией по делам несовершеннолетних",
        "Районная комиссия по делам несовершеннолетних и защите их прав (other)",
    ),
    ("Психолого-медико-педагогическая комиссия", "Психолого-медико-педагогическая комиссия (other)"),
    ("МБУ ДО «Центр дополнительного образования»", "МБУ ДО «Центр дополнительного образования» (center)"),
    ("ГАОУ ДПО СО «ИРО»", "^ГАОУ ДПО СО «ИРО» (institute)"),
    ('ГАОУ ДПО СО "ИРО"', "^ГАОУ ДПО СО «ИРО» (institute)"),
    ("ГАОУ ДО «ИРО»", "^ГАОУ ДО «ИРО» (institute)"),
    ("МБУ ДО ЦДО", "МБУ ДО ЦДО (center)"),
    ("ДЮСШ «Олимп»", "ДЮСШ «Олимп» (center)"),
    ("АНО «Центр развития»", "АНО «Центр развития» (center)"),
    ("КГОКУ «Детский дом г.Лесногорска»", "^КГОКУ «Детский дом г.Лесногорска» (center)"),
    ("«Центр дополнительного образования»", "«Центр дополнительного образования» (center)"),
    ("Центр «Семья»", "Центр «Семья» (center)"),
    (
        "МБУ ДО «Центр дополнительного образования» города Лесногорска",
        "МБУ ДО «Центр дополнительного образования» города Лесногорска (center)",
    ),
    (
        "на базе муниципального бюджетного учреждения дополнительного образования «Дом творчества»",
        "Муниципальное бюджетное учреждение дополнительного образования «Дом творчества» (center)",
    ),
    (
        "муниципальное бюджетное учреждение дополнительного образования «Дом творчества»",
        "Муниципальное бюджетное учреждение дополнительного образования «Дом творчества» (center)",
    ),
    # a quotation that never closes ends with the cell
    ("МБУ ДО «Центр дополнительного образования", "МБУ ДО «Центр дополнительного образования» (center)"),
    # authorities, in the nominative whatever their case
    ("методист Районного методического кабинета", "Районный методический кабинет (center)"),
    ("Управление образования", "Управление образования (authority)"),
    ("начальник Управления образования", "Управление образования (authority)"),
    ("заместитель начальника Управление образования", "Управление образования (authority)"),
    (
        "специалисты группы оценки качества и итоговой аттестации Управления образования",
        "Управление образования (authority)",
    ),
    ("Отдел образования администрации района", "Отдел образования администрации района (authority)"),
    ("Департамент образования г. Лесногорска", "Департамент образования г. Лесногорска (authority)"),
    ("Управление образования, культуры и спорта", "Управление образования, культуры и спорта (authority)"),
    (
        "Министерство образования и молодёжной политики Свердловской области",
        "^Министерство образования и молодёжной политики Свердловской области (ministry)",
    ),
    # of a region, of its district, of its own town
    ("Департамент образования Лесной области", "^Департамент образования Лесной области (authority)"),
    (
        "Отдел образования администрации Боровского муниципального района Лесной области",
        "Отдел образования администрации Боровского муниципального района Лесной области (authority)",
    ),
    (
        "Управление образования города Борска Лесного края",
        "Управление образования города Борска Лесного края (authority)",
    ),
    ("Минпросвещения России", "^Минпросвещения России (ministry)"),
    ("Институт развития образования", "Институт развития образования (institute)"),
    ("педагоги Дворца творчества", "Дворец творчества (center)"),
    ("Городского методического центра", "Городской методический центр (center)"),
    ("Театр кукол", "Театр кукол (other)"),
    (
        "ГАОУ ДПО СО «ИРО» Управление образования. МБУ ДО «Центр дополнительного образования»",
        "^ГАОУ ДПО СО «ИРО» (institute); Управление образования (authority);"
        " МБУ ДО «Центр дополнительного образования» (center)",
    ),
]

ORGANIZATIONS += [
    # a state legal form with the letters of its region, which may be those of a company
    ("ГБУЗ АО «Лесная РБ»", "^ГБУЗ АО «Лесная РБ» (other)"),
    ("ГБУЗ ОО ЦРБ, ГАУЗ ЦРБ", "^ГБУЗ ОО ЦРБ (other); ^ГАУЗ ЦРБ (other)"),
    ("методист ГАУ ДПО ПО ИРО", "^ГАУ ДПО ПО ИРО (institute)"),
    ("ГОАУ ДПО «ИРО»", "^ГОАУ ДПО «ИРО» (institute)"),
    ("АО «Маяк», МБУ УО", "АО «Маяк» (other); МБУ УО (other)"),
    # a form in words before a name without quotes; of whom such institutions are is no name
    (
        "муниципальному бюджетному учреждению дополнительного образования Дому творчества «Лад»",
        "Муниципальное бюджетное учреждение дополнительного образования «Дом творчества «Лад»» (center)",
    ),
    ("муниципального учреждения Управления образования", "Управление образования (authority)"),
    # whose letters they are is printed
    ("начальник УО администрации Лесного района", "Управление образования администрации Лесного района (authority)"),
]

NONE = [
    "заведующий кабинетом информатики",
    "кабинет № 12",
    "отдел кадров школы",
    "Администрация школы",
    "администрация Средних школ",
    "ММЦ",
    "руководители школ",
    "№ 306",
    "",
]

WRONG = [
    ('МБОУ ДО «Дом "Радуга"»', "МБОУ ДО «Дом «Радуга»» (center)"),
    ("Городская библиотека", "Городская библиотека (other)"),
    ("Детская библиотека им. А.С. Пушкина", "Детская библиотека им. А.С. Пушкина (other)"),
]


@pytest.mark.parametrize(("text", "expected"), ORGANIZATIONS)
def test_organizations(text: str, expected: str) -> None:
    assert organizations(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_organization(text: str) -> None:
    assert organizations(text) == ""


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_organizations_once_read_wrongly(text: str, expected: str) -> None:
    assert organizations(text) == expected


@pytest.mark.parametrize(("text", "nominative"), [("Управление образования", True), ("Управления образования", False)])
def test_only_a_nominative_can_be_a_party_by_itself(text: str, nominative: bool) -> None:
    assert [ref.nominative for ref in find_organizations(text)] == [nominative]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("«Дом» рядом", "«Дом»"),
        ("«Дом «Радуга»» рядом", "«Дом «Радуга»»"),
        ('"Дом" рядом', '"Дом"'),
        ("„Дом“ рядом", "„Дом“"),
        ("«Дом и сад", "«Дом и сад"),
    ],
)
def test_closing_quote(text: str, inside: str) -> None:
    assert text[: closing_quote(text, 0)] == inside


@pytest.mark.parametrize(
    ("name", "legal", "proper", "initials"),
    [
        ("МБУ ДО «Центр дополнительного образования»", "МБУ ДО", "Центр дополнительного образования", "ЦДО"),
        ("Управление образования", "", "Управление образования", "УО"),
        ("Каменск-Уральская гимназия", "", "Каменск-Уральская гимназия", "КУГ"),
    ],
)
def test_parts_of_a_name(name: str, legal: str, proper: str, initials: str) -> None:
    assert (legal_part(name), proper_part(name), initials_of(name)) == (legal, proper, initials)


def test_quotes_and_case_do_not_tell_organizations_apart() -> None:
    spellings = ["ГАОУ ДПО СО «ИРО»", 'ГАОУ ДПО СО "ИРО"', "Гаоу дпо со „Иро“"]
    assert {organization_key(name) for name in spellings} == {"org|гаоу дпо со иро"}


def test_legal_form_tells_organizations_apart() -> None:
    assert organization_key("ГАОУ ДПО СО «ИРО»") != organization_key("ГАОУ ДО СО «ИРО»")


@pytest.mark.parametrize(
    ("name", "above"),
    [
        ("ГАОУ ДПО СО «Институт развития образования»", True),
        ("гаоу дпо со институт развития образования", True),  # a decision's answer, of which no order spells the name
        ("Министерство образования и молодёжной политики Свердловской области", True),
        ("министерство образования и молодежной политики свердловской области", True),
        ("МБУ ДО «Центр развития образования»", False),
        ("мбу до центр развития образования", False),
        ("Управление образования города Лесного", False),
        ("Центр «Радуга»", False),
        ("нет такого", False),
        ("", False),
    ],
)
def test_a_name_alone_says_whether_it_stands_above_territories(name: str, above: bool) -> None:
    assert stands_above(name) is above
