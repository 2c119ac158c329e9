"""What is told as over, ruled out, refused, taken back or another's is kept of nobody."""

from __future__ import annotations

import pytest


def kept(told, text, **how):
    """The medicines and illnesses that `text` tells of whoever writes."""
    own = told(text, **how).facts.get("self", {})
    return {*own.get("medicine", ()), *own.get("condition", ())}


@pytest.mark.parametrize(
    "text",
    [
        "Took doxycycline for malaria in spring 2022",
        "I was on warfarin for six months in 2016",
        "Had cancer ten years ago, all clear",
        "I was pregnant two winters ago",
        "they took me off warfarin last year",
        "Stopped the omeprazole in 2022, cut out the curry instead",
        "lisinopril gave me a cough so the doctor took me off it",
        "I was taking isoniazid, full course, completed 2013",
        "they had me on dialysis for nine days in 2008",
        "had awful cramps in my pregnancies",
    ],
)
def test_what_is_long_over_is_not_kept(told, text):
    assert kept(told, text, telling=True) == set()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("was put on warfarin in 2016", "warfarin"),
        ("I have been on warfarin for years, they found the clot back in 2015", "warfarin"),
        ("I had my ramipril upped last year", "ace_inhibitor"),
        ("on ramipril since last year", "ace_inhibitor"),
        ("I used to take spironolactone and am back on it since May", "potassium_sparing_diuretic"),
        ("Took lithium in 2011, came off, had to go back on it last year", "lithium"),
        ("I had kidney stones ten years ago", "kidney_stones"),
    ],
)
def test_what_was_begun_long_ago_or_may_come_back_is_kept(told, text, value):
    assert value in kept(told, text, telling=True)


@pytest.mark.parametrize(
    "text",
    [
        "They did think it was myasthenia for a bit",
        "so they tested my thyroid, hypothyroidism was ruled out",
        "my calcium came back high, repeat was normal",
        "sales rep for a statin company, I drive all day",
        "revising ramipril for my finals",
        "everyone at work is on thyroxine",
        "all the women in my family are on thyroxine but me",
        "was prescribed ramipril but never cashed the script",
        "he wants me on atorvastatin, I said not yet",
        "a client of mine has haemochromatosis",
        "cardiac physio, I do heart failure rehab classes",
        "I'm a dialysis nurse, on my feet all day",
    ],
)
def test_what_is_ruled_out_refused_or_others_is_not_kept(told, text):
    assert kept(told, text, telling=True) == set()


def test_what_was_refused_first_and_is_taken_now_is_kept(told):
    text = (
        "They wanted me on alendronic acid, I refused, then I broke my wrist and am taking it now"
    )
    assert kept(told, text, telling=True) == {"bisphosphonate"}


@pytest.mark.parametrize(
    ("text", "medicines"),
    [
        ("had cipro in May, on no tablets now", set()),
        ("Took amoxicillin last month. Not on anything now", set()),
        ("no meds apart from warfarin", {"warfarin"}),
        ("warfarin every evening, nothing for the cramps now", {"warfarin"}),
        ("I take warfarin, no other tablets", {"warfarin"}),
        ("I take warfarin, apart from that on nothing", {"warfarin"}),
        ("warfarin every evening. Otherwise no meds.", {"warfarin"}),
        ("just warfarin, no meds", {"warfarin"}),
    ],
)
def test_who_takes_nothing_takes_nothing_of_what_was_named_before(told, text, medicines):
    assert kept(told, text, telling=True) == medicines


def test_nothing_taken_now_clears_what_was_told_in_earlier_messages(told):
    assert told("I'm not on any medication now").cleared == ("self",)
    assert told("on nothing for the cramps now").cleared == ()
    assert told("no other meds now").cleared == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I take gabapentin, no sorry, calcium", set()),
        ("I have haemochromatosis... nope, meant haemorrhoids", set()),
        ("I'm on cipro - no sorry, levothyroxine", {"levothyroxine"}),
        ("sorry, I forgot: I take warfarin", {"warfarin"}),
        ("typo above sorry, I take warfarin", {"warfarin"}),
    ],
)
def test_what_is_put_right_is_not_kept(told, text, expected):
    assert kept(told, text, telling=True) == expected


def test_nothing_is_asked_for_who_has_died(told):
    found = told("Grandad had Parkinson's and took Sinemet till he passed", telling=True)
    assert (found.person, found.facts) == (None, {})


def test_another_who_died_takes_nothing_from_the_living(told):
    found = told("mum has heart failure, dad passed away", telling=True)
    assert found.facts["mother"]["condition"] == ("heart_failure",)


def test_a_baby_that_is_fed_is_not_the_one_asked_for(told):
    found = told("breastfeeding my 3 month old and shattered", telling=True)
    assert found.person != "child"
    assert found.facts["self"]["condition"] == ("breastfeeding",)


def test_who_says_that_it_is_for_them_is_the_one_asked_for(told):
    found = told("me sister's the pregnant one. this is for me, plasterer", telling=True)
    assert found.person == "self"
    assert "condition" not in found.facts.get("self", {})


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I work at the docks and take warfarin", "warfarin"),
        ("I work as a taxi driver, on warfarin", "warfarin"),
        ("I teach yoga with kidney disease", "kidney_disease"),
        ("I coach football on lithium", "lithium"),
        ("studying for finals while on warfarin", "warfarin"),
        ("I take ramipril, bloods are fine", "ace_inhibitor"),
        ("I take warfarin, otherwise nothing wrong with me", "warfarin"),
        ("prescribed ramipril in May, never had a problem with it", "ace_inhibitor"),
        ("I take warfarin and it stopped the clots", "warfarin"),
        ("I take ramipril with a heart attack behind me", "ace_inhibitor"),
        ("on warfarin, bloods all done on Monday", "warfarin"),
        ("on isoniazid and hoping to be cured by spring", "isoniazid"),
        ("lost most of my sight to Leber's", "leber"),
        ("half the day I sleep, on warfarin", "warfarin"),
        ("no sugar in my tea, I take warfarin", "warfarin"),
        ("I refused the statin but take warfarin", "warfarin"),
        ("instead of salt my wife bought LoSalt, I take ramipril", "ace_inhibitor"),
        ("my late husband's doctor put me on warfarin", "warfarin"),
        ("I never miss my lithium", "lithium"),
        ("I won't let sarcoidosis stop me", "sarcoidosis"),
        ("I've not finished my ciprofloxacin yet", "antibiotic"),
        ("never knew I had kidney disease until last week", "kidney_disease"),
        ("no cure for my heart failure", "heart_failure"),
        ("I don't drink because I take lithium", "lithium"),
        ("I said no to lithium twice but I take it since March", "lithium"),
        ("I finished work early because of kidney disease", "kidney_disease"),
        ("never been pregnant before, 12 weeks now", "pregnancy"),
        ("Mum died on lithium, and I'm on it too", "lithium"),
        ("read a book on sarcoidosis as I have it", "sarcoidosis"),
        ("my dad was on warfarin and now so am I", "warfarin"),
    ],
)
def test_what_is_so_is_kept_whatever_stands_beside_it(told, text, value):
    assert value in kept(told, text, telling=True)
