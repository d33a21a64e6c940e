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
