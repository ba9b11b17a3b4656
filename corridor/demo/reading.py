"""What the demo's programme gives people to read and to learn, and who has finished it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from corridor.demo.cast import AMARA, PROF_LINDQVIST
from corridor.programmes.actions.materials import NewMaterial, add_material, finish_material
from corridor.programmes.choices import Side

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.programmes.models import Programme

MATERIALS = (
    NewMaterial(
        title="Your first meeting",
        words=(
            "Twenty minutes are enough. Say where you come from, what you would like to have"
            " changed in six months, and how you like to be told things.\n\nNobody has to be"
            " impressive. Agree on the next time before you say goodbye."
        ),
    ),
    NewMaterial(
        title="What a mentor of first-generation students does differently",
        words=(
            "Name what nobody wrote down: who is asked for a letter, what a poster costs, that"
            " one may write to a professor.\n\nAsk before you advise, and offer rather than"
            " wait to be asked: many have learnt not to ask."
        ),
        side=Side.MENTOR,
        is_training=True,
    ),
    NewMaterial(
        title="Before your first meeting: three sentences",
        words="Write down what you like, what you worry about, and one thing you want to try.",
        side=Side.MENTEE,
    ),
    NewMaterial(
        title="Goals that can be seen",
        words="One goal each of you would notice if it were reached. Put it on your page.",
        meeting=2,
    ),
    NewMaterial(
        title="The Science of Effective Mentorship in STEMM",
        words="National Academies, 2019. What is known to help, and what is not. Free to read.",
        address="https://doi.org/10.17226/25568",
        side=Side.MENTOR,
        meeting=3,
    ),
)


def give_to_read(
    profiles: Mapping[str, "Profile"], programme: "Programme", *, now: datetime
) -> None:
    director = profiles[PROF_LINDQVIST.handle]
    at = now - timedelta(days=58)
    given = [add_material(programme, one, by=director, now=at) for one in MATERIALS]
    finish_material(programme, given[0].pk, for_team=False, by=profiles[AMARA.handle], now=at)
