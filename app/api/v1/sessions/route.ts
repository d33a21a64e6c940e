import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { listSessions } from "@/lib/charging/sessions";
import { ListSessions, SessionView } from "@/lib/charging/sessions/schema";

export const GET = endpoint({
  tag: "Sessions",
  summary: "List sessions",
  description: "A driver's own, an operator's stations', a business's, or all.",
  permission: "session.read",
  query: ListSessions,
  returns: SessionView,
  paged: true,
  run: (ctx, { query }) => listSessions(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
