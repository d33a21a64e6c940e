import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { exportReport } from "@/lib/insight/reports";
import { ExportReport } from "@/lib/insight/reports/schema";

export const GET = endpoint({
  tag: "Reports",
  summary: "Export a report as a spreadsheet",
  description:
    "The rows of the report that is named, of the same days, and a last one of what they come to. Of energy it says what CO₂ was reckoned with.",
  permission: "report.read",
  query: ExportReport,
  produces: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  examples: [{ name: "Revenue", query: { report: "revenue" } }],
  run: (ctx, { query }) => exportReport(ctx, query, "xlsx"),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
