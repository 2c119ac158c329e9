import { h, hidden, svg } from "../dom";
import type { Evidence } from "../types";

const BARS = { good: 3, some: 2, weak: 1 } as Record<string, number>;

/** How sure the answer is: three bars, the grade in words, and what the grade rests on. */
export function evidenceView({ grade, label, text }: Evidence): HTMLElement {
  const bars = [0, 1, 2].map((index) => svg("rect", {
    x: index * 5, y: 8 - index * 4, width: 3.5, height: 4 + index * 4, class: index < (BARS[grade] ?? 0) ? null : "off",
  }));
  return h("p", { class: "evidence", "data-grade": grade, part: "evidence" },
    h("span", { class: "badge" },
      svg("svg", { viewBox: "0 0 14 12", class: "meter", "aria-hidden": "true" },
        ...(grade === "against" ? [svg("path", { d: "m2 1 10 10m0-10L2 11" })] : bars)),
      label || grade, hidden(":")),
    text && h("span", { class: "why" }, ` ${text}`));
}
