"""Which tags name a language that a browser knows: a page that names no language reads as noise.

Two letters are those of ISO 639-1; three, the ones of ISO 639-3 that people post in and that have
no two. https://www.rfc-editor.org/rfc/rfc5646
"""

import re

TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:-[A-Za-z0-9]{2,8})*")
LONGEST = 12
TWO_LETTERS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da"
    " de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy"
    " hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg"
    " li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or"
    " os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw"
    " ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
THREE_LETTERS = (
    "ast bal chr ckb cmn cnr csb dsb fil gsw haw hsb jbo kab ldn lfn mai moh nan nds pap pdc sco"
    " sma smj szl tok tpi udm vai xal yue zba zgh"
)
KNOWN = frozenset(f"{TWO_LETTERS} {THREE_LETTERS}".split())


def is_language(tag: str) -> bool:
    found = TAG.fullmatch(tag)
    if found is None or len(tag) > LONGEST:
        return False
    return found["language"].lower() in KNOWN
