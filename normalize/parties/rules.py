"""The rules of responsible cells, in the order in which they are tried; the first that knows a phrase consumes it.

Each answers True when it consumed the phrase, or passes. A docstring shows what its rule reads.
"""

from collections.abc import Callable

from normalize.parties.bare_school_titles import read_title_of_bare_school
from normalize.parties.bodies import read_organization
from normalize.parties.classes_before import read_class_before_name
from normalize.parties.continued_titles import (
    read_governing_title,
    read_remark,
    read_subject,
    read_title_with_field,
    read_title_with_school,
)
from normalize.parties.exceptions import read_exception
from normalize.parties.further_places import (
    read_further_place,
    read_school_in_territory,
    read_school_of_subject,
    read_title_with_class,
)
from normalize.parties.further_titles import read_further_title
from normalize.parties.groups import read_group
from normalize.parties.heads_of_units import read_head_of_unit
from normalize.parties.named_places import read_place_in_list
from normalize.parties.own_places import read_own_place
from normalize.parties.people import read_person
from normalize.parties.persons_places import read_persons_place, read_persons_schools, read_school_before_name
from normalize.parties.phrase import Phrase
from normalize.parties.places_behind import read_school_of_titled
from normalize.parties.posts import (
    read_area,
    read_bare_before_and,
    read_label,
    read_title_before_name,
)
from normalize.parties.school_pairs import (
    read_label_in_bracket,
    read_label_of_schools,
    read_paired_schools,
    read_part_behind_dash,
)
from normalize.parties.schools import read_bare_school, read_branch, read_schools, read_schools_go_on
from normalize.parties.sets_go_on import read_schools_behind_set
from normalize.parties.territories import read_territories
from normalize.parties.theirs import read_theirs
from normalize.parties.titles_behind import read_title_of_waiting
from normalize.parties.titles_in_order import read_titles_in_order
from normalize.parties.walk import Walk

Rule = Callable[[Walk, Phrase, Phrase | None], bool]

RULES: tuple[Rule, ...] = (
    read_territories,
    read_label,
    read_label_of_schools,
    read_label_in_bracket,
    read_part_behind_dash,
    read_paired_schools,
    read_exception,
    read_remark,
    read_titles_in_order,
    read_person,
    read_theirs,
    read_place_in_list,
    read_subject,
    read_governing_title,
    read_title_with_field,
    read_title_with_school,
    read_title_with_class,
    read_class_before_name,
    read_persons_schools,
    read_persons_place,
    read_own_place,
    read_school_of_titled,
    read_school_before_name,
    read_schools_go_on,
    read_schools_behind_set,
    read_schools,
    read_branch,
    read_bare_school,
    read_school_of_subject,
    read_school_in_territory,
    read_further_place,
    read_organization,
    read_area,
    read_title_before_name,
    read_title_of_waiting,
    read_further_title,
    read_title_of_bare_school,
    read_head_of_unit,
    read_bare_before_and,
    read_group,
)
