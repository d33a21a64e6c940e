import { z } from "zod";

import { anyId, instantView, lineOfText, pageOfText, sortBy } from "@/lib/core/fields";
import { fault } from "@/lib/core/fault";

/** What a notification is about, in the words of the field (004-81). */
export const notificationType = z.enum(["booking", "session", "payment", "system", "promotion"]);
export type NotificationType = z.infer<typeof notificationType>;

/**
 * What is told by every way that a person chose; `AsWritten` is an alert that an administrator wrote, in inboxes alone.
 */
export const noticeKind = z.enum([
  "BookingRequested",
  "BookingApproved",
  "BookingRejected",
  "BookingChanged",
  "BookingCanceled",
  "BookingNoShow",
  "BookingReminder",
  "CodeIssued",
  "PlaceOffered",
  "PlaceWithdrawn",
  "PlaceOfferOver",
  "SessionStarted",
  "SessionCompleted",
  "SessionAborted",
  "BookingWaits",
  "OwnerCanceled",
  "RunningLate",
  "BookingInConflict",
  "ActRefused",
  "WorkerSilent",
  "AsWritten",
]);
export type NoticeKind = z.infer<typeof noticeKind>;

/** What becomes of one's account: always written by email, whatever one chose, and in the inbox, too. */
export const accountKind = z.enum([
  "PasswordChanged",
  "PasskeyAdded",
  "PasskeyRemoved",
  "AccountDeactivated",
  "AccountReactivated",
  "OwnerRegistered",
]);

/** What a notification in the inbox tells. */
export const inboxKind = z.enum([...noticeKind.options, ...accountKind.options]);
export type InboxKind = z.infer<typeof inboxKind>;

/** Whether it was read (004-73). */
export const notificationStatus = z.enum(["read", "unread"]);

export const ListNotifications = z.object({
  status: notificationStatus.optional(),
  type: notificationType.optional(),
  /** By when it came; newest first without it. */
  sort: sortBy("createdAt").optional(),
});
export type ListNotifications = z.infer<typeof ListNotifications>;

export const NotificationView = z.object({
  id: anyId,
  kind: inboxKind,
  type: notificationType,
  title: z.string(),
  message: z.string(),
  /** What it is about, by id; each null where it is about none. */
  bookingId: anyId.nullable(),
  sessionId: anyId.nullable(),
  stationId: anyId.nullable(),
  /** The page that shows it, from `/` on; null where there is none for the reader. */
  path: z.string().nullable(),
  isRead: z.boolean(),
  readAt: instantView.nullable(),
  createdAt: instantView,
});
export type NotificationView = z.infer<typeof NotificationView>;

/** How many of one's notifications are unread. */
export const UnreadCount = z.object({ unreadCount: z.int() });
export type UnreadCount = z.infer<typeof UnreadCount>;

const mostUsers = 1_000;
const alert = {
  title: lineOfText(120),
  message: pageOfText(2_000).refine((text) => text.trim() !== "", fault("empty")),
};

/** An alert of the platform: to these users, or to everybody who may sign in. */
export const SendAlert = z.strictObject({
  ...alert,
  type: notificationType.default("system"),
  targetUsers: z.array(anyId).min(1).max(mostUsers).optional(),
});
export type SendAlert = z.infer<typeof SendAlert>;

/** The same to many by name (004-80). */
export const SendBulk = z.strictObject({
  ...alert,
  type: notificationType.default("system"),
  userIds: z.array(anyId).min(1).max(mostUsers),
});

/** To how many it went. */
export const SentAlert = z.object({ count: z.int() });
export type SentAlert = z.infer<typeof SentAlert>;
