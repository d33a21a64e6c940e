import type { z } from "zod";

type Part = z.core.$ZodType | z.core.$ZodCheck;

/**
 * What schemas say is wrong with a field, in English, each sentence once: the errors that they name, wherever they
 * stand in them. What zod says by itself is not among them.
 */
export function fieldWords(schemas: readonly unknown[]): string[] {
  const seen = new Set<unknown>();
  const said = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (isPart(value)) {
      const words = errorOf(value);
      if (words) said.add(words);
      walk(value._zod.def);
    } else if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) {
      for (const inner of Object.values(value)) walk(inner);
    }
  };
  for (const schema of schemas) walk(schema);
  return [...said];
}

function isPart(value: object): value is Part {
  return "_zod" in value;
}

/** The words of a schema or a check of its own; undefined where it leaves them to zod. */
function errorOf(part: Part): string | undefined {
  const { error } = part._zod.def as { error?: (issue: unknown) => unknown };
  const words = error?.({ input: undefined, path: [] });
  return typeof words === "string" ? words : undefined;
}

/** The sentences that a source says by hand, where a check of several fields names the one that is not right. */
export function sentencesIn(source: string): string[] {
  return [...source.matchAll(/"([A-Z][^"\n]* [^"\n]*\.)"/g)].map(([, sentence = ""]) => sentence);
}
