"""Small PDFs, and one that tells all it can about who made it."""

import struct
import zlib
from io import BytesIO

import pikepdf
from fpdf import FPDF
from pikepdf import Array, Dictionary, Name, String

from tests.kernel.test_pictures import picture

TELLTALE = "Amara Nwosu ward 7"


def pdf(words="Plan of the year"):
    made = FPDF()
    made.add_page()
    made.set_font("helvetica", size=12)
    made.cell(text=words)
    return bytes(made.output())


def pdf_that_tells(words="Plan of the year"):
    """Nothing of `TELLTALE` is to be left, and all of `words`."""
    read = pikepdf.open(BytesIO(pdf(words)))
    read.docinfo["/Author"] = TELLTALE
    read.docinfo["/Producer"] = TELLTALE
    with read.open_metadata() as xmp:
        xmp["dc:creator"] = [TELLTALE]
        xmp["pdf:Producer"] = TELLTALE
    read.attachments["patient.txt"] = TELLTALE.encode()
    script = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{TELLTALE}')"))
    read.Root.OpenAction = read.make_indirect(script)
    read.Root.Names.JavaScript = Dictionary(Names=Array([String("a"), script]))
    page = read.pages[0].obj
    page.Thumb = read.make_stream(TELLTALE.encode())
    page.PieceInfo = Dictionary(Word=Dictionary(Private=String(TELLTALE)))
    page.LastModified = String("D:20260320090000")
    page.AA = Dictionary(O=script)
    page.Annots = read.make_indirect(Array(_annotations(read)))
    _show_photograph(read, page)
    out = BytesIO()
    read.save(out)
    return out.getvalue() + TELLTALE.encode()


def locked(*, by_owner_alone=False):
    read = pikepdf.open(BytesIO(pdf()))
    out = BytesIO()
    user = "" if by_owner_alone else "open"
    read.save(out, encryption=pikepdf.Encryption(owner="own", user=user))
    return out.getvalue()


def _annotations(read):
    box = Array([10, 10, 90, 90])
    file = read.make_stream(TELLTALE.encode())
    return [
        Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=box, T=TELLTALE, NM=TELLTALE,
                   M="D:20260320", Contents="Who pays?"),
        Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=box,
                   FS=Dictionary(Type=Name.Filespec, F=TELLTALE, EF=Dictionary(F=file))),
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=box,
                   A=Dictionary(S=Name.URI, URI="https://severnside.ac.uk/")),
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=box,
                   A=Dictionary(S=Name.Launch, F=TELLTALE)),
        Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=box, FT=Name.Sig, T="sign",
                   V=Dictionary(Type=Name.Sig, Name=TELLTALE)),
    ]  # fmt: skip


def _show_photograph(read, page):
    """As word processors put it there: with all that the camera wrote."""
    jpeg = picture("JPEG", size=(40, 30), comment=TELLTALE.encode())
    shown = read.make_stream(jpeg)
    shown.Type, shown.Subtype, shown.Filter = Name.XObject, Name.Image, Name.DCTDecode
    shown.Width, shown.Height, shown.BitsPerComponent = 40, 30, 8
    shown.ColorSpace = Name.DeviceRGB
    shown.Metadata = read.make_stream(TELLTALE.encode(), Type=Name.Metadata, Subtype=Name.XML)
    page.Resources.XObject = Dictionary(Im0=shown)
    packed = zlib.compress(picture("JPEG", size=(40, 30), comment=TELLTALE.encode()))
    for name, content, filters in (
        ("/Im1", jpeg_2000(), Name.JPXDecode),
        ("/Im2", jpeg, Array([Name.DCTDecode])),
        ("/Im3", packed, Array([Name.FlateDecode, Name.DCTDecode])),
        ("/Im4", jpeg_2000(is_bare=True), Name.JPXDecode),
    ):
        another = read.make_stream(content)
        another.Type, another.Subtype, another.Filter = Name.XObject, Name.Image, filters
        another.Width, another.Height = 40, 30
        another.ColorSpace, another.BitsPerComponent = Name.DeviceRGB, 8
        page.Resources.XObject[name] = another


def jpeg_2000(*, is_bare=False):
    """With a comment in its codestream; a file has boxes of words and identities as well."""
    made = picture("JPEG2000", size=(40, 30), comment=TELLTALE.encode(), no_jp2=is_bare)
    if is_bare:
        return made
    boxes = b"".join(
        struct.pack(">I", len(body) + 8) + kind + body
        for kind, body in ((b"xml ", TELLTALE.encode()), (b"uuid", bytes(16) + TELLTALE.encode()))
    )
    at = made.index(b"jp2c") - 4
    return made[:at] + boxes + made[at:]


def with_comment_in_last_tile(*, has_length):
    """Of several tiles; the last says how long it is, or that it goes up to the end."""
    told = TELLTALE.encode()
    made = picture("JPEG2000", size=(40, 30), comment=told, no_jp2=True, tile_size=(16, 16))
    comment = b"\xff\x64" + struct.pack(">HH", len(told) + 4, 1) + told
    at = made.rindex(b"\xff\x90\0\x0a")
    length = struct.unpack_from(">I", made, at + 6)[0] + len(comment) if has_length else 0
    last = made[at : at + 6] + struct.pack(">I", length) + made[at + 10 : at + 12]
    return made[:at] + last + comment + made[at + 12 :] + told
