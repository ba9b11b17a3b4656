"""The line in a bio that says who is willing to mentor, and whom somebody seeks.

`line` writes it within the letters that a network allows, `reading` finds it again in a bio, as
the line was written or as people write such things themselves. What was written whole is read
back as it was.
"""
