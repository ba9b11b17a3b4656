"""How far somebody has read, for all of her devices."""

KEPT = "/api/v1/markers"


def test_a_place_is_kept_and_found_again(app, amara, mallory):
    mine = app(amara)

    kept = mine.post(KEPT, {"home": {"last_read_id": "7"}}, content_type="application/json").json()
    again = mine.post(KEPT, {"home[last_read_id]": "9"}).json()

    assert (kept["home"]["last_read_id"], kept["home"]["version"]) == ("7", 1)
    assert (again["home"]["last_read_id"], again["home"]["version"]) == ("9", 2)
    assert mine.get(f"{KEPT}?timeline[]=home&timeline[]=notifications").json() == again
    assert app(mallory).get(f"{KEPT}?timeline[]=home").json() == {}


def test_a_place_that_is_no_number_is_refused(app, amara):
    refused = app(amara).post(KEPT, {"home[last_read_id]": "soon"})

    assert refused.status_code == 422
    assert app(amara).get(f"{KEPT}?timeline[]=home").json() == {}
