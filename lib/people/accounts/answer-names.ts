import type { NamesOf } from "@/lib/records/audit/inside";

import { findNames } from "./store/names";

/** What audit records call a user. */
export const names: NamesOf<"User"> = { User: findNames };
