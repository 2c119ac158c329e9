/** The place to type. Nothing typed is ever cut off or lost: not by a limit, not by a reload. */
import { attempt, h } from "./dom";
import { icon } from "./icons";
import * as TEXTS from "./texts";

const MOST = 1_000; // characters the server accepts
const COUNT_FROM = 900;
const TALLEST = 144; // px, about six lines
const DRAFT = "crampwise draft";

export class Composer {
  readonly node: HTMLElement;
  readonly #send: (text: string) => void;
  readonly #say: (text: string) => void;
  readonly #area: HTMLTextAreaElement;
  readonly #counter = h("p", { class: "counter", id: "counter", hidden: true });
  #tooLong = false;

  constructor(send: (text: string) => void, say: (text: string) => void) {
    this.#send = send;
    this.#say = say;
    this.#area = h("textarea", {
      rows: 1, "aria-label": TEXTS.message, placeholder: TEXTS.placeholder, "aria-describedby": "counter", dir: "auto",
      enterkeyhint: "send", autocomplete: "off", part: "input",
      oninput: () => this.#typed(), onkeydown: (event: KeyboardEvent) => this.#key(event),
    });
    this.node = h("form", { class: "composer", part: "composer", onsubmit: (event: Event) => this.#submit(event) },
      h("div", { class: "column" },
        this.#counter,
        h("div", { class: "field" },
          this.#area,
          h("button", { class: "send", part: "send", title: TEXTS.send }, icon("send"))),
        h("p", { class: "footer" }, TEXTS.footer)));
    this.text = attempt(() => sessionStorage.getItem(DRAFT)) ?? "";
  }

  get text(): string {
    return this.#area.value;
  }

  set text(text: string) {
    this.#area.value = text;
    this.#typed();
  }

  focus(): void {
    this.#area.focus({ preventScroll: true });
  }

  /** Fits the height to the text; needed again whenever the chat was not displayed. */
  fit(): void {
    this.#area.style.blockSize = "auto";
    if (this.#area.scrollHeight) this.#area.style.blockSize = `${Math.min(this.#area.scrollHeight, TALLEST)}px`;
  }

  #typed(): void {
    const { length } = [...this.text.trim()]; // characters, as the server counts them
    const tooLong = length > MOST;
    const near = length >= COUNT_FROM;
    this.#counter.hidden = !near;
    // It describes the field, so it is read with it: nothing to hear while there is nothing to see.
    this.#counter.textContent = near ? `${tooLong ? `${TEXTS.tooLong} ` : ""}${TEXTS.count(length, MOST)}` : "";
    this.#area.setAttribute("aria-invalid", `${tooLong}`);
    if (tooLong && !this.#tooLong) this.#sayCount();
    this.#tooLong = tooLong;
    this.fit();
    attempt(() => sessionStorage.setItem(DRAFT, this.text));
  }

  #sayCount(): void {
    this.#say(this.#counter.textContent ?? "");
  }

  #key(event: KeyboardEvent): void {
    // While an input method composes a word, Enter belongs to it (Safari tells so by 229 alone).
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    this.#submit(event);
  }

  #submit(event: Event): void {
    event.preventDefault();
    const text = this.text.trim();
    if (this.#tooLong) this.#sayCount();
    if (!text || this.#tooLong) return this.focus();
    this.text = "";
    this.#send(text);
  }
}
