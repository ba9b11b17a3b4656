"""Messages over HTTP: who finds what, and what each button does."""

import json
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from corridor.conversations.models import Conversation, Membership, Message
from corridor.people.actions import block
from corridor.safety.models import Case, Flag
from tests.kernel.pdfs import TELLTALE, pdf, pdf_that_tells


def _photo():
    exif = Image.Exif()
    exif[0x010F] = "Kamera-Werk Jena"
    out = BytesIO()
    Image.new("RGB", (64, 48), "teal").save(out, "JPEG", exif=exif)
    return out.getvalue()


def count(client):
    return client.get("/messages/unread/").json()["count"]


def test_both_find_it_and_it_is_new_for_the_other(signed_in, read, talk, amara, dr_osei):
    hers, his = signed_in(amara), signed_in(dr_osei)

    assert "May I ask about the ECG course?" in read(hers, "/messages/")
    assert '<span class="new">' not in read(hers, "/messages/")
    assert '<span class="new">' in read(his, "/messages/")
    assert (count(hers), count(his)) == (0, 1)
    assert "May I ask about the ECG course?" in read(his, f"/messages/{talk}/")
    assert count(his) == 0
    assert "Read by Dr Kwame Osei" in read(hers, f"/messages/{talk}/")


PAGES = ("talk", "talk-fresh", "talk-copy", "talk-flag")
DEEDS = ("talk-say", "talk-answer", "talk-mute", "talk-away", "talk-leave", "talk-people")


def test_for_everybody_else_there_is_none(signed_in, talk, group, mallory, join):
    message = Message.objects.order_by("pk").first()
    outsiders = [signed_in(mallory), signed_in(join(handle="noor", display_name="Noor"))]
    paths = [reverse(name, args=[number]) for name in PAGES for number in (talk, group, 2**64)]
    paths.append(reverse("talk-change", args=[talk, message.pk]))
    paths.append(reverse("talk-file", args=[talk, 1]))
    deeds = [reverse(name, args=[number]) for name in DEEDS for number in (talk, group)]
    deeds.append(reverse("talk-end", args=[talk, message.pk]))

    for client in outsiders:
        assert {client.get(path).status_code for path in paths} == {404}
        assert {client.post(path, {"text": "Hi"}).status_code for path in deeds} == {404}
    assert "/sign-in/" in Client().get(f"/messages/{talk}/").url


def test_writing_to_a_stranger_asks_her(signed_in, read, amara, mallory):
    sent = signed_in(mallory).post("/messages/new/", {"to": "@amara_nwosu", "text": "Hello there"})
    hers = signed_in(amara)

    assert (sent.status_code, count(hers)) == (302, 1)
    assert "Hello there" in read(hers, "/messages/requests/")
    assert "Hello there" not in read(hers, "/messages/")
    assert "Do you want to talk?" in read(hers, sent.url)
    assert "waits for an answer" in read(signed_in(mallory), sent.url)


@pytest.mark.parametrize(
    ("deed", "shelf"), [("accept", ""), ("decline", "away/"), ("block", "away/")]
)
def test_each_answer_to_a_request(signed_in, read, writes, amara, mallory, deed, shelf):
    number = writes(mallory, amara, text="Hello there")
    client = signed_in(amara)

    client.post(f"/messages/{number}/answer/", {"deed": deed})

    assert "Hello there" in read(client, f"/messages/{shelf}")
    assert "Hello there" not in read(client, "/messages/requests/")
    twice = client.post(f"/messages/{number}/answer/", {"deed": deed}).status_code
    assert twice == (404 if deed == "accept" else 302)


def test_nothing_typed_is_lost_when_something_is_refused(signed_in, amara, dr_osei, talk):
    client = signed_in(amara)
    file = SimpleUploadedFile("cv.pdf", pdf(), "application/pdf")

    refused = client.post(
        f"/messages/{talk}/said/", {"text": "MRN 84736251, what now?", "files": file}
    )

    assert refused.status_code == 422
    assert "MRN 84736251, what now?</textarea>" in refused.text
    assert "cv.pdf" in refused.text
    assert Message.objects.count() == 1


def test_a_detail_is_taken_out_by_one_button(signed_in, amara, talk):
    client = signed_in(amara)
    said = "Saw a 43-year-old on 3 March 2026 in room 12."

    asked = client.post(f"/messages/{talk}/said/", {"text": said})
    taken = client.post(f"/messages/{talk}/said/", {"text": said, "take": "all"})
    kept = client.post(f"/messages/{talk}/said/", {"text": said, "kept_because": "invented"})

    assert (asked.status_code, "could identify a patient" in asked.text) == (422, True)
    assert "3 March 2026" not in taken.text.partition("<textarea")[2].partition("</textarea>")[0]
    assert kept.status_code == 302
    assert Message.objects.count() == 2


WRONG = [
    ({"to": "@nobody_nwosu", "text": "Hi"}, "Nobody here is called @nobody_nwosu"),
    ({"to": "@amara_nwosu", "text": "Hi"}, "Name somebody besides yourself"),
    ({"to": "@kwame_osei", "text": " "}, "no words and no file"),
    ({"to": "", "text": "Hi"}, "required"),
    ({"to": "@kwame_osei", "text": "x" * 5001}, "5000"),
    ({"to": "@kwame_osei", "about": "x" * 81, "text": "Hi"}, "80"),
]


def test_what_is_wrong_is_said_beside_it_and_nothing_is_begun(signed_in, amara, dr_osei):
    client = signed_in(amara)
    answers = [client.post("/messages/new/", said) for said, _ in WRONG]

    assert {answer.status_code for answer in answers} == {422}
    assert [words for answer, (_, words) in zip(answers, WRONG, strict=True)] == [
        words for answer, (_, words) in zip(answers, WRONG, strict=True) if words in answer.text
    ]
    assert not Conversation.objects.exists()


def test_whoever_keeps_away_is_nobody(signed_in, amara, dr_osei, now):
    block(blocker=dr_osei, blocked=amara, now=now)

    answer = signed_in(amara).post("/messages/new/", {"to": "@kwame_osei", "text": "Hi"})

    assert "Nobody here is called @kwame_osei" in answer.text


def test_a_picture_loses_what_the_camera_wrote_and_a_pdf_is_saved(
    signed_in, amara, dr_osei, talk, mallory
):
    client = signed_in(amara)
    files = [
        SimpleUploadedFile("ward.jpg", _photo(), "text/html"),
        SimpleUploadedFile("cv.pdf", pdf_that_tells(), "image/png"),
    ]

    client.post(f"/messages/{talk}/said/", {"text": "", "files": files})

    page = signed_in(dr_osei).get(f"/messages/{talk}/").text
    paths = sorted({part.partition('"')[0] for part in page.split('href="') if "/files/" in part})
    picture, saved = (signed_in(dr_osei).get(path) for path in paths)
    assert (picture.headers["Content-Type"], b"Jena" in picture.content) == ("image/webp", False)
    assert saved.headers["Content-Disposition"] == 'attachment; filename="cv.pdf"'
    assert (TELLTALE.encode() in saved.content, len(saved.content) > 500) == (False, True)
    assert "sandbox" in picture.headers["Content-Security-Policy"]
    assert signed_in(mallory).get(paths[0]).status_code == 404


def test_what_was_said_since_is_asked_for_by_its_number(signed_in, writes, amara, dr_osei, talk):
    his = signed_in(dr_osei)
    first = Message.objects.get()
    assert his.get(f"/messages/{talk}/fresh/?after={first.pk}").status_code == 204

    writes(amara, dr_osei, text="It is in May.", minutes=0)

    fresh = his.get(f"/messages/{talk}/fresh/?after={first.pk}").text
    assert "It is in May." in fresh
    assert "ECG" not in fresh
    assert count(his) == 0


def test_one_edits_and_takes_back_her_own(signed_in, read, writes, amara, dr_osei):
    talk = writes(amara, dr_osei, text="Teh plan", minutes=1)
    message = Message.objects.get()
    client, his = signed_in(amara), signed_in(dr_osei)

    assert "Teh plan" in read(client, f"/messages/{talk}/said/{message.pk}/")
    client.post(f"/messages/{talk}/said/{message.pk}/", {"text": "The plan"})
    assert "The plan" in read(his, f"/messages/{talk}/")
    assert his.post(f"/messages/{talk}/said/{message.pk}/", {"text": "No"}).status_code == 302
    his.post(f"/messages/{talk}/said/{message.pk}/end/")
    assert "The plan" in read(his, f"/messages/{talk}/")
    client.post(f"/messages/{talk}/said/{message.pk}/end/")
    assert "This message was taken back." in read(his, f"/messages/{talk}/")


def test_search_finds_in_this_one(signed_in, read, talk, amara):
    client = signed_in(amara)

    assert "May I ask about the ECG course?" in read(client, f"/messages/{talk}/?q=ecg+course")
    assert "Nothing found" in read(client, f"/messages/{talk}/?q=figure")


def test_muting_putting_away_and_leaving(signed_in, read, writes, group, amara, dr_osei):
    his = signed_in(dr_osei)

    his.post(f"/messages/{group}/mute/", {"deed": "begin"})
    assert count(his) == 0
    his.post(f"/messages/{group}/mute/", {"deed": "end"})
    assert count(his) == 1
    his.post(f"/messages/{group}/away/", {"deed": "begin"})
    assert "The poster" in read(his, "/messages/away/")
    his.post(f"/messages/{group}/away/", {"deed": "end"})
    assert "The poster" in read(his, "/messages/")
    his.post(f"/messages/{group}/leaving/")
    assert his.get(f"/messages/{group}/").status_code == 404
    assert "left" in read(signed_in(amara), f"/messages/{group}/")


def test_its_keeper_adds_people_and_names_it(signed_in, read, group, amara, mallory, dr_osei):
    client = signed_in(amara)

    client.post(f"/messages/{group}/people/", {"to": "@mallory_crane"})
    client.post(f"/messages/{group}/name/", {"about": "Figure 2"})
    other = signed_in(dr_osei).post(f"/messages/{group}/name/", {"about": "Mine"})

    assert other.status_code == 404
    assert "Figure 2" in read(client, f"/messages/{group}/")
    assert Membership.objects.filter(conversation=group, is_request=True).count() == 1


def test_a_flag_hands_over_what_was_chosen_and_nothing_else(
    signed_in, writes, amara, dr_osei, talk
):
    writes(dr_osei, amara, text="Send me your password.", minutes=4)
    writes(dr_osei, amara, text="My mother is ill.", minutes=3)
    chosen = [one.pk for one in Message.objects.order_by("pk")][:2]  # hers, and his first
    client = signed_in(amara)

    none = client.post(f"/messages/{talk}/flag/", {"reason": "harassment"})
    made = client.post(f"/messages/{talk}/flag/", {"reason": "harassment", "said": chosen})

    assert (none.status_code, "Choose at least one message" in none.text) == (422, True)
    assert made.status_code == 302
    kept = json.dumps(Case.objects.get().evidence.get().kept)
    assert "Send me your password." in kept
    assert "ECG" not in kept
    assert "mother" not in kept
    assert Flag.objects.get().case.about == dr_osei


def test_a_copy_is_for_those_in_it(signed_in, talk, amara):
    copy = signed_in(amara).get(f"/messages/{talk}/copy/")

    assert copy.json()["messages"][0]["words"] == "May I ask about the ECG course?"
    assert "attachment" in copy.headers["Content-Disposition"]


def test_pages_ask_as_often_however_much_there_is(
    signed_in, writes, django_assert_max_num_queries, amara, dr_osei, prof_lindqvist, group, talk
):
    for minute in range(4, 0, -1):
        writes(dr_osei, amara, text="And more.", minutes=minute)
    client = signed_in(amara)
    client.get("/messages/")

    with django_assert_max_num_queries(17):
        client.get("/messages/")
    with django_assert_max_num_queries(22):
        client.get(f"/messages/{talk}/")


def test_what_one_has_read_is_shown_as_she_wishes(signed_in, read, talk, amara, dr_osei):
    his = signed_in(dr_osei)

    his.post("/messages/wishes/", {})
    his.get(f"/messages/{talk}/")

    assert "Read by" not in read(signed_in(amara), f"/messages/{talk}/")


def test_a_profile_leads_to_theirs(signed_in, talk, amara):
    client = signed_in(amara)

    assert "/messages/new/?to=kwame_osei" in client.get("/@kwame_osei/").text
    assert client.get("/messages/new/?to=kwame_osei").url == f"/messages/{talk}/"


LONG, ODD = "9" * 5000, "\u00b2"
"""A number that no row has, and a digit that is none."""


def test_odd_numbers_and_names_find_nothing(signed_in, talk, amara, dr_osei):
    client = signed_in(amara)
    flag = {"reason": "harassment", "said": [LONG, ODD], "words": ""}

    answers = {
        "flag": client.post(f"/messages/{talk}/flag/", flag).status_code,
        "file": client.post(f"/messages/{talk}/said/", {"text": "", "file": LONG}).status_code,
        "before": client.get(f"/messages/{talk}/?before={LONG}").status_code,
        "names": client.get(f"/messages/new/?to={'a+' * 3000}").status_code,
        "time": client.post("/first-contact/1/time/", {"time": LONG}).status_code,
        "thanks": client.post("/ask/1/thanks/", {"answer": LONG}).status_code,
    }

    assert answers == {
        "flag": 422,
        "file": 422,
        "before": 200,
        "names": 200,
        "time": 404,
        "thanks": 404,
    }


@pytest.mark.parametrize("deed", ["", "no", "Accept", "\0"])
def test_an_answer_that_is_missing_is_no_answer(signed_in, read, writes, amara, mallory, deed):
    number = writes(mallory, amara, text="Hello there")
    client = signed_in(amara)

    codes = [
        client.post(f"/messages/{number}/{part}/", {"deed": deed} if deed else {}).status_code
        for part in ("answer", "mute", "away")
    ]

    assert codes == [400, 400, 400]
    assert "Hello there" in read(client, "/messages/requests/")
