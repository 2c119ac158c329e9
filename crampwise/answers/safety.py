"""The answer to a danger sign: what to do now, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace

from crampwise.answers.cautions import life_stages
from crampwise.answers.passages import source_refs
from crampwise.answers.types import NOBODY, Answer, Call, Choice, Profile
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.dangers import RedFlag
from crampwise.knowledge.sentences import sentences
from crampwise.safety.advice import advice, advised, forbidden
from crampwise.safety.danger import ONLY_CARE_ENDS

# What to call the emergency number for, although the danger has been seen to.
_WARNING = re.compile(r"^(?:If|With|For|When)\b.*\bemergency (?:number|department)")
_HELP = re.compile(r"\b(?:emergency (?:number|department)|maternity unit|poison line)\b")
FLAGGED = "red_flag."  # how the topic of an answer to a flag begins
OVER = "red_flag.over"  # the topic of what ends a danger
UNSPECIFIED = "possible_danger"  # the flag for a report of danger that no rule could name


def flag_for(knowledge: Knowledge, flag_id: str | None, profile: Profile = NOBODY) -> RedFlag:
    """The red flag `flag_id`, or the one that takes its place for such a person."""
    flag = knowledge.red_flags.get(flag_id or UNSPECIFIED) or knowledge.red_flags[UNSPECIFIED]
    stages = life_stages(profile)
    instead = next((other for stage, other in flag.instead.items() if stage in stages), flag.id)
    return knowledge.red_flags[instead]


def answer(
    knowledge: Knowledge,
    flag_id: str | None,
    profile: Profile = NOBODY,
    region: str | None = None,
) -> Answer:
    """What to do about the red flag `flag_id`; it stands alone, with no way on to other topics.

    `region` is a key of places.yml; without one, the numbers of all regions are named.
    """
    flag = flag_for(knowledge, flag_id, profile)
    return Answer(
        topic=f"{FLAGGED}{flag.id}",
        status="safety",
        short=flag.answer.text,
        details=(*_no_number(knowledge, flag, region), *(d.text for d in flag.details)),
        sources=source_refs(knowledge, _sources(flag)),
        follow_ups=tuple(Choice(c.title, c.intent, c.entities) for c in flag.choices),
        urgency=flag.level,
        calls=_calls(knowledge, flag, region),
    )


def reminder(
    knowledge: Knowledge,
    flag_id: str,
    region: str | None = None,
    asked: str = "",
    *,
    medicine: bool = False,
    doubts: bool = False,
) -> Answer:
    """What is said in place of another answer while the danger has not been seen to.

    `asked` is the message; what the advice says on it comes first. `medicine`: it names one;
    `doubts`: it asks what or who is speaking.
    """
    flag = flag_for(knowledge, flag_id)
    words = knowledge.wording
    text = words.get(f"reminder_{flag.id}") or words[f"reminder_{flag.level}"]
    first = words["advice_program"] if doubts else advice(knowledge, flag, asked, medicine)
    if first and flag.id not in ONLY_CARE_ENDS:
        text = words[f"reminder_asked_{flag.level}"]
    return Answer(
        topic=f"{FLAGGED}{flag.id}",
        status="safety",
        short=text.format(name=flag.name, do=_to_do(flag), advice=first),
        details=_no_number(knowledge, flag, region),
        sources=source_refs(knowledge, _sources(flag)),
        urgency=flag.level,
        calls=_calls(knowledge, flag, region),
    )


def meanwhile(
    knowledge: Knowledge, flag_id: str, region: str | None = None, asked: str = ""
) -> Answer:
    """What is said of a danger that somebody is seeing to, where the message goes back to it.

    `asked` is the message: what the advice says on it, else all that it says not to do. Whoever
    spoke of dying is told whom to call, as before.
    """
    flag, again = flag_for(knowledge, flag_id), reminder(knowledge, flag_id, region)
    if flag.id in ONLY_CARE_ENDS:
        return again
    said = advised(knowledge, flag, asked) or " ".join(forbidden(flag)) or _to_do(flag)
    return replace(again, short=knowledge.wording["reminder_sought"].format(advice=said))


def over(knowledge: Knowledge, flag_id: str, cared: bool) -> Answer:
    """What is said when the person has sought care for `flag_id`, or takes back what was told."""
    words, flag = knowledge.wording, flag_for(knowledge, flag_id)
    if not cared:
        return Answer(topic=OVER, status="smalltalk", short=words["danger_taken_back"])
    text = words.get(f"danger_cared_{flag.id}") or words["danger_cared"]
    warning = next(filter(_WARNING.search, sentences(flag.answer.text)), "")
    short = text.format(warning=warning or words["danger_warning"])
    return Answer(topic=OVER, status="smalltalk", short=short)


def of_another(knowledge: Knowledge) -> Answer:
    """What is said of somebody else's danger when the speaker asks of themselves."""
    return Answer(topic=OVER, status="smalltalk", short=knowledge.wording["danger_other"])


def _to_do(flag: RedFlag) -> str:
    """The sentence of the flag's answer on where to get help, so that a reminder says the same."""
    told = sentences(flag.answer.text)
    return next((text for text in told if _HELP.search(text)), told[0])


def _sources(flag: RedFlag) -> list[str]:
    return [*flag.answer.sources, *(s for detail in flag.details for s in detail.sources)]


def _calls(knowledge: Knowledge, flag: RedFlag, region: str | None) -> tuple[Call, ...]:
    """Whom to call there; everywhere, where the place is not known."""
    contacts = [contact for name in flag.calls for contact in knowledge.contacts[name]]
    if region:
        named = [contact for contact in contacts if region in contact.regions]
    else:
        named = [contact for contact in contacts if not contact.only_there]
    return tuple(dict.fromkeys(Call(contact.label, contact.tel) for contact in named))


def _no_number(knowledge: Knowledge, flag: RedFlag, region: str | None) -> tuple[str, ...]:
    """What is said, once, in place of a number that is not known there."""
    missing = [
        kind
        for kind in flag.calls
        if region and not any(region in contact.regions for contact in knowledge.contacts[kind])
    ]
    said = (knowledge.wording.get(f"no_number_{kind}") for kind in missing)
    return tuple(text for text in said if text)[:1]
