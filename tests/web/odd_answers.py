"""Whatever a view asks of an address or a form is answered with a number that nobody expected."""

from django.core.handlers.wsgi import WSGIRequest
from django.http import QueryDict
from django.utils.functional import cached_property

MOST_ASKED = 3000
"""Names; afterwards nothing is there, for a view that counts upwards."""
KEPT = {"csrfmiddlewaretoken", "next"}


class OddAnswers(QueryDict):
    """Its own answers where they are words, else the odd one."""

    def __deepcopy__(self, memo):
        """What a view goes on with is only what was sent."""
        sent = QueryDict(mutable=True)
        for name, values in self.lists():
            sent.setlist(name, values)
        return sent

    def __init__(self, own, odd):
        super().__init__(mutable=True)
        self.odd, self.asked = odd, 0
        for name, values in own.lists():
            self.setlist(name, [one if self._is_kept(name, one) else odd for one in values])
        for name in [name for name in self if name[-1:].isdigit()]:
            super().__setitem__(name.rstrip("0123456789") + odd, odd)
        self._mutable = False

    @staticmethod
    def _is_kept(name, value):
        return name in KEPT or (value and not value.strip("-").isdigit())

    def _is_odd(self, name):
        self.asked += 1
        return self.asked < MOST_ASKED and name not in KEPT and not super().__contains__(name)

    def __contains__(self, name):
        return self._is_odd(name) or super().__contains__(name)

    def __getitem__(self, name):
        return self.odd if self._is_odd(name) else super().__getitem__(name)

    def get(self, name, default=None):
        return self.odd if self._is_odd(name) else super().get(name, default)

    def getlist(self, name, default=None):
        return [self.odd] if self._is_odd(name) else super().getlist(name, default)


class OddRequest(WSGIRequest):
    """Read late: a view may say before how what is uploaded is to be taken."""

    @cached_property
    def odd_address(self):
        return OddAnswers(super().GET, self.headers["Odd"])

    @cached_property
    def odd_form(self):
        return OddAnswers(self._get_post(), self.headers["Odd"])

    @property
    def _asked(self):
        return self.odd_form if self.method == "POST" else self._get_post()

    GET = property(lambda self: self.odd_address)
    POST = property(lambda self: self._asked)


def middleware(get_response):
    """Where the test asks for it by a header."""

    def answer(request):
        if "Odd" in request.headers:
            request.__class__ = OddRequest
        return get_response(request)

    return answer
