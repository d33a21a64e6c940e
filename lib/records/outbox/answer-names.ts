import type { NamesOf } from "@/lib/records/audit/inside";

import { findNames } from "./store/events";

/** What audit records call an event. */
export const names: NamesOf<"Event"> = { Event: findNames };
