/** What is no fault of ours, by the error's digest. */
const known = {
  "database-away": "away",
  "database-busy": "busy",
  "too-many-requests": "tooMany",
} as const;

/** Why a page failed, as `errors` of the catalogue says it. */
export type ErrorReason =
  | (typeof known)[keyof typeof known]
  /** A part that the page brings at its first use did not come: without network, or for whatever else. */
  | "unloaded"
  | "outdated"
  | "failed";

/** What a bundler's and the browsers' own loading of a script throw. */
const isUnloaded = (error: unknown) =>
  error instanceof Error &&
  (error.name === "ChunkLoadError" ||
    /dynamically imported module|importing a module script/i.test(error.message));

/** The digest by which the log knows an error of the server. */
export const digestOf = (error: unknown): string | undefined =>
  error instanceof Error && "digest" in error ? String(error.digest) : undefined;

/** Why the page failed; `isOnline` is whether the browser has a network at all. */
export function reasonOf(error: unknown, isOnline: boolean): ErrorReason {
  if (isUnloaded(error)) return isOnline ? "outdated" : "unloaded";
  const digest = digestOf(error);
  return digest !== undefined && digest in known ? known[digest as keyof typeof known] : "failed";
}
