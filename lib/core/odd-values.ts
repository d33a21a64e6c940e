/** Deeper than any value of ours by far; what is nested further, or in itself, is an attack on the reader. */
const maxDepth = 32;

/** What no schema is to see, and where it stands. */
export interface OddValue {
  readonly path: readonly string[];
  /**
   * `nul`: a character that the database cannot hold. `half_character`: a surrogate without its other half, which
   * is no character. `too_deep`: see above. `length`: an object that says how long it is in something else than a
   * number, by which zod's checks of lengths, run on values of any kind, would throw.
   */
  readonly what: "nul" | "half_character" | "too_deep" | "length";
}

/** The first odd value in what was sent, whatever it is; null where it is tame. */
export function findOdd(value: unknown, path: readonly string[] = []): OddValue | null {
  if (typeof value === "string") return findOddText(value, path);
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return null;
  if (path.length >= maxDepth) return { path, what: "too_deep" };
  for (const [name, inner] of Object.entries(value)) {
    const at = [...path, name];
    const odd = findOddText(name, at) ?? findOdd(inner, at);
    if (odd) return odd;
    if (name === "length" && typeof inner === "object" && inner !== null) {
      return { path: at, what: "length" };
    }
  }
  return null;
}

function findOddText(text: string, path: readonly string[]): OddValue | null {
  if (text.includes("\0")) return { path, what: "nul" };
  return text.isWellFormed() ? null : { path, what: "half_character" };
}
