import type { Eraser } from "@/lib/core/eraser";
import { releaseUploads } from "@/lib/records/files/inside";

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
    "session_notes.written_by": "An id alone says nobody's name; what they noted of a car stays.",
    "receipts.owner_id": "Number, times and amounts stay; name and plate go.",
  },
  erase: async (ctx, person) => {
    const { counts, sessionIds } = await eraseSessions(ctx, person);
    await releaseUploads(ctx, { entity: "Session", entityIds: sessionIds });
    return counts;
  },
};
