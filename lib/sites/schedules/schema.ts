import { z } from "zod";

import { weekdays } from "@/lib/core/calendar";
import { storableYears } from "@/lib/core/storable-years";
import { fault } from "@/lib/core/fault";
import {
  day,
  forwardOnly,
  idOf,
  inDigits,
  instant,
  instantView,
  needAsked,
  reasonText,
} from "@/lib/core/fields";
import { Week, windowsOfDay } from "@/lib/core/opening-hours";
import { StationView } from "@/lib/sites/stations/schema";

import { closingReason, ExceptionView, WindowView } from "./schema/closings";
import { GroupChange } from "./schema/group-change";

export * from "./schema/closings";

const ScheduleException = z
  .strictObject({
    date: day,
    closed: z.boolean().optional(),
    windows: windowsOfDay.optional(),
    reason: closingReason.optional(),
  })
  .refine(({ closed, windows = [] }) => !closed || windows.length === 0, {
    path: ["windows"],
    error: fault("closed_with_windows"),
  })
  .refine(({ closed, windows = [] }) => closed || windows.length > 0, {
    path: ["windows"],
    error: fault("open_without_windows"),
  });

const CapacityOverride = z.strictObject({
  date: day,
  connectors: z.int(fault("whole_number")).min(0, fault("not_negative")).max(999),
});

/** A list in which each date stands once. */
const oncePerDate = <T extends z.ZodType<{ date: string }>>(item: T) =>
  z
    .array(item)
    .max(800, fault("too_many_dates", { most: 800 }))
    .superRefine((items, context) => {
      const seen = new Set<string>();
      items.forEach(({ date }, index) => {
        if (seen.has(date)) {
          context.addIssue({
            code: "custom",
            path: [index, "date"],
            message: fault("date_twice"),
          });
        }
        seen.add(date);
      });
    });

/** The whole schedule of a station: what is not named is closed, or has no exception. */
export const SetSchedule = z.strictObject({
  weekly: Week,
  exceptions: oncePerDate(ScheduleException).default([]),
  capacityOverrides: oncePerDate(CapacityOverride).default([]),
  /** The `updatedAt` of the schedule that this one is to replace, null for none; any, where it is not given. */
  ifUpdatedAt: instant.nullable().optional(),
});
export type SetSchedule = z.infer<typeof SetSchedule>;
export type SetScheduleInput = z.input<typeof SetSchedule>;

const heldConnectors = z
  .int(fault("whole_number"))
  .min(1, fault("hold_at_least", { least: 1 }))
  .max(999);

/** What a hold takes: how many connectors, or which; the room's rule asks for one of the two. */
const held = {
  connectors: heldConnectors.optional(),
  connectorIds: z
    .array(idOf("connector_id"))
    .min(1, fault("no_connector_named"))
    .max(100, fault("at_most", { most: 100 }))
    .optional(),
};
export interface HeldInput {
  readonly connectors?: number | undefined;
  readonly connectorIds?: readonly string[] | undefined;
}

/** Connectors to be taken out of service for a while. */
export const SetHold = z
  .strictObject({
    startsAt: instant,
    endsAt: instant,
    ...held,
    reason: reasonText,
  })
  .refine(...forwardOnly);
export type SetHold = z.infer<typeof SetHold>;

/** The same before it is set, in the place of the hold that is named. */
export const PreviewHold = z
  .strictObject({
    holdId: z.uuid().optional(),
    startsAt: instant,
    endsAt: instant,
    ...held,
    reason: reasonText.optional(),
  })
  .refine(...forwardOnly);
export type PreviewHold = z.infer<typeof PreviewHold>;

/** A moment as the station's own clocks show it, `YYYY-MM-DDTHH:mm`. */
const localMoment = z
  .string(fault("local_moment"))
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, {
    error: fault("local_moment"),
    abort: true,
  })
  .refine((text) => day.safeParse(text.slice(0, 10)).success, fault("local_date", storableYears));

/** A hold as people set it who read the station's clocks; every value is text. */
export const LocalHold = z.strictObject({
  startsAt: localMoment,
  endsAt: localMoment,
  ...held,
  connectors: inDigits(heldConnectors).optional(),
  reason: z.string(fault("hold_reason")).pipe(reasonText),
});
export type LocalHold = z.infer<typeof LocalHold>;
/** How long such a hold is to last. */
export type LocalRange = Pick<LocalHold, "startsAt" | "endsAt">;

export const ListHolds = z.object({
  /** Whether holds that are over are listed too. */
  past: z.stringbool().default(false),
});
export type ListHolds = z.infer<typeof ListHolds>;

/** Days are the station's own, the last one included; instants are taken as they are. */
export const ReadAvailability = z.object({
  from: z.union([day, instant]).optional(),
  to: z.union([day, instant]).optional(),
  ...needAsked,
});
export type ReadAvailability = z.infer<typeof ReadAvailability>;

// ── What goes out ────────────────────────────────────────────────────────────────────────────────

export const ScheduleView = z.object({
  stationId: z.uuid(),
  timeZone: z.string(),
  weekly: z.record(z.enum(weekdays), z.array(WindowView)),
  exceptions: z.array(ExceptionView),
  capacityOverrides: z.array(z.object({ date: z.iso.date(), connectors: z.int() })),
  /** Null for a station that never had a schedule. */
  updatedAt: instantView.nullable(),
});
export type ScheduleView = z.infer<typeof ScheduleView>;

export const HoldView = z.object({
  id: z.uuid(),
  stationId: z.uuid(),
  startsAt: instantView,
  endsAt: instantView,
  /** How many connectors it takes, whichever; null where it names them. */
  connectors: z.int().nullable(),
  /** Which connectors it takes; null where it says how many. */
  connectorIds: z.array(z.uuid()).nullable(),
  reason: z.string(),
  createdAt: instantView,
});
export type HoldView = z.infer<typeof HoldView>;

/** What anyone may know of a slot. */
export const SlotView = z.object({
  startsAt: instantView,
  endsAt: instantView,
  capacity: z.int(),
  /** Places that can still be booked; 1 where none is left for the car but others make room by moving. */
  remaining: z.int(),
  /** Places left by plug, OCPI's ConnectorTypes, without moving anybody; a place with two plugs counts in both. */
  byStandard: z.record(z.string(), z.int()),
});
export type SlotView = z.infer<typeof SlotView>;

/** A station and its next 7 days. */
export const StationWithSlots = StationView.extend({ slots: z.array(SlotView) });
export type StationWithSlots = z.infer<typeof StationWithSlots>;

export const conflictReason = z.enum(["OverCapacity", "OutsideSlots"]);
export type ConflictReason = z.infer<typeof conflictReason>;
/** What takes places away from a station: its day's override, a hold, an outage. */
export const loweringCause = z.enum(["Override", "Hold", "Outage"]);
export type LoweringCause = z.infer<typeof loweringCause>;
/** One of them: how many places it takes, from when to when; `to` is null until further notice. */
export const Lowering = z.object({
  kind: loweringCause,
  reason: z.string().nullable(),
  connectors: z.int(),
  from: instantView,
  to: instantView.nullable(),
});
export type Lowering = z.infer<typeof Lowering>;

/** What a schedule or a hold would bring, before it is set. */
export const SchedulePreview = z.object({
  stationId: z.uuid(),
  timeZone: z.string(),
  slots: z.array(
    SlotView.extend({
      reserved: z.int(),
      held: z.int(),
      /** The capacity of the slot that begins then as it is now; null where none does. */
      capacityBefore: z.int().nullable(),
    }),
  ),
  /** The slots that would go, as they are now. */
  removedSlots: z.array(
    z.object({ startsAt: instantView, endsAt: instantView, capacity: z.int() }),
  ),
  /** What changes of each kind of places in the times that stay, at a station where not all are alike. */
  groupChanges: z.array(GroupChange),
  /** The bookings that would need a decision, soonest first: those that setting it would flag. */
  conflicts: z.array(
    z.object({
      bookingId: z.uuid(),
      number: z.string(),
      ownerName: z.string(),
      startsAt: instantView,
      endsAt: instantView,
      reason: conflictReason,
      /** The plug that its car needs, by OCPI's name, and the least power; null for any. */
      standard: z.string().nullable(),
      minPowerKw: z.number().nullable(),
      /** Whether it is flagged already, as things are now. */
      isFlagged: z.boolean(),
    }),
  ),
  /** Against the slots as they are now. */
  changes: z.object({ added: z.int(), changed: z.int(), removed: z.int() }),
});
export type SchedulePreview = z.infer<typeof SchedulePreview>;
