import { most, resembles } from "./rules";

/** A row that was found, and whether by a name that only resembles what was typed. */
export interface Found {
  readonly isGuess?: true;
}

/** A name that the database held to be like what was typed, both as it compares them. */
export interface Alike {
  readonly plainName: string;
  readonly plainTyped: string;
}

/** What holds the text; where nothing does, what resembles it, and says so. */
export async function guessing<T extends object, G extends T & Alike>(
  typed: string,
  find: () => Promise<T[]>,
  findAlike: (typed: string) => Promise<G[]>,
): Promise<(T & Found)[]> {
  const found = await find();
  // A word of three letters is like too many.
  if (found.length > 0 || typed.length < 4) return found;
  const alike = await findAlike(typed);
  return alike
    .filter(({ plainTyped, plainName }) => resembles(plainTyped, plainName))
    .slice(0, most)
    .map((row) => ({ ...row, isGuess: true as const }));
}
