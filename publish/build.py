"""The whole site, from the engine to the compressed files."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from publish import ROOT, SITE, kalkylmallar, runtime
from publish.compression import compress
from publish.headers import write_headers
from publish.menus import name_menus
from publish.names import name_by_content
from publish.previews import draw_previews
from publish.search import improve_search
from publish.styles import join_styles

NO_PICTURE = re.compile(r"<image>\s*<url>None</url>.*?</image>\s*", re.S)
ALIGNED = re.compile(r' style="text-align: (left|center|right);"')


class BuildFailed(SystemExit):
    """A broken link, an unknown macro, value or calculator: the builder has said which."""


def build() -> None:
    """Runtime, pages, names, search, pictures for links, headers, compression."""
    runtime.build()
    mkdocs("build", "--strict", "--clean", "--site-dir", str(SITE))
    kalkylmallar.write(SITE / "mallar")
    _classes_for_styles()
    name_menus(SITE)
    join_styles(SITE)
    improve_search(SITE)
    _feeds_without_a_picture()
    draw_previews(SITE)
    name_by_content(SITE, ROOT)
    for leftover in SITE.rglob("*.d.ts"):
        leftover.unlink()
    write_headers(SITE)
    compress(SITE)


def mkdocs(*arguments: str, **settings: str) -> None:
    """Run MkDocs aloud: -q would hide the warnings that --strict counts. `settings` are for mkdocs.yml."""
    quiet = {"DISABLE_MKDOCS_2_WARNING": "true", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments], cwd=ROOT, env={**os.environ, **quiet, **settings}
    )
    if done.returncode:
        raise BuildFailed(done.returncode)


def _classes_for_styles() -> None:
    """Aligned table cells by class: the policy lets no style attribute through."""
    for page in SITE.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(ALIGNED.sub(r' class="nk-align-\1"', text), encoding="utf-8")


def _feeds_without_a_picture() -> None:
    """The plugin for feeds writes "None" where no picture is given."""
    for feed in SITE.glob("feed_rss_*.xml"):
        feed.write_text(NO_PICTURE.sub("", feed.read_text(encoding="utf-8")), encoding="utf-8")
