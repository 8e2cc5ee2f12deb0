"""The report's words about the first page, drugs, the plan and the marks in the record."""

from __future__ import annotations

# key: (English, Chinese). Braces are filled in.
CARE: dict[str, tuple[str, str]] = {
    # first page
    "problem": ("Problem", "主要问题"),
    "results": ("Abnormal results", "异常结果"),
    "more": ("and {n} more", "另有 {n} 项"),
    "all_dangers": ("Cannot miss in full", "不可漏诊：完整列表"),
    "signed_by": ("Name", "姓名"),
    "signature": ("Signature", "签名"),
    "signed_on": ("Date and time", "日期和时间"),
    "left_out": ("Left out of this print: {names}.", "本次打印未包含：{names}。"),
    "left_out_record": (
        "Line numbers are those of the record in Bedside.",
        "行号对应 Bedside 中的病历原文。",
    ),
    # sections by name, for those left out
    "section_differential": ("reasons in detail", "理由详表"),
    "section_steps": ("next steps in detail", "下一步详表"),
    "section_scores": ("scores", "评分"),
    "section_drugs": ("drug safety", "用药安全"),
    "section_plan": ("plan", "诊疗计划"),
    "section_findings": ("findings as understood", "系统所理解的表现"),
    "section_prose": ("summary in prose", "文字摘要"),
    "section_record": ("the record", "病历原文"),
    "section_provenance": ("what the report rests on", "本报告的依据"),
    # drug warnings
    "interrupting": ("Drug warnings to answer before going on", "须先处理的用药警示"),
    "further_warnings": ("Further drug warnings", "其他用药警示"),
    "severity_contraindicated": ("contraindicated", "禁忌"),
    "severity_major": ("major", "严重"),
    "severity_moderate": ("moderate", "中等"),
    "severity_minor": ("minor", "轻微"),
    "severity_information": ("information", "提示"),
    "drug_safety": ("Drug safety", "用药安全"),
    "drug_safety_note": (
        "Warnings, the gravest first. ! marks those to be answered before going on.",
        "按严重程度排列。带 ! 者须先处理。",
    ),
    "genes": ("Pharmacogenomics", "药物基因组学"),
    "severity": ("Severity", "严重程度"),
    "drug": ("Drugs", "药物"),
    "warning": ("What is wrong, and what to do", "问题与处理"),
    "pairs": ("{n} combinations", "{n} 组药物"),
    "no_warnings": ("No warning from the checks that were done.", "已完成的检查未产生警示。"),
    # checks
    "checks_meaning_plan": (
        "Nothing in this report says that a drug is safe, nor that one named in the plan is.",
        "本报告不表示任何药物是安全的，计划中提到的药物亦然。",
    ),
    "checks_made": ("Checks done and not done", "已做与未做的检查"),
    "check": ("Check", "检查"),
    "status": ("Status", "状态"),
    "status_done": ("done", "已完成"),
    "status_partial": ("in part", "部分完成"),
    "status_not-performed": ("NOT performed", "未进行"),
    "looked_at": ("Looked at", "已核查"),
    "not_judged": ("Could not be judged", "未能判断"),
    "checks_done": ("Drug checks done", "已完成的用药检查"),
    "checks_all_done": ("All drug checks were done.", "所有用药检查均已完成。"),
    "nothing_to_check": ("No drug was read from the record.", "记录中未读取到药物。"),
    "as_of": ("Drug knowledge as of {when}.", "药物知识截至 {when}。"),
    # plan
    "plan": ("Plan: options", "诊疗计划：可选方案"),
    "plan_note": (
        "Options for the leading diagnoses, checked against this patient. The clinician decides.",
        "针对主要诊断的可选方案，已结合该患者核查。由临床医生决定。",
    ),
    "no_plan": ("No plan is offered for this record.", "未就本病历提供计划。"),
    "plan_for": ("For {disease}", "针对{disease}"),
    "excluded_plan": ("Not offered to this patient, and why", "不适用于该患者的方案及原因"),
    "plan_risks": ("What the plan or the disease may bring", "计划或疾病可能带来的风险"),
    "plan_risk": ("Risk, and why here", "风险及原因"),
    "plan_check": ("Check, and when", "监测与时机"),
    "option": ("Option", "方案"),
    "kind": ("Kind", "类别"),
    "because": ("Because", "原因"),
    "plan_immediate": ("at once", "立即"),
    "plan_test": ("test", "检查"),
    "plan_drug": ("drug", "药物"),
    "plan_procedure": ("procedure", "操作"),
    "plan_monitoring": ("monitoring", "监测"),
    "plan_referral": ("referral", "转诊"),
    "plan_advice": ("advice", "建议"),
    # two diseases
    "together": (
        "May both be there: {a} and {b} ({chance}).",
        "可能同时存在：{a}与{b}（{chance}）。",
    ),
    # marks in the record
    "marks": ("Marks", "标记"),
    "mark_present": ("present", "存在"),
    "mark_absent": ("absent", "否认或阴性"),
    "mark_aside": ("possible, past, or about somebody else", "可疑、既往或他人"),
    "mark_drug": ("drug or allergy", "药物或过敏"),
}
