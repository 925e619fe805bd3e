"""python -m bench [--runs N]: prints each figure, its bar, and how many times it was measured."""

import argparse

from bench import engine, live, register, size, uncertainty


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--runs", type=int, default=7, help="how many times each start is measured")
    asked = parser.parse_args()
    print(f"{'what':58}{'measured':>14}{'bar':>14}   how")
    for row in (*size.rows(), *engine.rows(), *uncertainty.rows(), *register.rows(), *live.rows(asked.runs)):
        print(f"{row.what:58}{row.measured:>14}{row.bar:>14}   {row.how}", flush=True)


if __name__ == "__main__":
    main()
