/** One change as a reader sees it: what it is about, and before and after. */
export interface ShownChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string;
}

/** `maxDaysAhead` → "max days ahead"; `connectors.0.status` → "connectors 1 status". */
export function fieldWords(field: string): string {
  return field
    .replaceAll(/\.(\d+)/g, (_, index: string) => ` ${Number(index) + 1}`)
    .replaceAll(".", " ")
    .replaceAll(
      /([a-z])([A-Z])/g,
      (_, low: string, high: string) => `${low} ${high.toLowerCase()}`,
    );
}

/** What a record says that changed; a pair is before and after, anything else a fact. */
export function shownChanges(changes: Readonly<Record<string, unknown>> | null): ShownChange[] {
  return Object.entries(changes ?? {}).map(([field, value]) => {
    const pair = Array.isArray(value) && value.length === 2;
    return {
      field: fieldWords(field),
      before: pair ? valueWords(value[0]) : null,
      after: valueWords(pair ? value[1] : value),
    };
  });
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "–" : value.map(valueWords).join(", ");
  return Object.entries(value)
    .map(([name, inner]) => `${fieldWords(name)}: ${valueWords(inner)}`)
    .join("; ");
}
