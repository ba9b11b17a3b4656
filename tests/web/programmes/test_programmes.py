import pytest

from corridor.programmes.actions import run_matching


def test_the_list_shows_each_programme_with_its_hashtag(client, spring):
    del spring
    page = client.get("/programmes/").content.decode()

    assert "First-Gen in Medicine" in page
    assert "#FirstGenMed" in page
    assert "Applications closed" in page


def test_without_programmes_the_list_says_so(client, db):
    del db
    assert "There is no programme yet." in client.get("/programmes/").content.decode()


def test_a_programme_tells_everybody_who_directs_it_and_how_many_applied(client, spring):
    del spring
    page = client.get("/p/first-gen/").content.decode()

    assert "Prof Ingrid Lindqvist" in page
    assert "3 mentees" in page
    assert "2 mentors" in page


def test_a_programme_names_none_of_the_people_who_applied(client, run):
    del run
    page = client.get("/p/first-gen/").content.decode()

    assert "Amara Nwosu" not in page


def test_only_a_director_is_led_to_the_review(signed_in, spring, prof_lindqvist, mallory):
    del spring
    assert "/p/first-gen/review/" in signed_in(prof_lindqvist).get("/p/first-gen/").content.decode()
    assert "/p/first-gen/review/" not in signed_in(mallory).get("/p/first-gen/").content.decode()


def test_a_programme_that_does_not_exist_is_not_found(client, db):
    del db
    assert client.get("/p/nothing/").status_code == 404


@pytest.mark.parametrize(("path", "queries"), [("/programmes/", 2), ("/p/first-gen/", 3)])
def test_pages_for_visitors_take_few_queries(client, run, django_assert_num_queries, path, queries):
    del run
    with django_assert_num_queries(queries):
        client.get(path)


def test_pages_of_a_round_say_the_way_to_them_alike(signed_in, run, prof_lindqvist, now):
    run_matching(round=run.round, by=prof_lindqvist, now=now)
    director = signed_in(prof_lindqvist)
    way = 'Programmes</a> / <a href="/p/first-gen/">First-Gen in Medicine</a>'

    assert way in director.get("/p/first-gen/review/").text
    way += ' / <a href="/p/first-gen/directing/">Directing</a>, Spring 2026 / <a'
    for page in ("weights", "review/comparison"):
        assert way in director.get(f"/p/first-gen/{page}/").text
