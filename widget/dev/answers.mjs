// Canned answers of the stand-in: one for every look an answer can have.
// They show shapes; what Crampwise really says comes from its knowledge base.

const NIH = (name, page) => ({ title: `NIH Office of Dietary Supplements: ${name}`, url: `https://ods.od.nih.gov/factsheets/${page}-HealthProfessional/` });
const COCHRANE = { title: "Cochrane review: magnesium for muscle cramps (2020)", url: "https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD009402.pub3/full" };
const USDA = { title: "USDA National Nutrient Database, release 28", url: "https://fdc.nal.usda.gov/" };

const answer = (parts, rest = {}) => ({
  text: [parts.short, ...(parts.details ?? []).map((detail) => `- ${detail}`)].join("\n"),
  buttons: [], sources: [], topic: "demo", urgency: null, ...rest,
  parts: { details: [], cautions: [], evidence: null, calls: [], table: null, ...parts },
});

const which = answer({
  short: "No single vitamin. The minerals magnesium, potassium and calcium are the ones most often named, but most people with leg cramps are not short of any of them.",
  details: [
    "Magnesium lets a muscle relax after it has tightened.",
    "Potassium carries the signal from nerve to muscle.",
    "Calcium starts the tightening; too little makes nerves fire on their own.",
    "Vitamin D matters because it lets you absorb calcium.",
  ],
  cautions: ["A blood test tells more than a guess. Ask before you take potassium if you have kidney disease or take blood pressure tablets."],
  evidence: { grade: "weak", label: "weak", text: "Small studies that disagree." },
}, {
  sources: [NIH("Magnesium", "Magnesium"), NIH("Potassium", "Potassium")],
  buttons: [
    { title: "Which foods have magnesium?", payload: '/foods{"nutrient":"magnesium"}' },
    { title: "Do supplements help?", payload: "/supplements" },
    { title: "Who is at risk?", payload: "/deficiency_causes" },
  ],
});

const bananas = answer({
  short: "A banana gives you some potassium, but there is no trial showing that it stops or prevents a cramp.",
  details: ["A medium banana has about 420 mg of potassium. Adults need 2,600 to 3,400 mg a day."],
  evidence: { grade: "none", label: "not tested", text: "Nobody has tested bananas against cramps." },
  chart: {
    caption: "Potassium in one serving", unit: "mg", bars: [
      { label: "Baked potato with skin", value: 926 }, { label: "Spinach, cooked, half a cup", value: 419 },
      { label: "Banana, medium", value: 422 }, { label: "Milk, one cup", value: 366 },
    ],
  },
}, { sources: [USDA], buttons: [{ title: "More foods with potassium", payload: '/foods{"nutrient":"potassium"}' }] });

const stop = answer({
  short: "Stretch the cramping muscle and hold it.",
  details: ["Calf: sit with the leg straight and pull your toes towards you.", "Hold for 30 seconds, then rub the muscle.", "Walk a few steps. Heat helps the soreness afterwards."],
  evidence: { grade: "good", label: "good", text: "Stretching ends most cramps within a minute." },
}, { sources: [{ title: "NHS: leg cramps", url: "https://www.nhs.uk/conditions/leg-cramps/" }], buttons: [{ title: "How do I prevent them?", payload: "/prevention" }] });

const doctor = answer({
  short: "Book an appointment if cramps wake you often, last longer than 10 minutes, or come with weakness or numbness.",
  details: ["Bring a list of your medicines, also those without prescription."],
}, { urgency: "soon", sources: [{ title: "NHS: leg cramps", url: "https://www.nhs.uk/conditions/leg-cramps/" }] });

const clot = answer({
  short: "One swollen, warm, painful calf with breathlessness can be a blood clot. Call an ambulance now.",
  details: ["Do not drive yourself.", "Do not rub or stretch the leg.", "Sit still until help comes."],
  calls: [{ label: "Call 112", tel: "112" }, { label: "Call 999 (UK)", tel: "999" }, { label: "Call 911 (US)", tel: "911" }],
}, { urgency: "emergency", sources: [{ title: "NHS: deep vein thrombosis", url: "https://www.nhs.uk/conditions/deep-vein-thrombosis-dvt/" }] });

const dark = answer({
  short: "Dark urine with muscle pain after hard exercise needs a doctor today: muscle may be breaking down.",
  details: ["Drink water on the way.", "Stop exercising."],
  calls: [{ label: "Call NHS 111", tel: "111" }],
}, { urgency: "same_day", sources: [{ title: "NHS: when to get help", url: "https://www.nhs.uk/nhs-services/urgent-and-emergency-care-services/" }] });

const table = answer({
  short: "Pumpkin seeds lead by a wide margin.",
  table: {
    caption: "Foods with magnesium", columns: ["Food", "Serving", "Magnesium", "Share of daily need"],
    rows: [
      ["Pumpkin seeds, roasted", "28 g", "156 mg", "37%"], ["Almonds, roasted", "28 g", "80 mg", "19%"],
      ["Spinach, boiled", "half a cup", "78 mg", "19%"], ["Black beans, cooked", "half a cup", "60 mg", "14%"],
      ["Soymilk", "1 cup", "61 mg", "15%"],
    ],
  },
  evidence: { grade: "good", label: "good", text: "Measured amounts." },
}, { sources: [NIH("Magnesium", "Magnesium"), USDA, COCHRANE, NIH("Calcium", "Calcium")] });

const supplements = answer({
  short: "For most people magnesium tablets do not prevent night cramps.",
  details: ["In older adults they did no better than a dummy pill."],
  cautions: ["More than 350 mg a day from tablets can cause diarrhoea.", "Do not take them with kidney disease unless a doctor says so."],
  evidence: { grade: "against", label: "against", text: "Trials found no benefit." },
}, { sources: [COCHRANE] });

const plain = (text) => ({ text, buttons: [], sources: [], topic: "smalltalk", urgency: null });
const hostile = answer({
  short: "<img src=x onerror=\"document.title='broken'\"> **bold** <script>document.title='broken'</script> https://example.org/a?b=c.",
  details: ["<b>not bold</b>", "javascript:alert(1)", "A".repeat(200)],
  calls: [{ label: "bad", tel: "javascript:alert(1)" }, { label: "also bad", tel: "999;phone-context=evil" }],
}, {
  sources: [{ title: "script address", url: "javascript:document.title='broken'" }, { title: "data address", url: "data:text/html,<script>1</script>" }],
  buttons: [{ title: "<i>tap</i>", payload: "/greet" }, { title: 5, payload: null }, "not a button"],
});

/** The first pattern that matches decides. */
export const ANSWERS = [
  [/forget me/i, [plain("Done. Everything you told me is deleted.")]],
  [/hostile/i, [hostile]],
  [/breath|clot|emergency/i, [clot]],
  [/urine|today/i, [dark]],
  [/foods|table/i, [table]],
  [/supplement/i, [supplements]],
  [/banana/i, [bananas]],
  [/stop a cramp|relief/i, [stop]],
  [/doctor/i, [doctor]],
  [/vitamin|which/i, [which]],
  [/two/i, [plain("This is the first of two."), which]],
  [/list/i, [plain("I can help with:\n- minerals and vitamins\n- foods and amounts\n- when to see a doctor\n\nWhat would you like to know?")]],
  [/empty/i, []],
  [/./s, [plain("I don't know that one. I can help with leg cramps, the minerals and vitamins behind them, and foods that have them.")]],
];
