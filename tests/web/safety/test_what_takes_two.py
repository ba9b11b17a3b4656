"""What takes two moderators, over HTTP."""

import html5lib
import pytest
from django.utils import timezone

from corridor.safety import actions
from corridor.safety.choices import Measure
from corridor.safety.models import Decision, Unsealing


@pytest.fixture
def rosa(moderator):
    return moderator()


@pytest.fixture
def noor(moderator):
    return moderator()


def read(answer):
    html5lib.HTMLParser(strict=True).parse(answer.text)
    return answer.text


def test_a_name_is_asked_for_let_and_shown(signed_in, case, rosa, noor, amara):
    hers, theirs, path = signed_in(rosa), signed_in(noor), f"/queue/{case.pk}/"
    flag = case.flags.get()
    assert amara.handle not in read(hers.get(path))

    asked = hers.post(f"{path}flags/{flag.pk}/name/", {"why": "He names her."}, follow=True)
    assert "another moderator has yet to answer" in read(asked)
    unsealing = Unsealing.objects.get()
    assert hers.post(f"/queue/unsealings/{unsealing.pk}/").status_code == 404
    assert "He names her." in read(theirs.get("/queue/seconds/"))
    assert theirs.get("/queue/unread/").json() == {"count": 2}
    theirs.post(f"/queue/unsealings/{unsealing.pk}/", {"verdict": "grant"})

    assert f"@{amara.handle}" in read(hers.get(path))
    assert amara.handle not in theirs.get(path).text
    own = read(signed_in(amara).get(f"/you/flags/{flag.pk}/"))
    assert "He names her." in own
    assert rosa.display_name not in own


def test_an_account_is_closed_for_good_by_two(signed_in, case, decides, rosa, noor):
    (decision,) = decides(case, rosa, Measure.SUSPEND, at=timezone.now())

    assert signed_in(rosa).post(f"/queue/seconds/{decision.pk}/").status_code == 404
    assert "if nobody agrees" in read(signed_in(noor).get("/queue/seconds/"))
    answer = signed_in(noor).post(f"/queue/seconds/{decision.pk}/", follow=True)

    assert "It is for good now" in read(answer)
    assert Decision.objects.get().seconded_by == noor
    assert "agreed by" in read(signed_in(rosa).get(f"/queue/{case.pk}/"))


def test_whoever_is_tied_reads_why_and_has_no_form(signed_in, case, rosa, noor, mallory):
    del noor
    for one in (rosa, mallory):
        one.institution = "Wharfgate Infirmary"
        one.save(update_fields=["institution"])

    page = read(signed_in(rosa).get(f"/queue/{case.pk}/"))

    assert "You are at the institution of the person it is about." in page
    assert 'name="measure"' not in page
    answer = signed_in(rosa).post(
        f"/queue/{case.pk}/decision/", {"measure": "nothing", "reason": "spam"}
    )
    assert "leave it to them" in read(answer)


def test_what_others_looked_at_is_seen_and_noted(signed_in, case, rosa, noor):
    signed_in(rosa).get(f"/queue/{case.pk}/")

    page = read(signed_in(noor).get("/queue/looks/"))
    assert f"@{rosa.handle}" in page
    assert "did nothing" in page
    to = page.split('name="to" value="')[1].split('"')[0]
    assert "Nothing new" in signed_in(noor).post("/queue/looks/", {"to": to}, follow=True).text
    assert signed_in(noor).post("/queue/looks/", {"to": "x"}).status_code == 302


def test_for_everybody_else_none_of_it_is_there(signed_in, case, decides, rosa, dr_osei):
    asked = actions.ask_for_name(case.flags.get(), why="x", by=rosa, now=timezone.now())
    (decision,) = decides(case, rosa, Measure.SUSPEND, at=timezone.now())
    client = signed_in(dr_osei)

    reads = {client.get(path).status_code for path in ("/queue/seconds/", "/queue/looks/")}
    writes = {
        client.post(path, {"verdict": "grant", "why": "x"}).status_code
        for path in (
            f"/queue/seconds/{decision.pk}/",
            f"/queue/unsealings/{asked.pk}/",
            f"/queue/{case.pk}/flags/{asked.flag_id}/name/",
            "/queue/looks/",
        )
    }

    assert (reads, writes) == ({404}, {404})
    asked.refresh_from_db()
    assert asked.answered_at is None


def test_an_author_is_told_who_read_what_was_for_few(
    signed_in, says, flags, decides, rosa, amara, mallory
):
    post = says(mallory, f"@{amara.handle} For you", audience="named")
    case = flags(amara, post).case
    signed_in(rosa).get(f"/queue/{case.pk}/")
    decides(case, rosa)

    assert "read by 1 moderator" in read(signed_in(mallory).get("/you/decisions/"))
    assert "read by 1 moderator" not in signed_in(amara).get("/you/decisions/").text
