"""A kept answer is flagged and taken out of the library, over HTTP."""

import html5lib
import pytest
from django.utils import timezone

from corridor.library import actions as library
from corridor.library import queries
from corridor.library.actions import SaidAnswer
from corridor.safety.models import Case
from tests.people.verifying import *  # noqa: F403 - pytest finds fixtures by name

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(amara, dr_osei):
    said = SaidAnswer(
        source="question 7",
        topic="wellbeing",
        stage=amara.stage_name,
        question="Is it only me?",
        answer="No, all of us.",
        asker_id=amara.pk,
        answerer_id=dr_osei.pk,
    )
    library.agree_to_keep(said, words="Is it only me?", by=amara, now=timezone.now())
    return library.agree_to_keep(said, words="No, all of us.", by=dr_osei, now=timezone.now())


def read(answer):
    html5lib.HTMLParser(strict=True).parse(answer.text)
    return answer.text


def test_from_the_flag_to_the_note_under_yours(signed_in, kept, amara, dr_osei, mallory, moderator):
    page, flagger, desk = f"/library/answers/{kept.pk}/", signed_in(mallory), signed_in(moderator())
    assert f"{page}flag/" in read(flagger.get(page))
    assert "Is it only me?" in read(flagger.get(f"{page}flag/"))
    assert flagger.post(f"{page}flag/", {}).status_code == 422
    flagged = read(flagger.post(f"{page}flag/", {"reason": "rules", "words": "Odd."}, follow=True))
    assert "No, all of us." in flagged
    assert amara.handle not in flagged

    case = Case.objects.get()
    at = f"/queue/{case.pk}/"
    assert "an answer kept" in read(desk.get("/queue/"))
    seen = read(desk.get(at))
    assert "What was asked, and answered" in seen
    assert amara.handle not in seen
    desk.post(f"{at}claim/")
    decided = {"measure": "remove", "reason": "rules", "words": "It names people."}
    desk.post(f"{at}decision/", decided)

    assert flagger.get(page).status_code == 404
    for one in (amara, dr_osei):
        own = read(signed_in(one).get("/library/answers/yours/"))
        assert "Moderators took it from everybody but the two of you" in own
    assert "out of the library" in read(signed_in(dr_osei).get("/you/decisions/"))


def test_whoever_flags_what_is_withdrawn_meanwhile_reads_that(
    signed_in, kept, amara, mallory, monkeypatch
):
    found = queries.kept_answer

    def found_and_withdrawn_at_once(number, **more):
        kept = found(number, **more)
        library.withdraw_kept(number, by=amara)
        return kept

    monkeypatch.setattr(queries, "kept_answer", found_and_withdrawn_at_once)
    answer = signed_in(mallory).post(
        f"/library/answers/{kept.pk}/flag/", {"reason": "privacy", "words": "Odd."}
    )

    assert answer.status_code == 422
    assert "took it out of the library meanwhile" in read(answer)
    assert not Case.objects.exists()
