"""Whom to ask before taking anything, and why, where nothing more is known of the two together."""

from __future__ import annotations

from collections.abc import Sequence

from crampwise.answers.cautions import concerns
from crampwise.answers.types import NOBODY, Profile, Question
from crampwise.knowledge.base import Knowledge
from crampwise.knowledge.schema import Caution
from crampwise.people.describing import listed, names

# Whom to ask, and why, for those who told of a medicine or an illness of which nothing more is
# known.
ANY_MEDICINE, ANY_ILLNESS = "any_medicine", "any_illness"
UNNAMED = "other_medicine"  # the class of medicines that are known by name alone
MOST_IN_NET = 2  # cautions for this person that go with one of these, though nothing was named


def net_for(knowledge: Knowledge, question: Question, named: bool) -> tuple[Caution, ...]:
    """Whom to ask before taking anything, and why, for whoever told of a medicine or an illness.

    With the gravest cautions for this person where the product is not one that is known (`named`).
    Empty for others, and where the message speaks of taking nothing.
    """
    profile = question.profile
    if not question.taking or question.eaten or profile == NOBODY:
        return ()
    of_any = [c for c in knowledge.cautions.values() if not c.named_only]
    mine = [caution for caution in of_any if concerns(knowledge, caution, profile)]
    weighty = {illness for c in knowledge.cautions.values() for illness in c.for_whom.conditions}
    of_all = [caution for caution in mine if not caution.nutrients]
    if profile.medicines:
        first = [knowledge.cautions[ANY_MEDICINE]]
    elif weighty & set(profile.conditions) and not of_all:
        first = [knowledge.cautions[ANY_ILLNESS]]
    else:
        first = []
    grave = [] if named else [caution for caution in mine if caution not in of_all]
    return (*of_all, *first, *grave[:MOST_IN_NET])


def naming(
    knowledge: Knowledge,
    net: Sequence[Caution],
    profile: Profile,
    products: Sequence[str],
    said: str,
) -> tuple[Caution, ...]:
    """`net`, the caution on any medicine telling that nothing is known of it with these `products`.

    As is where what is `said` already speaks of the medicine.
    """
    told = {name for name, _ in profile.called}
    medicines = [
        name
        for medicine in profile.medicines
        if medicine != UNNAMED or medicine in told
        for name in names(knowledge, profile, medicine)
    ]
    if not medicines or not products or any(name.lower() in said.lower() for name in medicines):
        return tuple(net)
    opening = knowledge.wording["medicine_unknown"].format(
        medicine=listed(knowledge, medicines), name=listed(knowledge, products)
    )
    return tuple(
        caution.copy(update={"text": f"{opening} {caution.text}"})
        if caution.id == ANY_MEDICINE
        else caution
        for caution in net
    )


def gravest(knowledge: Knowledge, nutrients: Sequence[str]) -> list[Caution]:
    """The first caution on the first of `nutrients`, for whom nothing is known to weigh.

    Who told of a rare illness, by a name that nobody knows here, may find it in there.
    """
    first = tuple(nutrients[:1])
    return [c for c in knowledge.cautions.values() if first and c.nutrients[:1] == first][:1]
