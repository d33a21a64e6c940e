import type { Role } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";

import { browserOf, choicesOf, pathOf } from "./rules";
import type { Channels, DeviceView, NotificationView, PushSubscriptionView } from "./schema";
import type { ChannelsRow } from "./store/channels";
import type { DeviceRow, SubscriptionRow } from "./store/devices";
import type { NotificationRow } from "./store/notifications";
import { wordNotice } from "./word-notice";

/** A notification in its reader's language, with the page that shows what it is about. */
export function viewNotification(
  row: NotificationRow,
  {
    locale,
    units,
    role,
  }: Pick<Context, "locale"> & Partial<Pick<Context, "units">> & { readonly role: Role },
): NotificationView {
  const { title, text } = wordNotice(row, locale, units);
  return {
    id: row.id,
    kind: row.kind,
    type: row.type,
    title,
    message: text,
    bookingId: row.bookingId,
    sessionId: row.sessionId,
    stationId: row.stationId,
    path: pathOf(role, row.kind, {
      ...row.values,
      bookingId: row.bookingId,
      stationId: row.stationId,
    }),
    isRead: row.readAt !== null,
    readAt: row.readAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

/** A person's channels as they are in force; `row` is what they chose, if ever. */
export function viewChannels(row: ChannelsRow | undefined): Channels {
  const { quietFrom, quietTo } = row ?? {};
  return {
    email: choicesOf("email", row?.email ?? {}),
    push: choicesOf("push", row?.push ?? {}),
    sms: choicesOf("sms", row?.sms ?? {}),
    inApp: { all: row?.inApp ?? true },
    quietHours: quietFrom && quietTo ? { from: quietFrom, to: quietTo } : null,
    timeZone: row?.timeZone ?? null,
    hourlyDigest: row?.hourlyDigest ?? false,
  };
}

/** A device as its person sees it; its token is nobody's to read. */
export const viewDevice = (row: DeviceRow): DeviceView => ({
  id: row.id,
  platform: row.platform,
  model: row.model,
  appVersion: row.appVersion,
  seenAt: row.seenAt.toISOString(),
});

/** A browser's subscription as its person sees it. */
export const viewSubscription = (row: SubscriptionRow): PushSubscriptionView => ({
  id: row.id,
  endpoint: row.endpoint,
  browser: browserOf(row.endpoint),
  createdAt: row.createdAt.toISOString(),
});
