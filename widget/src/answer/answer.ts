/** One message of the bot, each of its parts drawn as what it is. */
import { h, hidden, type Child } from "../dom";
import { icon } from "../icons";
import { imageAddress, telAddress } from "../links";
import { inline, link, prose } from "../prose";
import * as TEXTS from "../texts";
import type { Answer, Button, Call, Source } from "../types";
import { chartView } from "./chart";
import { evidenceView } from "./evidence";
import { noteView } from "./note";
import { plainText } from "./plain";
import { tableView } from "./table";

const DETAILS_SHOWN = 2; // more of them are folded away
const SOURCES_SHOWN = 3;

export interface AnswerSetting {
  /** Who speaks, for screen readers. */
  title: string;
  /** Address of the chat folder, where pictures may come from. */
  server: string;
  /** Whether the chat is the page, whose headings then begin at one. */
  page: boolean;
}

export interface AnswerActions {
  choose(button: Button): void;
  copy(text: string): void;
}

export function answerView(
  answer: Answer, { title, server, page }: AnswerSetting, actions: AnswerActions,
): HTMLElement {
  const { text, parts, urgency, sources, buttons } = answer;
  const image = imageAddress(answer.image, server);
  return h("article", {
    class: "answer", part: "answer", "data-urgency": urgency || null,
    "aria-live": urgency === "emergency" ? "assertive" : null,
  },
    h(page ? "h2" : "h3", { class: "hidden" }, `${title}:`),
    h("div", { class: "card", dir: "auto" },
      urgencyView(urgency),
      ...(parts.short ? partsView(answer, actions.copy) : prose(text)),
      image && h("img", { src: image, alt: TEXTS.picture, loading: "lazy" }),
      sources.length > 0 && sourcesView(sources, () => actions.copy(plainText(answer)))),
    buttons.length > 0 && h("div", { class: "chips", role: "group", "aria-label": TEXTS.suggestions },
      ...buttons.filter(({ title, payload }) => title && payload).map((button) => h("button", {
        class: "chip", part: "follow-up",
        onclick: ({ currentTarget }: MouseEvent) => {
          if (!(currentTarget as Element).hasAttribute("aria-disabled")) actions.choose(button);
        },
      }, button.title))));
}

function urgencyView(urgency: Answer["urgency"]): Child {
  const words = TEXTS.urgency[urgency];
  return words && h("p", { class: "urgency" }, icon(urgency === "emergency" ? "alert" : "doctor"), words);
}

function partsView(
  { topic, urgency, parts: { short, details, cautions, evidence, calls, table, chart, note } }: Answer,
  copy: (text: string) => void,
): Child[] {
  const points = details.length > 0 && h("ul", {}, ...details.map((detail) => h("li", {}, ...inline(detail))));
  // What to do in an emergency is never folded away, nor what a check was gone through for.
  const folded = details.length > DETAILS_SHOWN && urgency !== "emergency" && !topic.startsWith("check");
  return [
    h("div", { class: "short" }, ...prose(short)),
    calls.length > 0 && h("div", { class: "calls" }, ...callsView(calls)),
    points && (folded ? fold(TEXTS.more(details.length), points) : points),
    chart.bars.length > 0 && chartView(chart),
    table.rows.length > 0 && tableView(table),
    note.lines.length > 0 && noteView(note, copy),
    cautions.length > 0 && h("div", { class: "caution", role: "group", "aria-label": TEXTS.caution },
      icon("alert"), h("div", {}, ...cautions.flatMap(prose))),
    evidence.grade && evidenceView(evidence),
  ];
}

function callsView(calls: Call[]): Child[] {
  return calls.map(({ label, tel }) => {
    const href = telAddress(tel);
    return href && h("a", { class: "call", href, part: "call" }, icon("call"), hidden(TEXTS.call), label || tel);
  });
}

/** What the answer rests on, and a button to copy both: small talk has neither. */
function sourcesView(sources: Source[], copy: () => void): Child {
  const all = h("ul", {}, ...sources.map(({ title, url }) => h("li", {}, link(title || url, url))));
  return h("div", { class: "sources", part: "sources" },
    ...(sources.length > SOURCES_SHOWN
      ? [fold(`${TEXTS.sources} (${sources.length})`, all)]
      : [h("p", { class: "label" }, TEXTS.sources), all]),
    h("button", { class: "quiet", title: TEXTS.copy, onclick: copy }, icon("copy")));
}

function fold(label: string, content: HTMLElement): HTMLElement {
  return h("details", {}, h("summary", {}, icon("down"), label), content);
}
