import { z } from "zod";

import { BookingView } from "@/lib/charging/bookings/schema";
import { SessionView, sessionStatus } from "@/lib/charging/sessions/schema";
import { NotificationView } from "@/lib/insight/inbox/schema";

const ofSession = z.strictObject({ sessionId: z.uuid() });
const ofBooking = z.strictObject({ bookingId: z.uuid() });

/** What an app may say (004-127, 004-128), by the event's name. */
export const asked = {
  authenticate: z.strictObject({ token: z.string().min(1).max(4_096) }),
  "join-session": ofSession,
  "leave-session": ofSession,
  "join-booking": ofBooking,
  "leave-booking": ofBooking,
} as const;
export type Asked = keyof typeof asked;

/** Why something was refused: the API's code and sentence, and what was asked. */
const Refused = z.object({
  code: z.string(),
  message: z.string(),
  /** The event that was refused; null where the connection is. */
  event: z.string().nullable(),
  /** What is wrong with which field. */
  errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
  details: z.record(z.string(), z.unknown()).optional(),
});

/** What runs in a session, as far as it is known; a number that nobody measured is null. */
export const SessionFigures = z.object({
  sessionId: z.uuid(),
  status: sessionStatus,
  /** Wh since the session began. */
  meterValue: z.int().nullable(),
  /** kW now. */
  power: z.number().nullable(),
  /** kWh since the session began: `meterValue` / 1000. */
  energy: z.number().nullable(),
  /** Whole minutes since it began. */
  duration: z.int(),
  /** The battery's charge in percent. */
  soc: z.number().nullable(),
  /** What it would cost if it ended now, with tax, in `currency`; in units, such as 12.5 dollars. */
  estimatedCost: z.number().nullable(),
  currency: z.string().nullable(),
});
export type SessionFigures = z.infer<typeof SessionFigures>;

/** What the gateway says (004-129, 004-130, 004-133, 004-134), by the event's name; views are the API's. */
export const told = {
  authenticated: z.object({ userId: z.uuid() }),
  unauthorized: Refused,
  error: Refused,
  /** More happened than was told: ask the API for what is shown. */
  missed: z.object({}),
  "session-started": z.object({ session: SessionView }),
  "session-update": SessionFigures,
  /** `cdr` as `GET sessions/{id}/cdr` has it; null of one that was aborted. */
  "session-stopped": z.object({
    session: SessionView,
    cdr: z.record(z.string(), z.unknown()).nullable(),
  }),
  "booking-update": z.object({ booking: BookingView }),
  /** 15 minutes before the start. */
  "booking-reminder": z.object({ booking: BookingView }),
  notification: z.object({ notification: NotificationView }),
} as const;
export type Told = { readonly [K in keyof typeof told]: z.infer<(typeof told)[K]> };
