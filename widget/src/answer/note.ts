/** The note for a doctor: to read, to copy, and to print on a page of its own. */
import { h } from "../dom";
import * as TEXTS from "../texts";
import type { Note } from "../types";

const NAMED = /^([^:]+:)? ?(.*)/; // "When: at night"

export function noteView({ title, lines }: Note, copy: (text: string) => void): HTMLElement {
  const text = [title, ...lines].join("\n");
  return h("section", { class: "doctor", part: "note", "aria-label": title }, ...sheet(title, lines),
    h("div", { class: "chips" },
      h("button", { class: "small", onclick: () => copy(text) }, TEXTS.copyNote),
      h("button", { class: "small", onclick: () => printed(title, lines) }, TEXTS.printNote)));
}

const sheet = (title: string, lines: string[]): HTMLElement[] => [h("strong", {}, title), ...lines.map(row)];

function row(line: string): HTMLElement {
  const [, name, rest] = NAMED.exec(line) ?? [];
  return h("p", {}, name && h("strong", {}, name, " "), rest);
}

/** A page with nothing on it but the note: the site around the chat would be printed, too. */
function printed(title: string, lines: string[]): void {
  const page = open("", "_blank");
  if (!page) return;
  page.document.title = title;
  page.document.documentElement.lang = TEXTS.language;
  page.document.body.style.font = "12pt/1.5 sans-serif";
  page.document.body.append(...sheet(title, lines));
  page.print();
}
