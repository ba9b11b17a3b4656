import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.credentials.npi import NotAnNpi, is_npi, plain_npi


@pytest.mark.parametrize(
    "number",
    [
        "1234567893",  # the worked example of CMS: 24 + 20 + 23 = 67, and 3 to 70
        "1245319599",
        "1003000126",
        "1 234 567 893",
        "1234-567-893",
    ],
)
def test_a_sound_number_is_taken_however_it_is_spaced(number):
    assert plain_npi(number) == "".join(digit for digit in number if digit.isdigit())


@pytest.mark.parametrize(
    "number",
    [
        "1234567898",  # the check digit is 3
        "1234567839",  # two neighbours swapped
        "123456789",
        "12345678931",
        "3234567893",
        "",
        "abcdefghij",
        "１２３４５６７８９３",  # digits of another width
        "1234567893\0",
    ],
)
def test_anything_else_is_refused(number):
    with pytest.raises(NotAnNpi):
        plain_npi(number)


@given(st.integers(min_value=100_000_000, max_value=299_999_999))
def test_of_ten_check_digits_exactly_one_fits(nine):
    assert sum(is_npi(f"{nine}{digit}") for digit in range(10)) == 1


@given(st.integers(min_value=100_000_000, max_value=299_999_999), st.integers(0, 9), st.data())
def test_one_wrong_digit_is_always_noticed(nine, wrong, data):
    sound = next(f"{nine}{digit}" for digit in range(10) if is_npi(f"{nine}{digit}"))
    position = data.draw(st.integers(0, 9))

    typed = sound[:position] + str(wrong) + sound[position + 1 :]

    assert is_npi(typed) == (typed == sound)


@given(st.text())
def test_no_text_breaks_the_check(text):
    assert is_npi(text) in {True, False}
