"""Whether a chat template could do anything but lay out a conversation.

Bedside never executes a template: llama.cpp only compares it with the formats it has built in. A file whose template
tries to reach further is still refused, because it was made by somebody who meant harm, and other programs run it.
The template is parsed, not run, and whatever it calls must stand on a list: without a call nothing can be executed.
"""

from __future__ import annotations

import re

from jinja2 import Environment, TemplateSyntaxError, nodes

_LONGEST = 256_000
_FUNCTIONS = frozenset({"range", "namespace", "dict", "raise_exception", "strftime_now"})
_METHODS = frozenset(
    "append capitalize endswith extend get insert items join keys lower lstrip pop replace rsplit rstrip split"
    " splitlines startswith strip title update upper values".split()
)
_FILTERS = frozenset(
    "abs capitalize count d default dictsort e escape first float groupby indent int items join last length list lower"
    " map max min reject rejectattr replace reverse round safe select selectattr sort string sum title tojson trim"
    " truncate unique upper".split()
)
_REACHING = (nodes.Import, nodes.FromImport, nodes.Include, nodes.Extends, nodes.Block)
# Marks that training tools add, which plain Jinja does not know.
_TRAINING = re.compile(r"\{%-?\s*(?:end)?generation\s*-?%\}")


def objection(template: str) -> str | None:
    """Why the template is refused, as the end of a sentence; None for one that only lays out a conversation."""
    if len(template) > _LONGEST:
        return "its chat template is too long to be one"
    environment = Environment(extensions=["jinja2.ext.loopcontrols", "jinja2.ext.do"], autoescape=True)
    try:
        tree = environment.parse(_TRAINING.sub("", template))
        own = frozenset(macro.name for macro in tree.find_all(nodes.Macro)) | {"caller"}
        return next(filter(None, (_objection_to(node, own) for node in _all(tree))), None)
    except (TemplateSyntaxError, RecursionError):
        return "its chat template cannot be read"


def _all(tree: nodes.Node) -> list[nodes.Node]:
    return [tree, *tree.find_all(nodes.Node)]


def _objection_to(node: nodes.Node, own: frozenset[str]) -> str | None:
    if isinstance(node, _REACHING):
        return "its chat template reads other files"
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        return "its chat template reaches into the program that reads it"
    if isinstance(node, nodes.Const) and isinstance(node.value, str) and "__" in node.value:
        return "its chat template reaches into the program that reads it"
    if isinstance(node, nodes.Name) and node.ctx != "load" and node.name in _FUNCTIONS | own:
        return "its chat template gives a function another meaning"
    if isinstance(node, nodes.Filter) and node.name not in _FILTERS:
        return f"its chat template uses “{_shown(node.name)}”, which no conversation needs"
    if isinstance(node, nodes.Filter) and node.name == "map" and not _maps_plainly(node):
        return "its chat template applies to each thing what no conversation needs"
    if isinstance(node, nodes.Call):
        return _objection_to_call(node.node, own)
    return None


def _maps_plainly(node: nodes.Filter) -> bool:
    """ "map" takes the name of another filter: it must be one that is written there and stands on the list."""
    return all(isinstance(name, nodes.Const) and name.value in _FILTERS for name in node.args[:1])


def _objection_to_call(called: nodes.Node, own: frozenset[str]) -> str | None:
    if isinstance(called, nodes.Name) and called.name in _FUNCTIONS | own:
        return None
    if isinstance(called, nodes.Getattr) and called.attr in _METHODS:
        return None
    name = getattr(called, "name", None) or getattr(called, "attr", None) or "something it computes"
    return f"its chat template calls “{_shown(str(name))}”, which no conversation needs"


def _shown(name: str) -> str:
    return re.sub(r"[^\w .]", "", name)[:40]
