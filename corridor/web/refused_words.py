"""What somebody wrote stands beside the refusal, so that it is not lost with the form."""

from django.utils.translation import gettext as _


def with_words(sentence: str, wrote: str) -> str:
    words = " ".join(wrote.split())
    if not words:
        return sentence
    return _("%(sentence)s You wrote: “%(words)s”") % {"sentence": sentence, "words": words[:1000]}
