"""The check digit of a National Provider Identifier (United States).

The Luhn sum over "80840" (health applications, United States) and the ten digits ends in 0:
CMS, "Requirements for National Provider Identifier (NPI) and NPI Check Digit", 2004. A sound
number is well-formed and no more: it is public, so whoever types it need not be its holder.
"""

PREFIX = "80840"
DIGITS = 10
FIRST = frozenset("12")
"""Numbers begin with 1; those with 2 are kept for later."""


class NotAnNpi(Exception):
    """Ten digits, the first 1 or 2, with a check digit that fits."""


def plain_npi(text: str) -> str:
    """The ten digits, whatever spaces and hyphens people put between. Raises NotAnNpi."""
    number = "".join(letter for letter in text if letter not in " -\u00a0\u2009\u202f\t\n")
    if not is_npi(number):
        raise NotAnNpi(text)
    return number


def is_npi(number: str) -> bool:
    if len(number) != DIGITS or not (number.isascii() and number.isdigit()):
        return False
    return number[0] in FIRST and _luhn(PREFIX + number) % 10 == 0


def _luhn(digits: str) -> int:
    """Every second digit from the right is doubled, and counts as the sum of its own digits."""
    total = 0
    for position, digit in enumerate(reversed(digits)):
        total += sum(divmod(int(digit) * (1 + position % 2), 10))
    return total
