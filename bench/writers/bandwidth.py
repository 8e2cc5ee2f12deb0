"""How fast two threads read main memory: what no writer can outrun, since each token reads the whole model once.

`memchr` of the C library looks for a byte that is not there; ctypes lets go of the interpreter meanwhile.
"""

from __future__ import annotations

import ctypes
import json
import sys
import threading
import time

from bench.writers.task import THREADS

_BYTES = 256 << 20  # a thread: far more than any cache
_ROUNDS = 4

library = ctypes.cdll.msvcrt if sys.platform == "win32" else ctypes.CDLL(None)
library.memchr.restype = ctypes.c_void_p
library.memchr.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t]
blocks = [ctypes.create_string_buffer(b"\x01" * _BYTES, _BYTES) for _ in range(THREADS)]


def read(block: ctypes.Array[ctypes.c_char]) -> None:
    """The whole block, once."""
    library.memchr(ctypes.addressof(block), 0, _BYTES)


best = 0.0
for _ in range(_ROUNDS):
    threads = [threading.Thread(target=read, args=(block,)) for block in blocks]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    best = max(best, _BYTES * THREADS / (time.perf_counter() - begun))
print(json.dumps({"bytes_per_s": best}))
