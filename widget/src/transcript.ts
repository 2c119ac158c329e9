/**
 * The scrolling list of what was asked and answered.
 *
 * It is a live region: an answer is added once, whole, and never rebuilt, so a screen
 * reader reads it once. What was there when the list was drawn first is not read.
 */
import { answerView, type AnswerActions, type AnswerSetting } from "./answer/answer";
import { askedView, type AskedActions } from "./asked";
import { h, svg } from "./dom";
import { icon } from "./icons";
import * as TEXTS from "./texts";
import type { Exchange } from "./types";
import { welcomeView } from "./welcome";

const NEAR = 80; // px from the end that still count as being at the end
const MARGIN = 16; // px above the question that is scrolled to
const CONTEXT = 128; // px of a long question left in view above its answer

export interface TranscriptActions extends AnswerActions, AskedActions {
  ask(question: string): void;
}

/** How an exchange stands in the list: what is asked first, the answers after it. */
interface Shown { node: HTMLElement; look: string }

export class Transcript {
  readonly node: HTMLElement;
  readonly #setting: AnswerSetting;
  readonly #actions: TranscriptActions;
  readonly #shown = new Map<string, Shown>();
  readonly #log = h("div", { role: "log", "aria-label": TEXTS.conversation, "aria-relevant": "additions", class: "log", part: "log" });
  readonly #typing = h("div", { class: "typing", hidden: true, "aria-hidden": "true" }, dots());
  readonly #jump = h("button", { class: "jump", hidden: true, onclick: () => this.toEnd() },
    icon("down"), TEXTS.newAnswer);
  readonly #scroller: HTMLElement;

  constructor(greeting: string, setting: AnswerSetting, actions: TranscriptActions) {
    this.#setting = setting;
    this.#actions = actions;
    this.#scroller = h("div", {
      class: "scroller", tabindex: 0, role: "group", "aria-label": TEXTS.messages, onscroll: () => this.#scrolled(),
    }, h("div", { class: "column" }, welcomeView(greeting, actions.ask), this.#log, this.#typing));
    this.node = h("div", { class: "transcript" }, this.#scroller, this.#jump);
  }

  /** Brings the list up to date; returns how many answers are new in it. */
  show(exchanges: Exchange[], offline: boolean): number {
    const atEnd = this.#atEnd();
    const fresh: HTMLElement[] = [];
    this.#drop(exchanges);
    exchanges.forEach((exchange, index) => {
      const node = this.#draw(exchange, offline, fresh);
      const there = this.#log.children[index];
      if (node !== there) this.#log.insertBefore(node, there ?? null);
    });
    this.#typing.hidden = offline || !exchanges.some(({ state }) => state === "queued" || state === "sending");
    this.#settleChips(exchanges);
    this.#follow(atEnd, fresh[0], !!exchanges.at(-1)?.answers.length);
    return fresh.length;
  }

  toEnd(): void {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  /** To the beginning of the last exchange, or the end where all of it fits. */
  toLast(): void {
    const last = this.#log.lastElementChild;
    if (last instanceof HTMLElement) this.#scroller.scrollTop = last.offsetTop - MARGIN;
  }

  focus(): void {
    this.#scroller.focus({ preventScroll: true });
  }

  #draw(exchange: Exchange, offline: boolean, fresh: HTMLElement[]): HTMLElement {
    const { id, state, problem, answers } = exchange;
    const shown = this.#shown.get(id) ?? { node: h("div", { class: "exchange" }, h("p")), look: "" };
    this.#shown.set(id, shown);
    const look = `${state} ${problem} ${offline}`;
    if (look !== shown.look) {
      shown.look = look;
      shown.node.firstChild?.replaceWith(askedView(exchange, offline, this.#actions));
    }
    if (!shown.node.children[1]) {
      const views = answers.map((answer) => answerView(answer, this.#setting, this.#actions));
      shown.node.append(...views);
      fresh.push(...views);
    }
    return shown.node;
  }

  #drop(exchanges: Exchange[]): void {
    for (const [id, { node }] of this.#shown) {
      if (exchanges.some((exchange) => exchange.id === id)) continue;
      node.remove();
      this.#shown.delete(id);
    }
  }

  /** Follow-up questions can be tapped on the newest answer only. */
  #settleChips(exchanges: Exchange[]): void {
    const answered = exchanges.filter(({ answers }) => answers.length).map(({ id }) => id);
    for (const id of answered.slice(0, -1)) {
      this.#shown.get(id)?.node.querySelectorAll<HTMLButtonElement>(".chip:enabled").forEach(retire);
    }
  }

  #follow(wasAtEnd: boolean, fresh: HTMLElement | undefined, answeredLast: boolean): void {
    if (!wasAtEnd) this.#jump.hidden &&= !fresh;
    // Show the beginning of a long answer, not its end.
    else if (fresh && answeredLast) {
      this.toLast();
      this.#scroller.scrollTop = Math.max(this.#scroller.scrollTop, fresh.offsetTop - CONTEXT);
    } else this.toEnd();
  }

  #atEnd(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  #scrolled(): void {
    if (this.#atEnd()) this.#jump.hidden = true;
  }
}

/** Disables a button without throwing away the focus that may rest on it. */
function retire(chip: HTMLButtonElement): void {
  if (!chip.matches(":focus")) {
    chip.disabled = true;
    return;
  }
  chip.setAttribute("aria-disabled", "true");
  chip.addEventListener("blur", () => { chip.disabled = true; }, { once: true });
}

function dots(): SVGElement {
  return svg("svg", { viewBox: "0 0 36 12" },
    ...[6, 18, 30].map((cx) => svg("circle", { cx, cy: 6, r: 3.5 })));
}
