"""Each list of pages in the menu is a landmark with a name of its own."""

import re
from collections import Counter

from publish import SITE
from publish.menus import named

LINK = '<a class="md-nav__link"><span class="md-ellipsis">{}</span></a>'
ARROW = '<label class="md-nav__link" for="{0}" id="{0}_label" tabindex="0">{1}<span class="md-nav__icon"></span></label>'
MENU = '<nav class="md-nav" aria-labelledby="{}_label">'


def test_a_menu_is_called_as_its_section_after_the_one_above() -> None:
    words = '<span class="md-ellipsis">Bakgrund &amp; mer</span>'
    page = (LINK.format("Metoden") + ARROW.format("__nav_1", "") + MENU.format("__nav_1")
            + ARROW.format("__nav_1_2", words) + MENU.format("__nav_1_2")
            + LINK.format("Om") + ARROW.format("__nav_10", "") + MENU.format("__nav_10"))  # fmt: skip
    assert re.findall('<nav[^>]* aria-label="([^"]*)"', named(page)) == ["Metoden", "Metoden: Bakgrund &amp; mer", "Om"]
    assert "aria-labelledby" not in named(page)


def test_no_two_menus_of_a_built_page_have_the_same_name() -> None:
    names = re.findall(r'<nav class="md-nav"[^>]* aria-label="([^"]*)"', (SITE / "effektkedja/rita/index.html").read_text(encoding="utf-8"))
    assert names
    assert "" not in names
    assert Counter(names).most_common(1)[0][1] == 1
