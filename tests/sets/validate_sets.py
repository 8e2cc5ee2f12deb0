"""Check the two hand-written sets: offsets, unique ids, class counts. Run: python3 validate_sets.py"""
import collections, json, os, re
here = os.path.dirname(os.path.abspath(__file__))
load = lambda n: [json.loads(l) for l in open(os.path.join(here, n), encoding="utf-8")]
A, M = load("assertion_sentences.jsonl"), load("measurement_lines.jsonl")
assert len(A) == len({r["id"] for r in A}) == 300 and len(M) == len({r["id"] for r in M}) == 300
assert len({(r["text"], tuple(r["target"])) for r in A}) == 300 and len({r["text"] for r in M}) == 300
for r in A:
    s, e = r["target"]
    assert r["text"][s:e] == r["phrase"] and r["phrase"].strip() == r["phrase"] != "", r
    assert r["assertion"] in {"present", "absent", "possible", "hypothetical", "conditional"}
    assert r["experiencer"] in {"patient", "family", "other"} and r["temporality"] in {"recent", "historical", "resolved"}
    assert r["temporality"] != "resolved" or r["assertion"] == "absent", r
for r in M:
    spans = sorted((m["start"], m["end"]) for m in r["measurements"])
    assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:])), r
    assert r["sex"] in {"female", "male", "unknown"} and (r["age_years"] is None or r["age_years"] >= 0)
    for m in r["measurements"]:
        t = r["text"][m["start"]:m["end"]]
        assert re.fullmatch(r"[<>+-]?\d[\d.,]*", t) and t[-1].isdigit(), (r["id"], t)
        t = t.lstrip("<>+")
        t = t.replace(",", "") if re.fullmatch(r"\d{1,3}(,\d{3})+", t) else t.replace(",", ".")
        assert float(t) == m["value"], (r["id"], t, m)
C = collections.Counter
for k in ("assertion", "experiencer", "temporality"):
    print(k, dict(C(r[k] for r in A)))
print("family/other", sum(r["experiencer"] != "patient" for r in A), "| patient present/absent counter-examples",
      sum(r["experiencer"] == "patient" and r["assertion"] in ("present", "absent") for r in A))
ms = [m for r in M for m in r["measurements"]]
print("measurements", len(ms), "analytes", len({m["analyte"] for m in ms}), "lines with none",
      sum(not r["measurements"] for r in M), "unit null", sum(m["unit"] is None for m in ms),
      "age given", sum(r["age_years"] is not None for r in M), "sex", dict(C(r["sex"] for r in M)))
