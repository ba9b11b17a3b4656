"""`corridor demo`: seed the community that nobody real is part of, and say who signs in to it."""

import argparse
import sys

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

NAME = "demo"
HELP = gettext_lazy("Seed the demo community, or list who signs in to it.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(dest="step", required=True, metavar="seed | accounts")
    steps.add_parser("seed", help=_("Fill the database once with the demo community."))
    steps.add_parser("accounts", help=_("List who signs in, and what to try as whom."))


def run(args: argparse.Namespace) -> int:
    return _seed() if args.step == "seed" else _accounts()


def _seed() -> int:
    from corridor.demo import community  # noqa: PLC0415 - the help is printed without a database

    if community.is_seeded():
        print(_("The demo community is there already; nothing was changed."))
        return 0
    print(_("Seeding the demo community ..."), flush=True)
    community.seed(now=timezone.now())
    print(_("It is ready. `corridor demo accounts` says who signs in."))
    return 0


def _accounts() -> int:
    from corridor.demo import community  # noqa: PLC0415 - as above
    from corridor.demo.accounts import PASSWORD, SIGN_INS  # noqa: PLC0415 - as above

    if not community.is_seeded():
        print(_("There is no demo here; `corridor demo seed` makes one."), file=sys.stderr)
        return 1
    print(_("Password for all of them: %(password)s") % {"password": PASSWORD})
    width = max(len(sign_in.person.email) for sign_in in SIGN_INS)
    for sign_in in SIGN_INS:
        print(f"\n{sign_in.person.email:<{width}}  {sign_in.person.name}, {sign_in.who}")
        print(f"{'':<{width}}  {sign_in.to_try}")
    return 0
