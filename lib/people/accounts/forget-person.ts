import type { Eraser } from "@/lib/core/eraser";
import { releaseUploads } from "@/lib/records/files/inside";

import { erasePerson } from "./store/erasure";

/** How this room forgets a person: the account stays as an id that nobody can sign in to. */
export const eraser: Eraser = {
  columns: {
    "owners.user_id": "Number and plate go; the number is free for whoever it belongs to next.",
    "operator_stations.user_id": "Removed: an erased operator is assigned nowhere.",
    "login_sessions.user_id": "Removed.",
    "refresh_tokens.user_id": "Removed.",
    "account_links.user_id": "Removed.",
    "user_pictures.user_id": "Removed, and the picture with it.",
  },
  erase: async (ctx, person) => {
    const counts = await erasePerson(ctx, person);
    await releaseUploads(ctx, { entity: "User", entityIds: [person.userId] });
    return counts;
  },
};
