"""Finding an entry of the knowledge base by id or by any of its names."""

from __future__ import annotations

from core.cli.near_names import near_names
from core.knowledge.base import Knowledge
from core.knowledge.disease import Disease
from core.knowledge.near import MOST, NearFindings
from core.knowledge.vocabulary import FindingEntry
from core.system.errors import KnownError


def find_disease(knowledge: Knowledge, asked: str) -> Disease | None:
    """The disease with this id or name in either language, upper and lower case alike."""
    if asked in knowledge.diseases:
        return knowledge.diseases[asked]
    wanted = asked.casefold()
    named = (d for d in knowledge.diseases.values() if wanted in (n.casefold() for n in (*d.names.en, *d.names.zh)))
    return next(named, None)


def find_finding(knowledge: Knowledge, asked: str) -> FindingEntry | None:
    """The same for findings of our own vocabulary."""
    if asked in knowledge.findings:
        return knowledge.findings[asked]
    wanted = asked.casefold()
    named = (f for f in knowledge.findings.values() if wanted in (n.casefold() for n in (*f.names.en, *f.names.zh)))
    return next(named, None)


def disease_named(knowledge: Knowledge, asked: str) -> Disease:
    """The disease, or KnownError naming what is near."""
    disease = find_disease(knowledge, asked)
    if disease is None:
        raise not_there(knowledge, asked, "disease")
    return disease


def not_there(knowledge: Knowledge, asked: str, sort: str | None = None) -> KnownError:
    """What to say when there is no such entry."""
    near = {key: name for key, _, name in knowledge.search(asked, sort, limit=MOST)}
    if not near:
        entries: dict[str, Disease | FindingEntry] = {**knowledge.diseases}
        entries |= {} if sort == "disease" else knowledge.findings
        names = ((key, name) for key, e in entries.items() for name in (key, *e.names.en, *e.names.zh))
        near = {key: entries[key].names.en[0] for key in near_names(asked, names)}
    if sort is None and not near:
        with NearFindings.open(knowledge) as findings:
            near = {term: knowledge.label(term).en for term in findings.find(asked)}
    named = ", ".join(f"{key} ({name})" for key, name in near.items())
    what = sort or "entry"
    return KnownError(f"the knowledge base has no {what} {asked!r}" + (f"; near it: {named}" if named else ""))
