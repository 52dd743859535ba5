import pytest

from normalize.model import Neighbour
from normalize.places import are_two_places, is_region, may_be_one, may_concern

BODY = "Управление образования"


@pytest.mark.parametrize(
    ("territory", "issuer", "other_territory", "other_issuer", "asked"),
    [
        (BODY, BODY, "город Лесогорск", "Управление образования города Лесогорска", True),
        (BODY, BODY, "Лесной район", "Управление образования Лесного района", True),
        (BODY, BODY, "Лесо-Горский городской округ", "Управление образования Лесо-Горского городского округа", True),
        (BODY, BODY, "Лесной район", "Управление образования администрации Лесного муниципального района", True),
        (BODY, BODY, "город Лесогорск", "МКУ «Управление образования»", True),
        ("МБОУ СОШ № 5", "МБОУ СОШ № 5", "г. Лесогорск", "МБОУ СОШ № 5 г. Лесогорска", True),
        ("МБОУ СОШ № 5", "МБОУ СОШ № 5", "г. Лесогорск", "МБОУ СОШ № 50 г. Лесогорска", False),
        (BODY, BODY, "город Лесогорск", "Отдел образования города Лесогорска", False),
        (BODY, BODY, "a.docx", None, False),
        ("a.docx", None, "город Лесогорск", BODY, False),
        ("город Лесогорск", BODY, BODY, BODY, False),  # the other side is asked
        ("город Лесогорск", BODY, "г. Лесогорск", "МБОУ СОШ № 5", True),
        ("г. Лесоград", BODY, "Лесоградский городской округ", BODY, True),
        ("г. Лесогорск", BODY, "Лесогорский городской округ", BODY, True),
        ("г. Лесогорск", BODY, "Лесогорский район", BODY, False),
        ("г. Лесогорск", BODY, "г. Заречный", BODY, False),
        ("г. Озёрск", BODY, "Озёрская область", "Министерство образования Озёрской области", False),
    ],
)
def test_may_be_one(
    territory: str, issuer: str | None, other_territory: str, other_issuer: str | None, asked: bool
) -> None:
    assert may_be_one(territory, issuer, Neighbour("x", other_territory, other_issuer, "1", None, 3)) == asked
    assert not asked or may_concern(other_territory, territory, issuer)
    assert not asked or may_concern(territory, other_territory, other_issuer)


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("Верхнетальский муниципальный район", "Нижнетальский муниципальный район", True),
        ("г. Новопольск", "город Новоуральск", True),
        ("г. Лесоград", "Лесоградский городской округ", False),
        ("г. Лесоград", "Лесоградский район", False),
        ("г. Лесоград", "город Лесоград", False),
        ("г. Лесоград", BODY, False),  # no place was printed
    ],
)
def test_two_places(one: str, other: str, two: bool) -> None:
    assert are_two_places(one, other, BODY) is are_two_places(other, one, BODY) is two


REGIONS = [
    ("Заозёрская область", True),
    ("Республика Лесная", True),
    ("Приречный край", True),
    ("Ханты-Лесной автономный округ – Югра", True),
    ("Республика Северная Осетия – Алания", True),
    ("Кленовский район", False),
    ("Ручейский муниципальный округ", False),
    ("Управление образования", False),
    (None, False),
]


@pytest.mark.parametrize(("territory", "regional"), REGIONS)
def test_regions(territory: str | None, regional: bool) -> None:
    assert is_region(territory) is regional
