"""What a programme gives people to read and learn: set up, read before a meeting, finished."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from corridor.mentoring.actions import meetings
from corridor.people.actions import block
from corridor.programmes.actions import matches, setting_up
from corridor.programmes.actions import materials as actions
from corridor.programmes.actions.forget_person import forget_person
from corridor.programmes.actions.materials import NewMaterial
from corridor.programmes.choices import Side
from corridor.programmes.models import FinishedMaterial, Material, TeamDeed, TeamMember
from corridor.programmes.personal_archive import archive
from corridor.programmes.queries import materials as reading

READ = "/p/first-gen/materials/"
SET_UP = "/p/first-gen/directing/materials/"
"""Of the programme that `stage` sets up."""


@pytest.fixture
def give(programme, prof_lindqvist, now):
    def give(title="Your first meeting", words="Ask what brought them here.", **rest):
        new = NewMaterial(title=title, words=words, **rest)
        return actions.add_material(programme, new, by=prof_lindqvist, now=now)

    return give


@pytest.fixture
def pair(match_of, dr_osei, now):
    """Amara, mentee, and Dr Osei, whom the programme matched."""
    match = match_of("amara_nwosu")
    matches.accept_match(match_id=match.pk, side="mentor", by=dr_osei, now=now)
    match.refresh_from_db()
    return match.relationship


def finish(client, material, **form):
    return client.post(f"{READ}{material.pk}/finished/", form)


def page(client, path=READ):
    return client.get(path).content.decode()


def titles(rows):
    return [one.material.title for one in rows]


def test_the_page_of_the_programme_leads_those_who_take_part_to_it(
    signed_in, client, pair, give, amara, prof_lindqvist, mallory
):
    del pair
    before = page(signed_in(amara), "/p/first-gen/")
    give()

    assert READ not in before
    assert READ in page(signed_in(amara), "/p/first-gen/")
    assert READ in page(signed_in(prof_lindqvist), "/p/first-gen/")
    assert READ not in page(signed_in(mallory), "/p/first-gen/")
    assert READ not in page(client, "/p/first-gen/")


def test_a_director_adds_changes_moves_and_puts_away(signed_in, programme, prof_lindqvist):
    client = signed_in(prof_lindqvist)
    for title in ("First", "Second"):
        client.post(f"{SET_UP}new/", {"title": title, "words": "Read me."})
    first, second = Material.objects.all()

    client.post(f"{SET_UP}{first.pk}/", {"title": "Third", "address": "https://example.org/a"})
    client.post(f"{SET_UP}{second.pk}/place/", {"to": "up"})
    moved = [one.title for one in reading.shown(programme)]
    client.post(f"{SET_UP}{first.pk}/shelving/")
    without = [one.title for one in reading.shown(programme)]
    client.post(f"{SET_UP}{first.pk}/return/")

    assert moved == ["Second", "Third"]
    assert without == ["Second"]
    assert [one.title for one in reading.shown(programme)] == ["Second", "Third"]
    assert TeamDeed.objects.filter(kind="set_up").count() == 6


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"title": "", "words": "Read me."}, "This field is required"),
        ({"title": "Nothing in it"}, "Write a text, or give an address, or both."),
        ({"title": "A", "address": "http://example.org"}, "An address begins with https://."),
        ({"title": "A", "address": "javascript:alert(1)"}, "An address begins with https://."),
        ({"title": "A", "words": "B", "meeting": "0"}, "greater than or equal to 1"),
        ({"title": "A", "words": "B", "meeting": "9" * 40}, "less than or equal to 60"),
        ({"title": "A", "words": "B", "side": "coach"}, "Select a valid choice"),
    ],
)
def test_what_is_mistyped_is_said_and_lost_nowhere(
    form, says, signed_in, programme, prof_lindqvist
):
    answer = signed_in(prof_lindqvist).post(f"{SET_UP}new/", form)

    assert answer.status_code == 422
    assert says in answer.text
    assert all(value in answer.text for name, value in form.items() if name != "side")
    assert not Material.objects.exists()


def test_a_programme_shows_a_hundred_at_most(signed_in, programme, prof_lindqvist, give, now):
    away = give()
    actions.shelve_material(programme, away.pk, by=prof_lindqvist, now=now)
    Material.objects.bulk_create(
        Material(programme=programme, title="One", words="Two", position=2) for _ in range(100)
    )
    client = signed_in(prof_lindqvist)

    refused = client.post(f"{SET_UP}new/", {"title": "More", "words": "Words"})
    client.post(f"{SET_UP}{away.pk}/return/")

    assert "at most 100" in refused.text
    assert reading.shown(programme).count() == 100


def test_each_side_reads_what_is_for_it_and_the_team_reads_all(
    signed_in, pair, give, amara, dr_osei, prof_lindqvist, mallory
):
    give("For everybody")
    give("What a mentor does", side=Side.MENTOR)
    give("What a mentee does", side=Side.MENTEE)

    mentee, mentor = page(signed_in(amara)), page(signed_in(dr_osei))

    assert "For everybody" in mentee
    assert "For everybody" in mentor
    assert "What a mentor does" not in mentee
    assert "What a mentee does" not in mentor
    assert "What a mentee does" in page(signed_in(prof_lindqvist))
    assert signed_in(mallory).get(READ).status_code == 404


def test_whoever_takes_part_and_is_in_the_team_finishes_what_is_for_her_side(
    signed_in, pair, give, programme, amara
):
    TeamMember.objects.create(programme=programme, profile=amara, role="director")
    other, own, both = give(side=Side.MENTOR), give(side=Side.MENTEE), give()

    text = page(signed_in(amara))

    assert f'id="material-{other.pk}"' in text
    assert f"{READ}{other.pk}/finished/" not in text
    assert f"{READ}{own.pk}/finished/" in text
    assert f"{READ}{both.pk}/finished/" in text


def test_what_is_due_by_the_next_meeting_stands_on_the_page_of_the_two(
    signed_in, pair, give, amara, now
):
    client, address = signed_in(amara), f"/mentoring/{pair.pk}/"
    assert "To read and learn" not in page(client, address)
    start, second = give("At the start"), give("Goals", meeting=2)

    before = page(client, address)
    log = meetings.NewLog(was_held=True, minutes=30)
    meetings.log_unplanned(
        log, relationship_id=pair.pk, starts_at=now - timedelta(hours=1), by=amara, now=now
    )
    between = page(client, address)
    for one in (start, second):
        finish(client, one)

    assert "At the start" in before
    assert "Goals</a>" not in before
    assert "Goals</a>" in between
    assert "Nothing to read before the next meeting." in page(client, address)


def test_what_somebody_has_read_is_known_to_her_alone(
    signed_in, pair, give, programme, amara, prof_lindqvist, now
):
    plain = give()

    finish(signed_in(amara), plain)
    finish(signed_in(amara), plain)

    assert FinishedMaterial.objects.get().profile == amara
    assert "Who has finished it" not in page(signed_in(prof_lindqvist), f"{SET_UP}{plain.pk}/")
    export = setting_up.export_programme(programme, by=prof_lindqvist, now=now)
    rows = {table.name: table.rows for table in export.tables}
    assert len(rows["materials"]) == 1
    assert rows["trainings_finished"] == []


def test_of_a_training_the_team_sees_who_has_finished_it(
    signed_in, pair, give, programme, amara, prof_lindqvist, now
):
    training = give(is_training=True, side=Side.MENTEE)
    address = f"{SET_UP}{training.pk}/"
    client, director = signed_in(amara), signed_in(prof_lindqvist)
    told = page(client)

    before = director.get(address).context["trained"]
    finish(client, training, **{"for": "team"})
    after = director.get(address).context["trained"]
    client.post(f"{READ}{training.pk}/finished/end/")

    assert "the team sees whether you have finished it" in told
    assert amara in before.open
    assert before.finished == []
    assert after.finished == [amara]
    assert director.get(address).context["trained"].finished == []


def test_what_was_read_in_private_stays_so_when_it_becomes_a_training(
    signed_in, pair, give, programme, amara, prof_lindqvist, now
):
    plain = give()
    client = signed_in(amara)
    finish(client, plain)
    new = NewMaterial(title="Now a training", words="Words", is_training=True)
    actions.change_material(programme, plain.pk, new, by=prof_lindqvist, now=now)

    stale = finish(client, plain)
    unseen = reading.trained(plain, viewer=prof_lindqvist, today=now.date())
    asked = page(client)
    finish(client, plain, **{"for": "team"})

    assert stale.url == READ
    assert unseen.finished == []
    assert "Let the team see it" in asked
    assert reading.trained(plain, viewer=prof_lindqvist, today=now.date()).finished == [amara]


def test_whoever_keeps_apart_from_a_director_is_in_no_list(
    pair, give, programme, amara, prof_lindqvist, now
):
    training = give(is_training=True, side=Side.MENTEE)
    actions.finish_material(programme, training.pk, for_team=True, by=amara, now=now)
    block(blocker=amara, blocked=prof_lindqvist, now=now)

    seen = reading.trained(training, viewer=prof_lindqvist, today=now.date())
    export = setting_up.export_programme(programme, by=prof_lindqvist, now=now)

    assert amara not in [*seen.finished, *seen.open]
    assert next(one for one in export.tables if one.name == "trainings_finished").rows == []


def test_nobody_finishes_what_is_not_for_her(signed_in, pair, give, programme, amara, mallory, now):
    other_side = give(side=Side.MENTOR)

    assert finish(signed_in(amara), other_side).status_code == 404
    assert finish(signed_in(mallory), give()).status_code == 404
    assert signed_in(amara).post(f"{READ}{'9' * 40}/finished/").status_code == 404
    assert not FinishedMaterial.objects.exists()


def test_a_copy_of_a_programme_gives_the_same_to_read(
    give, programme, prof_lindqvist, amara, pair, now, settings
):
    settings.PROGRAMMES_STARTED_BY = "members"
    plain = give()
    away = give("Put away")
    actions.shelve_material(programme, away.pk, by=prof_lindqvist, now=now)
    actions.finish_material(programme, plain.pk, for_team=False, by=amara, now=now)

    copy = setting_up.duplicate_programme(programme, by=prof_lindqvist, now=now)

    assert [one.title for one in copy.materials.all()] == [plain.title]
    assert FinishedMaterial.objects.get().material == plain
    with pytest.raises(actions.NoSuchMaterial):
        actions.finish_material(copy, plain.pk, for_team=False, by=amara, now=now)


def test_whoever_leaves_leaves_nothing_of_it(give, programme, amara, pair, now):
    plain = give()
    actions.finish_material(programme, plain.pk, for_team=False, by=amara, now=now)
    section = next(one for one in archive(amara) if one.key == "materials_finished")

    forget_person(amara, "somebody")

    assert [row["title"] for row in section.rows] == [plain.title]
    assert not FinishedMaterial.objects.exists()


def test_a_text_is_needed_even_where_no_form_asks(give):
    with pytest.raises(ValidationError):
        give(words=" ")
