import type { Changed } from "@/lib/core/transitions";

import type { SessionRow } from "./store/sessions";

/** What the event of a change says of the session that runs on. */
export const tellSession = ({ thing: { id, bookingId, ownerId } }: Changed<SessionRow>) => ({
  sessionId: id,
  bookingId,
  ownerId,
});
