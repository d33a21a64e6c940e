import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { exportCash } from "@/lib/insight/reports";
import { ReadCash } from "@/lib/insight/reports/schema";

export const GET = endpoint({
  tag: "Reports",
  summary: "Export what operators took in cash as CSV",
  description: "The rows of `GET /reports/cash`, of the same days.",
  permission: "report.read",
  query: ReadCash,
  produces: ["text/csv"],
  run: async (ctx, { query }) => ({
    content: await exportCash(ctx, query),
    contentType: "text/csv; charset=utf-8",
    headers: { "Content-Disposition": 'attachment; filename="cash.csv"' },
  }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
