"""Results of gene tests in a record's text, English or Chinese: "CYP2C19 *2/*2", "HLA-B*57:01 positive", "G6PD缺乏"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from core.knowledge.pgx_genes import gene_of, gene_pattern
from core.language.model import Genotype

_STAR = r"\*\d+[A-WYZ]?(?:\.\d{3})?(?:\s?[x×](?:N|\d+))?(?:\+\*\d+[A-Z]?(?:\s?[x×](?:N|\d+))?)*"
_PAIR = rf"\(?{_STAR}\)?\s?[/|]\s?\(?{_STAR}\)?(?:\s?[x×](?:N|\d+)|\s(?:dup\w*|duplication))?"
_ZYGOSITY = r"(?:heterozygous|homozygous|hemizygous|heterozygote|homozygote|杂合子?|纯合子?|半合子)"
_REPEATS = r"\(?TA\)?\s?[5-8]\s?/\s?(?:\(?TA\)?\s?)?[5-8]|\b[5-8]TA\s?/\s?[5-8]TA|\b[67]/[67]\b"  # of UGT1A1
_PROTEIN = r"(?:[FI]\d{3}del|delta\s?F508|ΔF508|[A-Z]\d{2,4}[A-Z](?![a-z]))"
_PROTEINS = rf"{_PROTEIN}(?:\s?/\s?(?:{_PROTEIN}|unknown|other))?(?:\s{_ZYGOSITY})?"  # of CFTR
_TWO_ALLELES = rf"alleles?[,:]?\s{_STAR}\s(?:and|&)\s{_STAR}"
_ONE_ALLELE = rf"{_STAR}\s\(?{_ZYGOSITY}\)?"  # the other is taken for the usual one, unless it is homozygous
_ACTIVITY = r"(?:activity score|活性评分)\s?(?:of|is|was|=|:|：|为)?\s?\d(?:\.\d{1,2})?"
_HAPLOTYPE = r"(?:HapB3)"
# What the two alleles do: "two no-function alleles", "one normal-function and one no-function allele".
_DOES = r"(?:no|non|loss[ -]of|normal|decreased|reduced|increased)[\s-]?function(?:al|ing)?"
_HOW_MANY = r"(?:two|one|both|2|1|a|single)\s(?:alleles?\s)?"
_DOINGS = (
    rf"(?:{_HOW_MANY}{_DOES}(?:\salleles?)?(?:\s?(?:,|/|and|plus)\s?(?:one|1|a)\s{_DOES}(?:\salleles?)?)?"
    r"|[两一]个(?:无功能|功能缺失|功能降低|失活)的?等位基因)"
)
_WILD = r"(?:homozygous\s)?(?:wild[\s-]?type|野生型)"
# An adjective that stands by itself; of a pair of them ("rapid/ultrarapid") nobody knows which.
_BY_ITSELF = r"(?!\s?/|[\w-]|\s(?:function|test|result|assay|genotyp|turn|range|limit|dose|respon|saline))"
_BARE = rf"(?:poor|intermediate|ultra-?\s?rapid|rapid|normal){_BY_ITSELF}"
_CLASS = r"(?:WHO\s)?class\s(?:I{1,3}|IV|[1-4BC])(?![\w])(?:\sdeficien\w+)?"  # of G6PD
_SUSCEPTIBLE = r"malignant hyperthermia susceptib\w+|恶性高热易感"
_BASES = r"[ACGT]\s?/?\s?[ACGT](?![A-Za-z>])"
_VARIANT = (
    r"(?:rs\d+|(?:c\.)?-1639(?:\s?G>A)?|(?:[cm]\.)?\d+(?:\+\d+)?\s?[ACGT]>[ACGT]"
    rf"|c\.\d+(?=\s?[ACGT]\s?/?\s?[ACGT](?![\w>]))|\d{{3,4}}(?=[ACGT]{{2}}(?![\w>]))|{_HAPLOTYPE})"
    rf"(?:\s?\(p\.\w+\))?\s?(?:{_BASES}|\(?{_ZYGOSITY}\)?|detected)?"
)
# Of the mitochondrion one variant that is not there says what the whole gene is taken to be.
_NOT_THERE = (
    r"(?:m\.)?(?:1555\s?A>G|1494\s?C>T)\s(?:(?:mutation|variant|was|is)\s)*(?:not\s(?:detected|found|present)|"
    r"negative|absent)"
    r"|(?:m\.)?(?:1555\s?A>G|1494\s?C>T)\s?(?:突变)?\s?(?:阴性|未检出)"
)
_CHANGED_PROTEIN = r"p\.\(?[A-Z][a-z]{2}\d+[A-Z][a-z]{2}\)?"
_ALONE = r"[ACGT]\s?[/|]\s?[ACGT](?![\w>])|[ACGT]{2}(?![\w>])"  # of a gene with one variant that matters: "A/A"
_SCORE = r"(?:\s?[(（]\s?(?:activity score|AS|活性评分)[^()（）]{1,15}[)）])?"
_WORDS = (
    r"(?:(?:likely|possible|可能)\s?)?"
    r"(?:(?:poor|intermediate|normal|extensive|rapid|ultra-?\s?rapid|slow|fast)\s+(?:metaboli[sz]er|acetylator)s?"
    r"|(?:poor|decreased|normal|increased)\s+function|(?:non-?)?expresso?e?r"
    r"|(?:慢|弱|中间|中等|正常|快|超快|广泛|强)代谢(?:型|者)?|(?:慢|中间|快)乙酰化型?|功能(?:正常|降低|减低|差|增强))"
) + _SCORE
_SHORT = r"(?:PM|IM|NM|EM|RM|UM)(?![A-Za-z]|\s?/\s?(?:PM|IM|NM|EM|RM|UM)\b)" + _SCORE
_SIGN = (
    r"(?:(?:was|is)\s+)?(?:positive|negative|(?:pos|neg)(?![A-Za-z])|not\s+(?:detected|present|found|carried)|"
    r"detected|present"
    r"|absent|non-?carrier|carrier|carried|阳性|阴性|未检出|检出|[非不未]携带者?|携带者?"
    rf"|{_ZYGOSITY}|[(（]\s?[+＋]\s?[)）]|[(（]\s?[-－−]\s?[)）]|[+](?!\w))"
)
_LACK = rf"(?:deficien(?:t|cy)|缺乏症?|缺陷症?|variable|normal{_BY_ITSELF}|正常)"
# Who tested, when and how a result came: "result (lab 12/3): positive", "assay came back deficient".
_CAME = (
    r"assay|typing|sent|done|taken|checked|performed|received|confirmed|known|came|come|comes|back|returned|"
    r"reports?|per|by|from"
    r"|at|in|on|of|now|today|yesterday|this|last|week|month|year|morning|has|been|and|external|outside|"
    r"reference|old|earlier"
    r"|recent(?:ly)?|previous(?:ly)?|lab(?:oratory)?|clinic|hospital|neuro(?:logy)?|derm(?:atology)?|"
    r"haem(?:atology)?|oncology"
    r"|genetics|pharmacy|team|gp|letter|panel|19\d\d|20\d\d|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?"
)
_LINK = (
    r"(?:\([^()\n;]{1,50}\)|[\s:：,，=|(（-]|(?:gene|genotyp(?:e|ing)|phenotype|diplotype|haplotype|alleles?|"
    r"status|results?|test(?:ing|ed)?"
    r"|screen(?:ing)?|activity|level|is|was|as|an?|the|shows?|showed|reveal(?:s|ed)|reported|found|to be|indicates?"
    r"|carries|carrying|has"
    rf"|{_CAME}"
    r"|metabolism|enzyme|mutation|(?:no|loss[- ]of)[- ]function|(?:likely )?pathogenic|variant"
    r"|基因型|基因|检测|结果|表型|提示|显示|活性|突变|为|是|：)(?![A-Za-z]))*"
)
_SIGNED = frozenset(("F5", "MT-RNR1"))
_ONE_VARIANT = frozenset(("VKORC1", "F5", "IFNL3"))
_LACKING = frozenset(("G6PD", "DPYD", "TPMT"))
_GENE = gene_pattern()
# Every name of a gene holds one of these; where none stands the costly patterns need not be tried.
CUES = (
    "hla", "phosphate", "thiopurine", "interferon", "leiden", "factor", "f5", "fvl", "磷酸", "rrna", "甲基转移酶",
    "oatp", "cacna", "ifn", "cyp", "rnr", "slco", "nudt", "ugt", "28b", "vkor", "abcg", "oprm", "cftr", "dpd", "dpyd",
    "tpmt", "ryr", "g6pd", "nat2", "bcrp", "m.1",
)  # fmt: skip
_HLA_PAIR = re.compile(r"HLA[\s-]?(?P<gene>[AB])\s?(?P<result>\*?\d{2}:\d{2}\s?/\s?\*?\d{2}:\d{2})", re.IGNORECASE)
_FORWARD = re.compile(
    rf"(?P<gene>{_GENE}){_LINK}(?P<result>{_PAIR}|{_TWO_ALLELES}|{_ONE_ALLELE}|{_DOINGS}|{_WORDS}|{_SHORT}|"
    rf"{_NOT_THERE}|{_VARIANT}"
    rf"|{_REPEATS}|{_PROTEINS}|{_CHANGED_PROTEIN}|{_ACTIVITY}|{_SUSCEPTIBLE}|{_ALONE}|{_SIGN}|{_CLASS}|{_WILD}|"
    rf"{_BARE}|{_LACK})",
    re.IGNORECASE,
)
_BACKWARD = re.compile(
    rf"(?P<result>{_DOINGS}|{_WORDS}|{_WILD}|positive|negative|(?<![\w-])non-?carrier|carrier|carries|"
    rf"{_ZYGOSITY}|deficiency"
    rf"|(?<![非不未])携带)\s?(?:of|for|by|the|in|phenotype|allele|\s)*"
    rf"(?P<gene>{_GENE})",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:mother|father|brother|sister|sibling|son|daughter|uncle|aunt|cousin|parents?|husband|wife|partner|grand\w+"
    r"|family|relatives?|donor)\b|母亲|父亲|其父|其母|哥哥|弟弟|姐姐|妹妹|兄弟|姐妹|儿子|女儿|丈夫|妻子|家族|供者|供体",
    re.IGNORECASE,
)
_PATIENT = re.compile(r"\b(?:patient|he|she|his|her|pt)\b|患者|本人", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:not?(?![- ]function)|denies|denied|without|never|rule[ds]? out|r/o|exclude[ds]?|negative for)\b[^.;,]{0,25}$"
    r"|(?:无|不是|并非|非|否认|排除|未见)[^。；，]{0,6}$",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:if|pending|awaiting|should|unless|whether|consider|order(?:ed)?|send|request(?:ed)?|patients who|persons who"
    r"|risk of|possible|suspected)\b[^.;]{0,40}$|(?:如果|若|待查|建议|拟查|可疑|疑似)[^。；]{0,20}$",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"^\W{0,3}(?:\w+\W+){0,2}?"
    r"(?:negative|normal|excluded|ruled out|not (?:found|detected)|pending|阴性|正常|排除)",
    re.IGNORECASE,
)
_JUDGED = re.compile(r"(?:negative|normal|正常)$", re.IGNORECASE)  # of a pair of alleles it says what they do
# What only one gene, or a few, can have.
_ONLY = (
    (_REPEATS, ("UGT1A1",)),
    (_PROTEINS, ("CFTR",)),
    (_HAPLOTYPE + r".*", ("DPYD",)),
    (_CLASS, ("G6PD",)),
    (_NOT_THERE, ("MT-RNR1",)),
    (_SUSCEPTIBLE, ("RYR1", "CACNA1S")),
)


def read_genotypes(text: str, start: int, end: int) -> list[Genotype]:
    """The results that a sentence, which stands between two places, states of the patient; those of relatives, of
    plans and conditions are left out."""
    lower = text[start:end].lower()
    for cue in CUES:
        if cue in lower:
            break
    else:
        return []
    found: dict[tuple[int, int], Genotype] = {}
    for one in _in_sentence(text, start, end):
        if not any(one.start < b and a < one.end for a, b in found):
            found[one.start, one.end] = one
    return sorted(found.values(), key=lambda g: g.start)


def joined_genotypes(given: Mapping[str, str], read: Iterable[Genotype]) -> dict[str, str]:
    """The results given beside the record and those read in it, by gene. What was given wins; different results that
    the record gives of one gene are joined by "or", so that they are judged together."""
    symbols = {name: gene_of(name) for name in given}
    taken = {gene for gene in symbols.values() if gene}
    whole = {gene.symbol for gene in taken if gene.allele is None}
    results: dict[str, list[str]] = {}
    for one in read:
        gene = gene_of(one.gene)
        if gene is not None and gene not in taken and gene.symbol not in whole:
            results.setdefault(one.gene, []).append(one.result)
    joined = dict(given)
    for name, said in results.items():
        pairs = [result for result in said if "/" in result]
        joined[name] = " or ".join(dict.fromkeys(pairs or said))
    return joined


def _in_sentence(text: str, start: int, end: int) -> Iterator[Genotype]:
    for pattern in (_HLA_PAIR, _FORWARD, _BACKWARD):
        for match in pattern.finditer(text, start, end):
            name = f"HLA-{match.group('gene')}" if pattern is _HLA_PAIR else match.group("gene")
            gene = gene_of(name)
            result = " ".join(match.group("result").split())
            if gene is None or not _sensible(gene.symbol, gene.allele, result):
                continue
            before, after = text[start : match.start()], text[match.end() : end]
            if _of_another(before) or _DENIED.search(before) or _OPEN.search(before) or _taken_back(result, after):
                continue
            yield Genotype(
                gene=gene.symbol + (gene.allele or ""), result=_plain(result), start=match.start(), end=match.end()
            )


def _sensible(symbol: str, allele: str | None, result: str) -> bool:
    """Can this gene have such a result? A sign needs something to be there or not; a lack is of an enzyme."""
    if symbol.startswith("HLA-"):
        signed = re.fullmatch(_SIGN + r"|carries|携带", result, re.IGNORECASE)
        return "/" in result or (allele is not None and signed is not None)
    for pattern, symbols in _ONLY:
        if re.fullmatch(pattern, result, re.IGNORECASE):
            return symbol in symbols
    if re.fullmatch(_BARE, result, re.IGNORECASE):
        return symbol.startswith("CYP") or symbol in _LACKING
    if re.fullmatch(_ALONE, result):
        return symbol in _ONE_VARIANT
    if re.fullmatch(_LACK, result, re.IGNORECASE):
        return symbol in _LACKING
    if re.fullmatch(_SIGN + r"|carries|携带", result, re.IGNORECASE):
        return symbol in _SIGNED or (symbol == "G6PD" and re.fullmatch(_ZYGOSITY, result, re.IGNORECASE) is not None)
    return True


def _taken_back(result: str, after: str) -> bool:
    """Does what follows say that it is not so? "*1/*1, normal" does not."""
    found = _TAKEN_BACK.search(after)
    return found is not None and not ("/" in result and _JUDGED.search(found.group()))


def _plain(result: str) -> str:
    """The result as a report states it: two alleles as a pair, and the bracket that the words before it took."""
    plain = re.sub(r"^(?:was|is)\s+", "", result, flags=re.IGNORECASE).replace("carries", "carrier")
    stars = re.findall(_STAR, plain)
    if re.fullmatch(_TWO_ALLELES, plain, re.IGNORECASE):
        return "/".join(stars)
    if re.fullmatch(_ONE_ALLELE, plain, re.IGNORECASE):
        return "/".join((stars[0] if re.search(r"homo|纯合", plain, re.IGNORECASE) else "*1", stars[0]))
    return "(" + plain if plain.count(")") > plain.count("(") else plain


def _of_another(before: str) -> bool:
    """Was somebody else named last before the result?"""
    others = [match.start() for match in _SOMEBODY_ELSE.finditer(before)]
    own = [match.start() for match in _PATIENT.finditer(before)]
    return bool(others) and (not own or own[-1] < others[-1] or before[own[-1] :].lower().startswith(("his", "her")))
