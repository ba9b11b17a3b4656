"""What a programme says under the post of somebody whom it answers: the text of the reply."""

from typing import TYPE_CHECKING

from corridor.people.letters import address_of_page
from corridor.programmes import queries
from corridor.programmes.choices import Message
from corridor.programmes.texts import Words, filled

if TYPE_CHECKING:
    from corridor.programmes.models import Programme

LINK = "{link}"
EXAMPLE_HANDLE = "amara_nwosu"


def public_answer(
    programme: "Programme", *, handle: str, person: str, words: Words | None = None
) -> str:
    """`words`: those to try; else the ones in use. The way to say yes is always in it.

    The link is no secret: it opens for whoever wrote the post, once she signed in.
    """
    used = words or queries.text(programme, Message.ANSWER)
    body = str(used.body).replace("\r\n", "\n")
    if LINK not in body:
        body = f"{body}\n\n{LINK}"
    values = {
        "person": person,
        "programme": programme.name,
        "hashtag": f"#{programme.hashtag}",
        "link": address_of_page("public-interest", programme.slug),
    }
    return f"@{handle} {filled(Words(subject='', body=body), values).body}"
