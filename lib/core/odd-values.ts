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

/**
 * The first odd value in what was sent, whatever it is; null where it is tame. Half a character is none where it is
 * `repaired`, as imports do.
 */
export function findOdd(value: unknown, half: "refused" | "repaired" = "refused"): OddValue | null {
  return oddIn(value, 0, half);
}

/** The path is put together on the way back, since nearly everything is tame. */
function oddIn(value: unknown, depth: number, half: "refused" | "repaired"): OddValue | null {
  if (typeof value === "string") return oddText(value, half);
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return null;
  if (depth >= maxDepth) return { path: [], what: "too_deep" };
  for (const [name, inner] of Object.entries(value)) {
    const odd = oddText(name, half) ?? oddIn(inner, depth + 1, half) ?? oddLength(name, inner);
    if (odd) return { path: [name, ...odd.path], what: odd.what };
  }
  return null;
}

function oddText(text: string, half: "refused" | "repaired"): OddValue | null {
  if (text.includes("\0")) return { path: [], what: "nul" };
  return half === "repaired" || text.isWellFormed() ? null : { path: [], what: "half_character" };
}

function oddLength(name: string, value: unknown): OddValue | null {
  const isOdd = name === "length" && typeof value === "object" && value !== null;
  return isOdd ? { path: [], what: "length" } : null;
}
