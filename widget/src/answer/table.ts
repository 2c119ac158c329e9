import { h } from "../dom";
import * as TEXTS from "../texts";
import type { Table } from "../types";

const NUMBER = /^[\d.,]+\s*(%|[a-zµ]{1,4}|IU)?$/i;

/** A table that scrolls inside its answer when it is too wide, by keyboard too. */
export function tableView({ caption, columns, rows }: Table): HTMLElement {
  const numeric = columns.map((_, index) => index > 0 && rows.every((row) => NUMBER.test(row[index] ?? "")));
  const side = (index: number): string | null => (numeric[index] ? "number" : null);
  return h("div", { class: "scroll-x", tabindex: 0, role: "group", "aria-label": TEXTS.table },
    h("table", { part: "table" },
      caption && h("caption", {}, caption),
      h("thead", {}, h("tr", {}, ...columns.map((column, index) =>
        h("th", { scope: "col", class: side(index) }, column)))),
      h("tbody", {}, ...rows.map((row) => h("tr", {}, ...row.map((cell, index) =>
        index === 0 ? h("th", { scope: "row" }, cell) : h("td", { class: side(index) }, cell)))))));
}
