import { listExceptions } from "@/lib/charging/queue";
import { ListExceptions, OfflineException } from "@/lib/charging/queue/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const GET = endpoint({
  tag: "Operator",
  summary: "List what phones did without network and was refused",
  description:
    "The latest first; `settled=false` lists those that wait for a person. `facts` has both sides: what the phone did and when, and what had been done here.",
  permission: "exception.read",
  query: ListExceptions,
  returns: OfflineException,
  paged: true,
  examples: [{ name: "Those that wait", query: { settled: "false" } }],
  run: (ctx, { query }) => listExceptions(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
