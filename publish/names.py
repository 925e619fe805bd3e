"""Content in the name: every file of ours gets its digest, so that it can be cached for ever and never mixes with another release."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

OWN_SCRIPTS = "docs/assets/javascripts"


def digest(content: bytes) -> str:
    """Eight figures of the content."""
    return hashlib.sha256(content).hexdigest()[:8]


def name_by_content(site: Path, sources: Path) -> None:
    """Rename fonts, pictures, styles and our scripts under `site`, and every mention of them."""
    pages = list(site.rglob("*.html"))
    styles = [p for p in sorted((site / "assets/stylesheets").glob("*.css")) if "." not in p.stem]  # the theme's have theirs
    scripts = [site / "assets/javascripts" / p.name for p in sorted((sources / OWN_SCRIPTS).glob("*.js"))]
    quiet = [
        p
        for folder in ("fonts", "images")
        for p in sorted((site / "assets" / folder).glob("*"))
        if _is_ours(p, sources)
    ]
    for file in quiet:
        _mention(_renamed(file, digest(file.read_bytes())), file.name, [*styles, *pages])
    for file in styles:
        _mention(_renamed(file, digest(file.read_bytes())), file.name, pages)
    together = digest(b"".join(p.read_bytes() for p in scripts))
    names = {p.name: _with(p.name, together) for p in scripts}
    for file in scripts:
        text = re.sub(r"'\./([a-z]+\.js)'", lambda m: f"'./{names.get(m[1], m[1])}'", file.read_text(encoding="utf-8"))
        file.write_text(text, encoding="utf-8")
        _mention(_renamed(file, together), file.name, pages)


def _is_ours(file: Path, sources: Path) -> bool:
    return (sources / "docs" / "assets" / file.parent.name / file.name).is_file()


def _with(name: str, mark: str) -> str:
    stem, _, ending = name.rpartition(".")
    return f"{stem}.{mark}.{ending}"


def _renamed(file: Path, mark: str) -> str:
    name = _with(file.name, mark)
    file.rename(file.with_name(name))
    return name


def _mention(new: str, old: str, files: Iterable[Path]) -> None:
    pattern = re.compile(rf"(?<=/){re.escape(old)}(?=[\"')?#])")
    for file in files:
        text = file.read_text(encoding="utf-8")
        if f"/{old}" in text:
            file.write_text(pattern.sub(new, text), encoding="utf-8")
