import type { messages } from "@/components/i18n/messages/en";

/** What can be wrong with a value: the keys of `rules.faults` in the English catalogue, of all rooms together. */
export type FaultCode = keyof (typeof messages)["rules"]["faults"];

/** Why a job of ours did something, as audits keep it: the keys of `rules.reasons`. People write reasons of their own. */
export type ReasonCode = keyof (typeof messages)["rules"]["reasons"];

/** What a sentence is filled with: numbers and texts as they are, a list as one word after the other. */
export type FaultValues = Readonly<Record<string, string | number | readonly string[]>>;

/** What is wrong with a value, by code and values; its sentence stands in the catalogues. */
export interface Fault {
  readonly code: FaultCode;
  readonly values?: FaultValues;
}

const mark = "fault:";

/**
 * A fault as a schema says it, for zod's `error`: `z.string().max(max, fault("too_long", { most: max }))`. zod carries
 * a text alone, so it is one that `readFault` understands; nobody else reads it.
 */
export function fault(code: FaultCode, values?: FaultValues): string {
  return `${mark}${JSON.stringify({ code, values } satisfies Fault)}`;
}

/** The fault that a schema said; null for a text that `fault` did not write. */
export function readFault(text: string): Fault | null {
  return text.startsWith(mark) ? (JSON.parse(text.slice(mark.length)) as Fault) : null;
}
