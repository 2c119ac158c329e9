/** The element's style sheet, its light or dark theme and its accent colour. */
import { ACCENT, palette, type Theme } from "./colour";
import styles from "./styles/all.css";

const DARK = matchMedia("(prefers-color-scheme: dark)");
const PAPER = matchMedia("print");

/** A constructed sheet: it needs no `unsafe-inline` in anybody's content security policy. */
export function adoptStyles(shadow: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadow.adoptedStyleSheets = [sheet];
}

/** Follows the system's theme unless `data-theme` fixes it; paper is light. */
export function followTheme(host: HTMLElement, root: HTMLElement, signal: AbortSignal): void {
  const paint = (): void => {
    const wish = PAPER.matches ? "light" : host.dataset.theme;
    const theme: Theme = wish === "light" || wish === "dark" ? wish : DARK.matches ? "dark" : "light";
    const accent = host.dataset.accent || getComputedStyle(host).getPropertyValue("--crampwise-accent").trim() || ACCENT;
    root.dataset.theme = theme;
    for (const [name, value] of Object.entries(palette(accent, theme, root))) root.style.setProperty(name, value);
  };
  paint();
  for (const query of [DARK, PAPER]) query.addEventListener("change", paint, { signal });
}
