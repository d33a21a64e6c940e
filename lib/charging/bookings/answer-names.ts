import type { NamesOf } from "@/lib/records/audit/inside";

import { findNumbers } from "./store/names";

/** A booking is called by its number. */
export const names: NamesOf<"Booking"> = { Booking: findNumbers };
