"""Which sentences of wording.yml the code fills in, and with what.

A missing sentence or a misspelt {placeholder} would fail while a person is being answered, so both
are found when the file is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

PLACEHOLDERS: dict[str, set[str]] = {
    **{
        f"chat_{name}": set()
        for name in (
            "busy",
            "emergency",
            "same_day",
            "soon",
            "unreadable",
            "unseen",
        )
    },
    "column_100_g": set(),
    "column_amount": set(),
    "column_food": set(),
    "column_serving": set(),
    **{f"command_{name}": set() for name in ("forget", "help", "start", "stop")},
    **{
        f"amount_{where}": {"amount", "name", "people", "limit", "note"}
        for where in ("above", "at", "below")
    },
    **{f"ask_{thing}": {"name"} for thing in ("condition", "food", "medicine", "remedy")},
    "caution_heading": set(),
    "compare_many": set(),
    "danger_cared": set(),
    "danger_taken_back": set(),
    "food_all": {"serving", "grams", "amounts"},
    "food_amount": {"food", "serving", "grams", "amount", "name", "per_100_g"},
    "food_compare": {"name", "amounts"},
    "food_in_list": {"food", "serving", "amount"},
    "food_no_column": {"name"},
    "food_no_cure": set(),
    "food_no_figures": set(),
    "food_not_listed": {"name"},
    "food_poor": {"food", "serving"},
    "food_rich": {"food", "serving", "rich"},
    "food_rich_one": {"name", "amount", "share"},
    "food_share": {"share", "name"},
    "food_unknown": {"food", "name"},
    **{f"grade_{grade}": set() for grade in ("good", "some", "weak", "none", "against")},
    "kind_AI": set(),
    "kind_RDA": set(),
    **{
        f"life_stage_{group}": {"band"}
        for group in (
            "both",
            "both_young",
            "boy",
            "child",
            "female",
            "girl",
            "infant",
            "lactation",
            "male",
            "pregnancy",
        )
    },
    "life_stage_adults": set(),
    "level_meaning": set(),
    "limit": {"name", "limit", "note"},
    "limit_none": {"name", "note"},
    "limit_one": {"people", "limit"},
    "limit_reduce": {"name", "target"},
    "lowest": {"name", "limit", "foods"},
    "more": {"name"},
    "more_none": set(),
    "need": {"name", "kind", "needs"},
    "need_join": set(),
    "need_meaning": set(),
    "need_one": {"people", "amount"},
    "pair_unknown": {"one", "other"},
    **{f"refused_{code}": set() for code in ("busy", "empty", "stopping", "unknown_button")},
    "refused_too_long": {"length", "most"},
    "refused_too_many": {"seconds"},
    "reminder_emergency": {"name"},
    "reminder_overdose": set(),
    "reminder_possible_danger": set(),
    "reminder_possible_emergency": set(),
    "reminder_same_day": {"name"},
    "reminder_self_harm": set(),
    "richest": {"name", "foods"},
    "richest_100_g": {"name", "foods", "diet"},
    "richest_diet": {"name", "foods", "diet"},
    "richest_none": {"name", "diet"},
    "ask_check": set(),
    "ask_forget": set(),
    "ask_note": set(),
    "check_ask": {"text"},
    "check_begin": {"count"},
    "check_column_link": set(),
    "check_column_part": set(),
    "check_first": {"text"},
    "check_go_on": set(),
    "check_forgot": set(),
    "check_line": {"name", "grade", "text"},
    "check_no_hurry": set(),
    "check_none": set(),
    "check_noted": set(),
    "check_nothing": set(),
    "check_soon": {"reason"},
    "check_summary": set(),
    "check_table": set(),
    "check_unknown": set(),
    "check_unread": set(),
    "check_words": {"text"},
    "note_ask": set(),
    "note_end": set(),
    "note_line": {"name", "text"},
    "note_may": set(),
    "note_none": set(),
    "note_part": {"name", "grade"},
    "note_short": set(),
    "note_title": set(),
    "note_who": set(),
    "for_person": {"person", "facts"},
    "for_you": {"facts"},
    "known_forgot": {"facts"},
    "known_forgot_all": set(),
    "known_kept": {"count"},
    "known_none": set(),
    "known_person": {"person", "facts"},
    "known_self": {"facts"},
    "list_and": {"first", "last"},
    "noted": {"facts"},
    "noted_nothing": set(),
    "person_aged": {"age"},
    "person_of": {"who", "age"},
    "person_taking": {"medicines"},
    "person_with": {"conditions"},
    **{
        f"who_{who}": set()
        for who in (
            "female",
            "male",
            "girl",
            "boy",
            "infant",
            "child",
            "teenager",
            "older",
        )
    },
    **{
        f"slack_{name}": set()
        for name in (
            "example_1",
            "example_2",
            "example_3",
            "home_privacy",
            "home_title",
            "home_try",
            "home_urgent",
            "home_what",
            "thinking",
            "window_close",
            "window_hint",
            "window_label",
            "window_send",
            "window_title",
        )
    },
    "sources_heading": set(),
    "sum": {"total", "name", "parts"},
    "sum_assumed": {"foods"},
    "sum_caption": {"name"},
    "sum_meaning": set(),
    "sum_need": set(),
    "sum_one": {"total", "name", "parts"},
    "sum_part": {"food", "amount"},
    "sum_share": {"share", "need"},
    "sum_share_adult": {"share", "need"},
    "sum_taken": {"food", "grams", "serving"},
    "table_caption": {"name"},
    "trouble": set(),
    "unit_join": set(),
    "unit_same": {"amount", "name", "same"},
    "unit_share": {"name", "share"},
    "unknown": set(),
    "unknown_nutrient": {"name"},
    "unsure": set(),
    "unsure_led": set(),
}


def problems(wording: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What is wrong, as (key, reason)."""
    for key, known in PLACEHOLDERS.items():
        if key not in wording:
            yield key, "is missing"
            continue
        try:
            used = {name for _, name, _, _ in Formatter().parse(wording[key]) if name is not None}
        except ValueError as error:
            yield key, f"has a brace that does not fit ({error})"
            continue
        for name in sorted(used - known):
            yield key, f"uses {{{name}}}, which is not filled in here; known are {sorted(known)}"
