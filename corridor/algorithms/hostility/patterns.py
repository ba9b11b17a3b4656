"""How clinicians are attacked in words, most of them without any profanity.

Small letters, single spaces, straight apostrophes. Each pattern has bounded parts only, so that a
text takes time in proportion to its length. What doctors say of drugs, diseases and paperwork
(“kills gram negatives”, “I hate prior authorisations”) meets none: a person is addressed or named
by a pronoun in each.
"""

WHOM = r"(?:you|her|him|them)"
WHOSE = r"(?:your|her|his|their)"
WORK = (
    r"(?:program(?:me)? director|pd|employer|hospital|dean|residency|clinic|boss|chief|chair"
    r"|(?:med|medical|nursing) school|university|gme(?: office)?|(?:state |medical )?board)"
)
WILL = r"(?:'ll| will| am going to|'m going to| are going to|'re going to| gonna)"

THREATS = (
    rf"\b(?:i|we) know (?:exactly )?(?:where|when|what time) (?:you|{WHOSE})\b",
    rf"\b(?:i|we){WILL} (?:find|hunt|hurt|kill|end|ruin|destroy) {WHOM}\b",
    r"\byou(?:'ll| will| are going to)? (?:soon )?regret (?:this|it|that)\b",
    rf"\byou{WILL} (?:pay for|be sorry)\b",
    r"\bwatch your back\b",
    r"\b(?:kill|hang|shoot|end) yourself\b",
    r"\bhope (?:you|she|he|they) (?:die|dies|get|gets|suffer|suffers|never)\b",
    r"\bsleep with one eye open\b",
    r"\bsomeone should (?:hurt|shoot|teach|stop|slap|visit) (?:you|her|him)\b",
    rf"\b{WHOSE} (?:home )?address is\b",
    r"\b(?:she|he|you) lives? (?:at|on) (?:no\.? )?\d",
    rf"\bhere(?:'s| is) {WHOSE} (?:home|phone|mobile|cell|number|address|house)\b",
    r"\bwaiting (?:for you )?(?:outside|in the (?:car ?park|parking lot)|after your shift)\b",
)
"""Of harm, or that tell where to find somebody."""

ATTACKS = (
    # to whoever employs, teaches or licenses her
    (
        rf"\b(?:e-?mailed|e-?mailing|called|calling|contacted|contacting|tagged|wrote to|writing to"
        rf"|complained to|messaged) (?:already )?{WHOSE} {WORK}\b"
    ),
    rf"\breport(?:ed|ing)? {WHOM} to\b",
    (
        rf"\b(?:lose|losing|pull|revoke|strip|take away|have) {WHOSE} "
        r"(?:licen[cs]e|job|spot|residency|position|degree)\b"
    ),
    rf"\b(?:get|getting|have|got) {WHOM} (?:fired|expelled|kicked out|suspended|struck off)\b",
    (
        r"\b(?:should|deserves? to|need to|needs to|must) (?:be |get )"
        r"(?:fired|expelled|kicked out|struck off|banned from medicine)\b"
    ),
    rf"\bdoes {WHOSE} {WORK} know\b",
    # that she is not what she is
    (
        r"\b(?:diversity|dei|affirmative action|quota|token) "
        r"(?:hire|admit|doctor|student|resident|pick|case|surgeon|physician)\b"
    ),
    r"\b(?:not|never be|aren't|isn't|no) (?:even )?a real (?:doctor|physician|surgeon|nurse)\b",
    r"\b(?:fake|pretend|joke of a|excuse for a|wannabe) (?:doctor|physician|surgeon|nurse)\b",
    r"\byou (?:don't|do not|didn't|did not) (?:belong|deserve)\b",
    r"\bhow did you (?:even |ever )?(?:get in|get into|pass|graduate|match)\b",
    r"\bwho (?:let|allowed) you (?:in|into|near|to practi[sc]e|to touch)\b",
    (
        r"\b(?:only|just) (?:got in|got here|here|in|matched) because "
        r"(?:you|she|he|of)(?:'re| are|'s| is)? (?:your |her |his |a )?"
        r"(?:black|brown|woman|female|skin|race|gender|colou?r|daddy|muslim|gay|trans|immigrant)\b"
    ),
    r"\bgo back to (?:your (?:own )?country|where you (?:came|come) from|the kitchen)\b",
    r"\b(?:affirmative action|quotas?) (?:got|let) (?:you|her|him) in\b",
    r"\bi(?:'d| would) never let you (?:touch|treat|near)\b",
    r"\bpity (?:your|the poor) patients\b",
    r"\byour patients (?:will|are going to|deserve|should)\b",
    # plain insults, at somebody
    (
        r"\byou(?:'re| are)? (?:such |just |nothing but )?(?:a |an )?"
        r"(?:complete |total |absolute |fucking |stupid |little ){0,2}"
        r"(?:idiot|moron|disgrace|fraud|liar|quack|clown|grifter|murderer|parasite|embarrassment"
        r"|joke|whore|slut|bitch|cunt|scum|trash|pathetic|stupid|incompetent|disgusting|worthless"
        r"|ugly|dumb|sick fuck)\b"
    ),
    r"\b(?:shut up|stfu|shut the fuck up|fuck (?:you|off)|screw you|piss off|drop dead)\b",
    r"\byou (?:make me sick|disgust me)\b",
    r"\bnobody (?:cares (?:what|about) you|asked you|believes you|likes you)\b",
    r"\bstay in your lane\b",
    r"\battention[ -](?:seeking|seeker|whore)\b",
    r"\b(?:stop|quit) (?:whining|playing (?:the )?victim|crying about)\b",
    r"\bdelete your (?:account|licen[cs]e)\b",
    # calls to others
    (
        r"\b(?:everyone|everybody|let's|lets|please|go) (?:go )?(?:and )?"
        r"(?:report|flag|ratio|e-?mail|call|flood|spam|review) (?:\w+ ){0,3}?"
        r"(?:her|him|this (?:doctor|account|clown|woman|person|student)"
        r"|the (?:hospital|program(?:me)?))\b"
    ),
    r"\b(?:ratio|dogpile) (?:her|him|this)\b",
    r"\bmake (?:her|him) (?:famous|viral|pay|regret)\b",
)
