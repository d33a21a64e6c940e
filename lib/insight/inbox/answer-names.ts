import type { NamesOf } from "@/lib/records/audit/inside";

import { findTitles } from "./store/notifications";

/** What audit records call an alert. */
export const names: NamesOf<"Alert"> = { Alert: findTitles };
