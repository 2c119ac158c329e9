/** Which addresses may become a link. Everything else is shown as text, or not at all. */
import { attempt } from "./dom";

/** The address if it is a web page, else null. */
export function webAddress(url: string): string | null {
  const href = safely(url)?.href ?? "";
  return /^https?:/.test(href) ? href : null;
}

/** A `tel:` link if the number is one that a phone can dial, else null. */
export function telAddress(number: string): string | null {
  return /^\+?[\d*#]{2,20}$/.test(number) ? `tel:${number}` : null;
}

/** A picture from the chat's own server, or one that travels inside the message. */
export function imageAddress(source: string, chat: string): string | null {
  if (/^data:image\/(png|jpeg|webp|gif);base64,/.test(source)) return source;
  const parsed = source ? safely(source, chat) : null;
  return parsed?.origin === new URL(chat).origin ? parsed.href : null;
}

const safely = (url: string, base?: string): URL | null => attempt(() => new URL(url, base));
