"""What the tests of intake start from: files in memory, and what was said about them."""

from datetime import date

import pytest

from corridor.programmes.intake.people import Asked, Intake, PeopleFile, read_people
from corridor.programmes.intake.problems import InputRejected, Notes
from corridor.programmes.intake.sources import Limits, Source
from corridor.programmes.intake.tables import Reading

SPRING = {"start_on": date(2026, 1, 5), "end_on": date(2026, 12, 31)}


def source(content: str | bytes, name: str = "people.csv") -> Source:
    return Source(name=name, content=content.encode() if isinstance(content, str) else content)


def reading(limits: Limits | None = None) -> Reading:
    return Reading(notes=Notes(), limits=limits or Limits())


def read(content: str | bytes, *, name: str = "people.csv", **asked) -> Intake:
    files = [PeopleFile(source=source(content, name))]
    return read_people(files, Asked(**{**SPRING, **asked}), reading())


def rejection(content: str | bytes, **asked) -> list[str]:
    """Every problem, as it is printed."""
    with pytest.raises(InputRejected) as rejected:
        read(content, **asked)
    return list(rejected.value.lines())
