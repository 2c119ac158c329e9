import { h, hidden } from "./dom";
import { icon } from "./icons";
import * as TEXTS from "./texts";
import type { Exchange } from "./types";

export interface AskedActions {
  retry(asked: Exchange): void;
  edit(asked: Exchange): void;
}

/** What the person asked, and what became of it. Not read aloud: they know what they said. */
export function askedView(asked: Exchange, offline: boolean, actions: AskedActions): HTMLElement {
  const { text, payload, state, problem } = asked;
  return h("div", { class: "asked", part: "question", "aria-live": "off" },
    h("p", { class: "said" }, hidden(`${TEXTS.you} `), text),
    state === "queued" && offline && h("p", { class: "note" }, TEXTS.waiting),
    state === "failed" && h("div", { class: "problem" },
      h("p", {}, icon("alert"), problem),
      h("button", { class: "small", onclick: () => actions.retry(asked) }, TEXTS.retry),
      !payload && h("button", { class: "small", onclick: () => actions.edit(asked) }, TEXTS.edit)));
}
