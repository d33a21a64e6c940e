import type { NamesOf } from "@/lib/records/audit/inside";

import { findStationNames } from "./store/names";

/** Who waits is known by where. */
export const names: NamesOf<"Waiting"> = { Waiting: findStationNames };
