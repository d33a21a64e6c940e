import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { readDashboard } from "@/lib/insight/reports";
import { Dashboard } from "@/lib/insight/reports/schema";

export const GET = endpoint({
  tag: "Reports",
  summary: "Read the figures of one's own first page",
  description:
    "By the caller's role, which `role` repeats; each counts only what the caller may see. An operator's numbers are the counts of `GET operator/queue`, all stations together.",
  permission: "dashboard.read",
  returns: Dashboard,
  examples: [
    { name: "Of the platform", as: "SystemAdmin" },
    { name: "Of a business", as: "Backoffice" },
    { name: "Of an operator's day", as: "Operator" },
    { name: "Of a driver", as: "EvOwner" },
  ],
  run: (ctx) => readDashboard(ctx),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
