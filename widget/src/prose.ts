/** Turns the text of an answer into elements: paragraphs, "- " lists, **bold**, web addresses. */
import { h, hidden } from "./dom";
import * as TEXTS from "./texts";
import { webAddress } from "./links";

const LIST_LINE = /^\s*[-•*]\s+/;
const INLINE = /(\*\*[^*\n]+\*\*|https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/;

export function prose(text: string): HTMLElement[] {
  const blocks: HTMLElement[] = [];
  for (const block of text.trim().split(/\n\s*\n/)) {
    let open: HTMLElement | null = null;
    for (const line of block.split("\n")) {
      const item = LIST_LINE.test(line);
      const tag = item ? "UL" : "P";
      if (open?.tagName !== tag) blocks.push(open = h(item ? "ul" : "p"));
      else if (!item) open.append(h("br"));
      if (item) open.append(h("li", {}, ...inline(line.replace(LIST_LINE, ""))));
      else open.append(...inline(line));
    }
  }
  return blocks;
}

export function inline(text: string): (Node | string)[] {
  return text.split(INLINE).map((piece, index) => {
    if (index % 2 === 0) return piece;
    return piece.startsWith("**") ? h("strong", {}, piece.slice(2, -2)) : link(piece, piece);
  });
}

/** A link that opens in a new tab, or the bare title where the address is not one of the web. */
export function link(title: string, url: string): Node | string {
  const href = webAddress(url);
  return href
    ? h("a", { href, target: "_blank", rel: "noopener noreferrer", part: "link" }, title, hidden(` ${TEXTS.newTab}`))
    : title;
}
