"""Which clauses ask about danger signs in general, or suppose them, and report nothing."""

from __future__ import annotations

import re

from crampwise.safety.passage import Passage

# Frames that hold an "I" without telling anything of the person.
_FRAMES = re.compile(
    r"\b(?:(?:can|could|will|would|do|does|should|may|might|must|shall|did|when|how|what|"
    r"how much|"
    r"how many|which) i(?: need to| have to| ever)?(?: know| tell| take| eat| drink| see| avoid| "
    r"prevent| use| have| get| be)?|i (?:was |am |have )?(?:just )?(?:read|heard|saw|wonder\w*|"
    r"asking|"
    r"curious|reading|googl\w+)|i (?:want|would like|need|like|would love) to (?:know|ask|learn|"
    r"understand|avoid|prevent)|i mean|i hope|tell me|give me|let me|show me|explain to me|"
    r"my (?:friend|mate|doctor|gp|teacher|trainer|coach|neighbou?r|mum|mom|dad|sister|brother|"
    r"husband|wife|boss|colleague|nurse|pharmacist|physio|nan|gran|leaflet|app|book|packet|"
    r"bottle) (?:says?|said|told me|reckons|"
    r"claims|thinks|mentioned|warned me)|do i|am i|can (?:someone|anyone|you|"
    r"somebody) (?:please )?"
    r"(?:help|tell|explain)|(?:for|in|to|at|on) my (?:age|exam|class|essay|homework|course|job|"
    r"diet))\b"
)
_PERSONAL = re.compile(
    r"\b(?:i|my|mine|me|myself|we|our|his|her|he|she|their|husband|wife|mum|mom|dad|son|daughter|"
    r"partner|girlfriend|boyfriend|nan|gran|grandma|grandad|grandpa|toddler|someone here|friend|"
    r"father|mother|brother|sister|colleague|neighbour|neighbor|uncle|aunt|"
    r"is (?:this|it a)|could (?:this|it)|why (?:is|are|has|have) (?:it|the|this|one)|^help|"
    r"please help|need help|it hurts|"
    r"(?:normal|bad|ok|okay|serious|dangerous|problem|worrying|concern\w*|safe|"
    r"emergency) (?:that|when) "
    r"(?:the|it|one|both|pee|wee|urine))\b"
)
# Frames that speak of oneself although they ask.
_ABOUT_ME = re.compile(
    r"\b(?:should i (?:be )?(?:worr\w+|concerned|go|see|call|ring|panic)|do i need (?:to (?:see|"
    r"go|"
    r"worry|call)|a doctor|an ambulance|help)|how (?:do|can|should) i (?:stop|treat|reduce|ease|"
    r"help|fix|calm|sort|get rid of|bring down|get)|am i (?:having|dying|going to|getting)|"
    r"do i have|what (?:do|should|can|shall) i do|can i (?:still )?massage)\b"
)
_ASKING = re.compile(
    r"^(?:(?:so|but|also|hi|hello|hey|please|ok|okay|just|well|then|thanks|bot|quick question|"
    r"question|"
    r"doctor|doc|crampwise|(?:and|or)(?= (?:what|how|why|which|when|where|who|(?:is|are|can|"
    r"could|does|do|will|would|should) (?:it|this|that|there|i|"
    r"you|they|people|a|an|the|low|high|too|any))\b))\s)*"
    r"(?:(?:is|are|can|could|does|do|did|will|would|should|has|may|might|was|were)(?! not\b)|"
    r"what|how|why|which|when|where|who|have you|am i|define|explain|list|describe|"
    r"tell me about|difference|name)\b"
)
# A clause that goes on with a statement: "my calf, the bad one, is swollen".
_GOING_ON = re.compile(
    r"(?:is|are|was|were|has|have)(?! (?:it|this|that|there|these|they|you|low|high|too|any|a|an|"
    r"the|"
    r"my)\b)|can (?:barely|hardly|only|just)\b"
)
_GENERAL = re.compile(
    r"\b(?:(?:signs?|symptoms?|effects|causes|risks?|dangers?|chances?|prevention|meaning|"
    r"likelihood|definition|types|stages|treatment) of|(?:symptoms|signs|causes|meaning)$|"
    r"what causes|how to|in case|difference between|"
    r"(?:i )?(?:read|heard) (?:that|about|somewhere)?|"
    r"saw (?:that|about|somewhere|online|an article)|"
    r"(?:says|said|claims|reckons|told me) (?:that )?|apparently|information on|info (?:on|"
    r"about)|"
    r"facts (?:on|about)|tell me about|(?:can|may|might|could) (?:also )?(?:cause|lead|make|turn|"
    r"give|"
    r"be (?:a|an|caused|due|linked|dangerous|serious)|trigger|result|mean|become|happen)|"
    r"(?:causes?|leads? to|results? in|linked to|associated with|protects? against|mean|means)|"
    r"people (?:with|who|get|have|on)|patients|prevent\w*|avoid\w*|article|leaflet|"
    r"(?:is|are) (?:a|an) (?:sign|symptom|emergency|side effect))\b"
)
_SUPPOSING = re.compile(
    r"\b(?:what if|what happens|what would happen|even if|if (?:you|someone|somebody|a|people|"
    r"one|"
    r"there|anybody|anyone|the|your)|suppos\w+|imagine|hypothetically|in case|"
    r"if (?:i|my \w+|he|she|it|we|they)(?: \w+)? (?:ever|were|was|should|had|got|get|gets|took|"
    r"take|"
    r"start\w*|develop\w*|become|becomes|ate|drank|swelled|swells?|notice|goes|went|happens|"
    r"turns?|"
    r"stops?|eat|drink|faint|collapse|overdose|keep)|before i (?:get|have)|(?:worried|scared|"
    r"afraid|frightened|nervous|"
    r"paranoid|terrified|anxious|fear\w*) (?:of|about) (?:getting|having|a|an|developing|dvt|"
    r"stroke|"
    r"blood clots?|clots?|heart|suffering))\b"
)
_AT_PRESENT = re.compile(
    r"\b(?:now|today|tonight|since|this morning|yesterday|last night|right now|just happened|"
    r"started)\b"
)


def general(passage: Passage) -> list[int | None]:
    """For each clause, the place from which it reports nothing, or None."""
    found: list[int | None] = []
    for number, span in enumerate(passage.clauses):
        text = passage.text(number)
        carried = bool(
            number
            and found[-1] is not None
            and passage.sentence[passage.clauses[number - 1].start] == passage.sentence[span.start]
            and not _is_personal(text)
            and not _AT_PRESENT.search(text)
        )
        supposing = _SUPPOSING.search(text)
        if carried:
            found.append(span.start)
        elif supposing:
            found.append(span.start + text[: supposing.start()].count(" "))
        elif not _is_personal(text) and (
            (_ASKING.match(text) and not (_begun(passage, number) and _GOING_ON.match(text)))
            or _GENERAL.search(text)
        ):
            found.append(span.start)
        else:
            found.append(None)
    return found


def _begun(passage: Passage, clause: int) -> bool:
    """Whether the sentence of a clause has begun before it."""
    before = passage.clauses[clause].start - 1
    return before >= 0 and passage.sentence[before] == passage.sentence[before + 1]


def _is_personal(text: str) -> bool:
    return bool(_ABOUT_ME.search(text)) or bool(_PERSONAL.search(_FRAMES.sub(" ", text)))
