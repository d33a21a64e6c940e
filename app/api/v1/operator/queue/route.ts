import { readQueue } from "@/lib/charging/queue";
import { QueueView, ReadQueue } from "@/lib/charging/queue/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

export const GET = endpoint({
  tag: "Operator",
  summary: "Read what waits at the caller's stations",
  description:
    "Four lists, what is due next first: bookings to review, cars that come within four hours or late, cars that charge, and what went otherwise than planned. Of each, 200 at most; `counts` tells all. `tokenSha256` is the hex SHA-256 of a QR code's content and `codeCheck` the hex of the first 4 bytes of SHA-256 of `<id>:<code>`, so that an app knows a code without network.",
  permission: "queue.read",
  query: ReadQueue,
  returns: QueueView,
  examples: [{ name: "Of one station", query: { stationId: sample.stationId } }],
  run: (ctx, { query }) => readQueue(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
