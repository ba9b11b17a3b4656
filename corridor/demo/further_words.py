"""What the cast says to people it names, and about pictures of others that it quotes."""

from corridor.demo.post_words import Said
from corridor.posts.choices import Audience

NAMED = Audience.NAMED

TO_SOMEBODY = (
    Said(
        who="amara_nwosu",
        hours=30.0,
        key="thursday",
        audience=NAMED,
        text="@kwame_osei May I bring a friend to the list on Thursday? She has never seen a block"
        " and asks better questions than I do.",
    ),
    Said(
        who="kwame_osei",
        hours=29.2,
        to="thursday",
        key="thursday-1",
        audience=NAMED,
        text="@amara_nwosu Bring her. Theatre 4, ten to eight, hats are in the second drawer. Both"
        " of you eat breakfast first.",
    ),
    Said(
        who="amara_nwosu",
        hours=28.8,
        to="thursday-1",
        key="thursday-2",
        audience=NAMED,
        text="@kwame_osei Noted: breakfast is a competence. Thank you.",
    ),
    Said(
        who="kwame_osei",
        hours=0.7,
        to="thursday-2",
        audience=NAMED,
        text="@amara_nwosu One more place has opened: would you like to do the scan, with me"
        " holding the other end of the probe?",
    ),
    Said(
        who="ingrid_lindqvist",
        hours=75.0,
        key="panel",
        audience=NAMED,
        text="@amara_nwosu @bala_yusuf Would you two open the September evening together? Ten"
        " minutes: what you wish somebody had told you. I chair, you shine.",
    ),
    Said(
        who="bala_yusuf",
        hours=73.5,
        to="panel",
        key="panel-1",
        audience=NAMED,
        text="@ingrid_lindqvist @amara_nwosu Yes from me. I bring the rubric story.",
    ),
    Said(
        who="amara_nwosu",
        hours=72.0,
        to="panel-1",
        audience=NAMED,
        text="@ingrid_lindqvist @bala_yusuf Yes. I bring the drawing. And I will be terrified.",
    ),
    Said(
        who="adaeze_okonkwo",
        hours=6.5,
        key="statement",
        audience=NAMED,
        text="@amara_nwosu Saw your poster on the list. If you ever apply over here: send me your"
        " statement before you think it is good.",
    ),
)
"""Conversations of few; the last of some are new to Amara."""

QUOTING = (
    Said(
        who="amara_nwosu",
        hours=18.0,
        quotes="pocus",
        text="Taped these five to the inside of my locker. View three finally makes sense when it"
        " is drawn badly. #POCUS",
    ),
    Said(
        who="tomi_lawal",
        hours=60.0,
        quotes="curve",
        text="A student measured herself, drew it, and showed everybody. This is what research"
        " looks like before it has a budget. #MedEd",
    ),
    Said(
        who="miguel_reyes",
        hours=3.8,
        quotes="ecg",
        text="Vote before you scroll. And in children ask how long, and how it began, before you"
        " call anything a sinus tachycardia. #PedsAnes",
    ),
)
