"""The libraries that write .docx and .pptx in the browser: bundled from npm, fetched only when somebody asks for a file."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from publish import CACHE, NODE_MODULES, ROOT

ENTRIES = ROOT / "publish/office"


def bundle() -> list[Path]:
    """The bundles, and the licences of what is in them."""
    made = CACHE / "office"
    shutil.rmtree(made, ignore_errors=True)
    subprocess.run(
        [
            str(NODE_MODULES / ".bin/esbuild"),
            *map(str, sorted(ENTRIES.glob("*.js"))),
            "--bundle",
            "--minify",
            "--format=esm",
            "--platform=browser",
            "--target=es2022",
            "--legal-comments=linked",
            "--log-level=warning",
            f"--metafile={CACHE / 'office.json'}",
            f"--outdir={made}",
        ],
        check=True,
        cwd=ROOT,
    )
    (made / "LICENSES.txt").write_text(_licences(), encoding="utf-8")
    return sorted(made.iterdir())


def _licences() -> str:
    inputs = json.loads((CACHE / "office.json").read_text(encoding="utf-8"))["inputs"]
    packages = sorted({name.split("/")[1] for name in inputs if name.startswith("node_modules/")})
    texts = []
    for package in packages:
        folder = NODE_MODULES / package
        about = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        files = [p for p in sorted(folder.iterdir()) if p.name.lower().startswith(("license", "licence"))]
        told = "\n".join(p.read_text(encoding="utf-8") for p in files) or f"{about.get('license')}\n"
        texts.append(f"{package} {about['version']}\n\n{told}")
    return "\n\n----\n\n".join(texts)
