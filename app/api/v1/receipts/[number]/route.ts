import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { readReceipt, readReceiptPage, readReceiptPdf } from "@/lib/charging/sessions";
import { ReceiptView } from "@/lib/charging/sessions/schema";

const forms = { html: readReceiptPage, pdf: readReceiptPdf, json: readReceipt } as const;

export const GET = endpoint({
  tag: "Receipts",
  summary: "A receipt as JSON, HTML or PDF",
  description:
    "JSON by its number, `R-….html` to read and print, `R-….pdf` to keep. All are worded in the reader's language; " +
    "`kind` and `values` of a line say the same to programs.",
  permission: "receipt.read",
  params: z.object({ number: z.string().max(80) }),
  returns: ReceiptView,
  produces: ["text/html", "application/pdf"],
  run: (ctx, { params }) => {
    const [, number = "", form = "json"] =
      /^(.*?)(?:\.(html|pdf|json))?$/.exec(params.number) ?? [];
    return forms[form as keyof typeof forms](ctx, { number });
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
