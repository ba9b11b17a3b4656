"""Mails about flags and what came of them: never with the words that were flagged."""

from django.utils.translation import gettext as _

from corridor.people import letters
from corridor.people import queries as people
from corridor.people.letters import Letter


def tell_of_hidden_post(author_id: int) -> None:
    author = people.profile_here(author_id)
    if author is None:
        return
    letter = Letter(
        subject=_("A post of yours is hidden for now"),
        paragraphs=(
            _(
                "Somebody worried that a patient could be recognised in a post of yours. It is"
                " hidden from everybody but you until a moderator has looked, which should take"
                " hours, not days."
            ),
            _(
                "Nobody has decided anything, and this happens to careful people. If you see what"
                " may be meant, you can edit the post or delete it: both help."
            ),
        ),
        why=letters.to_member(author.handle),
    )
    letters.tell(letter, to=author.account.email)
