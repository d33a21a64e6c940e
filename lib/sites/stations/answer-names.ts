import type { NamesOf } from "@/lib/records/audit/inside";

import { findNames } from "./store/names";

/** What audit records call a station. */
export const names: NamesOf<"Station"> = { Station: findNames };
