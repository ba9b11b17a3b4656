"""The code of conduct that a programme begins with; a director writes it anew or leaves it.

What harms in mentoring and what must not be mixed with it follows published accounts (Chopra,
Edelson, Saint 2016; DOMAIN, sections 1 and 6); the words are ours.
"""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PARTS: Sequence[str | Promise] = (
    _(
        "What we promise. We are on time, answer within the days we named, and say early when we"
        " cannot. We speak to each other as colleagues, whatever our stage, sex, origin, faith,"
        " body or means."
    ),
    _(
        "What mentoring is not. It is no treatment and no therapy, no supervision of clinical work,"
        " no exam and no reference on demand. A mentor does not do a mentee's work, and a mentee is"
        " no unpaid labour for a mentor's own."
    ),
    _(
        "Power. The senior has more of it and answers for it: no favours asked, no gifts of value,"
        " no closeness that the other could not refuse without fear, no claim to be the only"
        " mentor. Credit goes to whoever did the work."
    ),
    _(
        "Evaluation. Nobody is mentor of somebody whom they grade, rank, admit or employ, or whose"
        " application they read. Should that change, both say so at once, and the match ends"
        " without fault. What is said in mentoring is used in no evaluation."
    ),
    _(
        "What stays between the two. What is said stays there, unless somebody is in danger or the"
        " law asks for it. Nothing that could identify a patient is said or sent."
    ),
    _(
        "If something is wrong. Whoever can, says it to the other first; nobody has to. The person"
        " named here hears concerns in confidence, is neither of the two, and does nothing with a"
        " name without consent unless somebody is in danger. The moderators of this server can be"
        " turned to instead, or as well."
    ),
    _(
        "What follows. A talk first, where that is enough; then a written warning with a reason;"
        " then leaving the round or the programme. Harassment, discrimination and misuse of power"
        " may lead to leaving at once. Whoever it concerns is heard, reads why, and can ask"
        " somebody who did not decide it to look again."
    ),
    _(
        "Ending. Either may pause or end at any time, without a reason and without anybody's fault."
        " Nobody loses a place in a later round by it."
    ),
)


def ours() -> str:
    return "\n\n".join(str(part) for part in PARTS)
