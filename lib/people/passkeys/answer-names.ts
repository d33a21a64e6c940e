import type { NamesOf } from "@/lib/records/audit/inside";

import { findNames } from "./store";

/** A passkey is known by what its owner calls it. */
export const names: NamesOf<"Passkey"> = { Passkey: findNames };
