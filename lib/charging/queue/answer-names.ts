import type { NamesOf } from "@/lib/records/audit/inside";

import { findNumbers } from "./store/refusals";

/** An act without network is known by its booking. */
export const names: NamesOf<"OfflineAct"> = { OfflineAct: findNumbers };
