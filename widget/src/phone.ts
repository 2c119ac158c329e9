/** What is special where the chat fills a small screen. Keep in step with styles/phone.css. */

const PHONE = matchMedia("(max-width: 480px), (max-height: 480px)");
const FOCUSABLE = "a[href], button:enabled, textarea, summary, [tabindex='0']";

export const isPhone = (): boolean => PHONE.matches;

/** Without a keyboard of its own, a focused text field would cover half of the screen. */
export const isTouch = (): boolean => matchMedia("(pointer: coarse)").matches;

/** Keeps Tab inside a chat that covers the page. */
export function wrapFocus(event: KeyboardEvent, panel: HTMLElement, focused: Element | null): void {
  const reachable = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((one) => one.getClientRects().length);
  const [from, to] = event.shiftKey ? [reachable[0], reachable.at(-1)] : [reachable.at(-1), reachable[0]];
  if (focused !== from && !(event.shiftKey && focused === panel)) return;
  event.preventDefault();
  to?.focus();
}

/** Keeps the place to type above the keyboard on the screen. */
export function followKeyboard(panel: HTMLElement, signal: AbortSignal): void {
  const view = window.visualViewport;
  if (!view) return;
  const follow = (): void => {
    panel.style.setProperty("--view-height", `${view.height}px`);
    panel.style.setProperty("--view-top", `${view.offsetTop}px`);
  };
  follow();
  for (const event of ["resize", "scroll"]) view.addEventListener(event, follow, { signal });
}
