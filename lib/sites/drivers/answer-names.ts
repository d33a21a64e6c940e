import type { NamesOf } from "@/lib/records/audit/inside";

import { findVehicleNames } from "./store/vehicles";

/** A car is known by its plate. */
export const names: NamesOf<"Vehicle"> = { Vehicle: findVehicleNames };
