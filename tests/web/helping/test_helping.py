"""Helpers, over HTTP."""

import html5lib
import pytest
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from corridor.helping import actions, queries
from corridor.helping.choices import Deed, Scope
from corridor.helping.models import Helper
from corridor.incidents.models import Incident, Piece
from corridor.people.models import Block, Mute
from corridor.posts.models import Post
from corridor.safety.models import Flag, Held

UNPROCESSABLE, FORBIDDEN, NOT_THERE = 422, 403, 404


def parses(answer):
    html5lib.HTMLParser(strict=True).parse(answer.text)
    return answer


def at(helper, rest=""):
    return f"/helping/{helper.pk}/{rest}"


def test_she_names_him_and_he_agrees(signed_in, amara, dr_osei):
    hers, his = signed_in(amara), signed_in(dr_osei)
    assert "/you/helpers/" in hers.get("/you/").text
    assert "/helping/" not in his.get("/you/").text
    parses(hers.get("/you/helpers/"))

    asked = hers.post(
        "/you/helpers/", {"handle": "@Kwame_Osei", "scopes": ["read", "guard"]}, follow=True
    )
    assert "asked, has not answered" in parses(asked).text
    assert "Amara Nwosu asks you to be a helper" in his.get("/notifications/").text
    question = parses(his.get("/helping/"))
    assert "Mute and block people on your behalf" in question.text
    agreed = his.post(
        reverse("helping-answer", args=[Helper.objects.get().pk]), {"answer": "yes"}, follow=True
    )

    assert "Helping Amara Nwosu" in parses(agreed).text
    assert "Ask first." in agreed.text
    assert "helps since" in hers.get("/you/helpers/").text
    assert "agreed to help" in hers.get("/you/helpers/").text


@pytest.mark.parametrize(
    ("handle", "says"),
    [
        ("amara_nwosu", "somebody else than you"),
        ("nobody_here", "nobody of that name"),
        ("kwame_osei", "helps you already"),
        ("", "This field is required"),
        ("a\0b", "Null characters"),
    ],
)
def test_who_cannot_be_asked_is_said(signed_in, amara, helper, handle, says):
    answer = signed_in(amara).post("/you/helpers/", {"handle": handle})

    assert answer.status_code == UNPROCESSABLE
    assert says in answer.text
    assert Helper.objects.count() == 1


def test_he_says_no_and_stops(signed_in, asks, names, amara, dr_osei):
    his = signed_in(dr_osei)

    no = his.post(reverse("helping-answer", args=[asks().pk]), {"answer": "no"}, follow=True)
    assert "Answered. Nobody asks why." in no.text
    helper = names()
    stopped = his.post(reverse("helping-end", args=[helper.pk]), follow=True)

    assert "Nobody for now" in parses(stopped).text
    assert "stopped helping" in signed_in(amara).get("/you/helpers/").text


def test_she_changes_what_he_may_do_and_ends_it(signed_in, helper, amara):
    hers = signed_in(amara)
    prefix = helper.pk

    hers.post(
        reverse("helper-scopes", args=[helper.pk]),
        {f"{prefix}-scopes": ["flag"], f"{prefix}-is_called": "on"},
    )
    helper.refresh_from_db()
    assert (helper.scopes, helper.is_called) == ({Scope.FLAG}, True)
    ended = hers.post(reverse("helper-end", args=[helper.pk]), follow=True)

    assert "Ended from this moment" in parses(ended).text
    again = hers.post(reverse("helper-end", args=[helper.pk]), follow=True)
    assert "no helper of yours any more" in again.text


def test_others_find_nothing(signed_in, client, helper, amara, mallory, says):
    post = says(amara, "Blocks")
    addresses = [at(helper), at(helper, "held/"), at(helper, "evidence/")]
    addresses.append(at(helper, f"replies/{post.pk}/"))
    for other in (amara, mallory):
        seen = {signed_in(other).get(address).status_code for address in addresses}
        assert seen == {NOT_THERE}
        for rest in ("guard/", "flags/", "held/", "evidence/"):
            assert signed_in(other).post(at(helper, rest)).status_code == NOT_THERE
    assert {client.get(address).status_code for address in addresses} == {302}
    assert signed_in(mallory).get("/helping/99999999999999999999/").status_code == NOT_THERE
    assert queries.whom_she_helps(helper.helper) == [helper]


def test_with_an_open_page_he_reads_that_it_is_over(
    signed_in, helper, held, amara, dr_osei, mallory, now
):
    one, his = held(), signed_in(dr_osei)
    assert "Block these people" in his.get(at(helper, "held/")).text
    actions.end_helper(helper.pk, by=amara, now=now)

    answers = [
        his.get(at(helper)),
        his.get(at(helper, "held/")),
        his.post(at(helper, "held/"), {"held": [one.pk], "way": "block"}),
        his.post(at(helper, "guard/"), {"handle": "mallory_crane", "block": "1"}),
        his.post(at(helper, "evidence/"), {"kind": "note", "words": "x"}),
    ]

    for answer in answers:
        assert answer.status_code == FORBIDDEN
        assert "You do not help this person any more" in parses(answer).text
    assert not Block.objects.exists()
    assert not Incident.objects.exists()


def test_what_was_taken_from_him_meanwhile_is_refused(
    signed_in, helper, held, amara, dr_osei, mallory
):
    one, his = held(), signed_in(dr_osei)
    actions.change_scopes(frozenset({Scope.READ}), helper_id=helper.pk, is_called=False, by=amara)

    for rest, body in (
        ("held/", {"held": [one.pk], "way": "block"}),
        ("held/", {"held": [one.pk], "way": "flag", "reason": "spam"}),
        ("held/", {"held": [one.pk], "way": "keep"}),
        ("guard/", {"handle": "mallory_crane", "mute": "1"}),
        ("evidence/", {"kind": "note", "words": "x"}),
    ):
        answer = his.post(at(helper, rest), body)
        assert answer.status_code == FORBIDDEN
        assert "You were not asked to do this" in answer.text
    page = his.get(at(helper)).text
    assert "Flag a post" not in page
    assert "Keep evidence" not in page
    assert not Block.objects.exists()
    assert not Mute.objects.exists()
    assert not Flag.objects.exists()


@pytest.mark.parametrize(
    ("way", "deed", "is_done"),
    [
        ("away", Deed.PUT_AWAY, lambda: Held.objects.get().answer == "away"),
        ("let", Deed.LET, lambda: Held.objects.get().answer == "let"),
        ("mute", Deed.MUTED, Mute.objects.exists),
        ("block", Deed.BLOCKED, Block.objects.exists),
        ("keep", Deed.KEPT, Piece.objects.exists),
        ("flag", Deed.FLAGGED, Flag.objects.exists),
    ],
)
def test_he_looks_through_what_lies_apart(
    signed_in, helper, held, amara, dr_osei, way, deed, is_done
):
    one, his = held(), signed_in(dr_osei)
    assert "1 thing that a stranger said" in his.get(at(helper)).text
    assert "I know when your shift ends" in parses(his.get(at(helper, "held/"))).text

    answer = his.post(at(helper, "held/"), {"held": [one.pk], "way": way}, follow=True)

    assert "Done, and written down for Amara Nwosu." in answer.text
    assert is_done()
    deeds = [done.deed.deed for done in queries.done_for(amara)]
    assert deeds == [deed, Deed.LOOKED, Deed.ACCEPTED]
    assert str(deed.label) in signed_in(amara).get("/you/helpers/").text


@pytest.mark.parametrize("body", [{}, {"way": "block"}, {"way": "block", "held": ["x", "0"]}])
def test_nothing_chosen_does_nothing(signed_in, helper, held, dr_osei, body):
    held()

    answer = signed_in(dr_osei).post(at(helper, "held/"), body, follow=True)

    assert "Choose something" in answer.text
    assert Held.objects.get().answer == ""


def test_he_sees_nothing_of_other_folders(signed_in, helper, held, says, dr_osei, mallory, join):
    other = join(handle="ada", display_name="Ada")
    held()
    foreign = Held.objects.create(
        profile=other,
        by=mallory,
        post=says(mallory, "@ada beware"),
        kind="mention",
        at="2026-03-20T09:00Z",
    )

    his = signed_in(dr_osei)
    assert "beware" not in his.get(at(helper, "held/")).text
    his.post(at(helper, "held/"), {"held": [foreign.pk], "way": "block"})

    assert not Block.objects.exists()


def test_requests_to_write_to_her_are_hers_alone(signed_in, helper, held, dr_osei):
    one, his = held(), signed_in(dr_osei)
    Held.objects.update(is_request=True)

    assert "I know when your shift ends" not in his.get(at(helper, "held/")).text
    for way in ("block", "keep", "flag"):
        answer = his.post(at(helper, "held/"), {"held": [one.pk], "way": way}, follow=True)
        assert "Choose something" in answer.text

    assert not Block.objects.exists()
    assert not Incident.objects.exists()
    assert not Flag.objects.exists()


def test_he_mutes_and_blocks_by_handle(signed_in, helper, amara, dr_osei, mallory):
    his = signed_in(dr_osei)

    his.post(at(helper, "guard/"), {"handle": "@Mallory_Crane", "mute": "1"})
    his.post(at(helper, "guard/"), {"handle": "mallory_crane", "block": "1"})
    unknown = his.post(at(helper, "guard/"), {"handle": "nobody_here", "block": "1"})
    herself = his.post(at(helper, "guard/"), {"handle": "amara_nwosu", "block": "1"})

    assert Mute.objects.get().muter == Block.objects.get().blocker == amara
    assert "nobody of that name for you" in parses(unknown).text
    assert "Neither of the two of you" in herself.text


def test_he_flags_by_address(signed_in, helper, says, dr_osei, mallory):
    post, his = says(mallory), signed_in(dr_osei)
    address = f"/@mallory_crane/{post.pk}/"

    his.post(at(helper, "flags/"), {"address": address, "reason": "harassment"})
    wrong = his.post(at(helper, "flags/"), {"address": "/@x/1/", "reason": "harassment"})
    empty = his.post(at(helper, "flags/"), {})

    assert Flag.objects.get().by == dr_osei
    assert "no post of this server" in parses(wrong).text
    assert empty.status_code == UNPROCESSABLE


def test_he_keeps_evidence(signed_in, helper, amara, dr_osei):
    his = signed_in(dr_osei)
    parses(his.get(at(helper, "evidence/")))
    file = SimpleUploadedFile("mail.eml", b"From: x@example.org\n\nYou will see")

    answer = his.post(
        at(helper, "evidence/"),
        {"kind": "mail", "words": "To the dean", "files": [file]},
        follow=True,
    )
    refused = his.post(at(helper, "evidence/"), {"kind": "note"})

    assert "Kept in the file of Amara Nwosu." in answer.text
    assert refused.status_code == UNPROCESSABLE
    file_page = signed_in(amara).get(f"/you/incidents/{Incident.objects.get().pk}/").text
    assert "Kept for you by @kwame_osei" in file_page
    assert his.get(f"/you/incidents/{Incident.objects.get().pk}/").status_code == NOT_THERE


def test_he_replies_kindly_as_himself(signed_in, helper, says, amara, dr_osei, mallory):
    post, attack, his = says(amara, "My first paper"), says(mallory), signed_in(dr_osei)
    page = at(helper, f"replies/{post.pk}/")
    assert page in his.get(at(helper)).text
    parses(his.get(page))

    unasked = his.post(page, {"words": "Good work"})
    naming = his.post(page, {"words": "Ignore @mallory_crane", "asked_first": "on"})
    said = his.post(page, {"words": "Good work", "asked_first": "on"}, follow=True)

    assert "Ask first: attention is not always help." in unasked.text
    assert "names nobody else" in parses(naming).text
    assert "Said, under your own name." in said.text
    assert Post.objects.get(in_reply_to=post).author == dr_osei
    assert his.get(at(helper, f"replies/{attack.pk}/")).status_code == NOT_THERE


def test_helping_takes_a_second_step_where_the_desk_does(signed_in, helper, dr_osei, settings):
    settings.DESK_SECOND_STEP = True
    his = signed_in(dr_osei)

    refused = his.get(at(helper))
    assert refused.status_code == FORBIDDEN
    assert "A second step first" in parses(refused).text
    assert his.post(at(helper, "guard/"), {"handle": "x"}).status_code == FORBIDDEN
    Authenticator.objects.create(
        user=dr_osei.account, type=Authenticator.Type.TOTP, data={"secret": "x"}
    )

    assert his.get(at(helper)).status_code == 200


def test_a_folder_costs_the_same_however_much_is_in_it(signed_in, helper, held, dr_osei):
    his = signed_in(dr_osei)

    def cost():
        with CaptureQueriesContext(connection) as asked:
            his.get(at(helper, "held/"))
        return len(asked)

    held("@amara_nwosu one")
    his.get(at(helper, "held/"))  # that he looked is written down once
    few = cost()
    for words in ("two", "three", "four"):
        held(f"@amara_nwosu {words}")

    assert cost() == few <= 30
