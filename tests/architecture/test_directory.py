"""No action changes what somebody is found by without telling the directory."""

import ast
import re
from pathlib import Path

ACTIONS = Path("corridor/people/actions")
SEARCHED = {"Away", "Badge", "Departure", "FreeHours", "Offer", "OfferTopic", "ProfileTag"}
"""Models that entries are made of; profiles besides, which more actions read than change."""
CHANGES_NOTHING_FOUND = {
    "show_in_gallery": "the gallery reads profiles themselves",
    "set_photo": "nobody is found by a picture",
    "complete_departures": "the entry goes with everything else of hers",
    "give_tip": "nobody is found by the tips she wants",
    "keep_orcid": "nobody is found by an iD",
    "decide_claim": "grant_badge does",
    "make_claim": "grant_badge does",
    "prove_mailbox": "grant_badge does",
    "note_renewal_reminder": "that she was told is on no page",
    "vouch_for": "grant_badge and withdraw_badge do",
}
"""Action -> the reason why what it changes is not in an entry, one line."""


def names_in(path):
    return {node.id for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Name)}


def changes_an_entry(path):
    text = path.read_text()
    return bool(names_in(path) & SEARCHED) or "profile.save(" in text


def test_every_action_that_changes_what_is_searched_refreshes_the_entry():
    forgetful = {
        path.stem
        for path in ACTIONS.rglob("[!_]*.py")
        if changes_an_entry(path) and not re.search(r"refresh_(entry|figures)\(", path.read_text())
    }

    assert forgetful == set(CHANGES_NOTHING_FOUND)
