"""`corridor demo`: the community that nobody real is part of, who signs in to it, and a token."""

import argparse
import os
import sys
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import DatabaseError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.demo.cast import AMARA

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})

NAME = "demo"
HELP = gettext_lazy("Seed the demo community, list who signs in to it, or print a token.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(dest="step", required=True, metavar="seed | accounts | token")
    seed = steps.add_parser("seed", help=_("Fill the database once with the demo community."))
    seed.add_argument(
        "--where-fitting",
        action="store_true",
        help=_("where a demo has no place, say so and carry on"),
    )
    steps.add_parser("accounts", help=_("List who signs in, and what to try as whom."))
    token = steps.add_parser("token", help=_("Print an access token, to try out apps and the API."))
    token.add_argument(
        "handle", nargs="?", default=AMARA.handle, help=_("of whom; without one, of Amara")
    )


def run(args: argparse.Namespace) -> int:
    if args.step == "token":
        return _token(args.handle)
    return seed(is_optional=args.where_fitting) if args.step == "seed" else _accounts()


def seed(*, is_optional: bool) -> int:
    from corridor.demo import community  # noqa: PLC0415 - the help is printed without a database

    if community.is_seeded():
        print(_("The demo community is there already; nothing was changed."))
        return 0
    out_of_place = _why_not_here()
    if out_of_place:
        print(out_of_place, file=sys.stdout if is_optional else sys.stderr)
        return 0 if is_optional else 1
    print(_("Seeding the demo community ..."), flush=True)
    community.seed(now=timezone.now())
    print(_("It is ready. `corridor demo accounts` says who signs in."))
    return 0


def is_missing() -> bool:
    from corridor.demo import community  # noqa: PLC0415 - as above

    return not community.is_seeded() and not _why_not_here()


def say_why_none() -> None:
    from corridor.demo import community  # noqa: PLC0415 - as above

    if not community.is_seeded():
        print(_why_not_here())


def _is_local() -> bool:
    return urlsplit(settings.PUBLIC_URL).hostname in LOCAL


def _why_not_here() -> str:
    """Everybody knows the password of the demo: it has no place where others come, or work."""
    if not _is_local():
        return _("No demo on %(url)s: everybody would know its passwords.") % {
            "url": settings.PUBLIC_URL
        }
    if get_user_model().objects.exists():
        return _("No demo here: the database has people of its own.")
    return ""


def _token(handle: str) -> int:
    """The token alone on the first line, for scripts; how to use it beside them."""
    from corridor.demo.token import NotOfTheDemo, demo_token  # noqa: PLC0415 - as above

    if not _is_local():
        print(_("Tokens are printed for a demo on this computer only."), file=sys.stderr)
        return 1
    try:
        token = demo_token(handle)
    except NotOfTheDemo:
        print(
            _("@%(handle)s is nobody of a demo here; a token is printed for no others.")
            % {"handle": handle.removeprefix("@")},
            file=sys.stderr,
        )
        return 1
    print(token)
    print(_("It works for 30 days. Try it:"), file=sys.stderr)
    print(
        f'curl -H "Authorization: Bearer {token}" {_address()}/api/v1/accounts/verify_credentials',
        file=sys.stderr,
    )
    return 0


def _address() -> str:
    """Of the server that was started last, which may have another port than this shell names."""
    is_said = {"PORT", "PUBLIC_URL"} & set(os.environ)
    if is_said or not settings.SERVED_AT.exists():
        return settings.PUBLIC_URL
    return settings.SERVED_AT.read_text()


def _accounts() -> int:
    from corridor.demo import community  # noqa: PLC0415 - as above
    from corridor.demo.accounts import PASSWORD, SIGN_INS  # noqa: PLC0415 - as above

    try:
        is_seeded = community.is_seeded()
    except DatabaseError:
        print(_("There is no database yet; `corridor migrate` makes it."), file=sys.stderr)
        return 1
    if not is_seeded:
        print(_("There is no demo here; `corridor demo seed` makes one."), file=sys.stderr)
        return 1
    print(_("Password for all of them: %(password)s") % {"password": PASSWORD})
    width = max(len(sign_in.person.email) for sign_in in SIGN_INS)
    for sign_in in SIGN_INS:
        print(f"\n{sign_in.person.email:<{width}}  {sign_in.person.name}, {sign_in.who}")
        print(f"{'':<{width}}  {sign_in.to_try}")
    return 0
