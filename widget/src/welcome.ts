import { h } from "./dom";
import * as TEXTS from "./texts";

/** What the person sees first: what this is for, where to begin, what it is not. */
export function welcomeView(greeting: string, ask: (question: string) => void): HTMLElement {
  return h("div", { class: "welcome" },
    h("p", { class: "greeting" }, greeting),
    h("p", { class: "label" }, TEXTS.tryAsking),
    h("div", { class: "examples" },
      ...TEXTS.examples.map((question) =>
        h("button", { class: "chip", onclick: () => ask(question) }, question))),
    h("p", { class: "note" }, TEXTS.notAdvice));
}
