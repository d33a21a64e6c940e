import type { NamesOf } from "@/lib/records/audit/inside";

import { findNames } from "./store";

/** What audit records call a business. */
export const names: NamesOf<"Business"> = { Business: findNames };
