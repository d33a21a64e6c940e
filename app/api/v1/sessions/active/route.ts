import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { listActiveSessions } from "@/lib/charging/sessions";
import { ListActiveSessions, SessionView } from "@/lib/charging/sessions/schema";

export const GET = endpoint({
  tag: "Sessions",
  summary: "List the cars that charge now",
  description: "The longest first; `overstay` tells which are past their booked time.",
  permission: "session.read",
  query: ListActiveSessions,
  returns: SessionView,
  paged: true,
  run: (ctx, { query }) => listActiveSessions(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
