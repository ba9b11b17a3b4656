"""A picture as phones take it: 96 by 64, a third of it red, with a camera and a place in it.

Drawn for these tests, since what opens such files here cannot write them.
"""

from base64 import b64decode

HEIC = b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAZdtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAA"
    "AAAAAAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAABuwABAAAAAAAAACkAAgAAAAAB5AABAAAAAAAAAG4AAAA4aWlu"
    "ZgAAAAAAAgAAABVpbmZlAgAAAAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAA"
    "1mlwcnAAAAC3aXBjbwAAAHhodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMA"
    "AAMAHroCQGEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoDCBBZbqSSmubgIaDAgAAAMAyAAAAwAIQGIAAQAHRAHBcrAi"
    "QAAAABNjb2xybmNseAABAA0ABoAAAAAUaXNwZQAAAAAAAABgAAAAQAAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAA"
    "AAAAAAABAAEEgQIDBAAAABppcmVmAAAAAAAAAA5jZHNjAAIAAQABAAAAn21kYXQAAAAlKAGvWPkOkl//8rXf/1H+"
    "Q+T7aJLb0oL7GEn/jV1EcScZJ/5HYAAAAAZFeGlmAABNTQAqAAAACAACAQ8AAgAAAAcAAAAmiCUABAAAAAEAAAAu"
    "AAAAAENhbWVyYQAAAAIAAQACAAAAAk4AAAAAAgAFAAAAAwAAAEwAAAAAAAAANAAAAAEAAAAfAAAAAQAAAAwAAAAB"
)


def heic_that_claims(width, height):
    """Its header says so; the picture in it is as large as before."""
    at = HEIC.index(b"ispe") + 8
    return HEIC[:at] + width.to_bytes(4, "big") + height.to_bytes(4, "big") + HEIC[at + 8 :]
