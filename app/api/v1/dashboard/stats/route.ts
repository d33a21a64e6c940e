import { endpoint } from "@/lib/http/endpoint";
import { evcmsOwnStats } from "@/lib/http/evcms/own-stats";
import { otherMethods } from "@/lib/http/other-methods";
import { readOwnStats } from "@/lib/insight/reports";
import { OwnStats } from "@/lib/insight/reports/schema";

export const GET = endpoint({
  tag: "Reports",
  summary: "Read the own figures as a driver",
  description:
    "What is booked ahead, the car that charges now, this month by the clocks of the stations, the last five sessions, and the stations that are marked.",
  permission: "dashboard.own",
  evcms: evcmsOwnStats,
  returns: OwnStats,
  examples: [{ name: "Of a driver", as: "EvOwner" }],
  run: (ctx) => readOwnStats(ctx),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
