import type { NamesOf } from "@/lib/records/audit/inside";

import { findNumbers } from "./store/reviews";

/** A review is known by its booking. */
export const names: NamesOf<"Review"> = { Review: findNumbers };
