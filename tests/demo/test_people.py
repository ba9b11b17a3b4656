import random
import unicodedata

from corridor.demo.cast import AMARA, CAST, DR_OSEI
from corridor.demo.people import handle_of, people


def test_the_same_seed_makes_the_same_people():
    first = people(400, rng=random.Random("2026"), taken=frozenset())
    second = people(400, rng=random.Random("2026"), taken=frozenset())

    assert first == second


def test_another_seed_makes_other_people():
    first = people(50, rng=random.Random("2026"), taken=frozenset())
    second = people(50, rng=random.Random("2027"), taken=frozenset())

    assert first != second


def test_every_name_is_written_in_one_way_only():
    everybody = [*CAST, *people(400, rng=random.Random("2026"), taken=frozenset())]

    assert [who.name for who in everybody if not unicodedata.is_normalized("NFC", who.name)] == []


def test_handles_are_distinct_small_letters_and_leave_the_cast_theirs():
    cast = frozenset(who.handle for who in CAST)
    everybody = people(400, rng=random.Random("2026"), taken=cast)

    handles = {who.handle for who in everybody}

    assert len(handles) == 400
    assert not handles & cast
    assert all(handle.replace("_", "").isalnum() and handle.isascii() for handle in handles)


def test_a_handle_keeps_the_letters_under_the_accents():
    assert handle_of("Ṣẹ́gun Ọ̀ṣúndáre") == "segun_osundare"
    assert handle_of("Łukasz Świątek-Nowak") == "lukasz_swiatek_nowak"
    assert handle_of("Ɓala Ƙaura") == "bala_kaura"
    assert handle_of("Nazlı Kılıç") == "nazli_kilic"


def test_there_are_many_students_and_few_professors():
    everybody = people(400, rng=random.Random("2026"), taken=frozenset())

    students = sum(who.rung < 7 for who in everybody)
    professors = sum(who.stage == "PRF" for who in everybody)

    assert students > 120
    assert 0 < professors < 20


def test_nobody_carries_more_than_she_has_room_for():
    everybody = [*CAST, *people(400, rng=random.Random("2026"), taken=frozenset())]

    assert [who.handle for who in everybody if who.carries > who.capacity] == []


def test_dr_osei_has_two_places_and_amara_asks_for_what_he_covers():
    assert DR_OSEI.capacity - DR_OSEI.carries == 2
    assert set(AMARA.needs) <= set(DR_OSEI.covers)
