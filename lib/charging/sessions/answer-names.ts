import type { NamesOf } from "@/lib/records/audit/inside";

import { findNumbers } from "./store/names";

/** A session is known by its booking. */
export const names: NamesOf<"Session"> = { Session: findNumbers };
