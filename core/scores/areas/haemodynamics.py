"""Circulation: mean arterial pressure."""

from __future__ import annotations

from core.scores.areas.measures import measures, needs
from core.scores.calculator import Calculator, Population
from core.scores.criteria import equation

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
        inputs=measures("systolic", "diastolic"),
        criteria=(equation(("systolic", "diastolic"), lambda systolic, diastolic: (systolic + 2 * diastolic) / 3),),
        unit="mmHg",
        decimals=1,
        of_the_moment=True,
        source="arithmetic: (systolic + 2 × diastolic) / 3",
        matters=needs(0.1, "systolic-blood-pressure", "diastolic-blood-pressure"),
    ),
)
