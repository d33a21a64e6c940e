/**
 * Why there is no camera: not allowed, none there, used by another app, this browser has no way to one, or the part of
 * the page that reads codes could not be loaded.
 */
export type CameraProblem = "Refused" | "None" | "Busy" | "Unsupported" | "Unloaded";

/** By the names that browsers give their errors, which the library hands on in a sentence. */
const names: readonly (readonly [RegExp, CameraProblem])[] = [
  [/NotAllowedError|PermissionDenied|SecurityError/, "Refused"],
  [/NotFoundError|DevicesNotFound|OverconstrainedError/, "None"],
  [/NotReadableError|TrackStartError|AbortError/, "Busy"],
];

/** What is wrong, by what starting a camera was rejected with. */
export function problemOf(error: unknown): CameraProblem {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return names.find(([name]) => name.test(said))?.[1] ?? "Unsupported";
}
