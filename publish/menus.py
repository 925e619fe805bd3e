"""The theme's menus by name: each list of pages is a landmark, and two landmarks may not be called the same, or nothing."""

from __future__ import annotations

import re
from html import escape, unescape
from pathlib import Path

LABEL = re.compile(r'<label\b[^>]*\bid="(__nav(?:_\d+)+)_label"[^>]*>(.*?)</label>', re.S)
WORDS = re.compile(r'<span class="md-ellipsis">(.*?)</span>', re.S)
MARKS = re.compile(r"<[^>]*>")


def name_menus(site: Path) -> None:
    """Every page's menus are called as their sections, with the section above in front."""
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(named(text), encoding="utf-8")


def named(html: str) -> str:
    """The page with a name on each menu."""
    own = {found[1]: _words(found[2]) or _before(html, found.start()) for found in LABEL.finditer(html)}
    for id in own:
        parents = [own[id[:end]] for end in range(len(id)) if id[end] == "_" and id[:end] in own]
        label = escape(": ".join([*parents, own[id]]))
        html = html.replace(f'aria-labelledby="{id}_label"', f'aria-label="{label}"')
    return html


def _words(html: str) -> str:
    return " ".join(unescape(MARKS.sub(" ", html)).split())


def _before(html: str, place: int) -> str:
    """A section with a page of its own: the link to it stands before the arrow that unfolds it."""
    found = WORDS.findall(html, max(0, place - 2000), place)
    return _words(found[-1]) if found else ""
