"""Files for other programs, and from them: they open, keep what they can, and say what they can't."""

import csv
import io
from xml.etree import ElementTree

import pytest
from hypothesis import given

from calculators.chain.examples import example, ids
from calculators.chain.formats import drawio, mermaid, opened, opened_bytes, powerpoint, table
from calculators.chain.graph import Effektkedja, Lada, Pil
from calculators.chain.kinds import SLAG, TYPER
from calculators.chain.palette import COLOURS
from calculators.views.chain.files import EXPORTS, exported
from calculators.views.chain.picture import standalone
from tests.chains import lines, written

EXAMPLES = pytest.mark.parametrize("id", ids())


def shape(kedja: Effektkedja) -> tuple[list[tuple[str, str, str]], set[tuple[str, str, str]]]:
    """What every format keeps: kinds, texts and stakeholders, and the arrows between them."""
    text = {lada.id: lada.text for lada in kedja.lador}
    boxes = [(lada.typ, lada.text, lada.intressent) for lada in kedja.lador]
    return boxes, {(text[pil.fran], pil.slag, text[pil.till]) for pil in kedja.pilar}


@EXAMPLES
@pytest.mark.parametrize("what", EXPORTS)
def test_everything_can_be_made_of_the_examples(what: str, id: str) -> None:
    made = exported(example(id), what)
    assert made
    assert made == exported(example(id), what)


@pytest.mark.parametrize("what", ["svg", "drawio", "json"])
@given(kedja=written())
def test_nothing_is_lost_in(what: str, kedja: Effektkedja) -> None:
    assert opened_bytes(exported(kedja, what)).kedja == kedja


@EXAMPLES
@pytest.mark.parametrize("what", ["mermaid", "csv", "rader"])
def test_boxes_and_arrows_come_back_from(what: str, id: str) -> None:
    found = opened_bytes(exported(example(id), what))
    assert found.anmarkningar == ()
    if what == "rader":
        assert (set(shape(found.kedja)[0]), shape(found.kedja)[1]) == (
            set(shape(example(id))[0]),
            shape(example(id))[1],
        )
    else:
        assert shape(found.kedja) == shape(example(id))


@given(written(6))
def test_any_text_comes_back_from_mermaid(kedja: Effektkedja) -> None:
    if (
        not any(lada.text == "" or "[" in lada.intressent + lada.text or "<" in lada.text for lada in kedja.lador)
        and kedja.lador
    ):
        boxes = [(typ, text) for typ, text, _ in shape(kedja)[0]]
        again = mermaid.read(mermaid.write(kedja)).kedja
        assert [(typ, text) for typ, text, _ in shape(again)[0]] == boxes
        assert len(again.pilar) == len(kedja.pilar)


@given(written(6))
def test_a_table_opens_in_a_spreadsheet_and_comes_back(kedja: Effektkedja) -> None:
    made = table.write(kedja)
    assert made.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(made[1:]), delimiter=";"))
    assert rows[0][:3] == ["Id", "Typ", "Text"]
    assert all(len(row) == len(rows[0]) for row in rows)
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@")], "a spreadsheet would compute it"
    if kedja.lador and all(lada.text and not lada.text.startswith("'") for lada in kedja.lador):
        again = table.read(made).kedja
        assert [(x.id, x.typ, x.text) for x in again.lador] == [(x.id, x.typ, x.text) for x in kedja.lador]
        assert {(p.fran, p.slag, p.till) for p in again.pilar} == {(p.fran, p.slag, p.till) for p in kedja.pilar}


@EXAMPLES
def test_powerpoint_has_every_box_every_arrow_glued_at_both_ends_and_words_for_them(id: str) -> None:
    pptx = pytest.importorskip("pptx", exc_type=ImportError)
    kedja = example(id)
    deck = pptx.Presentation(io.BytesIO(powerpoint.write(kedja)))
    (slide,) = deck.slides
    assert slide.shapes.title.text == f"Effektkedja: {kedja.titel} (exempel)"
    shapes = {shape.shape_id: shape for shape in slide.shapes}
    arrows = [s for s in slide.shapes if s.element.tag.endswith("}cxnSp")]
    boxes = [s for s in slide.shapes if s not in arrows and not s.is_placeholder]
    assert len(shapes) == len(list(slide.shapes))
    assert [box.text_frame.paragraphs[1].text for box in boxes] == [lada.text for lada in kedja.lador]
    names = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    glued = set()
    for arrow in arrows:
        ends = [arrow.element.find(f".//a:{end}", names) for end in ("stCxn", "endCxn")]
        here, there = (shapes[int(end.get("id"))] for end in ends)
        glued.add((here.text_frame.paragraphs[1].text, there.text_frame.paragraphs[1].text))
        sides = [
            shape.left + (shape.width if end.get("idx") == "3" else 0)
            for shape, end in zip((here, there), ends, strict=True)
        ]
        assert sides == [arrow.begin_x, arrow.end_x], "drawn where it is glued"
    assert glued == {(a, b) for a, _, b in shape(kedja)[1]}
    for one in (*boxes, *arrows):
        assert one.element.find(".//{*}cNvPr").get("descr")
    for run in slide.element.iter(f"{{{names['a']}}}rPr"):
        assert run.get("lang") == "sv-SE"
    for box in boxes:
        assert box.left >= 0
        assert box.left + box.width <= deck.slide_width
        assert box.top + box.height <= deck.slide_height


@given(written())
def test_a_slide_is_xml_whatever_the_texts(kedja: Effektkedja) -> None:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(powerpoint.write(kedja))) as file:
        for name in file.namelist():
            ElementTree.fromstring(file.read(name))


@EXAMPLES
def test_a_drawing_is_what_draw_io_expects(id: str) -> None:
    root = ElementTree.fromstring(drawio.write(example(id)))
    cells = {
        data.get("id"): data if data.tag == "mxCell" else data.find("mxCell") for data in root.iterfind(".//root/*")
    }
    assert {"0", "1"} <= cells.keys()
    edges = [cell for cell in cells.values() if cell is not None and cell.get("edge")]
    assert len(edges) == len(example(id).pilar)
    assert all(cell.get("source") in cells and cell.get("target") in cells for cell in edges)
    assert all(
        cell is not None and cell.find("mxGeometry") is not None for id, cell in cells.items() if id not in ("0", "1")
    )


def test_what_somebody_wrote_in_the_drawing_is_what_counts() -> None:
    text = drawio.write(lines("Effekt: Färre samtal [Mottagningen]")).replace(
        "Färre samtal&lt;br", "Många färre samtal&lt;br"
    )
    (lada,) = drawio.read(text).kedja.lador
    assert (lada.typ, lada.text, lada.intressent) == ("effekt", "Många färre samtal", "Mottagningen")


ELSEWHERE = """<mxfile><diagram name="Vår kedja"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="Xy-1" value="Nytta: Kortare v&#228;ntetid" vertex="1" parent="1"/>
<mxCell id="a.2" value="&lt;div&gt;F&#228;rre&lt;/div&gt;samtal" style="fillColor=#e1eff1" vertex="1" parent="1"/>
<mxCell id="c" value="Vad?" vertex="1" parent="1"/>
<mxCell id="e1" edge="1" source="a.2" target="Xy-1" parent="1"/><mxCell id="e2" edge="1" source="c" parent="1"/>
</root></mxGraphModel></diagram></mxfile>"""


def test_a_drawing_made_elsewhere_is_taken_in_and_what_is_not_is_told() -> None:
    found = opened(ELSEWHERE)
    assert shape(found.kedja) == (
        [("nytta", "Kortare väntetid", ""), ("nytt_arbetssatt", "Färre samtal", ""), ("effekt", "Vad?", "")],
        {("Färre samtal", "leder_till", "Kortare väntetid")},
    )
    assert found.kedja.titel == "Vår kedja"
    assert found.anmarkningar == (
        "1\u00a0låda hade ingen typ och blev effekter. Välj rätt typ för dem.",
        "1\u00a0pil saknade en låda i ena änden och kom inte med.",
    )


def test_an_older_packed_drawing_is_unpacked() -> None:
    import base64
    import zlib
    from urllib.parse import quote

    inner = ELSEWHERE[ELSEWHERE.index("<mxGraphModel>") : ELSEWHERE.index("</diagram>")]
    squeeze = zlib.compressobj(9, wbits=-15)
    packed = base64.b64encode(squeeze.compress(quote(inner).encode()) + squeeze.flush()).decode()
    assert shape(opened(f"<mxfile><diagram>{packed}</diagram></mxfile>").kedja) == shape(opened(ELSEWHERE).kedja)


MERMAID = """%% a comment
graph TD;
    A[Ny app] --> B(Bokar själv) & C{{"Färre <br/> samtal"}}; B -- hindrar --> D((Kö))
    C -.->|krävs för| E["Nytta: Tid"]:::nytta --> F
    subgraph x
    class D,F verksamhetsmal
    style A fill:#fff
    end
"""


def test_a_flowchart_made_elsewhere_is_taken_in() -> None:
    found = opened(MERMAID)
    boxes, arrows = shape(found.kedja)
    assert [text for _, text, _ in boxes] == ["Ny app", "Bokar själv", "Färre samtal", "Kö", "Tid", "F"]
    assert [typ for typ, _, _ in boxes] == ["effekt", "effekt", "effekt", "verksamhetsmal", "nytta", "verksamhetsmal"]
    assert arrows == {
        ("Ny app", "leder_till", "Bokar själv"), ("Ny app", "leder_till", "Färre samtal"), ("Bokar själv", "hindrar", "Kö"),
        ("Färre samtal", "kraver", "Tid"), ("Tid", "leder_till", "F"),
    }  # fmt: skip


HARD = 'a "b" <script>#35; &amp; `x` ;%%{init}%% \\n ]--> y|z'


def test_words_that_mermaid_would_obey_are_only_words() -> None:
    ids = ["end", "o1", "x2", "a--b", "graph"]
    lador = tuple(Lada(id, typ, HARD) for id, typ in zip(ids, TYPER, strict=False))
    pilar = tuple(Pil(f"p{n}", ids[n], ids[n + 1], slag) for n, slag in enumerate(SLAG))
    made = mermaid.write(Effektkedja(HARD, lador, pilar))
    for row in made.splitlines():
        assert not {"<script", "%%", "`", "\\"} & {sign for sign in ("<script", "%%", "`", "\\") if sign in row}
        assert row.count('"') in (0, 2)
    again = mermaid.read(made).kedja
    assert [lada.text for lada in again.lador] == [HARD] * 5
    assert [pil.slag for pil in again.pilar] == list(SLAG)


def test_a_picture_is_named_told_and_lit_for_paper() -> None:
    root = ElementTree.fromstring(standalone(example("digitala-inkop")))
    name = {"s": "http://www.w3.org/2000/svg"}
    assert root.get("lang") == "sv"
    assert root.findtext("s:title", namespaces=name) == "Effektkedja: Digitala inköp i hemtjänsten (exempel)"
    assert "Leder till: Färre inköp i butik" in (root.findtext("s:desc", namespaces=name) or "")
    style = root.findtext("s:style", namespaces=name) or ""
    assert all(colours.line in style for colours in COLOURS.values())
    assert not [part for part in root.iter() if part.get("style")], "the site's policy lets no style attribute through"


def test_colours_on_the_page_are_those_of_the_files() -> None:
    from pathlib import Path

    farger = Path(__file__).parents[1] / "docs/assets/stylesheets/farger.css"
    if not farger.is_file():
        pytest.skip("only the engine is here")
    light = farger.read_text(encoding="utf-8").split("@media screen {")[0]
    short = {"nytt_arbetssatt": "arbetssatt", "verksamhetsmal": "mal"}
    for typ, colours in COLOURS.items():
        if typ != "mojlighet":  # drawn as a benefit, on paper
            assert f"--nk-{short.get(typ, typ)}: {colours.line};" in light
            assert f"--nk-{short.get(typ, typ)}-wash: {colours.wash};" in light
