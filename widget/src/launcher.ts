import { h } from "./dom";
import { icon } from "./icons";
import * as TEXTS from "./texts";

/** The round button on the host page, with the number of answers not seen yet. */
export class Launcher {
  readonly node: HTMLButtonElement;
  readonly #badge = h("span", { class: "unread", hidden: true, "aria-hidden": "true" });
  #unread = 0;

  constructor(open: () => void) {
    this.node = h("button", {
      class: "launcher", part: "launcher", "aria-expanded": "false",
      onclick: open,
    }, icon("mark"), this.#badge);
    this.add(0);
  }

  add(count: number): void {
    this.#unread = count && this.#unread + count;
    this.#badge.hidden = !this.#unread;
    this.#badge.textContent = this.#unread > 9 ? "9+" : `${this.#unread}`;
    this.node.setAttribute("aria-label", this.#unread ? TEXTS.openUnread(this.#unread) : TEXTS.open);
  }

  opened(open: boolean): void {
    this.node.hidden = open;
    if (open) this.add(0);
  }
}
