"""What is known of an order's organizations while their names are resolved."""

from collections import Counter
from dataclasses import dataclass, field

from normalize.names.resolution import Doubt
from normalize.names.schools import is_numbered
from normalize.names.typed_names import TypedName, typed_name
from normalize.parties.units import Target


@dataclass(slots=True)
class PrintedOrganizations:
    """The printed names of an order by spelling key, and what has been found out of them so far."""

    targets: dict[str, Target]
    counts: Counter[str]
    means: dict[str, str] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    def settle(self, key: str, means: str, rule: str) -> None:
        self.means[key], self.rules[key] = means, rule

    def standing(self) -> dict[str, TypedName]:
        """The names but numbered schools that mean themselves as yet."""
        return {
            key: typed_name(key, target.name, target.kind)
            for key, target in self.targets.items()
            if key not in self.means and not is_numbered(key)
        }
