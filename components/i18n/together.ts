/** Words by key, as deep as their keys are. */
export interface Messages {
  readonly [key: string]: string | Messages;
}

/** What several files say, as one. */
type Together<F extends readonly unknown[]> = F extends readonly [infer First, ...infer Rest]
  ? First & Together<Rest>
  : F extends readonly []
    ? unknown
    : Messages;

/** Puts the files of a language together, down to the single word. Throws where two of them say the same key. */
export function together<const F extends readonly Messages[]>(...files: F): Together<F> {
  const all: Record<string, string | Messages> = {};
  for (const file of files) addTo(all, file, "");
  return all as Together<F>;
}

function addTo(all: Record<string, string | Messages>, file: Messages, path: string): void {
  for (const [key, said] of Object.entries(file)) {
    const known = all[key];
    if (!isMessage(said) && !isMessage(known)) {
      const inner = { ...known };
      addTo(inner, said, `${path}${key}.`);
      all[key] = inner;
    } else {
      if (known !== undefined) throw new Error(`Two files say ${path}${key}.`);
      all[key] = said;
    }
  }
}

/** A message is a text, or a list where the build has compiled it (next.config.mjs). */
function isMessage(said: string | Messages | undefined): said is string {
  return typeof said === "string" || Array.isArray(said);
}

/** What `above` says, and what `below` says where it says nothing. */
export function over(below: Messages, above: Messages): Messages {
  if (below === above) return below;
  const entries = Object.entries(below).map(([key, said]) => {
    const own = above[key];
    if (own === undefined) return [key, said] as const;
    return [key, isMessage(said) || isMessage(own) ? own : over(said, own)] as const;
  });
  return Object.fromEntries(entries);
}
