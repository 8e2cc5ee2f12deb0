"""The tables of the compiled knowledge file."""

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE pack (name TEXT PRIMARY KEY, version TEXT NOT NULL, review_by TEXT NOT NULL, sha256 TEXT NOT NULL);

-- Findings: every HPO phenotype and every term of ours. `entry` is the YAML entry as JSON, NULL for plain HPO.
CREATE TABLE term (
    id TEXT PRIMARY KEY, label TEXT NOT NULL, label_zh TEXT, kind TEXT, background REAL, by TEXT, entry TEXT
) WITHOUT ROWID;
CREATE TABLE term_parent (child TEXT NOT NULL, parent TEXT NOT NULL, PRIMARY KEY (child, parent)) WITHOUT ROWID;
CREATE TABLE term_alternative (alternative TEXT PRIMARY KEY, term TEXT NOT NULL) WITHOUT ROWID;

-- Names as they are recognised in English text: stems in order, found by their rarest stem (`anchor`).
CREATE TABLE lexicon (
    anchor TEXT NOT NULL, stems TEXT NOT NULL, term TEXT NOT NULL, name TEXT NOT NULL, own INTEGER NOT NULL
);
CREATE INDEX lexicon_anchor ON lexicon (anchor);
-- Names as they are recognised in Chinese text, character by character.
CREATE TABLE lexicon_zh (name TEXT NOT NULL, term TEXT NOT NULL, PRIMARY KEY (name, term)) WITHOUT ROWID;

-- The words of the diseases' descriptions with their BM25 weights: numbers of diseases in id order (uint16), and the
-- weight in each (float32).
CREATE TABLE wording (word TEXT PRIMARY KEY, diseases BLOB NOT NULL, weights BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE disease (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, name_zh TEXT, urgency TEXT NOT NULL, harm TEXT NOT NULL,
    entry TEXT NOT NULL
) WITHOUT ROWID;
-- The scorer's numbers: log10 likelihood ratios, already shrunk and capped.
CREATE TABLE weight (
    disease TEXT NOT NULL, term TEXT NOT NULL, present REAL NOT NULL, absent REAL NOT NULL,
    basis TEXT NOT NULL, source TEXT NOT NULL, grp TEXT, weaker_in TEXT NOT NULL, PRIMARY KEY (disease, term)
) WITHOUT ROWID;
CREATE TABLE share (
    disease TEXT NOT NULL, setting TEXT NOT NULL, sex TEXT NOT NULL, band TEXT NOT NULL, per_10000 REAL NOT NULL,
    PRIMARY KEY (disease, setting, sex, band)
) WITHOUT ROWID;

CREATE TABLE analyte (id TEXT PRIMARY KEY, entry TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE procedure (id TEXT PRIMARY KEY, entry TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE department (id TEXT PRIMARY KEY, entry TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE icd10cm (code TEXT PRIMARY KEY, title TEXT NOT NULL, leaf INTEGER NOT NULL) WITHOUT ROWID;

-- Search over diseases and findings, for `knowledge show` and completion; trigrams find parts of Chinese names too.
CREATE VIRTUAL TABLE search USING fts5 (id UNINDEXED, sort UNINDEXED, name, tokenize = 'trigram');
"""
