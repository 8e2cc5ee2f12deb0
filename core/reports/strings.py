"""The report's own words in English and Chinese. What the engine says comes with its own translation."""

from __future__ import annotations

from typing import Literal

from core.reports.words_care import CARE

Lang = Literal["en", "zh"]

# key: (English, Chinese). Braces are filled in.
WORDS: dict[str, tuple[str, str]] = {
    # document
    "title": ("Bedside report", "Bedside 报告"),
    "case": ("Case {id}", "病例 {id}"),
    "page": ("Page {n} of ", "第 {n} 页，共 "),
    "page_after": ("{total}", "{total} 页"),
    "printed": ("Printed {date}", "打印日期 {date}"),
    "encounter": ("Encounter {date}", "就诊日期 {date}"),
    "no_encounter": ("Date of encounter not given", "就诊日期未提供"),
    "summary": ("Summary", "摘要页"),
    "options": (
        "Options, not orders: the clinician decides.",
        "本报告提供的是供选择的意见，而非医嘱：由临床医生决定。",
    ),
    "line": ("line {n}", "第 {n} 行"),
    "lines": ("lines {n}", "第 {n} 行"),
    "brackets": (" ({text})", "（{text}）"),
    "colon": (": ", "："),
    "semicolon": ("; ", "；"),
    "comma": (", ", "、"),
    "stop": (".", "。"),
    "none_found": ("none found", "未发现"),
    # patient
    "years": ("{n} years", "{n} 岁"),
    "months": ("{n} months", "{n} 个月"),
    "days": ("{n} days", "{n} 天"),
    "no_age": ("age not stated", "年龄未说明"),
    "female": ("female", "女"),
    "male": ("male", "男"),
    "unknown": ("sex not stated", "性别未说明"),
    "pregnant": ("pregnant", "妊娠"),
    "not_pregnant": ("not pregnant", "未妊娠"),
    "pregnancy_unknown": ("pregnancy not stated", "妊娠情况未说明"),
    "lactating": ("breastfeeding", "哺乳期"),
    "no_weight": ("weight not stated", "体重未说明"),
    # urgency
    "urgency": ("Urgency", "紧急程度"),
    "emergent": ("Emergency: now", "紧急：立即就诊"),
    "one-day": ("Within one day", "一日内就诊"),
    "one-week": ("Within one week", "一周内就诊"),
    "self-care": ("Self-care", "可自我护理"),
    "undecided": ("Not assessed", "未评估"),
    "undecided_why": (
        "The record does not say enough to set it. Undecided is not the same as not urgent.",
        "记录信息不足以判断。未定不等于不紧急。",
    ),
    "department": ("Department", "建议科室"),
    "more_reasons": ("and {n} more reasons, listed on a later page", "另有 {n} 条理由，见后页"),
    "more_diseases": ("{n} more on a later page.", "另有 {n} 项见后页。"),
    "all_diseases": ("Differential in full", "完整鉴别诊断"),
    "all_reasons": ("All reasons for the urgency", "紧急程度的全部理由"),
    # cannot miss
    "cannot_miss": ("Cannot miss: not excluded by this record", "不可漏诊：本记录尚未排除"),
    "excluded_by": ("Excluded by", "排除依据"),
    "raised_by": ("raised by {where}", "依据{where}"),
    # abstention
    "abstains": ("Bedside does not commit itself to a diagnosis", "Bedside 不作出诊断倾向"),
    "needed": ("What would help most", "最有帮助的信息"),
    "between": ("tells {a} from {b}", "鉴别{a}与{b}"),
    "undecided_ranking": ("Candidates, not separated", "候选诊断（尚不能区分）"),
    # differential
    "differential": ("Differential", "鉴别诊断"),
    "very likely": ("very likely", "极可能"),
    "likely": ("likely", "很可能"),
    "possible": ("possible", "可能"),
    "unlikely": ("unlikely", "不太可能"),
    "rare": ("rare disease", "罕见病"),
    "unlisted": ("a disease that Bedside does not list", "Bedside 未收录的疾病"),
    "chart_note": (
        "Chance that this is a correct diagnosis of the presenting problem; the chances need not add up to 100 %.",
        "数值为该诊断能正确解释本次就诊问题的概率；各项之和不必为 100 %。",
    ),
    "uncalibrated": (
        "Not yet calibrated on real cases: rely on the order and the words rather than on the digits.",
        "概率尚未经真实病例校准：请参考排序和分级，勿拘泥于数字。",
    ),
    "calibrated": ("Calibrated on {set}.", "已用 {set} 校准。"),
    "strongest": ("Strongest reasons", "主要理由"),
    "for": ("For", "支持"),
    "against": ("Against", "反对"),
    "missing": ("Not known, and would matter", "未知但有意义"),
    "nothing_for": ("nothing in the record speaks for it; it is common", "记录中无支持点；因其常见而列出"),
    "nothing_against": ("nothing in the record speaks against it", "记录中无反对点"),
    # reasons
    "reasons": ("Reasons in detail", "理由详表"),
    "reasons_note": (
        "Each bar is the base-10 logarithm of a likelihood ratio (×): to the right for, to the left against.",
        "每条横条为权重，即似然比的常用对数：向右支持该病，向左反对；× 后为似然比。",
    ),
    "finding": ("Finding", "表现"),
    "weight": ("Weight", "权重"),
    "basis": ("Basis and source", "依据与来源"),
    "published": ("published", "已发表"),
    "guideline": ("guideline", "指南"),
    "derived": ("derived from data", "由数据推导"),
    "expert-estimate": ("expert estimate", "专家估计"),
    "no_reasons": ("Nothing in the record speaks for or against it.", "记录中既无支持点也无反对点。"),
    "also_ranked": (
        "Reasons for the diseases further down are in Bedside itself.",
        "排名靠后的疾病，其理由可在 Bedside 中查看。",
    ),
    # scores
    "scores": ("Scores", "评分"),
    "score": ("Score", "评分"),
    "result": ("Result", "结果"),
    "range": ("{low} to {high}", "{low} 至 {high}"),
    "incomplete": ("cannot be computed", "无法计算"),
    "depends": ("depends on what is not known", "取决于未知项"),
    "inputs": ("From", "取自"),
    "assumed": ("assumed", "假定"),
    "points": ("points", "分"),
    "lacking": ("Not in the record", "记录中缺少"),
    "yes": ("yes", "是"),
    "no": ("no", "否"),
    # next steps
    "first": ("To do first", "首先"),
    "next": ("Next steps", "下一步"),
    "step": ("Step", "步骤"),
    "change": ("What each answer would do", "各结果的影响"),
    "worth": ("Worth", "价值"),
    "question": ("ask", "询问"),
    "examination": ("examine", "查体"),
    "test": ("test", "检查"),
    "bits": ("{n} bit", "{n} 比特"),
    "bits_note": (
        "In order of worth: uncertainty removed (bits), weighed by harm if missed, urgency, cost and invasiveness.",
        "按价值排序：可消除的不确定性（比特），并考虑漏诊危害、紧急程度、费用和创伤。",
    ),
    "harm": ("harm if missed: {harm}", "漏诊危害：{harm}"),
    "low": ("low", "低"),
    "moderate": ("moderate", "中"),
    "high": ("high", "高"),
    "fatal": ("may be fatal", "可致命"),
    # what was read
    "understood": ("Findings as understood", "系统所理解的表现"),
    "understood_note": (
        "Check these against the record: everything above rests on them.",
        "请与记录核对：以上内容均以此为依据。",
    ),
    "present": ("Present", "存在"),
    "possible_findings": ("Possible", "可疑"),
    "absent": ("Absent", "否认或阴性"),
    "history": ("In the past", "既往"),
    "family": ("In the family", "家族史"),
    "other": ("About somebody else", "关于他人"),
    "unstated": ("Hypothetical or conditional", "假设或有条件"),
    "medications": ("Medications as read", "所读取的用药"),
    "current": ("current", "正在使用"),
    "stopped": ("stopped", "已停用"),
    "planned": ("planned", "计划使用"),
    "before-admission": ("before admission", "入院前"),
    "not_recognised": ("drug not recognised", "未识别的药物"),
    "allergies": ("Allergies as read", "所读取的过敏史"),
    "allergies_unknown": ("not stated in the record: unknown is not none", "记录中未说明：未知不等于无"),
    "allergies_none": ("the record says that none are known", "记录称无已知过敏"),
    "conflicts": ("What the record says twice, differently", "记录中前后不一致之处"),
    # drug checks
    "checks": ("Drug checks were NOT performed", "未进行用药检查"),
    "checks_partly": ("Some drug checks were not performed, or only in part", "部分用药检查未进行或未完成"),
    "checks_meaning": (
        "Nothing in this report says that a drug is safe, and it recommends none.",
        "本报告不表示任何药物是安全的，也不推荐任何药物。",
    ),
    "drugs_unjudged": ("In the record and not judged", "记录中未经判断的药物"),
    "interaction": ("interactions", "相互作用"),
    "allergy": ("allergy", "过敏"),
    "renal": ("kidney", "肾功能"),
    "hepatic": ("liver", "肝功能"),
    "pregnancy": ("pregnancy", "妊娠"),
    "age": ("age", "年龄"),
    "qt": ("QT", "QT 间期"),
    "pharmacogenomic": ("genes", "药物基因组"),
    "duplicate": ("duplicates", "重复用药"),
    "disease": ("diseases", "疾病禁忌"),
    "dose": ("dose", "剂量"),
    # prose
    "prose": ("Summary in prose", "文字摘要"),
    "by_model": (
        "{model} of {all} sentences by a language model, the others by a template; every claim in them was traced.",
        "共 {all} 句，其中 {model} 句由语言模型撰写，其余由模板生成；每项陈述均可追溯至记录或知识库。",
    ),
    "withheld": (
        "Sentences withheld because a claim in them could not be traced: {n}.",
        "因有内容无法溯源而未显示的句子：{n} 句。",
    ),
    # record
    "record": ("The record", "病历原文"),
    "record_note": (
        "Verbatim. The line numbers are those that this report refers to.",
        "原文照录。行号即本报告所引用的行号。",
    ),
    "no_record": ("No text was given.", "未提供文本。"),
    "lost": (
        "Characters that could not be printed: {n}, each shown as \ufffd. The record itself is unchanged.",
        "无法打印的字符：{n} 个，均显示为 \ufffd。原记录未改动。",
    ),
    "beside": ("Given beside the text", "文本之外提供的信息"),
    "hpo_present": ("findings present", "存在的表现"),
    "hpo_excluded": ("findings absent", "不存在的表现"),
    "given_medications": ("medications", "用药"),
    "given_allergies": ("allergies", "过敏"),
    "going_on": ("Going on in spite of this: {reason}", "仍然继续，理由：{reason}"),
    "genotypes": ("genotypes", "基因型"),
    "region": ("region", "地区"),
    "setting": ("setting", "就诊场所"),
    "primary-care": ("primary care", "基层医疗"),
    "emergency": ("emergency department", "急诊"),
    "ward": ("ward", "病房"),
    "rare-disease-clinic": ("rare-disease clinic", "罕见病门诊"),
    "provenance": ("What this report rests on", "本报告的依据"),
    # provenance
    "case_id": ("Case", "病例"),
    "program": ("Program", "程序"),
    "knowledge": ("Knowledge", "知识库"),
    "review_by": ("review by {date}", "复审期限 {date}"),
    "overdue": (
        "review was due on {date} and HAS PASSED: what rests on it may be out of date",
        "复审期限 {date} 已过：相关内容可能已过时",
    ),
    "models": ("Language models", "语言模型"),
    "no_models": ("none had a part in this report", "本报告未使用"),
    "model": ("{name}, {quantisation}, on {device}", "{name}，{quantisation}，运行于 {device}"),
    "calibration": ("Calibration", "校准"),
    "input": ("Input (SHA-256)", "输入（SHA-256）"),
    "seed": ("Seed", "随机种子"),
    "replay": ("Replay", "可重现性"),
    "replayable": ("the same input gives the same result", "相同输入得到相同结果"),
    "not_replayable": ("the same input may give another result", "相同输入可能得到不同结果"),
    "time": ("Time", "用时"),
}

WORDS |= CARE


def word(key: str, lang: Lang, **values: object) -> str:
    """One label, its braces filled in."""
    text = WORDS[key][lang == "zh"]
    return text.format(**values) if values else text
