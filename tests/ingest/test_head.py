import pytest

from ingest.citations import find_citations
from ingest.dates import find_school_year
from ingest.head import read_head
from ingest.issuer import find_issuer
from ingest.model import Grid, OrderHead
from ingest.nominative import lower_capitals, to_nominative
from ingest.plan_title import find_title
from ingest.territory import find_territory
from tests.ingest.grids import document, grid

PLAN = grid("Мероприятие | Срок\nПровести сбор | май")


def head(*blocks: Grid | str) -> OrderHead:
    tables = [at for at, block in enumerate([b for b in blocks if isinstance(b, Grid)], start=1) if block == PLAN]
    return read_head(document(*blocks), tables)[0]


def test_head_of_order_306() -> None:
    found = head(
        "Приложение к дорожной карте",
        "о подготовке и проведении мероприятий",
        "аттестации в 2020-2021 учебном году,",
        "утвержденной приказом начальника",
        "Управления образования",
        "от 07.10.2020 г. № 306",
        "План мероприятий, направленных на создание условий для получения качественного образования.",
        PLAN,
    )
    assert found == OrderHead(
        "306",
        "2020-10-07",
        "Управление образования",
        "План мероприятий, направленных на создание условий для получения качественного образования.",
        "2020/2021",
        None,
    )


def test_an_approval_beside_another_in_a_table() -> None:
    approvals = grid(
        "СОГЛАСОВАНО | УТВЕРЖДАЮ\n"
        "Председатель совета | Директор МБОУ СОШ № 5 г. Лесограда\n"
        "________ О.П. Рощина | ________ Н.В. Белова\n"
        "Протокол от 27.08.2021 № 1 | Приказ от 30.08.2021 № 01-10/123"
    )
    found = head(approvals, "ПЛАН", "РАБОТЫ С РОДИТЕЛЯМИ", PLAN)
    assert (found.number, found.date, found.issuer) == ("01-10/123", "2021-08-30", "МБОУ СОШ № 5 г. Лесограда")
    assert (found.title, found.territory) == ("ПЛАН РАБОТЫ С РОДИТЕЛЯМИ", "г. Лесоград")


def test_an_approval_split_over_paragraphs() -> None:
    lines = ["Утверждаю:", "Директор КГКУ «Центр содействия", "семейному", "устройству»", "____ И.А. Рощина"]
    found = head(*lines, "24.августа.2019", PLAN)
    assert (found.number, found.date) == (None, "2019-08-24")
    assert found.issuer == "КГКУ «Центр содействия семейному устройству»"


def test_the_order_stands_after_its_plan() -> None:
    annex = "Приложение к приказу отдела образования от 01.09.2021 № 7"
    found = head("План мероприятий на 2021-2022 учебный год", PLAN, annex)
    assert (found.number, found.date, found.issuer) == ("7", "2021-09-01", "Отдел образования")


def test_a_letterhead_in_a_table() -> None:
    found = head(
        "ОТДЕЛ ОБРАЗОВАНИЯ", "АДМИНИСТРАЦИИ ЛЕСНОГО РАЙОНА", "ПРИКАЗ", grid("07.10.2020 | г. Лесоград | № 15"), PLAN
    )
    assert (found.number, found.date) == ("15", "2020-10-07")
    assert found.issuer == "Отдел образования администрации Лесного района"


def test_nothing_is_invented() -> None:
    assert head("Протокол № 3 от 01.09.2020", PLAN) == OrderHead(None, None, None, None, None, None)


@pytest.mark.parametrize(
    ("text", "number", "date"),
    [
        ("Приложение к приказу от 07.10.2020 г. № 306", "306", "2020-10-07"),
        ("Приложение № 1\nк приказу Управления образования\nот 30 августа 2021 г. № 48-од", "48-од", "2021-08-30"),
        ("ПРИКАЗ\n«07» октября 2020 г. № 01-10/123", "01-10/123", "2020-10-07"),
        ("П Р И К А З\n№ 15 от 01.02.2021", "15", "2021-02-01"),
        ("УТВЕРЖДЕН\nприказом МБОУ СОШ № 5\nот 1 сентября 2022 года № 64/1", "64/1", "2022-09-01"),
        ("УТВЕРЖДАЮ\nДиректор\n24.августа.2019", None, "2019-08-24"),
        ("Приложение к приказу Министерства образования от 05.04.2021 № 15", "15", "2021-04-05"),
        ("ПРИКАЗ\n12.03.2021 № 44\n\nВ соответствии с Федеральным законом от 29.12.2012 № 273-ФЗ", "44", "2021-03-12"),
    ],
)
def test_own_number_and_date(text: str, number: str | None, date: str | None) -> None:
    best = find_citations(text)[0]
    assert (best.number, best.date) == (number, date)


@pytest.mark.parametrize(
    "text",
    [
        "В соответствии со ст. 28 Федерального закона от 29.12.2012 № 273-ФЗ «Об образовании»",
        "во исполнение приказа Министерства просвещения Российской Федерации от 06.05.2019 № 219",
        "на основании приказа управления образования от 01.02.2020 № 15",
        "Протокол педсовета от 27.08.2021 № 1",
        "по итогам 2020 года в школе № 5",
    ],
)
def test_what_the_order_cites_is_not_its_own(text: str) -> None:
    assert find_citations(text) == ()


def test_two_numbers_leave_a_question() -> None:
    blocks = ("ПРИКАЗ", "12.03.2021 № 44", "Приложение к приказу от 15.03.2021 № 45", PLAN)
    found, doubts = read_head(document(*blocks), [1])
    assert found.number in ("44", "45")
    assert [doubt.kind for doubt in doubts] == ["order_number"]


def test_the_same_number_twice_is_no_question() -> None:
    blocks = ("ПРИКАЗ", "12.03.2021 № 44", "Приложение 1 к приказу от 12.03.2021 № 44", PLAN)
    assert read_head(document(*blocks), [1])[1] == ()


@pytest.mark.parametrize(
    ("genitive", "nominative"),
    [
        ("Управления образования", "Управление образования"),
        ("управления образования администрации г. Лесограда", "Управление образования администрации г. Лесограда"),
        ("Департамента образования", "Департамент образования"),
        ("городского отдела образования", "Городской отдел образования"),
        ("Муниципального казённого учреждения «ЦРО»", "Муниципальное казённое учреждение «ЦРО»"),
        ("Министерства образования Лесного края", "Министерство образования Лесного края"),
        ("МБОУ СОШ № 5", "МБОУ СОШ № 5"),
    ],
)
def test_nominative_of_an_issuer(genitive: str, nominative: str) -> None:
    assert to_nominative(genitive) == nominative


@pytest.mark.parametrize(
    ("capitals", "text"),
    [
        ("УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ГОРОДА ЛЕСОГОРСКА-УРАЛЬСКОГО", "Управление образования города Лесогорска-Уральского"),
        (
            "КОМИТЕТ ОБРАЗОВАНИЯ ЛЕСНОВСКОГО МУНИЦИПАЛЬНОГО РАЙОНА",
            "Комитет образования Лесновского муниципального района",
        ),
        ("МБОУ СОШ № 5", "МБОУ СОШ № 5"),
        ("МКУ «ЦЕНТР РАЗВИТИЯ»", "МКУ «Центр развития»"),
        ("Отдел образования", "Отдел образования"),
    ],
)
def test_capitals_of_a_letterhead(capitals: str, text: str) -> None:
    assert lower_capitals(capitals) == text


@pytest.mark.parametrize(
    ("letterhead", "issuer"),
    [
        ("АДМИНИСТРАЦИЯ ГОРОДА ЛЕСОГОРСКА\nУПРАВЛЕНИЕ ОБРАЗОВАНИЯ\nПРИКАЗ", "Управление образования"),
        ("Муниципальное бюджетное общеобразовательное учреждение\n«Школа № 5»\nПРИКАЗ",
         "Муниципальное бюджетное общеобразовательное учреждение «Школа № 5»"),
        ("Российская Федерация\nТверская область\nПРИКАЗ", None),
        ("СОГЛАСОВАНО: УТВЕРЖДАЮ:\nПредседатель Совета Учреждения Директор лицея\n____ А.А. Юдин", None),
    ],
)  # fmt: skip
def test_issuer_of_a_letterhead(letterhead: str, issuer: str | None) -> None:
    assert find_issuer(letterhead, "") == issuer


@pytest.mark.parametrize(
    ("paragraphs", "title"),
    [
        (["План", "мероприятий по безопасности", "на 2019-2020 учебный год", "Цель: порядок"],
         "План мероприятий по безопасности на 2019-2020 учебный год"),
        (["Приложение", "ДОРОЖНАЯ КАРТА", "ПО ПОДГОТОВКЕ К ГИА", "Задачи:"], "ДОРОЖНАЯ КАРТА ПО ПОДГОТОВКЕ К ГИА"),
        (["План работы", "МБОУ СОШ № 5", "на 2020-2021 учебный год", "г. Лесоград"],
         "План работы МБОУ СОШ № 5 на 2020-2021 учебный год"),
        (["План мероприятий.", "на следующей странице"], "План мероприятий."),
        (["План заседаний:", "Сентябрь"], None),
        (["Планируемые результаты"], None),
        (["УТВЕРЖДЕН\nприказом\nПлан работы с\nродителями"], "План работы с родителями"),
    ],
)  # fmt: skip
def test_title_of_a_plan(paragraphs: list[str], title: str | None) -> None:
    assert find_title(paragraphs) == title


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("в 2020-2021 учебном году", "2020/2021"),
        ("на 2020/2021 уч. год", "2020/2021"),
        ("на 2020-2021 уч.г.", "2020/2021"),
        ("2022-23 учебный год", "2022/2023"),
        ("на 2020-2024 годы", None),
        ("в 2020-2024 учебных годах", None),
        ("на 2020-2021 годы", None),
    ],
)
def test_school_year(text: str, year: str | None) -> None:
    assert find_school_year(text) == year


@pytest.mark.parametrize(
    ("text", "territory"),
    [
        ("Каменск-Уральского городского округа", "Каменск-Уральский городской округ"),
        ("администрации Лесновского муниципального района", "Лесновский муниципальный район"),
        ("отдел образования Лесновского района", "Лесновский район"),
        ("городского округа Заречный", "городской округ Заречный"),
        ("Управление образования города Каменска-Уральского", "город Каменск-Уральский"),
        ("МБОУ СОШ № 1 г. Конаково", "г. Конаково"),
        ("МБОУ СОШ г.Уссурийска", "г. Уссурийск"),
        ("Свердловской области", None),
        ("от 07.10.2020 г. № 306", None),
    ],
)
def test_territory(text: str, territory: str | None) -> None:
    assert find_territory([text]) == territory
