import type { NamesOf } from "@/lib/records/audit/inside";

import { findNames } from "./store";

/** What audit records call a version of a text. */
export const names: NamesOf<"Content"> = { Content: findNames };
