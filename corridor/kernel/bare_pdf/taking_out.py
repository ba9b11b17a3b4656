"""The process that reads a PDF from its input and writes what may stay of it.

What may stand in a document and in a page is listed; all else is left out: what is said about it
(Info, XMP), earlier versions, files inside it, programs, small pictures of its pages, layers of
the programs that made it, signatures, and who commented when. Names are those of ISO 32000-2.
"""

import resource
import sys
from collections.abc import Iterable
from contextlib import suppress
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf, Stream

from corridor.kernel.bare_pdf import BROKEN, LOCKED
from corridor.kernel.bare_pdf.photographs import bare_jpeg, bare_jpeg2000

MOST_MEMORY, MOST_SECONDS = 1 << 30, 20
OF_DOCUMENT = {
    *("/Type", "/Pages", "/Lang", "/ViewerPreferences", "/PageLabels", "/PageMode", "/PageLayout"),
    *("/Outlines", "/Dests", "/Names", "/StructTreeRoot", "/MarkInfo", "/AcroForm"),
    *("/OCProperties", "/OutputIntents"),
}
OF_NAMES = {"/Dests"}
OF_PAGE = {
    *("/Type", "/Parent", "/Resources", "/Contents", "/Annots", "/Group", "/Rotate", "/UserUnit"),
    *("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Tabs", "/StructParents"),
}
OF_FORM = {"/Fields", "/NeedAppearances", "/DR", "/DA", "/Q", "/CO"}
NOWHERE = (
    *("/Metadata", "/PieceInfo", "/LastModified", "/AF", "/AA", "/CreationDate", "/ModDate"),
    *("/CreatorInfo", "/OPI", "/Measure", "/PtData"),
)
OF_COMMENTS = ("/T", "/M", "/NM", "/Subj")
REMARKS = {
    *("/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight"),
    *("/Underline", "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/Popup"),
}
STAYING = {"/Link", "/Widget", *REMARKS}
"""Kinds of annotations; those that carry files, sound, films or programs are none of them."""
PHOTOGRAPHS = {"/DCTDecode": bare_jpeg, "/JPXDecode": bare_jpeg2000}
WAYS = ("http://", "https://", "mailto:")


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    try:
        with Pdf.open(BytesIO(sys.stdin.buffer.read()), attempt_recovery=False) as pdf:
            if pdf.is_encrypted:
                return LOCKED
            if not len(pdf.pages):
                return BROKEN
            sys.stdout.buffer.write(_bare(pdf))
    except pikepdf.PasswordError:
        return LOCKED
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RecursionError, MemoryError):
        return BROKEN
    return 0


def _bare(pdf: Pdf) -> bytes:
    _keep(pdf.Root, OF_DOCUMENT)
    if "/Names" in pdf.Root:
        _keep(pdf.Root.Names, OF_NAMES)
    if "/AcroForm" in pdf.Root:
        _keep(pdf.Root.AcroForm, OF_FORM)
    for page in pdf.pages:
        _keep(page.obj, OF_PAGE)
        if "/Annots" in page.obj:
            _keep_annotations(page.obj)
    for one in list(pdf.objects):
        _visit(one)
        if isinstance(one, Stream):
            _bare_photograph(pdf, one)
    _leave_out(pdf.trailer, ("/Info", "/ID"))
    out = BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        fix_metadata_version=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
    )
    return out.getvalue()


def _keep_annotations(page: Any) -> None:
    staying = [one for one in page.Annots if str(one.get("/Subtype")) in STAYING]
    page.Annots = pikepdf.Array(staying)
    for one in staying:
        if str(one.Subtype) in REMARKS:
            _leave_out(one, OF_COMMENTS)


def _visit(one: Any) -> None:
    """A dictionary, and those that stand in it."""
    waiting = [one]
    while waiting:
        found = waiting.pop()
        if isinstance(found, pikepdf.Array):
            waiting += [inner for inner in found if _is_inner(inner)]
        elif isinstance(found, Dictionary | Stream):
            _empty(found)
            waiting += [inner for _name, inner in found.items() if _is_inner(inner)]


def _is_inner(one: object) -> bool:
    """Others are visited by themselves."""
    is_several = isinstance(one, Dictionary | Stream | pikepdf.Array)
    return is_several and not (isinstance(one, Object) and one.is_indirect)


def _empty(found: Any) -> None:
    # Dictionaries of resources have names that a program chose, and say no type.
    if any(name in found for name in ("/Type", "/Subtype", "/S", "/FT", "/Title")):
        _leave_out(found, NOWHERE)
    if found.get("/FT") == Name.Sig:
        _leave_out(found, ("/V", "/Lock", "/SV"))
    if "/A" in found and not _leads_somewhere(found["/A"]):
        _leave_out(found, ("/A",))


def _bare_photograph(pdf: Pdf, found: Any) -> None:
    """What is packed once more around it is unpacked, and stays so."""
    packed = _several(found.get("/Filter"))
    last = str(packed[-1]) if packed else ""
    if last not in PHOTOGRAPHS:
        return
    parameters = _several(found.get("/DecodeParms"))
    content = found.read_raw_bytes()
    if packed[:-1]:
        around: Any = Stream(pdf, content)
        around.Filter = pikepdf.Array(packed[:-1])
        if parameters:
            around.DecodeParms = pikepdf.Array(parameters[:-1])
        content = around.read_bytes()
    own: Any = parameters[-1] if len(parameters) == len(packed) else None
    found.write(PHOTOGRAPHS[last](content), filter=Name(last), decode_parms=own)


def _several(found: Any) -> list[Any]:
    """A filter or its parameters: none, one or an array."""
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def _leads_somewhere(action: Any) -> bool:
    """Within the document or to a page of the web; nothing is run, opened or sent."""
    if not isinstance(action, Dictionary):
        return True
    _leave_out(action, ("/Next",))
    if action.get("/S") == Name.URI:
        return str(action.get("/URI", "")).lower().startswith(WAYS)
    return bool(action.get("/S") == Name.GoTo)


def _keep(found: Any, staying: set[str]) -> None:
    _leave_out(found, set(found.keys()) - staying)


def _leave_out(found: Any, names: Iterable[str]) -> None:
    for name in names:
        with suppress(KeyError):
            del found[name]


if __name__ == "__main__":
    sys.exit(main())
