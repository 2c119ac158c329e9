import { h, svg } from "../dom";
import type { Chart } from "../types";

/** Bars inside a real table: what the eye sees as lengths, a screen reader reads as numbers. */
export function chartView({ caption, unit, bars }: Chart): HTMLElement {
  const most = Math.max(...bars.map(({ value }) => value)) || 1;
  return h("table", { class: "chart", part: "chart" },
    h("caption", {}, caption),
    h("tbody", {}, ...bars.map(({ label, value }) => h("tr", {},
      h("th", { scope: "row" }, label),
      h("td", { class: "number" }, `${value.toLocaleString()} ${unit}`),
      h("td", { class: "bar", "aria-hidden": "true" },
        svg("svg", { width: "100%", height: 10 },
          svg("rect", { class: "track", width: "100%", height: 10, rx: 5 }),
          svg("rect", { width: `${Math.max(1, value / most * 100)}%`, height: 10, rx: 5 })))))));
}
