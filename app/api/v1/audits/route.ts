import { listAudits } from "@/lib/records/audit";
import { AuditView, ListAudits } from "@/lib/records/audit/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const GET = endpoint({
  tag: "Audits",
  summary: "List who did what, and when",
  description:
    "Newest first. A SystemAdmin sees all, a Backoffice user the own business, an Operator today at the assigned " +
    "stations, a driver the own history.",
  permission: "audit.read",
  query: ListAudits,
  returns: AuditView,
  paged: true,
  run: (ctx, { query }) => listAudits(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
