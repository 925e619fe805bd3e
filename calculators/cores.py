"""Much work shared by the cores of a desk, a little at a time. The browser has one core and does without."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


def in_order(work: Callable[[Given], Made], given: Iterable[Given], ahead: int) -> Generator[Made, None, None]:
    """What the work makes of each thing given, in order, as it is given.

    No more than `ahead` things a core are held at a time, however many there are. Close the iterator when enough is seen.
    """
    import multiprocessing
    import threading

    cores = os.cpu_count() or 1
    room, enough = threading.Semaphore(ahead * cores), threading.Event()

    def admitted() -> Iterator[Given]:
        for one in given:
            room.acquire()
            if enough.is_set():
                return
            yield one

    with multiprocessing.Pool(cores) as pool:
        try:
            for made in pool.imap(work, admitted()):
                yield made
                room.release()
        finally:  # whoever reads may have seen enough: let go of what waits for room
            enough.set()
            room.release()
