import type { NamesOf } from "@/lib/records/audit/inside";

import { findKinds } from "./store/messages";

/** What audit records call a message. */
export const names: NamesOf<"Message"> = { Message: findKinds };
