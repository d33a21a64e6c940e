import { z } from "zod";

import { timeZoneName } from "@/lib/core/fields";
import { fault } from "@/lib/core/fault";

/**
 * What a person may want to hear of, or not, in the words of the field (004-74 to 004-76), places that one waits for
 * and, below them, those of staff. What guards an account is no topic: it always comes.
 */
export const topic = z.enum([
  "bookingConfirmation",
  "bookingReminder",
  "waitingList",
  "sessionStart",
  "sessionComplete",
  "paymentReceipt",
  "paymentConfirmation",
  "lowBalance",
  "promotions",
  "bookingRequests",
  "conflicts",
  "reports",
]);
export type Topic = z.infer<typeof topic>;

/** A way out of the house that a person may choose for a topic. */
export type ChosenWay = "email" | "push" | "sms";

/** Something to choose about: what one hears of, and by which ways it ever comes. */
export interface TopicChoice {
  readonly topic: Topic;
  readonly ways: readonly ChosenWay[];
}

const choices = z.partialRecord(topic, z.boolean());
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, fault("time_of_day"));

/** When nothing rings, by the person's own clock; over midnight where it ends before it begins. */
const QuietHours = z
  .strictObject({ from: time, to: time })
  .refine(({ from, to }) => from !== to, { path: ["to"], error: fault("quiet_hours") });

/** What is not named stays. */
export const ChooseChannels = z.strictObject({
  email: choices.optional(),
  push: choices.optional(),
  sms: choices.optional(),
  inApp: z.strictObject({ all: z.boolean() }).optional(),
  /** Null: never quiet. */
  quietHours: QuietHours.nullable().optional(),
  /** Whose clock quiet hours go by; null: that of the station or business that a message is about. */
  timeZone: timeZoneName.nullable().optional(),
  /** For staff: one email an hour of what waits, instead of one each. */
  hourlyDigest: z.boolean().optional(),
});
export type ChooseChannels = z.infer<typeof ChooseChannels>;

const every = z.record(topic, z.boolean());

/** Every choice as it is in force, those never made among them. */
export const Channels = z.object({
  email: every,
  push: every,
  sms: every,
  inApp: z.object({ all: z.boolean() }),
  quietHours: z.object({ from: z.string(), to: z.string() }).nullable(),
  timeZone: z.string().nullable(),
  hourlyDigest: z.boolean(),
});
export type Channels = z.infer<typeof Channels>;

/** What a link at the foot of a message carries. */
export const Unsubscribe = z.object({ key: z.string().max(100), topic });
export type Unsubscribe = z.infer<typeof Unsubscribe>;
