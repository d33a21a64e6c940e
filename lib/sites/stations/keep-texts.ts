import type { Fault } from "@/lib/core/fault";
import { asLine, cut, tidy } from "@/lib/core/text";

/** The texts of one station as they are kept, and which of them were too long for it. */
export interface KeptTexts {
  /** One line of at most `longest` characters of what the source's field says; null where nothing is left. */
  readonly line: (field: string, text: string | null | undefined, longest: number) => string | null;
  /** The same of several lines that are clean already. */
  readonly page: (field: string, lines: readonly string[], longest: number) => string | null;
  /** What was cut off, by the names that the source has for its fields. */
  readonly notes: () => Fault[];
}

/** Makes the texts of one station, so that none of them is cut without a word. */
export function keepTexts(): KeptTexts {
  const shortened = new Set<string>();
  const kept = (field: string, whole: string, text: string) => {
    if (text.length < whole.length) shortened.add(field);
    return text || null;
  };
  return {
    line(field, text, longest) {
      const whole = asLine(text ?? "", Infinity);
      return kept(field, whole, asLine(whole, longest));
    },
    page(field, lines, longest) {
      const whole = lines.join("\n");
      return kept(field, whole, tidy(cut(whole, longest)));
    },
    notes: () =>
      shortened.size > 0 ? [{ code: "note_cut", values: { fields: [...shortened] } }] : [],
  };
}
