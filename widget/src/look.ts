/** The element's style sheet, its light or dark theme and its accent colour. */
import { ACCENT, palette, type Theme } from "./colour";
import styles from "./styles/all.css";

const DARK = matchMedia("(prefers-color-scheme: dark)");

/** A constructed sheet: it needs no `unsafe-inline` in anybody's content security policy. */
export function adoptStyles(shadow: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadow.adoptedStyleSheets = [sheet];
}

/** Follows the system's theme unless `data-theme` fixes it. Returns how to stop. */
export function followTheme(host: HTMLElement, root: HTMLElement): () => void {
  const paint = (): void => {
    const wish = host.dataset.theme;
    const theme: Theme = wish === "light" || wish === "dark" ? wish : DARK.matches ? "dark" : "light";
    const accent = host.dataset.accent || getComputedStyle(host).getPropertyValue("--crampwise-accent").trim() || ACCENT;
    root.dataset.theme = theme;
    for (const [name, value] of Object.entries(palette(accent, theme, root))) root.style.setProperty(name, value);
  };
  paint();
  DARK.addEventListener("change", paint);
  return () => DARK.removeEventListener("change", paint);
}
