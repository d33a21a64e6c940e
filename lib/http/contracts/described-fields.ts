import type { Translation } from "./projection";

/** An object's JSON Schema, as far as its fields are concerned. */
export interface DescribedFields {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

/** The fields of a body or a query as another contract names them: theirs in the place of those they become. */
export function describedFields<D extends DescribedFields>(
  ours: D,
  translation: Translation | undefined,
  describe: (schema: Translation["schema"]) => unknown,
): D {
  if (!translation) return ours;
  const theirs = describe(translation.schema) as DescribedFields;
  const gone = new Set([...Object.keys(translation.back ?? {}), ...translation.names]);
  const kept = Object.entries(ours.properties ?? {}).filter(([name]) => !gone.has(name));
  return {
    ...ours,
    properties: { ...Object.fromEntries(kept), ...theirs.properties },
    required: [
      ...(ours.required ?? []).filter((name) => !gone.has(name)),
      ...(theirs.required ?? []),
    ],
  };
}
