"""A director takes the programme along: tables, what they mean, and nobody's words."""

import csv
import io
import json
from datetime import timedelta
from zipfile import ZipFile

import pytest

from corridor.algorithms.matching import certificate
from corridor.mentoring.actions import meetings
from corridor.mentoring.actions.meetings import NewLog, NewMeeting
from corridor.mentoring.meeting_choices import Way
from corridor.mentoring.models import Relationship
from corridor.people.actions import block
from corridor.people.choices import Kind
from corridor.programmes.actions import forms
from corridor.programmes.actions.forms import NewQuestion
from corridor.programmes.actions.matches import accept_match
from corridor.programmes.choices import QuestionKind, Side, TeamDeedKind, TeamRole
from corridor.programmes.models import TeamDeed, TeamMember
from corridor.programmes.states import MENTOR

EXPORT = "/p/first-gen/export/"


@pytest.fixture
def accepted(match_of, dr_osei, now):
    accept_match(match_id=match_of("amara_nwosu").pk, side=MENTOR, by=dr_osei, now=now)


@pytest.fixture
def take(signed_in, prof_lindqvist):
    """The ZIP as its files' words, by name."""

    def take():
        answer = signed_in(prof_lindqvist).post(EXPORT)
        with ZipFile(io.BytesIO(answer.content)) as files:
            return {name: files.read(name).decode("utf-8-sig") for name in files.namelist()}

    return take


def test_tables_and_json_say_the_same_and_each_column_is_explained(take, accepted):
    del accepted
    files = take()
    whole, meaning = json.loads(files["programme.json"]), json.loads(files["schema.json"])
    [pair] = csv.DictReader(io.StringIO(files["relationships.csv"]))

    assert (pair["mentee"], pair["mentor"], pair["state"]) == (
        "amara_nwosu",
        "kwame_osei",
        "active",
    )
    assert (pair["meetings_held"], pair["is_signed"]) == ("0", "no")
    assert whole["relationships"][0]["mentee"] == "amara_nwosu"
    assert len(whole["applications"]) == 5
    for table, columns in meaning.items():
        if table != "format":
            [header] = list(csv.reader(io.StringIO(files[f"{table}.csv"])))[:1]
            assert header == list(columns)


def table(files, name):
    return list(csv.DictReader(io.StringIO(files[f"{name}.csv"])))


def test_it_says_how_matches_came_about_and_who_decided(take, accepted):
    del accepted
    files = take()
    [run] = table(files, "runs")
    weights = {row["criterion"]: row["weight"] for row in table(files, "weights")}
    of_amara = [row for row in table(files, "proposals") if row["mentee"] == "amara_nwosu"]
    decided = table(files, "decisions_on_matches")

    assert (run["by"], run["proposals"], run["is_optimal"]) == ("ingrid_lindqvist", "3", "yes")
    assert weights["needs"].isdigit()
    assert [(row["mentor"], row["approved_by"]) for row in of_amara] == [
        ("kwame_osei", "ingrid_lindqvist")
    ]
    assert {(row["kind"], row["by"]) for row in decided} == {("approve", "ingrid_lindqvist")}
    proof = json.loads(files[f"certificates/{run['certificate']}.json"])
    assert certificate.check(proof).problems == ()


def test_each_version_of_a_form_is_in_it(take, accepted, programme, prof_lindqvist, now):
    del accepted
    new = NewQuestion(kind=QuestionKind.SHORT, label="What would you give up first?")
    forms.add_question(programme, Side.MENTEE, new=new, by=prof_lindqvist, now=now)

    asked = table(take(), "forms")

    assert [
        row["version"] for row in asked if row["question"].startswith("What would you give up")
    ] == ["1"]
    assert {row["side"] for row in asked} == {"mentee"}


def test_a_file_says_what_each_file_and_column_is(take, accepted):
    del accepted
    files = take()
    columns = json.loads(files["schema.json"])

    for name in files:
        if name.endswith(".csv"):
            assert f"\n{name} (" in files["README.txt"]
            for column, meaning in columns[name.removesuffix(".csv")].items():
                assert f"  {column}: {meaning}\n" in files["README.txt"]


def test_what_two_people_write_is_not_in_it(take, accepted, amara, dr_osei, now):
    del accepted
    one = Relationship.objects.get()
    at = now - timedelta(hours=2)
    new = NewMeeting(times=(at,), role=Kind.MENTORSHIP, way=Way.VIDEO)
    met = meetings.propose_meeting(
        new, relationship_id=one.pk, by=amara, now=now - timedelta(days=3)
    )
    meetings.pick_time(met.pk, at, by=dr_osei, sequence=met.sequence, now=now - timedelta(days=2))
    log = NewLog(was_held=True, topic="My doubts")
    meetings.log_meeting(met.pk, log, by=amara, now=now)
    meetings.write_note("Nobody reads this", meeting_id=met.pk, version=None, by=amara, now=now)

    files = take()

    assert table(files, "relationships")[0]["meetings_held"] == "1"
    assert "My doubts" not in "".join(files.values())
    assert "Nobody reads this" not in "".join(files.values())


def test_the_record_says_who_took_it(take, accepted, prof_lindqvist):
    del accepted
    take()

    assert TeamDeed.objects.get(kind=TeamDeedKind.EXPORTED).by == prof_lindqvist


def test_a_name_that_a_spreadsheet_would_run_is_text(take, accepted, amara):
    del accepted
    amara.display_name = "=HYPERLINK(1)"
    amara.save(update_fields=["display_name"])

    assert "'=HYPERLINK(1)" in take()["applications.csv"]


def test_whoever_keeps_away_from_the_director_is_not_in_it(
    take, accepted, amara, prof_lindqvist, now
):
    del accepted
    block(blocker=amara, blocked=prof_lindqvist, now=now)

    assert "amara_nwosu" not in "".join(take().values())


def test_only_who_sets_up_the_programme_takes_it_and_only_by_a_button(
    client, signed_in, programme, mallory, prof_raman, prof_lindqvist
):
    TeamMember.objects.create(programme=programme, profile=prof_raman, role=TeamRole.READER)

    found = [signed_in(one).post(EXPORT).status_code for one in (mallory, prof_raman)]
    found += [client.post(EXPORT).status_code, signed_in(prof_lindqvist).get(EXPORT).status_code]

    assert found == [404, 404, 302, 405]
    assert not TeamDeed.objects.filter(kind=TeamDeedKind.EXPORTED).exists()
