"""What the demo's tutorials teach; the papers are real, nobody in them is a patient of ours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Taught:
    who: str
    """A handle."""
    days: float
    """Before now."""
    title: str
    summary: str
    parts: Sequence[str]
    """In the words of the composer: a post each."""
    answers: Mapping[int, str] = field(default_factory=dict)
    """Number of the part that asks -> its answers, one a line."""
    reveals: frozenset[int] = frozenset()
    """Numbers of the parts that are covered until somebody voted."""
    pictures: Mapping[int, str] = field(default_factory=dict)
    """Number of the part -> a name in `drawings`."""
    votes: Mapping[int, Sequence[int]] = field(default_factory=dict)
    """Number of the part that asks -> how many chose each answer."""


TAUGHT = (
    Taught(
        who="mateus_ferreira",
        days=4,
        title="Regular, narrow, 150: what to do first",
        summary="A narrow tachycardia in somebody who is well: look, lift the legs, then treat.",
        parts=(
            (
                "A drawn trace, nobody’s heart. Before any drug, four questions with your hand on a"
                " pulse: pressure? pain? breath? awake? Shock, syncope, heart failure or ischaemia"
                " means help and a synchronised shock, not this thread. All fine? Then there is"
                " time to think. #FOAMed #MedEd"
            ),
            (
                "Somebody made up: awake, good pressure, no pain. Regular, narrow, 150. What comes"
                " first?"
            ),
            (
                "The 12-lead, while somebody finds a bed whose head goes down. At exactly 150 look"
                " for flutter waves in II, III, aVF and V1: flutter that conducts two to one lives"
                " there, and adenosine will only unmask it. Also look for pre-excitation on an old"
                " trace, if there is one."
            ),
            (
                "Then the cheapest treatment you have. Half sitting, strain for 15 seconds; then"
                " flat at once, and somebody lifts the legs to 45 degrees for 15 seconds. A minute"
                " later 43 of 100 were in sinus rhythm, against 17 of 100 who strained and stayed"
                " as they sat. Nobody needs a drip for it. REVERT, Lancet 2015:"
                " doi:10.1016/S0140-6736(15)61485-4"
            ),
            (
                "Still 150? Adenosine: large vein, fast push, fast flush, trace running so that you"
                " see what it did. Say before what it feels like: awful, and over in seconds. Not"
                " in severe asthma. And in irregular broad complexes with pre-excitation nothing"
                " that slows the node. The European guideline: doi:10.1093/eurheartj/ehz467"
            ),
            (
                "To take home: feel the pulse, keep the trace, lift the legs. Three hours from the"
                " next ECG I do the second line by ear and the third one anyway. This is teaching;"
                " the protocol that counts hangs on your own wall. #RuralHealth"
            ),
        ),
        answers={
            2: "A 12-lead, and look for flutter waves\n"
            "Straining, then legs up\n"
            "Adenosine, 6 mg\n"
            "A beta blocker by mouth"
        },
        reveals=frozenset({3}),
        pictures={1: "trace"},
        votes={2: (11, 7, 3, 1)},
    ),
    Taught(
        who="kwame_osei",
        days=12,
        title="The ten minutes before a block",
        summary="What I say aloud before every block, and what I do when lips begin to tingle.",
        parts=(
            (
                "Everything that ever went wrong with a block of mine went wrong before the needle."
                " So: ten minutes, five sentences, always aloud. A thread for students who stand"
                " behind the screen on Thursdays. #RegionalAnesthesia #MedEd"
            ),
            (
                "One: name, side, operation, from the person and from the form. Two: the mark, seen"
                " by two. Three: anticoagulants, allergies, what they weigh. Four: the most local"
                " anaesthetic that this person may have, worked out and written on the board before"
                " anybody draws it up. Five, needle in hand: stop, and look at the mark again."
            ),
            (
                "Twenty minutes after a block the lips tingle; then the talk gets loud and strange."
                " What do you do first?"
            ),
            (
                "Stop injecting, say “local anaesthetic toxicity” out loud, call for help and for"
                " the lipid. Then airway and oxygen; benzodiazepine for a fit; 20 % lipid emulsion"
                " early, by the checklist that lies in the same box. If the heart stops, adrenaline"
                " in small doses, a microgram per kilogram or less, and a long resuscitation."
                " ASRA’s advisory: doi:10.1097/AAP.0000000000000720"
            ),
            (
                "If you learn one thing on a Thursday: know where the lipid is before you pick up"
                " the needle. Ask me in the corridor, I will make you walk there. #FirstGenMed"
            ),
        ),
        answers={
            3: "Stop, call for help and the lipid\n"
            "Midazolam, and wait\n"
            "Finish the last two millilitres\n"
            "Check the blood sugar"
        },
        reveals=frozenset({4}),
        votes={3: (16, 3, 0, 1)},
    ),
)
