import { z } from "zod";

import { instantView, partOfLine, sortBy } from "@/lib/core/fields";

export const messageChannel = z.enum(["Email", "Sms"]);
export type MessageChannel = z.infer<typeof messageChannel>;

/** What a message tells; `AsWritten` is one from before, of which only the words are known. */
export const messageKind = z.enum([
  "BusinessRequested",
  "BusinessRejected",
  "Invitation",
  "PasswordReset",
  "PasswordChanged",
  "AccountDeactivated",
  "AccountReactivated",
  "OwnerRegistered",
  "TermsChanged",
  "PrivacyChanged",
  "WebhookOff",
  "AsWritten",
]);
export type MessageKind = z.infer<typeof messageKind>;

/** `Kept`: there is no SMTP or SMS provider, so an admin reads it instead. */
export const messageStatus = z.enum(["Pending", "Sent", "Kept", "Parked"]);
export type MessageStatus = z.infer<typeof messageStatus>;

export const ListMessages = z.object({
  /** The whole address or number. */
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
  recipient: z.string(),
  kind: messageKind,
  /** The language that it is in, the recipient's own. */
  language: z.string(),
  subject: z.string().nullable(),
  /** Null once it was sent: it may have held a link. */
  body: z.string().nullable(),
  status: messageStatus,
  attempts: z.int(),
  lastError: z.string().nullable(),
  createdAt: instantView,
  sentAt: instantView.nullable(),
});
export type MessageView = z.infer<typeof MessageView>;
