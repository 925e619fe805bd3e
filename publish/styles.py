"""One stylesheet for all of ours: a page waits for each file that it names before it shows anything."""

from __future__ import annotations

import re
from pathlib import Path

TOGETHER = "nyttokalkyl.css"
LINK = r'<link rel="stylesheet" href="([^"]*)assets/stylesheets/([a-z]+\.css)">'  # the theme's own have a digest in the name
LINKS = re.compile(rf"{LINK}(?:\s*{LINK})*")


def join_styles(site: Path) -> None:
    """Put the stylesheets that the pages name one after another, in that order, and let every page name the one."""
    folder = site / "assets/stylesheets"
    front = (site / "index.html").read_text(encoding="utf-8")
    parts = [folder / name for _, name in re.findall(LINK, front)]
    (folder / TOGETHER).write_text("\n".join(part.read_text(encoding="utf-8") for part in parts), encoding="utf-8")
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(LINKS.sub(rf'<link rel="stylesheet" href="\1assets/stylesheets/{TOGETHER}">', text), encoding="utf-8")
    for part in parts:
        part.unlink()
