"""What tests need of the knowledge that comes with the program."""

from __future__ import annotations

import pytest

from core.system.folders import compiled_knowledge

needs_knowledge = pytest.mark.skipif(not compiled_knowledge().is_file(), reason="the knowledge base has not been built")
