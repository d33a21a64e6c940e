/** Field → `[before, after]` of what differs, as an audit says it; what `after` does not name is left alone. */
export function changesOf(before: object, after: object): Record<string, [unknown, unknown]> {
  const known: Readonly<Record<string, unknown>> = { ...before };
  return Object.fromEntries(
    Object.entries(after)
      .filter(([, value]) => value !== undefined)
      .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(known[name]))
      .map(([name, value]) => [name, [known[name] ?? null, value]]),
  );
}

/** Facts for an audit put together; nothing where there are none. */
export function factsOf(
  ...parts: readonly (Readonly<Record<string, unknown>> | false | undefined)[]
): Record<string, unknown> | undefined {
  const facts = Object.assign({}, ...parts) as Record<string, unknown>;
  return Object.keys(facts).length > 0 ? facts : undefined;
}
