import { dropPasskeys } from "./drop-passkeys";
import { countPasskeys } from "./store";

/** What this room answers to the questions of lower ones, bound in `lib/process/wiring.ts`. */
export const ports = { countPasskeys, dropPasskeys };
