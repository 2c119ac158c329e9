import type { Answer } from "../types";
import * as TEXTS from "../texts";

/** An answer as plain text with its sources, for the clipboard. */
export function plainText({ text, parts, sources }: Answer): string {
  const paragraphs = parts.short
    ? [
      parts.short,
      parts.details.map((detail) => `- ${detail}`).join("\n"),
      [parts.table.columns, ...parts.table.rows].map((row) => row.join("\t")).join("\n"),
      parts.chart.bars.concat(parts.chart.need).filter(({ label }) => label).map(({ label, value }) => `${label}: ${value} ${parts.chart.unit}`).join("\n"),
      [parts.note.title, ...parts.note.lines].join("\n"),
      parts.cautions.join("\n"),
      parts.evidence.grade && `${parts.evidence.label || parts.evidence.grade}: ${parts.evidence.text}`,
    ]
    : [text];
  if (sources.length) {
    paragraphs.push(`${TEXTS.sources}:\n${sources.map(({ title, url }) => `- ${title}: ${url}`).join("\n")}`);
  }
  return paragraphs.filter(Boolean).join("\n\n");
}
