"""What the tests of generation ask, and how quickly a scripted worker is given up."""

from __future__ import annotations

from core.models.fake import FakeScript, FakeStep
from core.models.session import Timings

ASK = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "What is it?"}]
QUICK = Timings(load=0.2, hang=0.2, stop=0.05, idle=0)


def says(*texts: str) -> FakeScript:
    return FakeScript(steps=tuple(FakeStep(text=text) for text in texts))
