"""An app is told what might identify a patient, and sends it again if that is meant."""

from django.core.files.uploadedfile import SimpleUploadedFile

from corridor.posts.models import Attachment, KeptWords, Post
from corridor.safety.models import SecondReading
from tests.kernel.test_pictures import picture

AT = "/api/v1/statuses"
OLD = "I saw a 94-year-old lighthouse keeper from Aberdovey last Tuesday, septic."
RECORD = "My patient, MRN 12345678, is septic."


def png():
    return SimpleUploadedFile("x.png", picture("PNG"))


def test_the_first_time_it_says_what_and_how_better(app, amara):
    answer = app(amara).post(AT, {"status": OLD})

    assert answer.status_code == 422
    said = answer.json()["error"]
    assert "“94-year-old”: Possible age of 90 or more" in said
    assert "nineties" in said
    assert said.endswith("Send it again as it is to keep it.")
    assert not Post.objects.exists()


def test_the_second_time_it_is_meant(app, amara, dr_osei):
    app(amara).post(AT, {"status": OLD})

    assert app(dr_osei).post(AT, {"status": OLD}).status_code == 422
    assert app(amara).post(AT, {"status": f"{OLD} Again"}).status_code == 422
    assert app(amara).post(AT, {"status": OLD}).status_code == 200
    assert set(KeptWords.objects.values_list("because", flat=True)) == {"sent_again"}


def test_it_may_be_sent_with_the_same_key(app, amara):
    for expected in (422, 200, 200):
        answer = app(amara).post(AT, {"status": OLD}, headers={"Idempotency-Key": "k"})
        assert answer.status_code == expected

    assert Post.objects.count() == 1


def test_a_record_number_has_to_go_however_often_it_is_sent(app, amara):
    for _ in range(3):
        answer = app(amara).post(AT, {"status": RECORD})
        assert answer.status_code == 422

    assert "It has to go." in answer.json()["error"]


def test_an_edit_is_asked_about_once_too(app, amara):
    number = app(amara).post(AT, {"status": "Blocks"}).json()["id"]

    def edit():
        return app(amara).put(f"{AT}/{number}", {"status": OLD}, content_type="application/json")

    assert [edit().status_code, edit().status_code] == [422, 200]


def test_words_for_a_published_picture_are_looked_at_too(app, amara):
    mine = app(amara)
    number = mine.post("/api/v2/media", {"file": png()}).json()["id"]
    mine.post(AT, {"status": "Blocks", "media_ids[]": [number]})

    def describe(words):
        path = f"/api/v1/media/{number}"
        return mine.put(path, {"description": words}, content_type="application/json")

    assert "“94-year-old”" in describe(OLD).json()["error"]
    assert Attachment.objects.get().alt == ""
    assert describe(f"{OLD} Again").status_code == 422
    assert describe(OLD).status_code == 200
    assert describe("My patient, MRN 12345678").json()["error"].endswith("It has to go.")
    assert Attachment.objects.get().alt == OLD


def test_the_same_words_with_another_picture_are_asked_about_anew(app, amara):
    mine = app(amara)
    one, other = (mine.post("/api/v2/media", {"file": png()}).json()["id"] for _ in range(2))

    def send(number):
        return mine.post(AT, {"status": OLD, "media_ids[]": [number]}).status_code

    assert [send(one), send(other), send(one)] == [422, 422, 200]


def test_what_has_to_go_leads_to_a_second_reader_and_is_kept_sealed_for_a_day(app, amara):
    due = "2126-03-20T09:00:00Z"
    for more in ({}, {"scheduled_at": due}):
        answer = app(amara).post(AT, {"status": RECORD, **more})

    said = answer.json()["error"]
    reading = SecondReading.objects.get()  # in place of the one before
    assert answer.status_code == 422
    assert f"/you/second-readings/{reading.pk}/" in said
    assert (reading.state, reading.author_id) == ("begun", amara.pk)
    assert reading.said["post"]["text"] == RECORD
    assert b"12345678" not in bytes(reading.sealed_said)
    assert not Post.objects.exists()


def test_an_edit_that_has_to_go_leads_to_a_second_reader_and_changes_nothing(app, amara, dr_osei):
    mine = app(amara)
    number = mine.post(AT, {"status": "Blocks"}).json()["id"]
    path, words = f"{AT}/{number}", {"status": RECORD}

    answer = mine.put(path, words, content_type="application/json")

    reading = SecondReading.objects.get()
    assert answer.status_code == 422
    assert f"/you/second-readings/{reading.pk}/" in answer.json()["error"]
    assert (reading.state, str(reading.changes_id)) == ("begun", number)
    assert reading.said["post"]["text"] == RECORD
    assert Post.objects.get().text == "Blocks"
    refused = app(dr_osei).put(path, words, content_type="application/json")
    assert refused.status_code in {403, 404}
    assert SecondReading.objects.count() == 1


def test_it_is_kept_though_a_key_undoes_the_rest(app, amara):
    app(amara).post(AT, {"status": RECORD}, headers={"Idempotency-Key": "k"})

    assert SecondReading.objects.count() == 1
