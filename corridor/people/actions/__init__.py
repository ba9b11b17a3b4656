from corridor.people.actions.edit_profile import NotYourProfile, ProfileFacts, edit_profile
from corridor.people.actions.register_person import (
    EmailTaken,
    HandleTaken,
    NewPerson,
    register_person,
)
from corridor.people.actions.set_affiliations import Place, set_affiliations
from corridor.people.actions.set_away import end_away, set_away
from corridor.people.actions.set_free_hours import NotWithinADay, set_free_hours
from corridor.people.actions.set_offers import NewOffer, set_offers
from corridor.people.actions.set_tags import set_interests, set_languages
from corridor.people.actions.set_wishes import NewWish, set_wishes

__all__ = [
    "EmailTaken",
    "HandleTaken",
    "NewOffer",
    "NewPerson",
    "NewWish",
    "NotWithinADay",
    "NotYourProfile",
    "Place",
    "ProfileFacts",
    "edit_profile",
    "end_away",
    "register_person",
    "set_affiliations",
    "set_away",
    "set_free_hours",
    "set_interests",
    "set_languages",
    "set_offers",
    "set_wishes",
]
