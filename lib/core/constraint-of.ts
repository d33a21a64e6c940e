/** The name of the constraint that a statement broke, by the driver's error or one that wraps it; undefined for none. */
export function constraintOf(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("constraint_name" in cause) return String(cause.constraint_name);
  }
  return undefined;
}
