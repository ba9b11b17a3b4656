"""Who helps Amara with what: worked out from what is here, changed by what she notes."""

import pytest

from corridor.mentoring import actions, queries
from corridor.mentoring.actions import keep_map
from corridor.mentoring.actions.keep_map import Noted, note_developer
from corridor.mentoring.choices import Ending
from corridor.mentoring.map_words import OF_TOPIC, Arena, Need, Strength
from corridor.mentoring.models import MapReader, NotedDeveloper
from corridor.people.actions import NewOffer, NewWish, set_offers, set_wishes
from corridor.people.choices import Kind
from corridor.people.vocabulary import TOPICS

pytestmark = pytest.mark.django_db


def test_every_topic_of_wishes_belongs_to_a_need():
    assert set(TOPICS) == set(OF_TOPIC)


def test_a_mentor_helps_with_what_he_offers(together, osei, amara):
    offer = NewOffer(kind=Kind.MENTORSHIP, capacity=3, topics=("publishing", "leadership"))
    set_offers(profile=osei, offers=[offer], by=osei)
    wish = NewWish(kind=Kind.SPONSORSHIP, topics=("publishing",))
    set_wishes(profile=amara, wishes=[wish], by=amara)

    found = queries.network_map(amara)

    assert [one.needs for one in found.people] == [[Need.RESEARCH, Need.LEADING]]
    assert found.wished == {Need.RESEARCH, Need.SPONSOR}
    assert found.gaps[0] == Need.SPONSOR


def test_a_sponsor_opens_doors(begin, osei, amara):
    origin_of_her_own = actions.Origin(kind="agreed", places=1)
    begin(role=Kind.SPONSORSHIP, origin=origin_of_her_own)

    assert queries.network_map(amara).helped[Need.SPONSOR] != ()


def test_she_notes_somebody_from_elsewhere_and_nobody_else_has_it(together, osei, amara, now):
    noted = Noted(
        name="Aunt Ngozi",
        arena=Arena.FAMILY,
        strength=Strength.CLOSE,
        needs=[Need.IDENTITY],
        knows=[f"r{together.pk}"],
    )

    row = note_developer("", noted, owner=amara, now=now)

    found = queries.network_map(amara)
    assert found.people[-1].name == "Aunt Ngozi"
    assert (found.measures.size, found.measures.density) == (2, 1.0)
    assert b"Ngozi" not in bytes(NotedDeveloper.objects.get().sealed_words)
    assert queries.network_map(osei).people == []
    with pytest.raises(keep_map.NotOnTheMap):
        note_developer(f"n{row.pk}", noted, owner=osei, now=now)
    with pytest.raises(keep_map.NotOnTheMap):
        keep_map.forget_developer(f"r{together.pk}", owner=osei)


@pytest.mark.parametrize(
    ("name", "refusal"), [(" ", keep_map.NeedsName), ("x" * 81, keep_map.NameTooLong)]
)
def test_what_is_no_name_is_not_kept(amara, now, name, refusal):
    with pytest.raises(refusal):
        note_developer("", Noted(name=name), owner=amara, now=now)

    assert not NotedDeveloper.objects.exists()


def test_one_mentor_reads_it_while_they_work_together(together, osei, amara, now):
    today = now.date()
    assert queries.map_shown_in(together, viewer=osei, today=today) is None
    with pytest.raises(keep_map.OnlyToMentor):
        keep_map.show_map(together.pk, owner=osei)

    keep_map.show_map(together.pk, owner=amara)
    assert queries.map_shown_in(together, viewer=osei, today=today) is not None
    assert queries.map_shown_in(together, viewer=amara, today=today) is None

    ended = actions.end_relationship(together.pk, by=osei, ending=Ending.STOPPED, now=now)
    assert queries.map_shown_in(ended, viewer=osei, today=today) is None
    keep_map.hide_map(owner=amara)
    assert not MapReader.objects.exists()
