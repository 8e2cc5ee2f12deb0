"""Run by both programs before anything else: the model worker has no variable that was not allowed to it.

PyInstaller notes a few things there for processes that the program starts; the worker may start none.
"""

import os
import sys

if sys.argv[1:2] == ["--model-worker"]:
    for name in list(os.environ):
        if name.startswith("_PYI_") or name.endswith("_LIBRARY_PATH_ORIG"):
            del os.environ[name]
