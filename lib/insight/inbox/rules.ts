import type { Role } from "@/lib/core/actor";
import { areaOfRole, type RoleArea } from "@/lib/core/areas";
import { calendarDay, localTime, addDays, minutesOfTime } from "@/lib/core/calendar";
import { hourMs } from "@/lib/core/durations";
import { instantAt } from "@/lib/core/time-zones";

import {
  topic,
  type BrowserMaker,
  type Channels,
  type ChosenWay,
  type InboxKind,
  type Topic,
} from "./schema";

/** By which ways a topic ever comes; with reports comes a file. */
export const waysOf = (topic: Topic): readonly ChosenWay[] =>
  topic === "reports" ? ["email"] : ["email", "push", "sms"];

/** What comes where nobody chose: text messages cost whoever sends them, and praise of offers is asked for. */
const unasked: Readonly<Record<ChosenWay, readonly Topic[]>> = {
  email: ["promotions"],
  push: ["promotions", "paymentReceipt", "reports"],
  sms: topic.options,
};

/** Whether a topic comes by a way that nobody chose about. */
export const isUsual = (way: ChosenWay, topic: Topic): boolean => !unasked[way].includes(topic);

/** Every topic's choice for one way: what was chosen, else what is usual. */
export function choicesOf(
  way: ChosenWay,
  chosen: Readonly<Partial<Record<Topic, boolean>>>,
): Record<Topic, boolean> {
  return Object.fromEntries(
    topic.options.map((one) => [one, chosen[one] ?? isUsual(way, one)]),
  ) as Record<Topic, boolean>;
}

/** What is due so soon comes in quiet hours, too. */
const soonMs = 2 * hourMs;

/**
 * Until when a message written at `now` waits for the end of the person's quiet hours, in `timeZone` where they named
 * none; null where it goes at once: outside of them, and where what it is about is due within two hours of either end
 * of the wait, so that nothing comes too late.
 */
export function quietUntil(
  { quietHours, timeZone: own }: Pick<Channels, "quietHours" | "timeZone">,
  { now, timeZone, dueAt }: { now: Date; timeZone: string; dueAt?: Date | undefined },
): Date | null {
  if (!quietHours) return null;
  const zone = own ?? timeZone;
  const [from, to] = [quietHours.from, quietHours.to].map(minutesOfTime) as [number, number];
  const at = minutesOfTime(localTime(now, zone));
  const isQuiet = from < to ? at >= from && at < to : at >= from || at < to;
  if (!isQuiet) return null;
  const today = calendarDay(now, zone);
  const until = instantAt(at < to ? today : addDays(today, 1), quietHours.to, zone);
  // An hour that an autumn night has twice ends the first time.
  if (until <= now) return null;
  return dueAt && dueAt.getTime() - until.getTime() < soonMs ? null : until;
}

/** Whose push services the browsers ring by; each maker's serves all of its browsers. */
const services: readonly (readonly [host: RegExp, maker: BrowserMaker])[] = [
  [/(^|\.)push\.services\.mozilla\.com$/, "firefox"],
  [/(^|\.)push\.apple\.com$/, "safari"],
  [/(^|\.)notify\.windows\.com$/, "edge"],
  [/(^|\.)(googleapis|google)\.com$/, "chrome"],
];

/** The maker of the browser that rings by this address. */
export function browserOf(endpoint: string): BrowserMaker {
  const { hostname } = new URL(endpoint);
  return services.find(([host]) => host.test(hostname))?.[1] ?? "other";
}

/** How many devices a person has at most: the one not seen for longest makes room (operations.md §6.11). */
export const mostDevices = 10;
/** Days after which a device that nobody saw rings no more. */
export const deviceDays = 90;
/** Days for which what was read is kept, and what was never read. */
export const readDays = 90;
export const unreadDays = 365;

/** What a notification is about, as far as its page asks. */
interface Subject {
  readonly bookingId: string | null;
  readonly stationId: string | null;
  /** When that begins, ISO 8601, and by whose clocks. */
  readonly startsAt?: string;
  readonly timeZone?: string;
  readonly receiptNumber?: string;
  /** When it ends, and the entry of the waiting list: of a place that one waits for. */
  readonly endsAt?: string;
  readonly waitingId?: string;
}

/** Where a kind leads, whatever it is about. */
type PathsOf = Readonly<Partial<Record<InboxKind, string>>>;

/** Of an account, whoever reads it. */
const accountPaths: PathsOf = {
  PasswordChanged: "/change-password",
  PasskeyAdded: "/passkeys",
  PasskeyRemoved: "/passkeys",
  OwnerRegistered: "/",
};

/** The lists in which each waits for somebody of the area; of those that are about a booking. */
const listPaths: Readonly<Partial<Record<RoleArea, PathsOf>>> = {
  backoffice: { BookingInConflict: "/backoffice/conflicts", ActRefused: "/backoffice/exceptions" },
  operator: {
    BookingWaits: "/operator#approvals",
    BookingInConflict: "/operator#exceptions",
    ActRefused: "/operator#exceptions",
    RunningLate: "/operator#exceptions",
  },
};

/** The page that shows what a notification is about, to a reader of the role; null where none does. */
export function pathOf(role: Role, kind: InboxKind, about: Subject): string | null {
  const ofAccount = accountPaths[kind];
  if (ofAccount !== undefined) return ofAccount;
  const area = areaOfRole(role);
  if (kind === "WorkerSilent") return area === "admin" ? "/admin/health" : null;
  if (about.waitingId !== undefined) return area === "owner" ? waitedPath(kind, about) : null;
  if (about.bookingId === null) return null;
  const list = listPaths[area]?.[kind];
  if (list !== undefined) return list;
  if (area === "owner") return receiptPath(about) ?? `/owner/bookings/${about.bookingId}`;
  if (area === "operator") return dayPath(about) ?? "/operator";
  return `/${area}/bookings/${about.bookingId}`;
}

/** Where the place that is held is booked; else where it is waited for, or asked for anew. */
function waitedPath(kind: InboxKind, about: Subject): string | null {
  const { stationId, startsAt, endsAt, waitingId } = about;
  if (kind === "PlaceWithdrawn") return "/owner/bookings";
  if (stationId === null) return null;
  const station = `/stations/${stationId}`;
  if (kind !== "PlaceOffered" || !startsAt || !endsAt || !waitingId) return station;
  return `${station}/book?${new URLSearchParams({ startsAt, endsAt, offer: waitingId })}`;
}

/** The receipt as a page of its own; null where there is none. */
const receiptPath = ({ receiptNumber }: Subject): string | null =>
  receiptNumber === undefined ? null : `/api/v1/receipts/${receiptNumber}.html`;

/** The station's day that the booking begins on, which an operator sees by slots; null where that is not known. */
function dayPath({ stationId, startsAt, timeZone }: Subject): string | null {
  if (stationId === null || startsAt === undefined || timeZone === undefined) return null;
  const date = calendarDay(new Date(startsAt), timeZone);
  return `/operator/day?${new URLSearchParams({ stationId, date })}`;
}

/** The pages where one chooses what one hears of, and where the link at the foot of a message leads. */
export const preferencesPath = "/notifications/settings";
export const unsubscribePath = "/unsubscribe";
