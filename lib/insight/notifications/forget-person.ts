import type { Eraser } from "@/lib/core/eraser";

import { deleteMessagesOf } from "./store/messages";

/** How this room forgets a person: every message to them goes, and every one that names them. */
export const eraser: Eraser = {
  columns: {
    "messages.user_id": "Every message to the person goes.",
    "mailings.last_user_id": "An id alone, which says up to whom everybody was written to.",
  },
  erase: deleteMessagesOf,
};
