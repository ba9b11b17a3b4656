"""What is done to the questions of a programme."""

from corridor.programmes.actions.forms.add_question import TooManyQuestions, add_question
from corridor.programmes.actions.forms.bring_back_question import NotRetired, bring_back_question
from corridor.programmes.actions.forms.change_question import KindIsFixed, change_question
from corridor.programmes.actions.forms.hold_form import hold_form
from corridor.programmes.actions.forms.move_question import move_question
from corridor.programmes.actions.forms.new_question import NewQuestion, NoSuchQuestion, Place
from corridor.programmes.actions.forms.remove_question import remove_question

__all__ = [
    "KindIsFixed",
    "NewQuestion",
    "NoSuchQuestion",
    "NotRetired",
    "Place",
    "TooManyQuestions",
    "add_question",
    "bring_back_question",
    "change_question",
    "hold_form",
    "move_question",
    "remove_question",
]
