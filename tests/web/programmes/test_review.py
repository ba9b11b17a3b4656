"""The board through HTTP: what a director sees and does, and that nobody else does."""

import pytest
from django.test import Client

from corridor.algorithms.matching.options import Barrier
from corridor.programmes import actions
from corridor.programmes.models import Approval, MatchingRun, Override

REVIEW = "/p/first-gen/review/"


@pytest.fixture
def director(signed_in, prof_lindqvist):
    return signed_in(prof_lindqvist)


def page_of(client, path=REVIEW, **kwargs):
    return client.get(path, **kwargs).content.decode()


def test_the_board_shows_every_match_and_what_needs_a_look_first(director, run):
    del run
    page = page_of(director)

    assert "Review 3 proposed matches" in page
    assert page.index("Need a look") < page.index("To approve")
    assert "None of their choices" in page
    assert page.index("Sam Whitlock with Dr Kwame Osei") < page.index("Tọ́mi Láwal with")


def test_the_board_says_why_and_what_a_swap_would_move(director, proposal_of):
    page = page_of(director, f"{REVIEW}?selected={proposal_of('amara_nwosu').pk}")

    assert "Why Amara Nwosu and Dr Kwame Osei" in page
    assert "Can help with research." in page
    assert "Tọ́mi Láwal moves to Dr Kwame Osei" in page


def test_the_board_says_who_ran_the_matching_and_that_it_is_proved(director, run):
    del run
    page = page_of(director)

    assert "Run 1, 20 March, 10:00 CET, by Prof Ingrid Lindqvist." in page
    assert "The same inputs always give the same result." in page
    assert "Proved: of all possible sets of matches none is better" in page


def test_the_board_shows_load_fairness_what_ifs_and_the_record(director, run, prof_lindqvist, now):
    actions.approve_many(run=run, by=prof_lindqvist, now=now)

    page = page_of(director)

    assert "nobody carries more than 2" in page
    assert "What if the weights were different?" in page
    assert "Approved</b>: Amara Nwosu with Dr Kwame Osei" in page


def test_before_the_first_run_the_board_offers_one(director, spring):
    del spring
    page = page_of(director)

    assert "Nobody is matched yet" in page
    assert "3 mentees applied" in page
    assert "Run the matching" in page


def test_when_nobody_is_left_out_the_board_says_so(director, run):
    del run
    assert "Nobody was left out." in page_of(director)


def test_who_is_left_out_is_named_with_reasons(
    director, apply, everybody, open_spring, eilidh, prof_lindqvist, now
):
    del everybody
    apply(eilidh, choices=("kwame_osei",))
    spring = actions.close_applications(round=open_spring, by=prof_lindqvist)
    actions.run_matching(round=spring, by=prof_lindqvist, now=now)

    page = page_of(director)

    assert "1 left out" in page
    assert "All 2 mentors possible, in regional anaesthesia, are full." in page
    assert "The nearest offer is Dr Kwame Osei" in page


def test_when_everything_is_approved_nothing_needs_a_look(
    director, run, proposal_of, prof_lindqvist, now
):
    actions.approve_many(run=run, by=prof_lindqvist, now=now)
    actions.approve_proposal(proposal=proposal_of("sam_whitlock"), by=prof_lindqvist, now=now)

    page = page_of(director)

    assert "all looked at" in page
    assert "3 approved, 0 to review." in page
    assert "To approve</h2>" not in page


def test_names_are_found_whatever_their_case(director, run):
    del run
    page = page_of(director, f"{REVIEW}?q=NWOSU")

    assert "Amara Nwosu with Dr Kwame Osei" in page
    assert "Sam Whitlock with" not in page


def test_a_search_that_finds_nobody_says_so(director, run):
    del run
    assert "No match is like that." in page_of(director, f"{REVIEW}?q=zebra")


def test_one_group_is_shown_alone(director, run):
    del run
    page = page_of(director, f"{REVIEW}?show=look")

    assert "Sam Whitlock with Dr Kwame Osei" in page
    assert "Amara Nwosu with" not in page


def test_htmx_gets_the_board_without_the_page_around_it(director, run):
    del run
    page = page_of(director, headers={"HX-Request": "true"})

    assert page.startswith('<div class="board" id="board">')
    assert "<html" not in page


def test_a_director_approves_and_takes_it_back(director, proposal_of):
    proposal = proposal_of("amara_nwosu")

    approved = director.post(f"/proposals/{proposal.pk}/approval/", follow=True)
    assert "Approved: Amara Nwosu with Dr Kwame Osei." in approved.content.decode()
    assert Approval.objects.count() == 1

    taken_back = director.post(f"/proposals/{proposal.pk}/withdrawal/", follow=True)
    assert "Not approved any more: Amara Nwosu" in taken_back.content.decode()
    assert Approval.objects.count() == 0


def test_a_director_approves_many_at_once(director, run):
    del run
    page = director.post("/p/first-gen/runs/1/approvals/", follow=True).content.decode()

    assert "2 matches approved." in page
    assert "2 approved, 1 to review." in page


def test_what_was_approved_at_once_is_taken_back_at_once(director, run):
    director.post(f"/p/first-gen/runs/{run.number}/approvals/")
    at = Approval.objects.first().at.isoformat()

    response = director.post(
        f"/p/first-gen/runs/{run.number}/approvals/end/", {"at": at}, follow=True
    )

    assert "2 approvals taken back." in response.text
    assert Approval.objects.count() == 0


@pytest.mark.parametrize("at", ["", "yesterday", "2026-13-01"])
def test_a_moment_that_makes_no_sense_takes_nothing_back(director, run, at):
    director.post(f"/p/first-gen/runs/{run.number}/approvals/")

    response = director.post(f"/p/first-gen/runs/{run.number}/approvals/end/", {"at": at})

    assert response.status_code == 404
    assert Approval.objects.count() == 2


def test_the_board_offers_to_take_back_what_was_approved_together(director, run):
    assert "approved together" not in page_of(director)

    director.post(f"/p/first-gen/runs/{run.number}/approvals/")

    assert 'Take back 2<span class="vh"> approved together' in page_of(director)


def test_a_pair_that_is_ruled_out_since_says_so_and_cannot_be_approved(
    director, proposal_of, amara, dr_osei, prof_lindqvist, now
):
    relation = actions.NewRelation(mentee=amara, mentor=dr_osei, barrier=Barrier.EVALUATOR)
    proposal = proposal_of("amara_nwosu")
    actions.declare_relation(round=proposal.run.round, new=relation, by=prof_lindqvist, now=now)

    assert "Ruled out since; run again" in page_of(director)
    response = director.post(f"/proposals/{proposal.pk}/approval/", follow=True)

    assert "keeps these two apart" in response.text
    assert Approval.objects.count() == 0


def test_a_note_with_a_nul_in_it_is_kept_without(director, proposal_of):
    proposal = proposal_of("amara_nwosu")

    director.post(f"/proposals/{proposal.pk}/notes/", {"text": "Met\0 twice."})

    assert Override.objects.get().text == "Met twice."


@pytest.mark.parametrize("path", ["/p/first-gen/review/?q=%00", "/p/first-gen/review/%00"])
def test_an_address_with_a_nul_in_it_is_refused_in_words(director, run, path):
    response = director.get(path)

    assert response.status_code == 400
    assert "This request cannot be read" in response.text


def test_a_director_swaps(director, proposal_of):
    proposal = proposal_of("amara_nwosu")

    page = director.post(
        f"/proposals/{proposal.pk}/swap/", {"mentor": "helen_vaughan"}, follow=True
    ).content.decode()

    assert "Why Amara Nwosu and Dr Helen Vaughan" in page
    assert "Compare with run 1" in page


def test_a_director_parts_two(director, proposal_of):
    proposal = proposal_of("amara_nwosu")

    page = director.post(
        f"/proposals/{proposal.pk}/parting/", {"reason": "They are cousins."}, follow=True
    ).content.decode()

    assert "Amara Nwosu and Dr Kwame Osei will not be matched." in page
    assert "They are cousins." in page


def test_a_director_keeps_a_note(director, proposal_of):
    proposal = proposal_of("amara_nwosu")

    page = director.post(
        f"/proposals/{proposal.pk}/notes/", {"text": "<b>Spoke to both.</b>"}, follow=True
    ).content.decode()

    assert "&lt;b&gt;Spoke to both.&lt;/b&gt;" in page


def test_a_director_runs_the_matching_and_compares(director, spring):
    del spring
    assert "Run 1 is ready." in director.post("/p/first-gen/runs/", follow=True).content.decode()
    director.post("/p/first-gen/runs/")

    page = page_of(director, "/p/first-gen/review/comparison/")

    assert "Run 2 after run 1" in page
    assert "Nothing changed: the two runs propose the same matches." in page


def test_a_comparison_names_who_has_somebody_else_and_why(director, proposal_of):
    director.post(f"/proposals/{proposal_of('amara_nwosu').pk}/swap/", {"mentor": "helen_vaughan"})

    page = page_of(director, "/p/first-gen/review/comparison/")

    assert "Dr Helen Vaughan instead" in page
    assert "Tọ́mi Láwal" in page
    assert "Sam Whitlock" not in page


def test_one_run_is_compared_with_nothing(director, run):
    del run
    assert director.get("/p/first-gen/review/comparison/").status_code == 404


@pytest.mark.parametrize(
    ("address", "form", "sentence"),
    [
        ("withdrawal", {}, "This match is not approved"),
        ("notes", {"text": " "}, "Write something"),
        ("notes", {"text": "a" * 1001}, "at most 1000 letters"),
        ("parting", {"reason": ""}, "Say why not these two"),
        ("parting", {"reason": "a" * 1001}, "at most 1000 letters"),
        ("swap", {"mentor": "kwame_osei"}, "This swap is not possible."),
    ],
)
def test_a_refusal_is_told_in_a_sentence(director, proposal_of, address, form, sentence):
    proposal = proposal_of("amara_nwosu")

    page = director.post(f"/proposals/{proposal.pk}/{address}/", form, follow=True)

    assert sentence in page.content.decode()
    assert Override.objects.count() == 0


def test_a_page_that_is_out_of_date_says_so(director, run, proposal_of, prof_lindqvist, now):
    outdated = proposal_of("amara_nwosu")
    actions.run_matching(round=run.round, by=prof_lindqvist, now=now)

    page = director.post(f"/proposals/{outdated.pk}/approval/", follow=True).content.decode()

    assert "The matches changed meanwhile" in page
    assert Approval.objects.count() == 0


def test_nothing_is_approved_at_once_that_the_page_did_not_show(director, run, prof_lindqvist, now):
    actions.run_matching(round=run.round, by=prof_lindqvist, now=now)

    page = director.post("/p/first-gen/runs/1/approvals/", follow=True).content.decode()

    assert "The matches changed meanwhile" in page
    assert Approval.objects.count() == 0


def test_nothing_is_decided_about_a_round_that_is_finished(
    director, run, proposal_of, prof_lindqvist
):
    proposal = proposal_of("amara_nwosu")
    actions.finish_round(round=run.round, by=prof_lindqvist)

    for address, form in addresses(proposal):
        assert director.post(address, form).status_code == 404

    assert (MatchingRun.objects.count(), Override.objects.count()) == (1, 0)


def addresses(proposal):
    yield "/p/first-gen/runs/", {}
    yield "/p/first-gen/runs/1/approvals/", {}
    yield f"/proposals/{proposal.pk}/approval/", {}
    yield f"/proposals/{proposal.pk}/withdrawal/", {}
    yield f"/proposals/{proposal.pk}/swap/", {"mentor": "helen_vaughan"}
    yield f"/proposals/{proposal.pk}/parting/", {"reason": "Spite."}
    yield f"/proposals/{proposal.pk}/notes/", {"text": "Ha."}


@pytest.mark.parametrize("who", ["mallory", "dr_osei", "amara", "prof_raman"])
def test_nobody_but_a_director_sees_or_decides(request, signed_in, proposal_of, who):
    outsider = signed_in(request.getfixturevalue(who))

    assert outsider.get(REVIEW).status_code == 404
    assert outsider.get("/p/first-gen/review/comparison/").status_code == 404
    for address, form in addresses(proposal_of("amara_nwosu")):
        assert outsider.post(address, form).status_code == 404

    assert (MatchingRun.objects.count(), Override.objects.count()) == (1, 0)
    assert Approval.objects.count() == 0


def test_a_visitor_signs_in_first_and_decides_nothing(client, proposal_of):
    assert client.get(REVIEW).headers["Location"] == f"/sign-in/?next={REVIEW}"
    for address, form in addresses(proposal_of("amara_nwosu")):
        assert client.post(address, form).status_code == 302

    assert (MatchingRun.objects.count(), Override.objects.count()) == (1, 0)


def test_decisions_are_refused_without_the_token_of_our_own_pages(
    director, proposal_of, prof_lindqvist
):
    del prof_lindqvist
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = director.cookies

    for address, form in addresses(proposal_of("amara_nwosu")):
        assert strict.post(address, form).status_code == 403

    assert (MatchingRun.objects.count(), Override.objects.count()) == (1, 0)


def test_a_link_decides_nothing(director, proposal_of):
    for address, _ in addresses(proposal_of("amara_nwosu")):
        assert director.get(address).status_code == 405


def test_the_first_screen_takes_twelve_queries(director, run, django_assert_num_queries):
    del run
    with django_assert_num_queries(12):
        director.get(REVIEW)


def test_a_comparison_takes_eight_queries(director, proposal_of, django_assert_num_queries):
    director.post(f"/proposals/{proposal_of('amara_nwosu').pk}/swap/", {"mentor": "helen_vaughan"})

    with django_assert_num_queries(8):
        director.get("/p/first-gen/review/comparison/")
