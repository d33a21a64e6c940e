import { readDailyCapacity } from "@/lib/charging/bookings";
import { DailyCapacity, ReadDailyCapacity } from "@/lib/charging/bookings/schema";
import { coreDailyCapacity } from "@/lib/http/core/bookings";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

export const GET = endpoint({
  tag: "Bookings",
  summary: "Read a station's day, slot by slot",
  description: "`date` is a day in the station's zone.",
  permission: "capacity.read",
  core: { names: "Bookings/daily-capacity", view: coreDailyCapacity },
  query: ReadDailyCapacity,
  returns: DailyCapacity,
  examples: [{ name: "Tomorrow", query: { stationId: sample.stationId, date: "2026-06-02" } }],
  run: (ctx, { query }) => readDailyCapacity(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
