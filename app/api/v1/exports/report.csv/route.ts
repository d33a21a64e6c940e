import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { exportReport } from "@/lib/insight/reports";
import { ExportReport } from "@/lib/insight/reports/schema";

export const GET = endpoint({
  tag: "Reports",
  summary: "Export a report as CSV",
  description:
    "The rows of the report that is named, of the same days, and a last one of what they come to. Of energy it says what CO₂ was reckoned with.",
  permission: "report.read",
  query: ExportReport,
  produces: ["text/csv"],
  examples: [{ name: "Revenue", query: { report: "revenue" } }],
  run: (ctx, { query }) => exportReport(ctx, query, "csv"),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
