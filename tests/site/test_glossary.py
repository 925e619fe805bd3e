"""The glossary: every term of the method has an address, and the search finds it in each of its forms."""

import re
import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from lxml import html

from macros.glossary import Term, link, terms
from tests.site.test_search import found

pytestmark = pytest.mark.xdist_group("search")  # the index is read once
# The terms that the method's two glossaries explain, as they are written there.
METHOD = """
nyttoanalys; värdering i pengar; nyttorealisering; referensanalys; förändring; Alternativ A; Alternativ B; jämförelse;
effekt; beteende; nytta; kostnad; intressent; perspektiv; samhället; kategori; finansiell nytta; finansiell kostnad;
omfördelningsnytta; omfördelningskostnad; kvalitetsnytta; kvalitetskostnad; miljönytta; miljökostnad;
kostnad som konsekvens; kostnader som krävs för att genomföra och upprätthålla förändringen; engångskostnad;
löpande kostnad; nyttobeskrivning; kostnadsbeskrivning; effektkedja; mål; verksamhetsmål; effektmål; risk; hinder;
möjlighet; indikator; uppskattad storlek; värderad i pengar; årligt värde; årsfaktor; lägst, troligt, högst;
kalkylfaktor; källa; tidshorisont; prisnivå; diskontering; diskonterade värden; diskonteringsränta; ackumulerad;
nettonytta; nettonytta per satsad krona; året då nyttorna överstiger kostnaderna; årsarbetare; närstående; tillfaller;
osäkerhetsanalys; överslagsberäkning
"""

each = pytest.mark.parametrize("term", terms(), ids=lambda term: term.id)


def test_every_term_of_the_method_is_explained() -> None:
    wanted = {word.strip() for word in METHOD.replace("\n", " ").split(";")}
    assert wanted <= {term.ord for term in terms()}


@pytest.fixture(scope="module")
def page(site: Path) -> str:
    return unescape((site / "ordlista/index.html").read_text(encoding="utf-8"))


@each
def test_a_term_has_one_address_and_its_words(term: Term, page: str) -> None:
    assert page.count(f'id="{term.id}"') == 1
    entry = page.partition(f'id="{term.id}"')[2].partition("<h")[0]
    for words in (term.betyder, *term.former, *term.heter, *term.undvik):
        assert words in entry


@each
def test_a_word_to_avoid_stands_in_the_list_with_what_to_write(term: Term, page: str) -> None:
    table = page.partition('id="undvik"')[2]
    for word in term.undvik:
        assert re.search(rf"<td>{re.escape(word)}</td>\s*<td><a href=\"#{term.id}\">", table)


@pytest.fixture(scope="module")
def answers(site: Path) -> dict[str, list[str]]:
    return found(site, *{form for term in terms() for form in term.forms})


@each
def test_the_search_finds_a_term_in_every_form(term: Term, answers: dict[str, list[str]]) -> None:
    lost = [form for form in term.forms if f"ordlista/#{term.id}" not in answers[form]]
    assert lost == []


def test_any_form_of_a_word_links_to_its_entry() -> None:
    assert link("Nyttorna", "metod/rakna.md") == "[Nyttorna](../ordlista.md#nytta){ .nk-term }"
    assert link("effektkedjan", "index.md") == "[effektkedjan](ordlista.md#effektkedja){ .nk-term }"


GUIDE = Path(__file__).parents[2] / "docs/metod"
OUTSIDE_PROSE = "//*[self::a or self::code or self::pre or self::h1 or self::h2 or self::h3 or self::h4 or @class]"


@pytest.mark.parametrize("guide", sorted(GUIDE.glob("*.md")), ids=lambda guide: guide.stem)
def test_each_term_in_the_prose_of_the_guide_is_linked_once(guide: Path, site: Path) -> None:
    folder = site / "metod" / ("" if guide.stem == "index" else guide.stem)
    (article,) = html.fromstring((folder / "index.html").read_text(encoding="utf-8")).xpath("//article")
    links = [link.get("href").partition("#")[2] for link in article.xpath(".//a[@class='nk-term']")]
    for part in article.xpath("." + OUTSIDE_PROSE):
        part.drop_tree()
    words = article.text_content().lower()
    for term in terms():
        mentioned = any(re.search(rf"(?<![\w-]){re.escape(form.lower())}(?![\w-])", words) for form in term.forms)
        assert term.vardag or not mentioned or links.count(term.id), term.ord


def test_a_word_that_is_no_term_stops_the_build(
    build_with: Callable[[str, str], subprocess.CompletedProcess[str]],
) -> None:
    built = build_with("metod/varfor.md", "{{ term('synergi') }}")
    assert built.returncode != 0
    assert "synergi" in built.stdout + built.stderr
    assert "nettonytta" in built.stdout + built.stderr


AVOIDED = re.compile(
    r"\b(nollalternativ|referensscenari|baseline|nuvärde|break-even|monetär|nettot\b|mjuka? nytt|följdkostnad"
    r"|genomförandekostnad|anhörig|nyckeltal|kalkylränt|återbetalningstid|känslighetsanalys|målläge|exempelanalys)",
    re.IGNORECASE,
)


@pytest.mark.parametrize("page", sorted(GUIDE.glob("*.md")), ids=lambda page: page.stem)
def test_the_guide_itself_uses_no_word_to_avoid(page: Path) -> None:
    assert AVOIDED.findall(page.read_text(encoding="utf-8")) == []
