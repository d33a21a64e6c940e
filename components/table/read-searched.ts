import { isWithin, tidy } from "@/lib/core/text";

import { type Search, textOf } from "./table-state";

/** A text to search for, as the address has it. */
export interface Searched {
  readonly name: string;
  /** As it was typed, even where it cannot be searched for. */
  readonly value: string | undefined;
  /** How many characters its list's schema takes. */
  readonly most: number;
  readonly isTooLong: boolean;
}

/** A list's schema, of which a text says how long it may be. */
interface Schema<Name extends string> {
  readonly shape: Readonly<Record<Name, Field | { unwrap(): Field }>>;
}
interface Field {
  meta(): Readonly<Record<string, unknown>> | undefined;
}

/**
 * The text that a list is searched by. One that is longer than the list takes stays in its field, which says so, and
 * finds nothing (`findSearched`): all that there is would look like its answer.
 */
export function readSearched<Name extends string>(
  schema: Schema<Name>,
  search: Search,
  name: Name,
): Searched {
  const field: Field | { unwrap(): Field } = schema.shape[name];
  const { maxLength } = ("unwrap" in field ? field.unwrap() : field).meta() ?? {};
  if (typeof maxLength !== "number") {
    throw new TypeError(`The schema does not say how long ${name} may be.`);
  }
  const value = textOf(search, name);
  const isTooLong = value !== undefined && !isWithin(tidy(value), maxLength);
  return { name, value, most: maxLength, isTooLong };
}

/** What the list finds; nothing where the text is too long to be searched for. */
export async function findSearched<Row>(
  { isTooLong }: Searched,
  find: () => Promise<{ readonly items: readonly Row[]; readonly total: number }>,
): Promise<{ readonly items: readonly Row[]; readonly total: number }> {
  return isTooLong ? { items: [], total: 0 } : find();
}
