import { z } from "zod";

import { listConflicts } from "@/lib/charging/bookings";
import { BookingView } from "@/lib/charging/bookings/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const GET = endpoint({
  tag: "Stations",
  summary: "List a station's bookings that need a decision",
  description:
    "Those that a change of the schedule, connectors or holds left without a place: to be moved or cancelled.",
  permission: "conflict.read",
  params: z.object({ id: z.uuid() }),
  returns: BookingView,
  paged: true,
  run: (ctx, { params, query }) =>
    listConflicts(ctx, { stationId: params.id, page: query.page, limit: query.limit }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
