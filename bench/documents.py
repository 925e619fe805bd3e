"""A nyttokalkyl of a given size, with factors, shared factors, spans and year factors as in real use."""

from typing import Any


def nyttokalkyl(rows: int) -> dict[str, Any]:
    """Half benefits, half costs; JSON of `answer nyttokalkyl`."""
    nyttor = [
        {
            "id": f"N{n}", "namn": f"Nytta {n}", "perspektiv": "Kommunen", "kategori": "omfordelning",
            "termer": [{"faktorer": [{"namn": "Ärenden", "troligt": 1200.0 + n, "lagst": 1000.0, "hogst": 1500.0},
                                     {"namn": "Minuter", "troligt": 8.0, "enhet": "min"}, {"ref": "tim"}], "delare": 60}],
            "timkostnad": {"ref": "tim"}, "faktor": [0.5, 1, 1, 1, 1, 1],
        }
        for n in range(1, rows // 2 + 1)
    ]  # fmt: skip
    kostnader = [
        {"id": f"K{n}", "namn": f"Kostnad {n}", "perspektiv": "Kommunen", "kategori": "finansiell",
         "arligt_varde": {"lagst": 1000.0, "troligt": 2000.0 + n, "hogst": 3000.0}}
        for n in range(1, rows - rows // 2 + 1)
    ]  # fmt: skip
    return {"perspektiv": ["Kommunen"], "gemensamma": {"tim": 420.0}, "nyttor": nyttor, "kostnader": kostnader}


def uncertain(factors: int) -> dict[str, Any]:
    """A nyttokalkyl in which every factor has a span, no two alike: two thirds in products of two, one third written costs."""
    pairs = factors // 3
    nyttor = [
        {"id": f"N{n}", "namn": f"Nytta {n}", "perspektiv": "Kommunen", "kategori": "omfordelning",
         "termer": [{"faktorer": [{"namn": "Ärenden", "lagst": 1000.0 - 9 * n, "troligt": 1200.0 + n, "hogst": 1500.0 + 7 * n},
                                  {"namn": "Minuter", "lagst": 5.0, "troligt": 5.0 + n / pairs, "hogst": 9.0}], "delare": 60}]}
        for n in range(1, pairs + 1)
    ]  # fmt: skip
    kostnader = [
        {"id": f"K{n}", "namn": f"Kostnad {n}", "perspektiv": "Kommunen", "kategori": "finansiell",
         "arligt_varde": {"lagst": 90.0, "troligt": 110.0 + n, "hogst": 200.0 + 2 * n}}
        for n in range(1, factors - 2 * pairs + 1)
    ]  # fmt: skip
    return {"perspektiv": ["Kommunen"], "nyttor": nyttor, "kostnader": kostnader}
