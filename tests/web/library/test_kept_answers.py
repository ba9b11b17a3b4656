"""Answers kept, over HTTP: from a question without a name to what members find."""

import re

import pytest

from corridor.mentoring import actions as mentoring
from tests.people.verifying import *  # noqa: F403 - pytest finds fixtures by name

pytestmark = pytest.mark.django_db
ASKED = "I failed my OSCE in June. Is that the end?"


@pytest.fixture
def answered(verify, amara, dr_osei, now):
    for one in (amara, dr_osei):
        verify(one)
    asked = mentoring.ask_mentors(topic="wellbeing", words=ASKED, by=amara, now=now)
    return mentoring.answer_question(asked.pk, words="No. I failed two.", by=dr_osei, now=now)


def number_in(text):
    """Of the one answer on her own page."""
    return re.search(r"/library/answers/(\d+)/end/", text).group(1)


def test_from_an_answer_to_the_library(signed_in, answered, amara, dr_osei, mallory):
    page = f"/library/answers/keep/question/{answered.pk}/"
    hers, his, others = signed_in(amara), signed_in(dr_osei), signed_in(mallory)
    assert "Nothing is kept yet" in others.get("/library/answers/").text
    assert page in hers.get(f"/ask/{answered.question_id}/").text

    assert ASKED in hers.get(page).text
    empty = hers.post(page, {"words": " "})
    assert empty.status_code == 422
    hers.post(page, {"words": "I failed an examination. Is that the end?"})
    assert "has not answered" in hers.get("/library/answers/yours/").text

    text = his.get(page).text
    assert "I failed an examination." in text
    assert "OSCE" not in text
    assert "Amara" not in text
    his.post(page, {"words": "No. I failed two."})
    listed = others.get("/library/answers/?q=examination&topic=wellbeing").text
    assert "I failed an examination." in listed
    assert "Kwame Osei" in listed
    assert "Amara" not in listed


def test_either_takes_it_out_again(signed_in, answered, amara, dr_osei, mallory):
    page = f"/library/answers/keep/question/{answered.pk}/"
    hers, his, others = signed_in(amara), signed_in(dr_osei), signed_in(mallory)
    for client in (hers, his):
        client.post(page, {"words": "As it was."})
    number = number_in(hers.get("/library/answers/yours/").text)

    assert "Amara" not in others.get(f"/library/answers/{number}/").text
    assert others.post(f"/library/answers/{number}/end/").status_code == 404
    hers.post(f"/library/answers/{number}/end/")
    assert others.get(f"/library/answers/{number}/").status_code == 404
    assert "does not want it kept" in his.get("/library/answers/yours/").text


def test_only_the_two_are_asked(signed_in, answered, mallory, amara, client):
    page = f"/library/answers/keep/question/{answered.pk}/"

    assert signed_in(mallory).get(page).status_code == 404
    assert signed_in(mallory).post(page, {"words": "Mine."}).status_code == 404
    assert client.get("/library/answers/").status_code == 302
    client = signed_in(amara)
    for odd in ("turn/1", "other/1", "question/99999999999999999999999", "question/0"):
        assert client.get(f"/library/answers/keep/{odd}/").status_code == 404
    assert client.get("/library/answers/?q=%00").status_code == 400
    assert client.get("/library/answers/?q=a&page=zz&topic=zz").status_code == 200
    assert client.get("/library/answers/99999999999999999999/").status_code == 404
    assert client.post("/library/answers/99999999999999999999/end/").status_code == 404


def test_a_no_takes_it_back_and_is_not_explained(signed_in, answered, amara, dr_osei):
    page = f"/library/answers/keep/question/{answered.pk}/"
    signed_in(dr_osei).post(page, {"words": "No."})
    hers = signed_in(amara)
    own = hers.get("/library/answers/yours/").text
    assert "The other of you agreed" in own

    number = number_in(own)
    hers.post(f"/library/answers/{number}/end/")

    again = signed_in(dr_osei).post(page, {"words": "No."})
    assert again.status_code == 422
    assert "does not want it kept" in again.text


def test_what_moderators_took_away_is_neither_read_nor_kept(
    signed_in, answered, amara, dr_osei, now
):
    page = f"/library/answers/keep/question/{answered.pk}/"
    signed_in(amara).post(page, {"words": ASKED})
    mentoring.withhold_question(answered.question_id, now=now)

    for one in (amara, dr_osei):
        assert signed_in(one).get(page).status_code == 404
    assert signed_in(dr_osei).post(page, {"words": "No."}).status_code == 404

    mentoring.give_back_question(answered.question_id)
    assert signed_in(dr_osei).get(page).status_code == 200
