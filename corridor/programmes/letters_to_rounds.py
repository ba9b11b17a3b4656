"""A message to many as one of them reads it; a preview shows the same."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from corridor.people.letters import Button, Letter, address_of_page
from corridor.programmes.queries.round_messages import end_token
from corridor.programmes.texts import Words, filled

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.programmes.models import Round


def letter_to(
    reader: "Profile", *, round: "Round", by: "Profile", subject: str, body: str
) -> Letter:
    """Whoever answers the mail answers whoever wrote it; the button does so here."""
    programme = round.programme
    values = {
        "person": reader.display_name,
        "programme": programme.name,
        "hashtag": f"#{programme.hashtag}",
        "round": round.name,
    }
    words = filled(Words(subject=subject, body=body), values)
    end = address_of_page("round-messages-end", end_token(programme, reader))
    why = _(
        "%(name)s of %(programme)s wrote this to several people in %(round)s. An answer to this"
        " mail goes to %(name)s alone."
    )
    return Letter(
        subject=words.subject,
        paragraphs=words.paragraphs,
        button=Button(
            label=_("Answer here"),
            url=f"{address_of_page('messages-new')}?to={by.handle}",
        ),
        why=why % {"name": by.display_name, "programme": programme.name, "round": round.name},
        unsubscribe_url=end,
        reply_to=by.account.email,
    )
