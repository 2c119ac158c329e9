import { h, svg } from "../dom";
import { figure } from "../texts";
import type { Bar, Chart } from "../types";

/** Bars inside a real table: what the eye sees as lengths, a screen reader reads as numbers. */
export function chartView({ caption, unit, bars, need }: Chart): HTMLElement {
  const rows = need.label ? [...bars, need] : bars;
  const most = Math.max(...rows.map(({ value }) => value)) || 1;
  return h("table", { class: "chart", part: "chart" },
    h("caption", {}, caption),
    h("tbody", {}, ...rows.map((row) => chartRow(row, unit, most, row === need))));
}

function chartRow({ label, value }: Bar, unit: string, most: number, need: boolean): HTMLElement {
  return h("tr", { class: need && "need" },
    h("th", { scope: "row" }, label),
    h("td", { class: "number" }, `${figure(value)} ${unit}`),
    h("td", { class: "bar", "aria-hidden": "true" },
      svg("svg", { width: "100%", height: 10 },
        svg("rect", { width: `${Math.max(1, value / most * 100)}%`, height: 10, rx: 5 }))));
}
