import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { startWalkUp } from "@/lib/charging/sessions";
import { CheckedIn, StartWalkUp } from "@/lib/charging/sessions/schema";

export const POST = endpoint({
  tag: "Sessions",
  summary: "Let a car in that has no booking",
  description:
    "It takes the free place of the slot that runs, and of those that follow as far as `minutes` reaches; each later one is taken as it comes while the car stays. A driver by `ownerNic`, `phone` or a `plate` that is theirs alone, else a guest, of whom there is the plate alone.",
  permission: "session.walkIn",
  limit: "bookingWrite",
  body: StartWalkUp,
  aliases: { ownerNIC: "ownerNic" },
  returns: CheckedIn,
  status: 201,
  location: ({ id }) => `/api/v1/sessions/${id}`,
  examples: [
    { name: "A guest", body: { stationId: sample.stationId, plate: "WP KA-4821" } },
    {
      name: "One who stays for two hours, at a certain connector",
      body: {
        stationId: sample.stationId,
        plate: "WP KA-4821",
        connectorId: sample.connectorId,
        minutes: 120,
      },
    },
  ],
  run: (ctx, { body }) => startWalkUp(ctx, body),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
