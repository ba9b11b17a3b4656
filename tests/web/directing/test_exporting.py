"""A director takes the programme along: tables, what they mean, and nobody's words."""

import csv
import io
import json
from zipfile import ZipFile

import pytest

from corridor.people.actions import block
from corridor.programmes.actions.matches import accept_match
from corridor.programmes.choices import TeamDeedKind, TeamRole
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
