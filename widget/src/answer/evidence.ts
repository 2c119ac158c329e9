import { h, hidden, svg } from "../dom";
import type { Evidence } from "../types";

const BARS = "M2 12V8M7 12V4M12 12V0";
/** What is drawn over the three bars. */
const SIGNS = { good: BARS, some: "M2 12V8M7 12V4", weak: "M2 12V8", against: "m2 1 10 10m0-10L2 11" } as Record<string, string>;

/** How sure the answer is: three bars, the grade in words, and what the grade rests on. */
export function evidenceView({ grade, label, text }: Evidence): HTMLElement {
  return h("p", { class: "evidence", "data-grade": grade, part: "evidence" },
    h("span", { class: "badge" },
      svg("svg", { viewBox: "0 0 14 12", class: "meter", "aria-hidden": "true" },
        grade !== "against" && svg("path", { d: BARS, class: "off" }),
        svg("path", { d: SIGNS[grade] ?? "" })),
      label || grade, hidden(":")),
    text && ` ${text}`);
}
