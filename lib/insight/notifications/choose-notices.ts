import type { Role } from "@/lib/core/actor";
import { roleHolds } from "@/lib/core/permissions";
import {
  topic,
  type NoticeKind,
  type NotificationType,
  type Topic,
} from "@/lib/insight/inbox/schema";
import type { OutboxEvent } from "@/lib/records/outbox/inside";
import type { EventType } from "@/lib/words";

/** Whom something is told: whose booking it is, the business's office, or the operators of the station. */
export type Audience = "owner" | "office" | "onSite";

/** One thing that an event tells, and whom. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly to: readonly Audience[];
  readonly type: NotificationType;
  readonly topic: Topic;
  /** By these alone, besides the inbox; by every way where nothing is said. */
  readonly ways?: readonly ("Email" | "Sms" | "Push")[];
  /** Of the events of the type, those with such a payload. */
  readonly when?: (payload: OutboxEvent["payload"]) => boolean;
}

const toOwner = { to: ["owner"], type: "booking", topic: "bookingConfirmation" } as const;
const toStaff = { to: ["office", "onSite"], type: "booking" } as const;
const isPending = ({ status }: OutboxEvent["payload"]) => status === "Pending";
const isGivenBack = ({ from, status }: OutboxEvent["payload"]) =>
  from === "Approved" && status === "CanceledByOwner";
const isReissued = ({ isReissue }: OutboxEvent["payload"]) => isReissue === true;
const ofPlace = { to: ["owner"], type: "booking", topic: "waitingList" } as const;
/** Another place for somebody who was refused is on their screen as it is held, and for two minutes alone. */
const isWaiting = ({ kind }: OutboxEvent["payload"]) => kind === "Waiting";
const ofSession = { to: ["owner"], type: "session" } as const;

/**
 * What is told of bookings, sessions and places that are waited for, and whom (product.md, Notifications); accounts' letters are in `rules.ts`.
 * A walk-up that is nobody's tells nobody.
 */
export const notices = {
  "booking.created": [
    { ...toOwner, kind: "BookingRequested", when: isPending },
    { ...toStaff, kind: "BookingWaits", topic: "bookingRequests", when: isPending },
  ],
  "booking.approved": [{ ...toOwner, kind: "BookingApproved" }],
  "booking.rejected": [{ ...toOwner, kind: "BookingRejected" }],
  "booking.changed": [
    { ...toOwner, kind: "BookingChanged" },
    { ...toStaff, kind: "BookingWaits", topic: "bookingRequests", when: isPending },
  ],
  "booking.canceled": [
    // Of a session that is ended on site the session tells.
    { ...toOwner, kind: "BookingCanceled", when: ({ from }) => from !== "InProgress" },
    // A place that was counted on is free again: to know, not to do, so by no way out of the house.
    { ...toStaff, kind: "OwnerCanceled", topic: "bookingRequests", ways: [], when: isGivenBack },
  ],
  "booking.late": [
    { kind: "RunningLate", to: ["onSite"], type: "booking", topic: "conflicts", ways: ["Push"] },
  ],
  "booking.no_show": [{ ...toOwner, kind: "BookingNoShow" }],
  "booking.reminder": [
    {
      ...toOwner,
      kind: "BookingReminder",
      topic: "bookingReminder",
      when: ({ minutes }) => Number(minutes) > 15,
    },
    // Whoever is on the way reads no mail.
    {
      ...toOwner,
      kind: "BookingReminder",
      topic: "bookingReminder",
      ways: ["Push"],
      when: ({ minutes }) => minutes === 15,
    },
  ],
  // Of the first the approval tells, in the same moment.
  "qr.issued": [{ ...toOwner, kind: "CodeIssued", ways: ["Push"], when: isReissued }],
  "session.started": [{ ...ofSession, kind: "SessionStarted", topic: "sessionStart" }],
  "session.completed": [{ ...ofSession, kind: "SessionCompleted", topic: "sessionComplete" }],
  "session.aborted": [{ ...ofSession, kind: "SessionAborted", topic: "sessionComplete" }],
  "booking.conflict": [{ ...toStaff, kind: "BookingInConflict", topic: "conflicts" }],
  "waiting.offered": [{ ...ofPlace, kind: "PlaceOffered", when: isWaiting }],
  "waiting.withdrawn": [{ ...ofPlace, kind: "PlaceWithdrawn", ways: ["Push"], when: isWaiting }],
  "waiting.expired": [
    // To know why it is not there any more: nothing can be done about it.
    {
      ...ofPlace,
      kind: "PlaceOfferOver",
      ways: [],
      when: ({ kind, wasOffered }) => kind === "Waiting" && wasOffered === true,
    },
  ],
  "exception.kept": [{ ...toStaff, kind: "ActRefused", topic: "conflicts", ways: ["Push"] }],
} as const satisfies Readonly<Partial<Record<EventType, readonly Notice[]>>>;

/** What this event tells. */
export function noticesOf({ type, payload }: Pick<OutboxEvent, "type" | "payload">): Notice[] {
  const all: readonly Notice[] = notices[type as keyof typeof notices] ?? [];
  return all.filter(({ when }) => when?.(payload) ?? true);
}

/** As what each role is told something; an administrator hears of no booking. */
const audienceOf: Readonly<Partial<Record<Role, Audience>>> = {
  EvOwner: "owner",
  Backoffice: "office",
  Operator: "onSite",
};

/** What somebody of the role is ever told of, and so may choose about. */
export function topicsOf(role: Role): Topic[] {
  const audience = audienceOf[role];
  const all: readonly Notice[] = Object.values(notices).flat();
  const told = all.filter(({ to }) => audience !== undefined && to.includes(audience));
  // What no event tells: a report comes because somebody asked for it.
  const asked: readonly Topic[] = roleHolds(role, "report.subscribe") ? ["reports"] : [];
  return topic.options.filter(
    (one) => asked.includes(one) || told.some((notice) => notice.topic === one),
  );
}
