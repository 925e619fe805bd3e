"""python -m bench [--runs N]: prints each figure, its bar, and how many times it was measured."""

import argparse

from bench import chains, engine, lighthouse, live, register, size, spreadsheet, uncertainty


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--runs", type=int, default=7, help="how many times each start is measured")
    asked = parser.parse_args()
    print(f"{'what':58}{'measured':>14}{'bar':>14}   how")
    parts = (size.rows(), engine.rows(), uncertainty.rows(), chains.rows(), register.rows(), live.rows(asked.runs))
    slow = (spreadsheet.rows(), lighthouse.rows())
    for row in (row for part in (*parts, *slow) for row in part):
        print(f"{row.what:58}{row.measured:>14}{row.bar:>14}   {row.how}", flush=True)


if __name__ == "__main__":
    main()
