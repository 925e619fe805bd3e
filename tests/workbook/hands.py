"""What a person does in the spreadsheet program: rows inserted and copied, cells written, by LibreOffice without a window."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from publish.libreoffice import MISSING, installed
from tests.workbook.office import converted

INSERT, COPY, TEXT, NUMBER = "insert", "copy", "text", "number"
Step = tuple[str, ...]  # the tab, what to do, and what that needs; rows and columns from 0, as LibreOffice counts them

MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Work(source, target, steps)
 Dim hidden(0) As New com.sun.star.beans.PropertyValue
 hidden(0).Name = "Hidden" : hidden(0).Value = True
 doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
 For Each line In Split(steps, "|")
  s = Split(line, ";")
  sheet = doc.Sheets.getByName(s(0))
  Select Case s(1)
   Case "insert" : sheet.Rows.insertByIndex(CLng(s(2)), CLng(s(3)))
   Case "copy"
    block = sheet.getCellRangeByPosition(0, CLng(s(2)), 60, CLng(s(3)))
    sheet.copyRange(sheet.getCellByPosition(0, CLng(s(4))).CellAddress, block.RangeAddress)
   Case "text" : sheet.getCellByPosition(CLng(s(2)), CLng(s(3))).String = s(4)
   Case "number" : sheet.getCellByPosition(CLng(s(2)), CLng(s(3))).Value = Val(s(4))
  End Select
 Next
 doc.calculateAll()
 Dim kind(0) As New com.sun.star.beans.PropertyValue
 kind(0).Name = "FilterName" : kind(0).Value = "Calc MS Excel 2007 XML"
 doc.storeToURL(ConvertToURL(target), kind())
 doc.close(True)
End Sub
</script:module>
"""


def inserted(tab: str, row: int, count: int = 1) -> Step:
    """Empty rows before a row."""
    return (tab, INSERT, str(row - 1), str(count))


def copied(tab: str, first: int, last: int, to: int) -> Step:
    """Rows over others, with their formulas and looks."""
    return (tab, COPY, str(first - 1), str(last - 1), str(to - 1))


def put(tab: str, cell: str, value: str | float) -> Step:
    """A text or a number in a cell of the columns A–Z."""
    kind = TEXT if isinstance(value, str) else NUMBER
    return (tab, kind, str(ord(cell[0]) - ord("A")), str(int(cell[1:]) - 1), str(value))


def worked(file: Path, folder: Path, steps: Sequence[Step]) -> Path:
    """The file as the program saves it after the steps, every formula recalculated."""
    program = installed()
    assert program, MISSING
    converted([file], folder, "csv")  # the first run makes the profile
    profile = folder / "profile-0"
    (profile / "user/basic/Standard/Module1.xba").write_text(MODULE, encoding="utf-8")
    target = folder / f"{file.stem}-worked.xlsx"
    done = "|".join(";".join(step) for step in steps)
    subprocess.run(
        [program, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}",
         f'macro:///Standard.Module1.Work("{file}","{target}","{done}")'],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    assert target.is_file()
    return target
