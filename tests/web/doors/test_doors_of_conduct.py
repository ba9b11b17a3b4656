"""Who gets to conduct and concerns, to messages to a round, and to what there is to read."""

from uuid import uuid4

import pytest

from corridor.programmes.actions import conduct, matches, materials, messaging
from corridor.programmes.actions.setting_up import change_set_up
from corridor.programmes.choices import Audience
from corridor.programmes.models import Consequence
from corridor.programmes.queries import round_messages
from tests.web.doors.knocking import doors, opens, who_gets_in
from tests.web.doors.test_doors_of_programmes import at_the_door  # noqa: F401 - found by name

pytestmark = pytest.mark.django_db

TEAM = "owner reviewer reader admits"
MEMBERS = f"{TEAM} raman noor amara mallory"
ALL = f"visitor {MEMBERS} osei"
NOBODY = ""


@pytest.fixture
def match(match_of, request, now):
    """Of Amara with Dr Osei, who said yes."""
    found = match_of("amara_nwosu")
    dr_osei = request.getfixturevalue("dr_osei")
    matches.accept_match(match_id=found.pk, side="mentor", by=dr_osei, now=now)
    found.refresh_from_db()
    return found


@pytest.fixture
def everybody(at_the_door, match, signed_in, dr_osei):  # noqa: F811 - the fixture of this name
    return at_the_door | {"osei": signed_in(dr_osei)}


def test_the_doors_of_conduct_and_concerns(
    everybody, match, programme, amara, dr_osei, prof_lindqvist, now
):
    """Amara told the owner something about Dr Osei."""
    new = conduct.NewConcern(words="He was late.", about=dr_osei, to_id=prof_lindqvist.pk)
    told = conduct.raise_concern(programme, new, by=amara, now=now)
    change_set_up(programme, {"counts_silence": True}, by=prof_lindqvist, now=now)
    held = Consequence.objects.create(programme=programme, profile=amara, step="look", since=now)
    paths = doors(
        "conduct",
        slug="first-gen",
        relationship_id=match.relationship_id,
        concern_id=told.pk,
        consequence_id=held.pk,
    )

    assert who_gets_in(paths, everybody) == {
        "amara osei": opens(
            get="concerns relationship-conduct relationship-concern own-consequence",
            post="concerns relationship-concern conduct-acceptance own-consequence own-appeal-end",
        ),
        "owner": opens(
            get="directing-conduct consequences-to-decide consequence-decision",
            post="directing-conduct consequence-decision",
        ),
        "owner amara": opens(get="concern", post="concern"),
        "amara": opens(post="concern-hearer"),
        ALL: opens(get="conduct"),
    }


def test_the_doors_of_messages_to_a_round(everybody, match, programme, prof_lindqvist, amara, now):
    new = messaging.NewMessage(
        audience=Audience.ALL, subject="Hello", body="Welcome.", once=uuid4()
    )
    written = messaging.write_to_round(match.round, new, by=prof_lindqvist, now=now)
    paths = doors(
        "round_messages",
        slug="first-gen",
        round_id=match.round_id,
        message_id=written.pk,
        token=round_messages.end_token(programme, amara),
    )

    assert who_gets_in(paths, everybody) == {
        "owner": opens(get="round-messages", post="round-messages round-message-end"),
        ALL: opens(get="round-messages-end", post="round-messages-end"),
    }

    of_others = {name: path.replace("/first-gen/", "/other/") for name, path in paths.items()}
    assert who_gets_in(of_others, everybody) == {
        NOBODY: opens(get="round-messages", post="round-messages round-message-end"),
        ALL: opens(get="round-messages-end", post="round-messages-end"),
    }


def test_the_doors_of_what_there_is_to_read(everybody, programme, prof_lindqvist, now):
    new = materials.NewMaterial(title="First meeting", words="Ask.")
    given = materials.add_material(programme, new, by=prof_lindqvist, now=now)
    shelved = materials.add_material(programme, new, by=prof_lindqvist, now=now)
    materials.shelve_material(programme, shelved.pk, by=prof_lindqvist, now=now)
    paths = doors("materials", slug="first-gen", material_id=given.pk)

    assert who_gets_in(paths, everybody) == {
        f"{TEAM} amara osei": opens(get="materials"),
        "amara osei": opens(post="material-finished material-finished-end"),
        "owner": opens(
            get="directing-materials material-new material",
            post="material-new material material-place material-shelving material-return",
        ),
    }
