"""The parts of a PowerPoint file that are the same in every one: one master, one layout with a title, one plain theme.

Written out as XML, with nothing but the standard library, so that the browser's Python makes the same file as the desk's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMES = f'xmlns:a="{MAIN}" xmlns:r="{OFFICE}" xmlns:p="{PRESENTATION}"'
WIDTH, HEIGHT = 12_192_000, 6_858_000  # of a slide, in EMU: 16 to 9
GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
PARTS = {
    "/ppt/presentation.xml": "presentationml.presentation.main",
    "/ppt/slides/slide1.xml": "presentationml.slide",
    "/ppt/slideLayouts/slideLayout1.xml": "presentationml.slideLayout",
    "/ppt/slideMasters/slideMaster1.xml": "presentationml.slideMaster",
    "/ppt/theme/theme1.xml": "theme",
}
THEME = {
    "dk1": "16262C", "lt1": "FFFFFF", "dk2": "0B5566", "lt2": "F2F6F6", "accent1": "1D4F91", "accent2": "0B5566",
    "accent3": "1B6A3A", "accent4": "5A3793", "accent5": "744600", "accent6": "A11D1B", "hlink": "0B5566", "folHlink": "5A3793",
}  # fmt: skip


def parts(title: str, shapes: str) -> dict[str, str]:
    """Every part of the file by its name, with one slide that holds the shapes."""
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _related(
            [("officeDocument", f"{OFFICE}/officeDocument", "ppt/presentation.xml"),
             ("core", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")]
        ),
        "docProps/core.xml": _core(title),
        "ppt/presentation.xml": _presentation(),
        "ppt/_rels/presentation.xml.rels": _office({
            "slideMaster": "slideMasters/slideMaster1.xml", "slide": "slides/slide1.xml", "theme": "theme/theme1.xml"}),
        "ppt/slides/slide1.xml": f"{HEAD}<p:sld {NAMES}>{_tree(shapes)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>",
        "ppt/slides/_rels/slide1.xml.rels": _office({"slideLayout": "../slideLayouts/slideLayout1.xml"}),
        "ppt/slideLayouts/slideLayout1.xml": (
            f'{HEAD}<p:sldLayout {NAMES} type="titleOnly" preserve="1">{_tree(_title(), "Endast rubrik")}'
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": _office({"slideMaster": "../slideMasters/slideMaster1.xml"}),
        "ppt/slideMasters/slideMaster1.xml": _master(),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _office({
            "slideLayout": "../slideLayouts/slideLayout1.xml", "theme": "../theme/theme1.xml"}),
        "ppt/theme/theme1.xml": _theme(),
    }  # fmt: skip


def _tree(shapes: str, name: str = "") -> str:
    named = f' name="{name}"' if name else ""
    return f"<p:cSld{named}><p:spTree>{GROUP}{shapes}</p:spTree></p:cSld>"


def _types() -> str:
    kind = "application/vnd.openxmlformats-"
    overrides = "".join(
        f'<Override PartName="{part}" ContentType="{kind}officedocument.{what}+xml"/>' for part, what in PARTS.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{kind}package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'{overrides}<Override PartName="/docProps/core.xml" ContentType="{kind}package.core-properties+xml"/></Types>'
    )


def _related(found: Iterable[tuple[str, str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (_, kind, target) in enumerate(found, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def _office(found: Mapping[str, str]) -> str:
    return _related([(name, f"{OFFICE}/{name}", target) for name, target in found.items()])


def _core(title: str) -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>sv-SE</dc:language></cp:coreProperties>"
    )


def _presentation() -> str:
    return (
        f'{HEAD}<p:presentation {NAMES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        f'<p:sldIdLst><p:sldId id="256" r:id="rId2"/></p:sldIdLst><p:sldSz cx="{WIDTH}" cy="{HEIGHT}"/>'
        '<p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
    )


def _title() -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Rubrik"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/>'
        '</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="300000" y="150000"/><a:ext cx="11592000" cy="600000"/></a:xfrm></p:spPr>'
        '<p:txBody><a:bodyPr anchor="ctr"/><a:lstStyle/><a:p><a:r><a:rPr lang="sv-SE"/><a:t>Rubrik</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def _master() -> str:
    mapped = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", **{name: name for name in list(THEME)[4:]}}
    colours = " ".join(f'{name}="{mapped[name]}"' for name in mapped)
    title = '<a:lvl1pPr algn="l"><a:defRPr sz="2400" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    return (
        f"{HEAD}<p:sldMaster {NAMES}>{_tree(_title())}<p:clrMap {colours}/><p:sldLayoutIdLst>"
        '<p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>'
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle/><p:otherStyle/></p:txStyles></p:sldMaster>"
    )


def _theme() -> str:
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in THEME.items())
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="{MAIN}" name="Nyttokalkyl"><a:themeElements><a:clrScheme name="Nyttokalkyl">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Nyttokalkyl"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Nyttokalkyl"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )
