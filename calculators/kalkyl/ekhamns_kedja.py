"""The effektkedja of the example Digital bokning i Ekhamns kommun, as its document holds it. Invented, as the example is."""

from __future__ import annotations

from typing import Any


def _lada(id: str, typ: str, text: str, intressent: str = "", **about: Any) -> dict[str, Any]:
    return {"id": id, "typ": typ, "text": text, **({"intressent": intressent} if intressent else {}), **about}


def _pilar(*ends: str) -> list[dict[str, str]]:
    """"f1>a1" is an arrow; from an obstacle ("h") it hinders."""
    pairs = [end.split(">") for end in ends]
    return [
        {"id": f"p{n}", "fran": fran, "till": till, "slag": "hindrar" if fran.startswith("h") else "leder_till"}
        for n, (fran, till) in enumerate(pairs, 1)
    ]


KOMMUN, INVANARE = "Ekhamns kommun", "Invånarna"
PENGAR = {"varderas_i_pengar": True}
KEDJA: dict[str, Any] = {
    "format": "effektkedja",
    "version": 2,
    "titel": "Digital bokning i Ekhamns kommun",
    "exempel": True,
    "lador": [
        _lada("f1", "forandring", "Digital bokning av besök"),
        _lada("a1", "nytt_arbetssatt", "Invånaren bokar själv", INVANARE),
        _lada("a2", "nytt_arbetssatt", "Kallelsen kommer digitalt", KOMMUN),
        _lada("e1", "effekt", "Färre samtal om bokning", KOMMUN),
        _lada("e2", "effekt", "Färre kallelser skickas på papper", KOMMUN),
        _lada("e3", "effekt", "Bokningen är öppen dygnet runt", INVANARE),
        _lada("n1", "nytta", "Kortare tid per bokning", KOMMUN, kategori="omfordelning", kalkylrad="N1", **PENGAR),
        _lada("n2", "nytta", "Färre brev", KOMMUN, kategori="finansiell", kalkylrad="N2", **PENGAR),
        _lada("n3", "nytta", "Mindre väntan i telefon", INVANARE, kategori="omfordelning", kalkylrad="N3", **PENGAR),
        _lada("n4", "nytta", "Möjligt att boka när telefonen är stängd", INVANARE, kategori="kvalitet",
              kalkylrad="N4", varderas_i_pengar=False),
        _lada("n5", "nytta", "Mindre papper och transporter", INVANARE, kategori="miljo", kalkylrad="N5", varderas_i_pengar=False),
        _lada("m1", "verksamhetsmal", "Mer tid för mötet med invånaren", KOMMUN),
        _lada("m2", "verksamhetsmal", "Tjänster som är lätta att nå", KOMMUN),
        _lada("m3", "verksamhetsmal", "Mindre klimatpåverkan", KOMMUN),
        _lada("h1", "hinder", "Alla invånare har inte e-legitimation", INVANARE, atgard="Telefonen finns kvar för den som vill ringa."),
        _lada("k1", "kostnad", "Licens och drift hos leverantören", KOMMUN, kategori="finansiell", kalkylrad="K1", **PENGAR),
        _lada("k2", "kostnad", "Förändringsledning", KOMMUN, kategori="omfordelning", kalkylrad="K2", **PENGAR),
        _lada("k3", "kostnad", "Utbildning", KOMMUN, kategori="omfordelning", kalkylrad="K3", **PENGAR),
        _lada("k4", "kostnad", "Förvaltning", KOMMUN, kategori="omfordelning", kalkylrad="K4", **PENGAR),
        _lada("k5", "kostnad", "Svårare för den som inte använder digitala tjänster", INVANARE, kategori="kvalitet",
              kalkylrad="K5", varderas_i_pengar=False),
    ],
    "pilar": _pilar("f1>a1", "f1>a2", "a1>e1", "a1>e3", "a2>e2", "e1>n1", "e1>n3", "e2>n2", "e2>n5", "e3>n4", "n1>m1",
                    "n3>m2", "n4>m2", "n5>m3", "n2>m1", "h1>a1", "f1>k1", "f1>k2", "f1>k3", "f1>k4", "a1>k5"),
}  # fmt: skip
