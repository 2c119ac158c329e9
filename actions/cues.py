"""What a short message asks that leans on the one before: "how much?", "is that safe?", "why".

Such messages name nothing, so no classifier can tell what they are about; their few words can.
"""

from __future__ import annotations

import re

# In order: the first that fits is taken. Values are intents, or "why", "more", "before", "stop_it".
_CUES = (
    (
        r"\b(?:which|what) (?:one )?(?:has|holds|contains|is) (?:more|most|richer|higher|highest)\b"
        r"|^compare",
        "more",
    ),
    (r"\bwhich (?:one|of (?:them|these|those|the two))\b|\bwhich is better\b", "more"),
    (r"\b(?:stop|quit|come off|give up)\b.*\b(?:it|them|that|taking)\b", "stop_it"),
    (
        r"\b(?:un)?safe\b|\bharm|\bdanger|\brisk|\bside effects?\b|\btoo much\b|\boverdo"
        r"|\b(?:upper |safe )?limit\b|\bmaximum\b|\bmax\b|\bbad for\b",
        "too_much",
    ),
    (r"\b(?:which|what|best) (?:form|type|kind|sort)\b", "form"),
    (
        r"\b(?:raise|increase|boost|bring up|get more of|top up) (?:it|that|them|my level)\b"
        r"|\bbring (?:it|that) up\b|\bsupplements?\b|\btablets?\b|\bpills?\b",
        "supplements",
    ),
    (
        r"\b(?:which|what) (?:foods?|to eat)\b|\bin (?:which|what) foods?\b|\bfoods\b"
        r"|^\W*(?:in |from )?foods?\W*$",
        "foods",
    ),
    (r"\bwhat (?:can|could|should|do) (?:i|we|he|she|they) eat\b", "foods"),
    (
        r"\bsigns?\b|\bsymptoms?\b|\bhow (?:do|can|would|will) (?:i|we|you) (?:know|tell)\b",
        "deficiency_signs",
    ),
    (r"\btest(?:s|ed|ing)?\b|\bblood levels?\b", "testing"),
    (r"\bhow (?:much|many)\b|\bamounts?\b|\bdos(?:e|age)\b|\brda\b|\b(?:a|per) day\b", "dose"),
    (r"\bproof\b|\bproven\b|\bevidence\b|\bstud(?:y|ies)\b|\btrials?\b|\breally work", "evidence"),
    (r"\bdoctor\b|\bserious\b|\bworry\b|\bworried\b", "see_doctor"),
    (r"^(?:but |and |so )?(?:why|how come|how so|what for)\b", "why"),
    (r"\b(?:you|u|ya) (?:really |quite )?sure\b", "evidence"),
    (r"\b(?:upset|upsets|stomach|tummy|diarrhoea|diarrhea|the runs)\b", "too_much"),
    (r"^(?:and |but |so |what about )*before(?:hand| that| it| the \w+)?\W*$", "before"),
)
CUES = tuple((re.compile(pattern), meaning) for pattern, meaning in _CUES)
# Words that a message may hold besides its cue and still be about what was said before.
_PLAIN = re.compile(
    r"(?:a|an|and|any|are|as|at|be|best|better|but|by|can|could|day|did|"
    r"do|does|each|every|exactly|eat|foods|food|for|form|forms|from|give|"
    r"good|have|has|hold|holds|how|i|if|in|is|it|its|just|kind|know|"
    r"limit|many|max|maximum|me|mean|more|most|much|my|need|of|ok|okay|"
    r"on|or|per|please|raise|really|right|safe|should|so|sort|take|taken|"
    r"tell|than|that|the|them|then|there|these|they|this|those|to|too|"
    r"top|type|up|upper|us|was|we|what|which|why|will|with|would|you|"
    r"your|signs|sign|symptoms|test|tested|tests|testing|bad|harm|dangerous|"
    r"danger|risky|risks|side|effects|effect|increase|boost|supplement|"
    r"supplements|tablets|pills|proof|proven|evidence|studies|trials|dose|"
    r"amount|doctor|serious|stop|taking|quit|level|levels)"
)
_LEANING = re.compile(r"^(?:and|but|or|so|what about|how about|ok and)\b")


def cue(text: str) -> str | None:
    """What the words of a short message ask; None when they give no sign."""
    plain = text.lower().strip()
    return next((meaning for pattern, meaning in CUES if pattern.search(plain)), None)


def names_nothing(text: str) -> bool:
    """Whether every word is a plain one, so that the message can only mean what came before."""
    return all(_PLAIN.fullmatch(word) for word in re.findall(r"[a-z']+", text.lower()))


def leans(text: str) -> bool:
    """Whether the message begins as one that goes on from another: "and ...", "what about ..."."""
    return bool(_LEANING.match(text.lower().strip()))
