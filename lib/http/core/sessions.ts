import { z } from "zod";

import type { CheckedIn, SessionView } from "@/lib/charging/sessions/schema";

import type { Translation } from "../contracts/projection";
import { coreBooking } from "./bookings";

/** A session with the first contract's names beside ours. */
export const coreSession = (view: SessionView) => ({
  ...view,
  sessionId: view.id,
  startUtc: view.startedAt,
  endUtc: view.endedAt,
  ownerNIC: view.ownerNic,
});

export const coreCheckedIn = (view: CheckedIn) => ({
  ...coreSession(view),
  booking: coreBooking(view.booking),
});

/** How a session ends: `duration` is its minutes. */
export const coreFinalizeBody: Translation = {
  names: ["duration"],
  schema: z.object({ duration: z.number().optional() }),
  into: ({ duration }) => (duration === undefined ? {} : { minutes: duration }),
  back: { minutes: "duration" },
};
