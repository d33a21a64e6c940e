import type { Eraser } from "@/lib/core/eraser";

import { eraseSessions } from "./store/erasure";

/**
 * How this room forgets a person: what was charged and paid stays, as books need it; whose it was does not
 * (docs/decisions/audits-can-forget.md).
 */
export const eraser: Eraser = {
  columns: {
    "sessions.owner_id": "Times, energy and amounts stay under the id; notes and photos go.",
    "sessions.checked_in_by": "An id alone says nobody's name; who let the car in stays.",
    "sessions.finalized_by": "An id alone says nobody's name; who took the money stays.",
    "receipts.owner_id": "Number, times and amounts stay; name and plate go.",
  },
  erase: eraseSessions,
};
