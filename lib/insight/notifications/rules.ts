import { dayMinutes, dayMs, hourMs, minuteMs } from "@/lib/core/durations";
import { noticeKind } from "@/lib/insight/inbox/schema";
import { contentKind, type ContentKind } from "@/lib/records/content/schema";
import { maxAttempts } from "@/lib/records/outbox/inside";

import type { MessageChannel, MessageKind, MessageStatus, ReminderLead } from "./schema";

/**
 * How many messages of a mailing wait at most at a time, and are written in one transaction: whoever asks for a new
 * password does not wait behind everybody.
 */
export const mailingBatch = 100;

/**
 * The ways out are held to be shut while none of so many messages, those tried last, went out: an address that takes
 * nothing fails alone, an outage lets nothing through.
 */
export const lastTried = 10;

/** How long a mailing's message that was given up rests before it is tried again, milliseconds. */
export const restMs = 15 * minuteMs;

/** How often a mailing's message is tried in all while others go out; then it is given up for good. */
export const mostTries = 2 * maxAttempts;

/** Texts of the site whose change everybody is told of (kiosks.md, Content), and by which message. */
const announcements: Readonly<Partial<Record<ContentKind, MessageKind>>> = {
  "terms-of-service": "TermsChanged",
  "privacy-policy": "PrivacyChanged",
};

/** By which message the change of a text is announced, if it is. */
export function announcementOf(kind: unknown): MessageKind | undefined {
  const { data: text } = contentKind.safeParse(kind);
  return text && announcements[text];
}

/** Which text a message announces. */
export const announcedBy = (kind: MessageKind): ContentKind | undefined =>
  contentKind.options.find((text) => announcements[text] === kind);

/** How long a try may take before another worker takes the message over, milliseconds. */
export const leaseMs = 2 * minuteMs;

/**
 * The pause after each failed try but the last: eight tries span about half a day, so that a night without a mail server
 * loses nothing (docs/decisions/ways-out.md).
 */
const pauses = [10_000, minuteMs, 5 * minuteMs, 15 * minuteMs, hourMs, 3 * hourMs, 6 * hourMs];

/**
 * Milliseconds to wait after the n-th failed try: a quarter more or less by chance, so that a server that comes back is
 * not met by everything at once. `chance` from 0 to 1.
 */
export const pauseMs = (attempts: number, chance = Math.random()): number =>
  Math.round((pauses[attempts - 1] ?? 6 * hourMs) * (0.75 + chance / 2));

/** The same of a message of this kind: a mailing's finds out when the way is open again, and rests no longer. */
export const pauseOf = (kind: MessageKind, attempts: number): number =>
  Math.min(pauseMs(attempts), announcedBy(kind) ? restMs : Infinity);

/** A file that comes with an email. */
export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string | Uint8Array;
}

/** A message as it leaves the house. */
export interface Outgoing {
  /** The same at every try, so that a receiver can tell a repetition. */
  readonly id: string;
  /** An address or number; of a push message the id of what rings. */
  readonly recipient: string;
  readonly subject: string | null;
  readonly body: string;
  /** The language that it is in, BCP 47. */
  readonly locale: string;
  /** The page that it leads to, a whole address; null where none is meant. */
  readonly url: string | null;
  /** The same in the receiver's inbox, which whoever opens it has read. */
  readonly noticeId?: string;
  /** Of an email: the same as a page of HTML, files, and further headers. */
  readonly html?: string;
  readonly attachments?: readonly Attachment[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Of a push message: what rings. */
  readonly subscription?: {
    readonly endpoint: string;
    readonly p256dh: string;
    readonly auth: string;
  };
  readonly token?: string;
  /** Of a push message: after how many seconds it is of no more use, and whether it may wake a sleeping device. */
  readonly validSeconds?: number;
  readonly isUrgent?: boolean;
}

/** Takes a message out of the house, or throws: `RingsNoMore` where nothing will ever come to that recipient again. */
export type Transport = (message: Outgoing) => Promise<void>;
export type Transports = Readonly<Partial<Record<MessageChannel, Transport>>>;

/**
 * Nothing is to go there any more: the browser's subscription has ended, the app was removed, or whoever it is for may
 * not have it.
 */
export class RingsNoMore extends Error {}

/** Whether it always comes: it guards an account, or is about business that was begun. All else has a topic. */
export const isEssential = (kind: MessageKind): boolean =>
  !noticeKind.safeParse(kind).success && kind !== "WeeklyReport";

/** What a device that sleeps is woken for: what begins soon, or what somebody has to settle now. */
const urgent: readonly MessageKind[] = [
  "BookingReminder",
  "PlaceOffered",
  "BookingCanceled",
  "BookingChanged",
  "BookingInConflict",
  "ActRefused",
  "WorkerSilent",
];

/**
 * For how long a push message is of use, and whether it is urgent: a reminder not beyond what it reminds of, a place not
 * longer than it is held.
 */
export function pushOf(
  {
    kind,
    values,
  }: { readonly kind: MessageKind; readonly values: Readonly<Record<string, string>> },
  now: Date,
): Pick<Outgoing, "validSeconds" | "isUrgent" | "noticeId"> {
  const isBrief = kind === "BookingReminder" || kind === "PlaceOffered";
  const end = new Date(values.offerEndsAt ?? values.startsAt ?? "");
  const left = end.getTime() - now.getTime();
  const ms = isBrief && left > 0 ? Math.min(left, dayMs) : dayMs;
  const { noticeId } = values;
  return { validSeconds: Math.ceil(ms / 1_000), isUrgent: urgent.includes(kind), noticeId };
}

/** Of one digest at most; what is beyond goes with the next. */
export const mostInDigest = 200;

/**
 * How many messages one worker claims at once by each channel; the next while half of them still wait. Besides these as
 * many as it has lanes may be on their way: a killed worker leaves no more for two minutes. Of what rings one by one,
 * for of a person's there is only one.
 */
export const claimedAtOnce = {
  Email: 32,
  Sms: 8,
  WebPush: 1,
  AppPush: 1,
} as const satisfies Record<MessageChannel, number>;

/**
 * How many messages one worker has under way at a time by each channel, from being worded to being noted: a server that
 * does not answer keeps one of them waiting, and none of another channel.
 */
export const lanes = {
  Email: 16,
  Sms: 2,
  WebPush: 2,
  AppPush: 2,
} as const satisfies Record<MessageChannel, number>;

/** Connections to the mail server at most: of twice as many lanes, half word the next or note the last. */
export const mailConnections = 8;

/**
 * Milliseconds for which one run goes on while there is more to send; the next begins where it ended. Short, because a
 * way on which nothing waited looks again only then.
 */
export const runMs = 3_000;

/** Whether an admin may have it tried once more. */
export const isRetriable = ({ status }: { readonly status: MessageStatus }): boolean =>
  status === "Parked";

/** Minutes between a reminder and the start. */
export const leadMinutes: Readonly<Record<ReminderLead, number>> = {
  Day: dayMinutes,
  TwoHours: 120,
  Quarter: 15,
};
