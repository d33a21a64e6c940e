import type { Invariant } from "@/lib/core/invariant";

import { findDefaultless, findOutOfStep } from "./store/checks";

/** What is always true of this room's tables. */
export const invariants: readonly Invariant[] = [
  { name: "of a driver's cars one is the default", find: findDefaultless },
  { name: "an account's plate is that of the default car", find: findOutOfStep },
];
