"""Names are found, also misspelt; ordinary words are never taken for names."""

from __future__ import annotations

import itertools

import pytest

MISSPELT = {
    ("nutrient", "magnesium"): [
        "magnesum",
        "magnezium",
        "magnisium",
        "magnesim",
        "mangesium",
        "magnesuim",
        "magneesium",
    ],
    ("nutrient", "potassium"): [
        "pottasium",
        "potasium",
        "potassum",
        "potassim",
        "potasuim",
        "pottassium",
    ],
    ("nutrient", "calcium"): ["calcuim", "calsium", "calcum", "caclium"],
    ("nutrient", "sodium"): ["sodum", "soduim"],
    ("nutrient", "vitamin_d"): ["vitmin d", "vitamn d"],
    ("nutrient", "vitamin_c"): ["vitimin c"],
    ("nutrient", "vitamin_b1"): ["thiamin"],
    ("nutrient", "vitamin_b6"): ["pyridoxin"],
    ("nutrient", "phosphorus"): ["phosphorous"],
    ("nutrient", "electrolytes"): ["electrolites", "electorlytes"],
    ("nutrient", "multivitamin"): ["multivitmin"],
    ("food", "banana"): ["bannana", "bananna", "bananaz"],
    ("food", "avocado"): ["avacado", "avocardo"],
    ("food", "spinach"): ["spinnach", "spinich"],
    ("food", "broccoli"): ["brocoli", "broccolli"],
    ("food", "almond"): ["almods"],
    ("food", "yogurt_plain_whole_milk"): ["yoghrt"],
    ("food", "potato"): ["potatoe"],
    ("food", "tomato"): ["tomatos"],
    ("food", "salmon"): ["samlon"],
    ("food", "sardine"): ["sardins"],
    ("food", "lentil"): ["letnils"],
    ("food", "chickpea"): ["chickpees"],
    ("food", "pumpkin_seed"): ["pumkin seeds"],
    ("food", "sweet_potato"): ["sweet potatos"],
    ("medicine", "loop_diuretic"): ["furosimide", "furosemid"],
    ("medicine", "ppi"): ["omeprazol", "omeprasole"],
    ("medicine", "metformin"): ["metfomin", "metforman"],
    ("medicine", "statin"): ["simvastin", "atorvastaton", "statens"],
    ("medicine", "ace_inhibitor"): ["ramiprl", "lisinapril"],
    ("medicine", "calcium_channel_blocker"): ["amlodopine"],
    ("medicine", "warfarin"): ["warferin"],
    ("medicine", "levothyroxine"): ["levothyroxin"],
    ("medicine", "potassium_sparing_diuretic"): ["spironalactone"],
    ("medicine", "thiazide"): ["hydrochlorothiazid", "bendroflumethiazid"],
    ("medicine", "beta_agonist"): ["salbutomol"],
    ("medicine", "steroid"): ["prednisalone"],
    ("medicine", "gabapentin"): ["gabapenten"],
    ("medicine", "nsaid"): ["ibuprophen"],
    ("condition", "diabetes"): ["diabetis"],
    ("condition", "pregnancy"): ["preganant", "pregnent"],
    ("condition", "kidney_disease"): ["kidny disease"],
}
EXACT = [
    ("How much magnesium is there?", "nutrient", "magnesium", "magnesium"),
    ("magnesium's role", "nutrient", "magnesium", "magnesium's"),
    ("MAGNESIUM", "nutrient", "magnesium", "MAGNESIUM"),
    ("his kidneys are knackered", "condition", "kidney_disease", "kidneys are knackered"),
    ("she has him on the boob", "condition", "breastfeeding", "on the boob"),
    ("dad has myeloma", "condition", "cancer", "myeloma"),
    ("is b12 low", "nutrient", "vitamin_b12", "b12"),
    ("is B-12 low", "nutrient", "vitamin_b12", "B-12"),
    ("more bananas please", "food", "banana", "bananas"),
    ("a banana a day", "food", "banana", "banana"),
    ("eat potatoes", "food", "potato", "potatoes"),
    ("eat tomatoes", "food", "tomato", "tomatoes"),
    ("an egg", "food", "egg", "egg"),
    ("three eggs", "food", "egg", "eggs"),
    ("my statin", "medicine", "statin", "statin"),
    ("on statins", "medicine", "statin", "statins"),
    ("beta blockers", "medicine", "beta_blocker", "beta blockers"),
    ("I have diabetes", "condition", "diabetes", "diabetes"),
    ("pickle juice works", "remedy", "pickle_juice", "pickle juice"),
    ("new shoes", "remedy", "footwear", "shoes"),
    ("my toes", "body_part", "toe", "toes"),
    ("while I sleep", "timing", "night", "while I sleep"),
]
LONGEST = [
    ("vitamin k2", "vitamin_k2"),
    ("vitamin B complex", "b_complex"),
    ("sweet potatoes", "sweet_potato"),
    ("boiled sweet potato", "sweet_potato_boiled"),
    ("raw spinach", "spinach_raw"),
    ("kidney beans", "kidney_bean"),
    ("kidney disease", "kidney_disease"),
    ("milk chocolate", "milk_chocolate"),
    ("dark chocolate", "dark_chocolate"),
    ("apple cider vinegar", "vinegar"),
    ("coconut water", "coconut_water"),
    ("peanut butter", "peanut_butter"),
    ("loop diuretic", "loop_diuretic"),
    ("water tablets", "diuretic"),
    ("cod liver oil", "cod_liver_oil"),
    ("orange juice", "orange_juice"),
]
SYMBOLS = [
    ("K or Mg?", ["potassium", "magnesium"]),
    ("my K levels", ["potassium"]),
    ("k levels", ["potassium"]),
    ("low k", ["potassium"]),
    ("mg and k", ["magnesium", "potassium"]),
    ("Ca and Fe", ["calcium", "iron"]),
    ("400 mg", []),
    ("take 200 Mg daily", []),
    ("400mg", []),
    ("ok", []),
    ("k thanks", []),
    ("na that is fine", []),
    ("ca va", []),
    ("which nuts are highest in mg", ["magnesium"]),
    ("how much mg should she have", ["magnesium"]),
    ("how many mg should I take", []),
    ("what mg of b12", ["vitamin_b12"]),
    ("mg or mcg", []),
    ("vitamin C daily mg", ["vitamin_c"]),
    ("how much mg potassium", ["potassium"]),
    ("magnesium in mg/dl", ["magnesium"]),
    ("K 3.5, Mg 0.68", ["potassium", "magnesium"]),
    ("is the dose in mg", []),
    ("mg, k, ca and na", ["magnesium", "potassium", "calcium", "sodium"]),
    ("k, ca and na", ["potassium", "calcium", "sodium"]),
    ("D or magnesium", ["vitamin_d", "magnesium"]),
    ("k2 and d", ["vitamin_k2", "vitamin_d"]),
    ("calcium with D", ["calcium", "vitamin_d"]),
    ("low D", ["vitamin_d"]),
    ("short of d", ["vitamin_d"]),
    ("my d levels", ["vitamin_d"]),
    ("b12, c and e", ["vitamin_b12", "vitamin_c", "vitamin_e"]),
    ("plan D or plan B", []),
    ("get a D in maths", []),
    ("i d like to know", []),
    ("K thanks", []),
    ("Na, I am fine", []),
    ("Na levels", ["sodium"]),
    ("K 3.4", ["potassium"]),
]
ORDINARY_WORDS = """
about accident aches again allowed always answer anything apartment appointment article awful
because before believe better birthday blanket bother breakfast calmly calories camera cardboard
careful carpet ceiling certain chapter chills christmas circles classes clothes college compare
complain computer concerned condition corner couple courage crackers crowded curious cushions
daily decided deficient delivery different difficult dinner doctors dreadful dreaming driving
during easily eating electric elephant emergency enough evenings everyone evidence examine
expensive explain family favourite feelings finally finished flakes forever forgotten friends
garden generally grateful growing guitar handover happened headline heaps helpful holiday
hospital however hundred hurting imagine important improve included injured inside instead
internet journey kettle kitchen language laptop laundry library listen luggage machine manager
married maybe medicine mention message minutes mistake moderate moment mortgage muscles musels
mussles nearly neighbour nervous normal nothing notice office often opinion ordinary overweight
painful parents patient people perhaps phone picture planning please pointless possible prefer
pretend prevent prickles printer probably problem promise quarter question quickly quiet reading
really reason recently remember research result robbing sadly saturday schools season serious
several shouting similar simple sleepless slowly somebody sometimes sorry sources special spurts
stamping station stories straight strange student stupid sudden suffer suggest summer suppose
surely surgeon swear sweating table tablets taken teacher telephone television terrible thousand
tickets together tomorrow tonight travel trouble umbrella unable understand useful usually
vegetables vitamins vitamens waiting weather weekend weight wonderful worried writing yesterday
skirting skiving slurring warts watchers floaters crispy gripe cricked
fe
"""
ORDINARY_SENTENCES = [
    "thank you",
    "can you help me with my homework",
    "what is the capital of france",
    "tell me a joke",
    "how are you today",
    "book a table for two tonight",
    "who won the election",
    "what does this cost",
    "i lost my phone on the bus",
    "where do you get your information",
    "is this free to use",
    "which vitamin am i lacking",
    "how much should i take each day",
    "are supplements safe to take for ten years",
    "thanks a lot for your help",
    "you are wrong about that",
    "can i speak to someone",
    "what can you do",
    "give me more details please",
    "how do i know if i am deficient",
    "does it really work",
    "what should i eat",
    "are there side effects",
    "i have tried everything already",
    "it started two weeks ago",
    "nobody believes me",
    "is it dangerous",
    "what did the article say",
    "go to the shop",
    "put it to bed",
    "it came to nothing",
    "tens of thousands",
    "ok then",
    "k thanks",
    "na that is fine",
    "ca va",
    "do you know a good plumber",
    "why is the sky blue",
]
KINDS = {"nutrient", "food", "medicine", "condition", "remedy"}


def names(recogniser, text):
    return [(found.entity, found.value) for found in recogniser.find(text)]


@pytest.mark.parametrize(("text", "entity", "value", "written"), EXACT)
def test_a_name_is_found_where_it_stands(recogniser, text, entity, value, written):
    found = [f for f in recogniser.find(text) if f.entity == entity]
    assert [(f.value, text[f.start : f.end], f.confidence) for f in found] == [
        (value, written, 1.0)
    ]


@pytest.mark.parametrize(
    ("typed", "meant"), [(typed, meant) for meant, all in MISSPELT.items() for typed in all]
)
def test_a_misspelt_name_is_found(recogniser, typed, meant):
    text = f"what about {typed} for me"
    found = recogniser.find(text)
    assert [(f.entity, f.value) for f in found] == [meant]
    assert text[found[0].start : found[0].end] == typed
    assert 0.6 < found[0].confidence <= 1


@pytest.mark.parametrize(("text", "value"), LONGEST)
def test_the_longest_name_wins(recogniser, text, value):
    found = recogniser.find(f"is {text} good")
    assert [f.value for f in found] == [value]


@pytest.mark.parametrize(("text", "values"), SYMBOLS)
def test_a_symbol_counts_only_as_a_symbol(recogniser, text, values):
    assert [f.value for f in recogniser.find(text) if f.entity == "nutrient"] == values


@pytest.mark.parametrize("word", ORDINARY_WORDS.split())
def test_an_ordinary_word_is_no_name(recogniser, word):
    assert names(recogniser, word) == []


@pytest.mark.parametrize("sentence", ORDINARY_SENTENCES)
def test_an_ordinary_sentence_holds_no_name(recogniser, sentence):
    assert names(recogniser, sentence) == []


@pytest.mark.parametrize(
    "text", ["signs of low magnesium", "magnesium deficiency", "lack of magnesium", "low Mg"]
)
def test_being_low_in_a_nutrient_names_the_nutrient(recogniser, text):
    assert ("nutrient", "magnesium") in names(recogniser, text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("epsum salts", [("remedy", "epsom_salts")]),
        ("resless legs", [("condition", "restless_legs")]),
        ("cheerio then", []),
    ],
)
def test_a_misspelt_name_of_two_words_wins_over_one_word_of_it(recogniser, text, found):
    assert names(recogniser, text) == found


def test_a_name_of_two_kinds_is_marked(recogniser):
    assert [f.is_two_kinds for f in recogniser.find("mustard or bananas")] == [True, False]


@pytest.mark.parametrize("text", ["electrolyte drink", "electrolyte sachets", "magnesium cream"])
def test_a_remedy_that_starts_with_a_nutrient_tells_of_both(recogniser, text):
    assert [found.entity for found in recogniser.find(text)] == ["nutrient", "remedy"]


def test_a_curly_apostrophe_hides_no_age(recogniser):
    assert ("age", 16) in names(recogniser, "I’m 16")


def test_low_salt_is_not_the_salt_substitute(recogniser):
    assert ("nutrient", "potassium") not in names(recogniser, "a low-salt diet")


def test_ten_is_not_the_tens_machine(recogniser):
    assert names(recogniser, "ten minutes, for tens of minutes") == []
    assert names(recogniser, "a TENS machine") == [("remedy", "tens")]


def test_a_word_far_from_its_counterpart_spoils_a_run(recogniser):
    # "crmaps" is cramps, and no way to write the "cream" of magnesium cream.
    assert names(recogniser, "magneesium crmaps") == [
        ("nutrient", "magnesium"),
        ("symptom", "cramp"),
    ]


def test_places_point_into_the_original_text(recogniser):
    text = "  Só… “MAGNESIUM”, 😭 bananas — and Sweet Potatoes!\n"
    found = recogniser.find(text)
    assert [text[f.start : f.end] for f in found] == ["MAGNESIUM", "bananas", "Sweet Potatoes"]
    assert [f.start for f in found] == sorted(f.start for f in found)


def test_finds_never_overlap(recogniser):
    text = (
        "I'm 70, on 400 mg of magnesium oil spray, water tablets, vitamin b12 and b6, sweet potato"
    )
    found = recogniser.find(text)
    assert all(one.end <= next_.start for one, next_ in itertools.pairwise(found))
    assert len(found) >= 6


@pytest.mark.parametrize("text", ["", " ", "?!", "\x00", "🦵" * 50, "a" * 1000, "- - -", "'s"])
def test_nothing_is_found_in_nothing(recogniser, text):
    assert recogniser.find(text) == []


def test_two_vitamins_in_one_product_are_both_found(recogniser):
    found = names(recogniser, "a spray of D3 & K2")
    assert {("nutrient", "vitamin_d"), ("nutrient", "vitamin_k2")} <= set(found)


def test_every_name_of_the_knowledge_base_is_found(recogniser, knowledge):
    lost = []
    for entity, thing in knowledge.named():
        for name in (thing.name, *thing.aliases, *getattr(thing, "exact", ())):
            found = [f for f in recogniser.find(name) if f.entity in KINDS]
            if not found:
                lost.append(f"{entity} {thing.id}: {name}")
    assert lost == []


@pytest.mark.parametrize(
    ("text", "sex"),
    [("I'm a 35 year old woman", "female"), ("62 year old man with cramps", "male")],
)
def test_someone_of_so_many_years_is_not_old(recogniser, text, sex):
    found = {f.entity: f.value for f in recogniser.find(text)}
    assert found.get("sex") == sex
    assert "life_stage" not in found
