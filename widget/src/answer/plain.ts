import * as TEXTS from "../texts";
import type { Answer } from "../types";

/** An answer with its sources as plain text, for the clipboard. Its `text` says all but the table. */
export function plainText({ text, parts: { table }, sources }: Answer): string {
  const rows = [table.columns, ...table.rows].map((row) => row.join("\t"));
  const list = sources.map(({ title, url }) => `- ${title}: ${url}`);
  return [[text], rows, [`${TEXTS.sources}:`, ...list]]
    .map((lines) => lines.join("\n")).filter(Boolean).join("\n\n");
}
