from __future__ import annotations

import pytest

from core.models.gguf import read_header
from core.models.registry import find_model
from core.models.template_check import objection

_LAYS_OUT = [
    "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\\n' + m['content'] | trim }}{% endfor %}",
    "{%- set ns = namespace(found=false) -%}{%- for m in messages[::-1] -%}{%- set ns.found = true -%}{%- endfor -%}",
    "{{ messages[0]['content'].split('</think>')[-1].lstrip('\\n') }}",
    "{% macro show(x) %}{{ x | tojson(indent=2) }}{% endmacro %}{{ show(tools) }}",
    "{% if messages[0].role != 'user' %}{{ raise_exception('Roles must take turns') }}{% endif %}",
    "{{ messages | map(attribute='content') | join }}",
    "{{ names | map('upper') | join }}",
    "{% generation %}{{ messages }}{% endgeneration %}",
    "{% for m in messages %}{% if m.skip is defined %}{% continue %}{% endif %}{{ m }}{% endfor %}",
]
_REACHES = [
    ("{{ ''.__class__.__mro__ }}", "reaches into"),
    ("{{ x['__globals__'] }}", "reaches into"),
    ("{{ messages | attr('pop') }}", "uses “attr”"),
    ("{{ messages | map('attr', 'pop') | list }}", "applies to each"),
    ("{{ messages | map(name) | list }}", "applies to each"),
    ("{% call x.system() %}id{% endcall %}", "calls “system”"),
    ("{% filter attr('pop') %}x{% endfilter %}", "uses “attr”"),
    ("{{ x['_' ~ '_class_' ~ '_']['mro']() }}", "calls “something it computes”"),
    ("{{ self._TemplateReference__context }}", "reaches into"),
    ("{{ lipsum.x('id') }}", "calls “x”"),
    ("{{ joiner('id') }}", "calls “joiner”"),
    ("{% from 'os' import system %}", "other files"),
    ("{% block x %}{% endblock %}", "other files"),
    ("{% do x.popen('id') %}", "calls “popen”"),
    ("{{ cycler.next() }}", "calls “next”"),
    ("{{ cycler() }}", "calls “cycler”"),
    ("{{ x.os.popen('id').read() }}", "calls “"),
    ("{{ x['system']('id') }}", "calls “something it computes”"),
    ("{% for f in [x.system] %}{{ f('id') }}{% endfor %}", "calls “f”"),
    ("{% set range = x.system %}{{ range('id') }}", "another meaning"),
    ("{% macro f() %}{% endmacro %}{% set f = x.system %}{{ f('id') }}", "another meaning"),
    ("{% import 'other' as o %}", "other files"),
    ("{% include 'other' %}", "other files"),
    ("{% extends 'other' %}", "other files"),
    ("{% for", "cannot be read"),
    ("{{ " + "(" * 6000, "cannot be read"),
    ("x" * 300_000, "too long"),
]


@pytest.mark.parametrize("template", _LAYS_OUT)
def test_a_template_that_lays_out_a_conversation(template: str) -> None:
    assert objection(template) is None


@pytest.mark.parametrize(("template", "words"), _REACHES, ids=range(len(_REACHES)))
def test_a_template_that_could_execute_something(template: str, words: str) -> None:
    assert words in (objection(template) or "")


def test_the_model_that_comes_with_bedside() -> None:
    info = find_model(model="smollm2-135m-instruct")
    if info is None or info.status == "missing":
        pytest.skip("the model file has not been fetched")
    template = read_header(info.path).chat_template
    assert template is not None
    assert objection(template) is None
