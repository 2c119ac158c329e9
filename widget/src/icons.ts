import { svg } from "./dom";

/** Drawings on a 24 by 24 grid, in the colour of the text around them. */
const PATHS = {
  mark: "M5 3h14a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3h-8l-5 4v-4H5a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3ZM6 10.5h2.8l2-3.7 2.9 7 1.7-3.3H18",
  down: "m6 9 6 6 6-6",
  send: "M12 19V5M6 11l6-6 6 6",
  fresh: "M12 20h8M16.5 4.5a2.1 2.1 0 0 1 3 3L8 19l-4 1 1-4Z",
  menu: "M5 12h.01M12 12h.01M19 12h.01",
  copy: "M9 9h10v11H9ZM5 15V4h10",
  alert: "M12 4 2.5 20h19ZM12 10v4M12 17h.01",
  call: "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2",
  doctor: "M12 5v14M5 12h14",
};

export function icon(name: keyof typeof PATHS): SVGElement {
  return svg("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" },
    svg("path", { d: PATHS[name] }));
}
