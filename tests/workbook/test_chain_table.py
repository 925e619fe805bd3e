"""The chain's table opens in LibreOffice: a column for each thing that is known, Swedish letters, and nothing that is computed."""

from pathlib import Path

import openpyxl
import pytest

from calculators.chain.examples import example, ids
from calculators.chain.formats import opened_bytes
from calculators.chain.graph import Effektkedja, Lada
from calculators.views.chain.files import exported
from tests.workbook.office import SEMICOLONS, converted

SIGNS = "Åäö é – ”citat” & <b> 漢字"


@pytest.mark.slow
def test_the_table_opens_with_a_column_for_each_thing_and_swedish_letters(tmp_path: Path) -> None:
    chains = {id: example(id) for id in ids()}
    chains["egen"] = Effektkedja(lador=(Lada("n1", "nytta", SIGNS), Lada("n2", "nytta", "=1+1"), Lada("n3", "nytta", "rad; semikolon")))
    for name, kedja in chains.items():
        (tmp_path / f"{name}.csv").write_bytes(exported(kedja, "csv"))
    made = converted([tmp_path / f"{name}.csv" for name in chains], tmp_path, reading=SEMICOLONS)
    for name, kedja in chains.items():
        sheet = openpyxl.load_workbook(made / f"{name}.xlsx").active
        assert sheet is not None
        rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
        assert rows[0][:4] == ["Id", "Typ", "Text", "Intressent"]
        assert rows[0][12:] == ["Notering", "Leder till", "Hindrar", "Krävs för"]
        texts = [str(row[2]).removeprefix("'") for row in rows[1:]]
        assert texts == [lada.text for lada in kedja.lador]
        assert len(opened_bytes(exported(kedja, "csv")).kedja.pilar) == len(kedja.pilar)
