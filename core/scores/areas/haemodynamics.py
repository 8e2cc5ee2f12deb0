"""Circulation: mean arterial pressure."""

from __future__ import annotations

from core.scores.calculator import Calculator, Criterion, Population, Values
from core.scores.inputs import Number
from core.scores.situation import Situation


def _mean(values: Values) -> float:
    systolic, diastolic = float(values["systolic"]), float(values["diastolic"])
    return (systolic + 2 * diastolic) / 3


def _matters(case: Situation) -> float:
    return 0.1 if case.measured("systolic-blood-pressure", "diastolic-blood-pressure") == 2 else 0


CALCULATORS = (
    Calculator(
        id="map",
        names=("mean arterial pressure", "Mean Arterial Pressure (MAP)", "MAP"),
        zh="平均动脉压",
        purpose="Mean arterial pressure from the systolic and the diastolic pressure.",
        population=Population(
            exclusions="An estimate: it departs from the measured mean in tachycardia and arrhythmia.",
            exclusions_zh="为估算值：心动过速或心律失常时与实测值有偏差。",
        ),
        inputs=(
            Number(
                id="systolic",
                en="systolic blood pressure",
                zh="收缩压",
                assumable=False,
                analytes=("systolic-blood-pressure",),
                unit="mmHg",
                limits=(30, 300),
                decimals=0,
            ),
            Number(
                id="diastolic",
                en="diastolic blood pressure",
                zh="舒张压",
                assumable=False,
                analytes=("diastolic-blood-pressure",),
                unit="mmHg",
                limits=(10, 200),
                decimals=0,
                beside="systolic",
            ),
        ),
        criteria=(Criterion(("systolic", "diastolic"), _mean),),
        unit="mmHg",
        decimals=1,
        source="arithmetic: (systolic + 2 × diastolic) / 3",
        matters=_matters,
    ),
)
