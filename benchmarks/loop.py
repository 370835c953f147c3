"""One process, many documents: how each loop measures itself and reports the result.

Needs only Python, because the loops of other tools run in environments of their own.
"""

import json
import time
from collections.abc import Callable, Iterable


def run(work: Callable[[str], object], documents: Iterable[str]) -> None:
    """Run ``work`` once to warm up, then for each document; print the time of the latter.

    A document for which it returns False has no PDF.
    """
    documents = list(documents)
    work(documents[0])
    wall, cpu = time.perf_counter(), time.process_time()
    pdfs = sum(work(document) is not False for document in documents)
    cost = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    print(json.dumps({**cost, "pdfs": pdfs}))
