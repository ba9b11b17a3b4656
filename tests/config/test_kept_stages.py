"""A stage that is repeated is the one that fixtures set up, for whoever asks next.

Each test here runs several times: the first sets the stage up, the others get it repeated.
"""

import pytest
from django.core import mail
from django.core.mail import send_mail

from corridor.people.models import Profile
from tests.stored import every_stored_value

again = pytest.mark.parametrize("turn", [1, 2, 3])


@pytest.fixture
def efua(join):
    return join(handle="efua", display_name="Efua")


@pytest.fixture
def renamed(efua):
    send_mail("A new name", "You are Efua Boateng now.", None, [efua.account.email])
    efua.display_name = "Efua Boateng"
    efua.save()
    return efua


@pytest.fixture
def everybody(efua, amara):
    amara.pronouns = "she/her"
    amara.save()
    return {"efua": efua, "amara": amara, "all": list(Profile.objects.order_by("pk"))}


@pytest.fixture(scope="module")
def stored_before():
    return []


@again
def test_all_rows_are_there(turn, renamed, stored_before):
    numberless = (value for value in every_stored_value() if not value.isdigit())
    stored_before.append(sorted(numberless))

    assert b"Efua Boateng" in stored_before[0]
    assert stored_before[-1] == stored_before[0]


@again
def test_who_was_changed_by_a_later_fixture_is_changed_for_all(turn, efua, renamed):
    assert renamed is efua
    assert efua.display_name == "Efua Boateng"
    assert Profile.objects.get(pk=efua.pk).display_name == "Efua Boateng"


@again
def test_whoever_is_handed_out_twice_is_the_same(turn, efua, amara, everybody):
    assert everybody["efua"] is efua
    assert everybody["amara"] is amara
    assert everybody["all"] == [efua, amara]


@again
def test_mail_is_sent_each_time(turn, renamed):
    assert [letter.subject for letter in mail.outbox] == ["A new name"]


@pytest.fixture
def unheard(renamed):
    mail.outbox.clear()
    renamed.save()


@again
def test_mail_that_a_fixture_sweeps_is_swept_each_time(turn, renamed, unheard):
    assert mail.outbox == []


@pytest.fixture
def another(join):
    numbers = iter("abcdef")

    def another():
        number = next(numbers)
        return join(handle=f"adjoa_{number}", display_name="Adjoa")

    return another


@pytest.fixture
def first(another):
    return another()


@again
def test_a_function_that_counts_goes_on_from_where_it_was(turn, first, another):
    assert (first.handle, another().handle) == ("adjoa_a", "adjoa_b")


@again
def test_what_one_test_does_to_a_stage_is_not_seen_in_the_next(turn, renamed):
    assert renamed.display_name == "Efua Boateng"

    renamed.display_name = "Nobody"
    renamed.save()
    mail.outbox.clear()


@pytest.mark.parametrize("name", ["Afia", "Adwoa", "Esi"])
def test_after_other_writes_a_stage_is_set_up_anew(name, request, join):
    first = join(handle=name.lower(), display_name=name)

    efua = request.getfixturevalue("efua")

    assert list(Profile.objects.order_by("pk")) == [first, efua]
    assert Profile.objects.get(pk=efua.pk).display_name == "Efua"


@pytest.fixture(params=["Monday", "Tuesday"])
def day(request):
    return request.param


@pytest.fixture
def says(day):
    return lambda: day


@pytest.fixture
def named_by_day(join, says):
    return join(handle="efua", display_name=says())


def test_a_function_that_knows_another_day_sets_another_stage_up(day, named_by_day):
    assert named_by_day.display_name == day
