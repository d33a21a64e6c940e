import type { NamesOf } from "@/lib/records/audit/inside";

import { findNames } from "./store/webhooks";

/** What audit records call a webhook. */
export const names: NamesOf<"Webhook"> = { Webhook: findNames };
