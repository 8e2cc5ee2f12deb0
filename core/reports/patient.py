"""The patient in one line. What is not known is said where silence could mislead."""

from __future__ import annotations

from core.reports.sheet import Sheet

COULD_BE_PREGNANT = (10, 56)
DAYS_OF_A_YEAR = 365.25


def patient_parts(sheet: Sheet) -> list[tuple[str, str]]:
    """Stretches of text with their emphasis (see `Sheet.mixed`)."""
    patient = sheet.assessment.patient
    parts = [_age(sheet, patient.age_years), (sheet.t(patient.sex), "muted" if patient.sex == "unknown" else "plain")]
    if patient.pregnant is not None:
        parts.append((sheet.t("pregnant" if patient.pregnant else "not_pregnant"), "plain"))
    elif patient.sex == "female" and _childbearing(patient.age_years):
        parts.append((sheet.t("pregnancy_unknown"), "muted"))
    if patient.lactating:
        parts.append((sheet.t("lactating"), "plain"))
    if patient.weight_kg is None:
        parts.append((sheet.t("no_weight"), "muted"))
    else:
        parts.append((f"{patient.weight_kg:g} kg", "plain"))
    if patient.height_cm is not None:
        parts.append((f"{patient.height_cm:g} cm", "plain"))
    joined = [parts[0]]
    for part in parts[1:]:
        joined += [(" · ", "muted"), part]
    return joined


def _age(sheet: Sheet, years: float | None) -> tuple[str, str]:
    if years is None:
        return sheet.t("no_age"), "muted"
    if years >= 2:
        return sheet.t("years", n=f"{int(years)}"), "plain"
    if years * 12 >= 1:
        return sheet.t("months", n=int(years * 12)), "plain"
    return sheet.t("days", n=int(years * DAYS_OF_A_YEAR)), "plain"


def _childbearing(years: float | None) -> bool:
    return years is None or COULD_BE_PREGNANT[0] <= years < COULD_BE_PREGNANT[1]
