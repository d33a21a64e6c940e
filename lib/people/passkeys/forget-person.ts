import type { Eraser } from "@/lib/core/eraser";

import { eraseOf } from "./store";

/** How this room forgets a person: nothing that signs them in stays. */
export const eraser: Eraser = {
  columns: {
    "passkeys.user_id": "Removed.",
    "passkey_challenges.user_id": "Removed.",
  },
  erase: (ctx, { userId }) => eraseOf(ctx, userId),
};
