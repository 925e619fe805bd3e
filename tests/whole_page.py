"""A page in a browser with all of it laid out, also what is out of the window and otherwise waits until it is scrolled to."""

from playwright.sync_api import Page

ALL = ".nk-block, .nk-section, .nk-part { content-visibility: visible !important; }"
DRAW = "(css) => { const all = new CSSStyleSheet(); all.replaceSync(css); document.adoptedStyleSheets = [all] }"


def whole(page: Page) -> Page:
    """The same page, with nothing left out of what a checker sees. What is folded stays folded."""
    page.evaluate(DRAW, ALL)
    return page
