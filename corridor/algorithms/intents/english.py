"""English ways to look for somebody and to offer oneself, and what makes the same words mean
something else. Patterns are matched on lower-case text with plain apostrophes.
"""

ROLE_NOUNS = {
    "mentor": "mentors?|mentorship|mentoring",
    "coach": "coach(?:es)?|coaching",
    "sponsor": "sponsors?|sponsorship",
}
ROLE_VERBS = {
    "mentor": "mentor(?:ing)?",
    "coach": "coach(?:ing)?",
    "sponsor": "sponsor(?:ing)?",
}
JUNIORS = "mentees?|coachees?|prot[eé]g[eé]s?"

SEEKING = (
    "looking for|on the lookout for|seeking|searching for|in search of|iso|hoping to find"
    "|hoping for|trying to find|in need of|need|i want|i'd love|i would love|would love"
    "|i'd like|i would like|would like|wishing for|hunting for|want to find|could use"
)
OFFERING = (
    "(?:happy|glad|willing|keen|available|ready|able|delighted|excited|pleased) to"
    "|offering to|looking to|hoping to|would love to|would like to|i'd love to|i'd like to"
    "|i want to|i can|can|i could|i will|i'll|volunteering to|open to"
)
OFFERS_THE_NOUN = "offering|i offer|can offer|happy to offer|glad to offer|providing"
OFFERS_HERSELF = (
    "available as|happy to be|glad to be|willing to be|keen to be|would love to be|i'd love to be"
    "|volunteering as|sign me up as|count me in as|happy to serve as|can serve as|can be"
    "|offering myself as|here as"
)
TAKES_ON = (
    "looking for|taking on|taking|accepting|room for|space for|happy to take|open to|can take"
    "|places? for|welcoming"
)

BETWEEN = (
    "(?:an?|the|my|some|any|new|first|more|another|one|two|potential|future|good|great|kind|female"
    "|senior|local|remote|research|career|clinical|academic|near-peer|peer|medical|fellow"
    r"|(?:[a-z]+-)?gen|first-generation|physician|faculty|anesthesia|anaesthesia|\+)"
)
"""Words that may stand between the verb and the role, a few of them."""
MOST_BETWEEN = 4

OTHERS = (
    "you|your|you're|youre|she|she's|he|he's|they|they're|them|who|who's|anyone|anybody|someone"
    "|somebody|those|people|folks|students|residents|fellows|trainees|mentees|physicians|doctors"
    "|friend|friends|colleague|colleagues|sister|brother|daughter|son|wife|husband|partner"
    "|student|resident|intern|trainee|we|we're|our|us|programs?|programmes?|hospital|department"
    "|society|institution|company|team"
)
"""Before the verb: it is somebody else who looks."""
SELF_WORDS = "i|i'm|im|i am|i'd|i've|me|myself|here"
"""Unless she says of herself that she is one of them: 'medical student here, looking for'."""

DENIALS = (
    "not|never|no longer|nobody|don't|dont|doesn't|didn't|isn't|aren't|can't|cannot|cant|won't"
    r"|wouldn't|haven't|hasn't|wasn't|without|stopped|quit|instead of|rather than|no"
    "|neither|nor|hardly|refuse|tired of|sick of|done|unable"
)
PAST = (
    "was looking|were looking|was searching|was seeking|used to|when i was|years ago|back then"
    "|had been looking|found (?:a|an|my|the)|already have|already found|thanks to|last year"
    "|was happy to|were happy to|could have used|would have loved|had a"
)
SUPPOSED = (
    "if|whether|imagine|pretend|suppose|unless|how to|how do|how can|how did|why|what|where|tips"
    "|advice|guide to|thread on|a thread|article|paper|study|survey|podcast|chapter|reminder"
    "|should|shouldn't|ought|must|let's|did|does|have you|are you|do you|does anyone|remember"
    "|said|says|told|asked|asks|heard|read|retweet|everyone needs|everybody needs|we all need"
)
"""She speaks about looking, or asks whether others do."""
JOKES = (
    "lol|lmao|rofl|jk|just kidding|haha+|asking for a friend|kidding|/s|sarcasm|joking"
    "|cat|cats|dog|dogs|puppy|coffee machine|laundry|nap|naps|netflix|goldfish|toddler|houseplant"
)
OTHER_MEANINGS = (
    "coach bus|coach ticket|coach bag|coach class|flying coach|football|soccer|baseball"
    "|basketball|swim|swimming|running coach|life coach|gym|little league|marathon|fun run|race"
    "|charity|visa sponsor|visa sponsorship|sponsor my visa|conference sponsors?|sponsored|booth"
    "|exhibitors?|newsletter|raffle|gold sponsors?|industry sponsors?|event sponsors?|jersey|10k|5k"
)
GERUND_IS_THE_SUBJECT = (
    "is|isn't|can|was|are|feels?|takes?|should|means|may|might|will be"
    "|starts|begins|helps|sounds|seems"
)
"""After the role: 'looking for a mentor is hard work'."""

ABOUT = "in|for|about|on|with|around|regarding|into"
ENDS_OF_TOPIC = (
    "or|but|because|since|as|so|please|pls|thanks|thank|who|that|which|dm|dms|any|happy|i|i'm"
    "|my|to|at|from|near|this|next|the next|anyone|ideas|year|here|hi|hello|if|while|when"
    "|before|after|until|during"
)
JOINS = "and"
MOST_WORDS_OF_A_TOPIC = 4
