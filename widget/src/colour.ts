/**
 * Makes any accent colour legible: finds the text colour that reads on it, and a shade
 * of it that reads on the chat's own surfaces. Contrast as in WCAG 2.2.
 */

type Rgb = [number, number, number];

export const ACCENT = "#0b6b62";
const ENOUGH = 5; // to 1; AA asks for 4.5
const STEP = 0.05; // of the way to a darker or lighter shade, each try
const WEIGHTS = [0.2126, 0.7152, 0.0722]; // of red, green and blue in what the eye takes for light
const GAMMA = 2.2;
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [10, 20, 18];
const CARD = { light: WHITE, dark: [27, 38, 36] as Rgb };

export type Theme = keyof typeof CARD;

/** The CSS variables that follow from an accent colour. */
export function palette(accent: string, theme: Theme, probe: HTMLElement): Record<string, string> {
  const fill = parse(accent, probe) ?? parse(ACCENT, probe) ?? BLACK;
  const card = CARD[theme];
  const tint = mix(card, fill, theme === "dark" ? 0.22 : 0.08);
  const goal = theme === "dark" ? mix(bright(fill), WHITE, 0.5) : BLACK;
  let ink = fill;
  for (let part = 0; part < 1 && contrast(ink, tint) < ENOUGH; part += STEP) ink = mix(fill, goal, part);
  return {
    "--accent": css(fill),
    "--on-accent": css(contrast(fill, WHITE) >= contrast(fill, BLACK) ? WHITE : BLACK),
    "--accent-ink": css(ink),
    "--tint": css(tint),
  };
}

/** Lets the browser read the colour, so that every notation it knows will do. */
function parse(colour: string, probe: HTMLElement): Rgb | null {
  probe.style.color = colour;
  const [red, green, blue] = (probe.style.color && getComputedStyle(probe).color.match(/^rgb.*/)?.[0].match(/[\d.]+/g)) || [];
  probe.style.color = "";
  return blue === undefined ? null : [Number(red), Number(green), Number(blue)];
}

const css = (colour: Rgb): string => `rgb(${colour.map(Math.round).join(" ")})`;

const mix = (from: Rgb, to: Rgb, part: number): Rgb =>
  from.map((value, index) => value + ((to[index] ?? 0) - value) * part) as Rgb;

/** The same hue as light as it gets. */
const bright = (colour: Rgb): Rgb => colour.map((value) => value * 255 / Math.max(...colour, 1)) as Rgb;

function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Near enough to WCAG's own curve: a contrast is off by a tenth at most, which `ENOUGH` has room for. */
const luminance = (colour: Rgb): number =>
  WEIGHTS.reduce((sum, weight, index) => sum + weight * ((colour[index] ?? 0) / 255) ** GAMMA, 0);
