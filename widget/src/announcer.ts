import { h } from "./dom";

const TOAST = 5_000; // ms
const SETTLE = 100; // ms; a region that is emptied and filled at once is not read again

/** Short news: read by screen readers, and shown for a moment where the eye needs it too. */
export class Announcer {
  readonly region = h("div", { role: "status", class: "hidden" });
  readonly toast = h("div", { class: "toast", hidden: true, "aria-hidden": "true" });
  #timer: ReturnType<typeof setTimeout> | undefined;

  say(text: string): void {
    this.region.textContent = "";
    setTimeout(() => { this.region.textContent = text; }, SETTLE);
  }

  show(text: string): void {
    this.say(text);
    this.toast.textContent = text;
    this.toast.hidden = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { this.toast.hidden = true; }, TOAST);
  }
}
