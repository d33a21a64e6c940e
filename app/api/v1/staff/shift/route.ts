import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { readShift } from "@/lib/insight/reports";
import { ReadShift, ShiftReport } from "@/lib/insight/reports/schema";

export const GET = endpoint({
  tag: "Reports",
  summary: "Read what happened in a shift",
  description:
    "At one station or all of the caller's, from `from` until before `to`, at most 31 days: cars let in, sessions finalized, what was taken by operator, mode and currency (the caller's own first), what is still due, no-shows and aborted sessions. Without `from`, since an operator signed in, and for others since the day began.",
  permission: "shift.read",
  query: ReadShift,
  returns: ShiftReport,
  examples: [
    { name: "Since I signed in" },
    {
      name: "A morning at one station",
      query: {
        stationId: sample.stationId,
        from: "2026-06-01T10:00:00Z",
        to: "2026-06-01T16:00:00Z",
      },
    },
  ],
  run: (ctx, { query }) => readShift(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
