/**
 * The one script tag: defines the element, and puts a launcher on a page that has none.
 * The server is the one this script came from.
 */
import { CrampwiseChat } from "./element";

const NAME = "crampwise-chat";
const script = document.currentScript;

if (script instanceof HTMLScriptElement && script.src) CrampwiseChat.home = new URL(".", script.src).href;
if (!customElements.get(NAME)) customElements.define(NAME, CrampwiseChat);

/** Every `data-` attribute of the script tag is one of the element. */
function place(): void {
  if (document.querySelector(NAME)) return;
  const chat = document.createElement(NAME);
  if (script instanceof HTMLScriptElement) Object.assign(chat.dataset, script.dataset);
  document.body.append(chat);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place);
else place();
