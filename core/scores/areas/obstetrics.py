"""Pregnancy: due date, conception and gestational age from the last menstrual period."""

from __future__ import annotations

from core.scores.areas.measures import on_request
from core.scores.calculator import Calculator, Population
from core.scores.criteria import equation
from core.scores.inputs import Told
from core.scores.reading_dates import as_date, ordinal, read_last_period, read_today
from core.scores.reading_words import USUAL_CYCLE, read_cycle

_TERM, _TO_CONCEPTION = 280, 14
_LAST_PERIOD = Told(
    id="last-period",
    en="first day of the last menstrual period",
    zh="末次月经首日",
    assumable=False,
    read=read_last_period,
)
_CYCLE = Told(id="cycle", en="length of the cycle", zh="月经周期", assumable=False, read=read_cycle)
_TODAY = Told(id="today", en="date of the record", zh="记录日期", assumable=False, read=read_today)
_POPULATION = Population(
    exclusions="An estimate from dates: a first-trimester ultrasound that differs by more than a week outranks it.",
    exclusions_zh="按日期估算：早孕超声相差超过一周时以超声为准。",
)


def _weeks(days: float) -> str:
    weeks, rest = divmod(round(days), 7)
    return f"{weeks}w{rest}d"


CALCULATORS = (
    Calculator(
        id="due-date",
        names=(
            "estimated due date",
            "Estimated due date (Naegele)",
            "Estimated Due Date",
            "EDD",
            "Naegele's rule",
            "due date",
        ),
        zh="预产期",
        purpose="The estimated day of delivery from the last period and the length of the cycle.",
        population=_POPULATION,
        inputs=(_LAST_PERIOD, _CYCLE),
        criteria=(equation(("last-period", "cycle"), lambda day, cycle: ordinal(day) + _TERM + cycle - USUAL_CYCLE),),
        render=as_date,
        source="Naegele's rule: last period + 280 days + (cycle - 28 days)",
        matters=on_request,
    ),
    Calculator(
        id="conception-date",
        names=("estimated date of conception", "Estimated of Conception", "Estimated Date of Conception", "conception"),
        zh="估计受孕日期",
        purpose="The estimated day of conception.",
        population=_POPULATION,
        inputs=(_LAST_PERIOD,),
        criteria=(equation(("last-period",), lambda day: ordinal(day) + _TO_CONCEPTION),),
        render=as_date,
        caution=(
            "Two weeks after the last period, as in a cycle of 28 days; in another, two weeks before the next one.",
            "按28天周期，末次月经后两周；其他周期为下次月经前两周。",
        ),
        source="convention: last period + 14 days",
        matters=on_request,
    ),
    Calculator(
        id="gestational-age",
        names=("estimated gestational age", "Gestational age from LMP", "Estimated Gestational Age", "gestational age"),
        zh="孕周",
        purpose="Completed weeks and days since the last period.",
        population=_POPULATION,
        inputs=(_LAST_PERIOD, _TODAY),
        criteria=(equation(("last-period", "today"), lambda day, today: ordinal(today) - ordinal(day)),),
        render=_weeks,
        source="arithmetic: days since the first day of the last menstrual period",
        matters=on_request,
    ),
)
