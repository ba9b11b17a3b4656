"""Incident files, over HTTP."""

import io
import zipfile
from datetime import timedelta

import html5lib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from corridor.incidents import actions
from corridor.incidents.choices import CheckIns, Kind
from corridor.incidents.mail_links import token_of
from corridor.incidents.models import CheckIn, Incident, Piece
from corridor.people import actions as people
from corridor.people.choices import Restraint
from corridor.safety.actions import NewFlag, flag_post
from corridor.safety.choices import Reason
from tests.people.registered import PASSWORD

UNPROCESSABLE = 422


@pytest.fixture
def post(says, mallory):
    return says(mallory)


@pytest.fixture
def asked(incident, now):
    actions.ask_check_ins(now=now + timedelta(days=2))
    return CheckIn.objects.get(day=1)


def parses(answer):
    html5lib.HTMLParser(strict=True).parse(answer.text)
    return answer


def test_from_the_first_line_to_a_file(signed_in, amara):
    client = signed_in(amara)
    assert "/you/incidents/" in client.get("/you/").text
    assert "No file, and long may it stay so" in parses(client.get("/you/incidents/")).text

    answer = client.post(
        "/you/incidents/new/",
        {"what_happened": "They write to my school", "check_ins": "mail", "is_threatened": "on"},
        follow=True,
    )

    assert "They write to my school" in parses(answer).text
    assert "If you are in danger, that comes first" in answer.text
    assert "Check that I am safe where I am" in answer.text
    assert answer.text.index("letters/police/") < answer.text.index("letters/director/")
    assert "0 pieces of evidence" in client.get("/you/incidents/").text


def test_what_makes_no_file_is_said_and_what_was_written_stays(signed_in, amara):
    answer = signed_in(amara).post(
        "/you/incidents/new/", {"what_happened": " ", "where": "At work", "check_ins": "here"}
    )

    assert answer.status_code == UNPROCESSABLE
    assert 'value="At work"' in parses(answer).text
    assert not Incident.objects.exists()


def test_a_post_is_kept_from_its_menu_into_a_new_file(signed_in, amara, post):
    client = signed_in(amara)
    assert f"/you/incidents/keep/post/{post.pk}/" in client.get(f"/@mallory_crane/{post.pk}/").text
    page = parses(client.get(f"/you/incidents/keep/post/{post.pk}/"))
    assert "I know when your shift ends" in page.text

    answer = client.post(
        f"/you/incidents/keep/post/{post.pk}/",
        {"incident": "new", "words": "Third time"},
        follow=True,
    )

    assert "I know when your shift ends" in parses(answer).text
    assert "Third time" in answer.text
    assert Incident.objects.get().check_ins == CheckIns.HERE


def test_her_own_post_has_no_such_line_and_a_visitor_neither(signed_in, client, amara, says, post):
    own = says(amara, "Blocks on Thursday")

    assert "Keep as evidence" not in signed_in(amara).get(f"/@amara_nwosu/{own.pk}/").text
    assert "Keep as evidence" not in client.get(f"/@mallory_crane/{post.pk}/").text
    assert client.get(f"/you/incidents/keep/post/{post.pk}/").status_code == 302


def test_a_flag_leads_to_a_file(signed_in, amara, incident, post, now):
    flag = flag_post(NewFlag(reason=Reason.HARASSMENT), post=post, by=amara, now=now)
    client = signed_in(amara)
    assert f"/you/incidents/keep/flag/{flag.pk}/" in client.get(f"/you/flags/{flag.pk}/").text
    parses(client.get(f"/you/incidents/keep/flag/{flag.pk}/"))

    answer = client.post(
        f"/you/incidents/keep/flag/{flag.pk}/", {"incident": incident.pk}, follow=True
    )

    assert "Kept in the file" in answer.text
    assert Piece.objects.get().incident == incident


def test_nobody_keeps_into_the_file_of_another(signed_in, dr_osei, incident, post):
    answer = signed_in(dr_osei).post(
        f"/you/incidents/keep/post/{post.pk}/", {"incident": incident.pk}
    )

    assert "not there any more" in answer.text
    assert not Piece.objects.exists()


def test_evidence_of_every_kind_is_added(signed_in, amara, incident, screenshot):
    client = signed_in(amara)
    address = f"/you/incidents/{incident.pk}/evidence/"
    parses(client.get(f"{address}?kind=call"))

    for kind in Kind.values:
        answer = client.post(
            address,
            {
                "kind": kind,
                "words": f"Words of a {kind}",
                "who": "Unknown",
                "day": "2026-03-12",
                "time": "21:30",
                "files": [SimpleUploadedFile(screenshot.name, screenshot.content)],
            },
            follow=True,
        )
        assert f"Words of a {kind}" in parses(answer).text

    assert Piece.objects.count() == len(Kind.values)
    assert "12 March 2026, 21:30" in answer.text  # Amara lives by London's clock


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({"kind": "note"}, "Write something, or add a file"),
        ({"kind": "post", "where": "https://elsewhere.example/1"}, "copy what it says"),
        ({"kind": "post", "where": "/@mallory_crane/1/"}, "not there, or not for you"),
        ({"kind": "note", "words": "x", "time": "21:30"}, "Say the day as well"),
        ({"kind": "envy", "words": "x"}, "Select a valid choice"),
        ({"kind": "note", "words": "x\0"}, "Null characters"),
    ],
)
def test_what_is_not_kept_is_said(signed_in, amara, incident, body, says):
    answer = signed_in(amara).post(f"/you/incidents/{incident.pk}/evidence/", body)

    assert answer.status_code == UNPROCESSABLE
    assert says in answer.text
    assert not Piece.objects.exists()


def test_files_are_shown_as_pictures_and_given_back_as_they_came(
    signed_in, amara, incident, keeps, screenshot
):
    keeps(incident, Kind.FILE, files=[screenshot])
    client = signed_in(amara)
    address = f"/you/incidents/{incident.pk}/evidence/1/1/"

    picture, original = client.get(address), client.get(f"{address}original/")

    assert picture.headers["Content-Type"] == "image/webp"
    assert original.content == screenshot.content
    assert original.headers["Content-Type"] == "application/octet-stream"
    assert original.headers["Content-Disposition"] == 'attachment; filename="Screen shot.jpg"'
    for answer in (picture, original):
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.headers["Content-Security-Policy"].startswith("sandbox")


def test_every_address_is_its_owners_alone(
    signed_in, client, amara, dr_osei, incident, keeps, screenshot, asked
):
    keeps(incident, Kind.FILE, files=[screenshot])
    addresses = [
        reverse("incident", args=[incident.pk]),
        reverse("incident-change", args=[incident.pk]),
        reverse("incident-add", args=[incident.pk]),
        reverse("piece-remove", args=[incident.pk, 1]),
        reverse("piece-picture", args=[incident.pk, 1, 1]),
        reverse("piece-file", args=[incident.pk, 1, 1]),
        reverse("incident-letter", args=[incident.pk, "police"]),
        reverse("incident-letter-text", args=[incident.pk, "police"]),
        reverse("incident-export", args=[incident.pk]),
        reverse("incident-close", args=[incident.pk]),
        reverse("incident-delete", args=[incident.pk]),
        reverse("check-in", args=[asked.pk]),
    ]
    posted = [
        reverse("incident-step", args=[incident.pk]),
        reverse("incident-asking", args=[incident.pk]),
        reverse("incident-reopen", args=[incident.pk]),
        reverse("piece-mask", args=[incident.pk, 1]),
        reverse("incident-delete", args=[incident.pk]),
        reverse("piece-remove", args=[incident.pk, 1]),
    ]
    hers, his = signed_in(amara), signed_in(dr_osei)

    assert {hers.get(address).status_code for address in addresses} == {200}
    assert {his.get(address).status_code for address in addresses} == {404}
    assert {his.post(address).status_code for address in posted} == {404}
    assert {client.get(address).status_code for address in addresses} == {302}
    assert Piece.objects.filter(removed_at=None).exists()
    assert "no-store" in hers.get(addresses[0]).headers["Cache-Control"]


@pytest.mark.parametrize("number", ["0", "99999999999999999999"])
def test_numbers_that_are_no_file_are_not_there(signed_in, amara, number):
    client = signed_in(amara)

    for address in (f"/you/incidents/{number}/", f"/you/check-ins/{number}/"):
        assert client.get(address).status_code == 404


def test_what_is_masked_is_shown_and_masked_again(signed_in, amara, incident, keeps):
    keeps(incident, Kind.MAIL, "Hale sues her", masks=("Hale",))
    client, page = signed_in(amara), f"/you/incidents/{incident.pk}/"
    assert "Hale sues" not in client.get(page).text

    client.post(f"{page}evidence/1/masking/", {"whole": "1"})
    assert "Hale sues" in client.get(page).text
    client.post(f"{page}evidence/1/masking/")

    assert "Hale sues" not in client.get(page).text


def test_taking_out_is_asked_first(signed_in, amara, incident, keeps):
    keeps(incident, words="Too much")
    client, page = signed_in(amara), f"/you/incidents/{incident.pk}/"

    assert "Take this out?" in parses(client.get(f"{page}evidence/1/removal/")).text
    answer = client.post(f"{page}evidence/1/removal/", follow=True)

    assert "Too much" not in answer.text
    assert "taken out included" in answer.text or "as it was kept" in answer.text
    assert client.get(f"{page}evidence/1/removal/").status_code == 404


def test_steps_are_taken_and_taken_back(signed_in, amara, incident):
    client, page = signed_in(amara), f"/you/incidents/{incident.pk}/"

    client.post(f"{page}steps/", {"done": "safe"})
    assert 'name="undone" value="safe"' in client.get(page).text
    client.post(f"{page}steps/", {"undone": "safe"})

    assert 'name="done" value="safe"' in client.get(page).text
    assert client.post(f"{page}steps/", {"done": "envy"}).status_code == 302


def test_a_letter_is_adapted_kept_downloaded_and_noted_as_sent(signed_in, amara, incident):
    client, page = signed_in(amara), f"/you/incidents/{incident.pk}/letters/director/"
    assert "Dear [name]," in parses(client.get(page)).text

    client.post(page, {"words": "Dear Professor Quill"})
    assert client.get(f"{page}text/").content == b"Dear Professor Quill"
    refused = client.post(page, {"words": " "})
    answer = client.post(page, {"words": "Dear Professor Quill", "sent": "1"}, follow=True)

    assert refused.status_code == UNPROCESSABLE
    assert "Programme director, or supervisor" in answer.text
    assert client.get(page.replace("director", "mother")).status_code == 404


def test_she_says_how_she_is_and_is_told_where_to_turn(signed_in, amara, asked):
    client, page = signed_in(amara), f"/you/check-ins/{asked.pk}/"
    assert f"{page}" in client.get("/you/incidents/").text
    assert "Sleep, eat" in parses(client.get(page)).text or asked.day == 1

    answer = client.post(page, {"feeling": "worse", "words": "I do not sleep"}, follow=True)

    assert "reason enough to call somebody today" in parses(answer).text
    assert "Samaritans" in answer.text
    assert client.post(page, {"feeling": "angry"}).status_code == UNPROCESSABLE
    assert page not in client.get("/you/incidents/").text


def test_activity_leads_there(signed_in, amara, asked):
    answer = signed_in(amara).get("/notifications/")

    assert "You asked to be asked today how you are" in answer.text
    assert "/you/incidents/" in answer.text


def test_mails_end_by_their_link_without_signing_in(client, incident):
    page = f"/you/check-ins/end/{token_of(incident.pk)}/"

    assert "Shall these mails stop?" in parses(client.get(page)).text
    incident.refresh_from_db()
    assert incident.check_ins == CheckIns.MAIL
    assert "No mail asks you" in client.post(page).text

    incident.refresh_from_db()
    assert incident.check_ins == CheckIns.HERE
    assert client.post("/you/check-ins/end/forged/").status_code == 404


def test_how_she_is_asked_is_changed(signed_in, amara, incident):
    client, page = signed_in(amara), f"/you/incidents/{incident.pk}/"

    client.post(f"{page}check-ins/", {"check_ins": "none"})
    client.post(f"{page}check-ins/", {"check_ins": "hourly"})

    incident.refresh_from_db()
    assert incident.check_ins == CheckIns.NONE
    assert "You are asked on" not in client.get(page).text


def test_a_copy_is_taken_by_whoever_shows_that_it_is_her(signed_in, amara, incident, keeps):
    keeps(incident, words="one")
    keeps(incident, words="two")
    client, page = signed_in(amara), f"/you/incidents/{incident.pk}/export/"
    parses(client.get(page))
    assert "/confirm/" in client.post(page, {"piece": ["1"]}).headers["Location"]

    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    answer = client.post(page, {"piece": ["1", "x", "9" * 5000]})

    said = zipfile.ZipFile(io.BytesIO(answer.content)).read("incident.json").decode()
    assert '"words": "one"' in said
    assert '"words": "two"' not in said


def test_a_file_is_closed_opened_again_and_deleted(signed_in, amara, incident):
    client, page = signed_in(amara), f"/you/incidents/{incident.pk}/"
    parses(client.get(f"{page}closing/"))

    closed = client.post(f"{page}closing/", {"words": "It ebbed away"}, follow=True)
    assert "It ebbed away" in parses(closed).text
    assert "Add evidence" not in closed.text
    assert client.post(f"{page}closing/").status_code == UNPROCESSABLE
    opened = client.post(f"{page}reopening/", follow=True)
    assert "Add evidence" in opened.text
    parses(client.get(f"{page}deletion/"))
    gone = client.post(f"{page}deletion/", follow=True)

    assert "Deleted, with everything that was in it" in gone.text
    assert not Incident.objects.exists()


def test_whoever_may_only_read_keeps_evidence_all_the_same(signed_in, amara, incident, post, now):
    people.restrict(profile=amara, kind=Restraint.FREEZE, until=None, now=now)

    answer = signed_in(amara).post(
        f"/you/incidents/keep/post/{post.pk}/", {"incident": incident.pk}, follow=True
    )

    assert "Kept in the file" in answer.text


def test_a_page_costs_the_same_however_much_is_in_it(signed_in, amara, incident, keeps):
    client, page = signed_in(amara), f"/you/incidents/{incident.pk}/"

    def cost():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(page)
        return len(asked)

    keeps(incident, words="one")
    few = cost()
    for words in ("two", "three", "four"):
        keeps(incident, words=words)

    assert cost() == few <= 9


def test_hostile_words_are_only_words(signed_in, amara, opens, keeps):
    hostile = "<script>alert(1)</script>"
    incident = opens(title=hostile, what_happened=hostile, where=hostile)
    keeps(incident, words=hostile, who=hostile, where="javascript:alert(1)")

    answer = signed_in(amara).get(f"/you/incidents/{incident.pk}/")

    assert hostile not in parses(answer).text
    assert 'href="javascript' not in answer.text
