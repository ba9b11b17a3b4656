"""Words for the answer under a post pass what every post passes before a director keeps them."""

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

from corridor.posts import actions as posting
from corridor.posts.actions.refusals import sentence
from corridor.posts.choices import Audience
from corridor.programmes.models import Programme
from corridor.programmes.public_words import EXAMPLE_HANDLE, public_answer
from corridor.programmes.texts import EXAMPLES, Words

if TYPE_CHECKING:
    from corridor.people.models import Profile


def check_answer(programme: Programme, words: Words, *, by: "Profile") -> None:
    """Raises ValidationError."""
    person = str(EXAMPLES["person"])
    text = public_answer(programme, handle=EXAMPLE_HANDLE, person=person, words=words)
    try:
        posting.check_words(text, "", has_more=False)
    except posting.PostTooLong as too_long:
        raise ValidationError({"body": sentence(too_long)}) from too_long
    refusal = posting.refusal_of(posting.NewPost(text=text, audience=Audience.QUIET), by=by)
    if refusal is not None:
        raise ValidationError({"body": sentence(refusal)})
