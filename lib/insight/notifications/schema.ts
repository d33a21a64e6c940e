import { z } from "zod";

import { instantView, partOfLine, sortBy } from "@/lib/core/fields";
import { accountKind, noticeKind, Ringing } from "@/lib/insight/inbox/schema";

/** Ways out of the house: `WebPush` to a browser, `AppPush` to a native app by Firebase Cloud Messaging. */
export const messageChannel = z.enum(["Email", "Sms", "WebPush", "AppPush"]);
export type MessageChannel = z.infer<typeof messageChannel>;

/**
 * What a message tells: a notice, or what always comes by email. `AsWritten` is one from before, of which only the words
 * are known.
 */
export const messageKind = z.enum([
  ...noticeKind.options,
  "BusinessRequested",
  "BusinessRejected",
  "Invitation",
  "PasswordReset",
  ...accountKind.options,
  "AccountDeleted",
  "ErasureNear",
  "TermsChanged",
  "PrivacyChanged",
  "WebhookOff",
  "WeeklyReport",
]);
export type MessageKind = z.infer<typeof messageKind>;

/**
 * Why a try failed: nobody answered, or the service that carries the message refused it; or why one was put away that
 * came too late to be of use.
 */
export const messageReason = z.enum([
  "Unreachable",
  "TimedOut",
  "LoginRefused",
  "RecipientRefused",
  "Refused",
  "Busy",
  "Failed",
  "NotApproved",
  "Moved",
  "Begun",
  "Decided",
  "Settled",
  "LinkEnded",
  "OfferEnded",
]);
export type MessageReason = z.infer<typeof messageReason>;

/**
 * `Kept`: there is no way out for it, so an admin reads it instead. `Parked`: given up after the last try. `Gone`: the
 * browser or app that it was for rings no more, or whoever it was for may not have it any more. `Dropped`:
 * put away unsent, because while it waited it came to be of no use.
 */
export const messageStatus = z.enum(["Pending", "Sent", "Kept", "Parked", "Gone", "Dropped"]);
export type MessageStatus = z.infer<typeof messageStatus>;

export * from "./schema/report-mails";

export const ListMessages = z.object({
  /** The whole address or number, or a part of the name of the account that it is to. */
  recipient: partOfLine(254).optional(),
  status: messageStatus.optional(),
  channel: messageChannel.optional(),
  /** By when it was written; newest first without it. */
  sort: sortBy("createdAt").optional(),
});
export type ListMessages = z.infer<typeof ListMessages>;

export const MessageView = z.object({
  id: z.uuid(),
  eventId: z.uuid(),
  channel: messageChannel,
  /** An address or number, or the id of what rings. */
  recipient: z.string(),
  /** What the account that it is to is called; null where it has none, or is gone. */
  recipientName: z.string().nullable(),
  /** What a push message rings; null of other channels, and where it rings no more. */
  rings: Ringing.nullable(),
  kind: messageKind,
  /** The language that it is in, the recipient's own. */
  language: z.string(),
  subject: z.string().nullable(),
  /** Null once it was sent: it may have held a link. */
  body: z.string().nullable(),
  status: messageStatus,
  attempts: z.int(),
  /** Why the last try failed, or why it is not sent; null where neither is so. */
  reason: messageReason.nullable(),
  /** Of a failed try, what the network or the service said. */
  lastError: z.string().nullable(),
  /** When it is tried next; null where it is not. */
  nextAttemptAt: instantView.nullable(),
  createdAt: instantView,
  sentAt: instantView.nullable(),
  /** What the caller may do with it now. */
  can: z.array(z.enum(["retry"])),
});
export type MessageView = z.infer<typeof MessageView>;

/** How many messages that were given up are tried again. */
export const RetriedMessages = z.object({ count: z.int() });
export type RetriedMessages = z.infer<typeof RetriedMessages>;

/** How long before its start a booking is told of again (product.md, Notifications; 004-130), the longest first. */
export const reminderLead = z.enum(["Day", "TwoHours", "Quarter"]);
export type ReminderLead = z.infer<typeof reminderLead>;

/** A link with its words. */
export interface LetterLink {
  readonly label: string;
  readonly url: string;
}

/** What an email says, in its reader's language: HTML and plain text are made of this one content. */
export interface Letter {
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** Of a digest: what waits, each with its page. */
  readonly items: readonly {
    readonly title: string;
    readonly text: string;
    link: LetterLink | null;
  }[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly button: LetterLink | null;
  /** What comes after the button. */
  readonly after: readonly string[];
  readonly signature: string;
  /** Why one gets this, and where one changes that. */
  readonly why: string;
  readonly links: readonly LetterLink[];
}
