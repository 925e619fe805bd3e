"""The templates as files: read from their built pages, written as Word documents and PowerPoint slides."""

from pathlib import Path

from macros.mallar import mallar
from macros.office import slides, word
from macros.office.archive import steady
from macros.office.parts import parts

WRITERS = {"docx": word.document, "pptx": slides.presentation}


def write(site: Path) -> None:
    """Put each template's file beside its page in the built `site`. The same pages give the same bytes."""
    for mall in mallar():
        page = site / "mallar" / mall.id / "index.html"
        made = WRITERS[mall.ending](mall, parts(page.read_text(encoding="utf-8"), mall.id))
        (page.parent / mall.fil).write_bytes(steady(made, mall.newest.datum))
