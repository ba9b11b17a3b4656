import pytest

from corridor.programmes import actions, queries


@pytest.fixture
def director(signed_in, prof_lindqvist):
    return signed_in(prof_lindqvist)


def page_of(client, path):
    return client.get(path).content.decode()


def test_a_director_chooses_by_hand_and_reads_why(director, run, everybody):
    director.post("/p/first-gen/mode/", {"mode": "choice", "suggestions": 3})
    director.post("/p/first-gen/runs/")
    address = f"/p/first-gen/by-hand/{everybody['amara'].pk}/"
    assert address in page_of(director, "/p/first-gen/review/")

    page = page_of(director, f"{address}?role=mentor")
    assert "Can help with research." in page
    assert "Dr Helen Vaughan" not in page_of(director, f"{address}?q=osei")

    page = director.post(address, {"mentor": "kwame_osei"}, follow=True).content.decode()

    assert "They are together, in every run from now on." in page
    assert queries.current_run(run.round).proposals.count() == 1


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"mode": "magic", "suggestions": 3}, "magic"),
        ({"mode": "mutual", "suggestions": 9}, "less than or equal to 5"),
        ({}, "This field is required."),
    ],
)
def test_a_mode_that_is_none_is_refused_in_words(director, run, form, words):
    answer = director.post("/p/first-gen/mode/", form)

    assert (answer.status_code, words in answer.content.decode()) == (422, True)
    run.round.refresh_from_db()
    assert run.round.mode == "pool"


def test_nobody_else_chooses_or_changes_the_mode(signed_in, mallory, run, everybody):
    client = signed_in(mallory)
    for path in ("/p/first-gen/mode/", f"/p/first-gen/by-hand/{everybody['amara'].pk}/"):
        assert client.get(path).status_code == 404
        assert client.post(path, {"mode": "choice", "suggestions": 1}).status_code == 404

    assert actions.HowMatched(mode="pool").mode == run.round.mode
