"""`corridor check`: possible patient identifiers in a file, or in what is piped in."""

import argparse
import json
import sys
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.algorithms.patient_details import Checked, Context, check
from corridor.cli.check.evaluating import evaluate
from corridor.cli.check.posts import NotReadable, Post, posts_in, read_bytes

NAME = "check"
HELP = gettext_lazy("Look for details in texts that could identify a patient.")
EXAMPLES = """examples:
  corridor check draft.txt
  corridor check posts.jsonl --format jsonl
  corridor check - --format jsonl < posts.jsonl
  corridor check --evaluate labelled.jsonl

Lines of jsonl are {"id": ..., "text": ...}; what comes back is {"id", "state", "findings"}, a line
each, in their order. A file of labelled texts has "spans" as well, and may have "state", "family"
and "locale". Nothing leaves this computer. A text without findings may identify somebody too.
Exits with 0, with 1 if lines could not be read, with 2 if the file could not."""

PLACES = ("post", "reply", "message", "case", "alt_text")
SOME_NOT_READ = 1
NOT_READ = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "file", nargs="?", help=_("the file to look through, or - for what is piped in")
    )
    what.add_argument(
        "--evaluate", metavar="FILE", help=_("measure the check on a file of labelled texts")
    )
    parser.add_argument(
        "--format",
        choices=("auto", "text", "jsonl"),
        default="auto",
        help=_("what the file holds; auto looks at its first line, and at its name"),
    )
    parser.add_argument(
        "--as", dest="place", choices=PLACES, default="post", help=_("what the texts are to be")
    )


def run(args: argparse.Namespace) -> int:
    try:
        content = read_bytes(args.evaluate or args.file)
    except NotReadable as refused:
        print(refused, file=sys.stderr)
        return NOT_READ
    if args.evaluate:
        return evaluate(content)
    if _is_text(args, content):
        return _check_text(content, Context(place=args.place))
    return _check_lines(content, Context(place=args.place))


def _is_text(args: argparse.Namespace, content: bytes) -> bool:
    if args.format != "auto":
        return bool(args.format == "text")
    is_named = Path(args.file).suffix in {".jsonl", ".ndjson"}
    return not is_named and not content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{")


def _check_text(content: bytes, context: Context) -> int:
    """A text is one post, however many lines it has; offsets count from its first character."""
    checked = check(content.decode("utf-8-sig", "replace"), context=context)
    print(json.dumps(_document(None, checked)))
    return 0


def _check_lines(content: bytes, context: Context) -> int:
    status = 0
    for line in posts_in(content):
        if isinstance(line, Post):
            said = _document(line.id, check(line.text, context=context))
        else:
            status = SOME_NOT_READ
            said = {"id": line.id, "line": line.number, "error": line.reason}
            text = _("Line %(number)d: %(reason)s") % {"number": line.number, "reason": line.reason}
            print(text, file=sys.stderr)
        print(json.dumps(said))
    return status


def _document(post_id: object, checked: Checked) -> dict[str, object]:
    findings = [
        {
            "start": one.start,
            "end": one.end,
            "kind": one.kind,
            "state": one.state,
            "why": one.why,
            "suggestion": one.suggestion,
        }
        for one in checked.findings
    ]
    return {"id": post_id, "state": checked.state, "findings": findings}
