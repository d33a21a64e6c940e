import { eq } from "drizzle-orm";

import { stations } from "@/db/schema/stations";
import { requestContext } from "@/lib/process/context";
import { runJob } from "@/lib/jobs/run-job";
import { anonymous } from "@/lib/core/actor";
import type { EventType } from "@/lib/words";

import { hours, minutes } from "../../support/test-clock";
import { testStart } from "../../support/world";
import * as inputs from "../authorization/inputs";
import {
  api,
  approved,
  booked,
  charging,
  codeToShow,
  colleague,
  requested,
  startsAt,
  type Scene,
} from "../authorization/scene";

type Method = Parameters<typeof api.call>[0];

/** One change: what goes before it, the change itself, and what it must leave behind, in order. */
export interface Step {
  readonly before?: (scene: Scene) => Promise<Made>;
  readonly change: (scene: Scene, made: Made) => Promise<unknown>;
  readonly events: readonly EventType[];
  readonly audits: readonly string[];
}

// oxlint-disable-next-line typescript/no-explicit-any -- each step knows what it made
type Made = Record<string, any>;

const { reason } = inputs;
const callers = (scene: Scene) => ({ ...scene.callers, EvOwner: scene.owner });

/** Sends a request as the role; throws where it is refused, so that a step that does nothing cannot pass. */
async function send(
  scene: Scene,
  role: keyof Scene["callers"] | undefined,
  method: Method,
  path: string,
  body?: unknown,
) {
  const as = role && callers(scene)[role];
  const headers = path === "bookings" ? { "Idempotency-Key": crypto.randomUUID() } : undefined;
  const answer = await api.call(method, `/api/v1/${path}`, { as, body, headers });
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body?.data;
}

async function job(name: "no-show" | "unreviewed"): Promise<void> {
  const { result } = await runJob(await requestContext(anonymous), name);
  if (Object.values(result).every((count) => count === 0)) throw new Error(`${name} did nothing`);
}

const on = (path: string, body: object = { reason }) => ({
  by:
    (role: keyof Scene["callers"]) =>
    (scene: Scene, { id }: Made) =>
      send(scene, role, "PUT", path.replace("{id}", String(id)), body),
});
const later = {
  startsAt: new Date(startsAt.getTime() + hours(5)),
  endsAt: new Date(startsAt.getTime() + hours(6)),
};
const station =
  (path: string) =>
  ({ stationId }: Scene) =>
    `stations/${stationId}/${path}`;
/** Whether the station reviews, without what follows from changing a station. */
const setApproval = ({ stationId }: Scene, approval: "Auto" | "Manual") =>
  api.db.update(stations).set({ approval }).where(eq(stations.id, stationId));

const statusOf = (entity: "users" | "operators", verb: string) =>
  on(`${entity}/{id}/${verb}`, { reason });
const owner = (verb: string) => (role: keyof Scene["callers"]) => (scene: Scene) =>
  send(scene, role, "PUT", `owners/${scene.owner.ownerNic}/${verb}`, { reason });
const person = () => ({
  name: "Pat Walker",
  email: `${crypto.randomUUID()}@example.test`,
  phone: `+1315${String(1_000_000 + Math.floor(Math.random() * 8_999_999))}`,
});

const bookingSteps: Record<string, Step> = {
  "a booking is asked for": {
    change: booked,
    events: ["booking.created"],
    audits: ["Booking Create → Pending"],
  },
  "a booking is approved": {
    before: booked,
    change: on("bookings/{id}/approve", {}).by("Operator"),
    events: ["booking.approved", "qr.issued"],
    audits: ["Booking Approve Pending → Approved"],
  },
  "a booking is rejected": {
    before: booked,
    change: on("bookings/{id}/reject").by("Backoffice"),
    events: ["booking.rejected"],
    audits: ["Booking Reject Pending → Rejected"],
  },
  "a booking starts unreviewed": {
    before: booked,
    change: async () => {
      api.clock.set(startsAt);
      await job("unreviewed");
    },
    events: ["booking.rejected"],
    audits: ["Booking Reject Pending → Rejected"],
  },
  "an owner cancels": {
    before: approved,
    change: on("bookings/{id}/cancel").by("EvOwner"),
    events: ["booking.canceled"],
    audits: ["Booking Cancel Approved → CanceledByOwner"],
  },
  "an office cancels": {
    before: approved,
    change: on("bookings/{id}/cancel").by("Backoffice"),
    events: ["booking.canceled"],
    audits: ["Booking Cancel Approved → CanceledByBackoffice"],
  },
  "an operator cancels": {
    before: booked,
    change: on("bookings/{id}/cancel").by("Operator"),
    events: ["booking.canceled"],
    audits: ["Booking Cancel Pending → CanceledByOperator"],
  },
  "an owner takes another time": {
    before: approved,
    change: on("bookings/{id}", later).by("EvOwner"),
    events: ["booking.changed"],
    audits: ["Booking Move Approved → Pending"],
  },
  "nobody comes": {
    before: approved,
    change: async () => {
      api.clock.set(new Date(startsAt.getTime() + minutes(15)));
      await job("no-show");
    },
    events: ["booking.no_show"],
    audits: ["Booking NoShow Approved → NoShow"],
  },
};

const sessionSteps: Record<string, Step> = {
  "a car is checked in": {
    before: async (scene) => ({ code: await codeToShow(scene) }),
    change: (scene, { code }) => send(scene, "Operator", "POST", "sessions/checkin", { code }),
    events: ["session.started"],
    audits: ["Booking Checkin Approved → InProgress", "Session Create → Active"],
  },
  "a car comes late": {
    before: async (scene) => {
      const code = await codeToShow(scene);
      api.clock.set(new Date(startsAt.getTime() + minutes(20)));
      await job("no-show");
      return { code };
    },
    change: (scene, { code }) => send(scene, "Operator", "POST", "sessions/checkin", { code }),
    events: ["session.started"],
    audits: ["Booking Checkin NoShow → InProgress", "Session Create → Active"],
  },
  "charging pauses": {
    before: charging,
    change: on("sessions/{id}", { paused: true }).by("Operator"),
    events: ["session.updated"],
    audits: ["Session Pause"],
  },
  "charging goes on": {
    before: async (scene) => {
      const session = await charging(scene);
      await on("sessions/{id}", { paused: true }).by("Operator")(scene, session);
      return session;
    },
    change: on("sessions/{id}", { paused: false }).by("Operator"),
    events: ["session.updated"],
    audits: ["Session Resume"],
  },
  "a photo is added": {
    before: charging,
    change: (scene, { id }) =>
      send(scene, "Operator", "POST", `sessions/${id}/photos`, inputs.form(inputs.png)),
    events: ["session.updated"],
    audits: ["Session AddPhoto"],
  },
  "a session is finalized": {
    before: charging,
    change: (scene, { bookingId }) =>
      send(scene, "Operator", "POST", "sessions/finalize", { bookingId, kWh: 10 }),
    events: ["session.completed"],
    audits: ["Booking Finalize InProgress → Completed", "Session Finalize Active → Completed"],
  },
  "a session is aborted on site": {
    before: charging,
    change: (scene, { bookingId }) =>
      send(scene, "Operator", "PUT", `bookings/${bookingId}/cancel`, { reason }),
    events: ["booking.canceled", "session.aborted"],
    audits: ["Booking Cancel InProgress → CanceledByOperator", "Session Abort Active → Aborted"],
  },
};

const peopleSteps: Record<string, Step> = {
  "a business asks": {
    change: () => requested(),
    events: ["business.requested"],
    audits: ["Business Request → PendingApproval"],
  },
  "a business is approved": {
    before: () => requested(),
    change: (scene, { id }) =>
      send(scene, "SystemAdmin", "PUT", `businesses/${id}/approve`, {
        adminEmail: person().email,
      }),
    events: ["business.approved", "user.created", "user.invited"],
    audits: ["Business Approve PendingApproval → Active", "User Create → Active"],
  },
  "a business is rejected": {
    before: () => requested(),
    change: on("businesses/{id}/reject").by("SystemAdmin"),
    events: ["business.rejected"],
    audits: ["Business Reject PendingApproval → Rejected"],
  },
  "an owner registers": {
    change: (scene) =>
      send(scene, undefined, "POST", "owners", {
        ...person(),
        nic: String(300_000_000_000 + Math.floor(Math.random() * 99_999_999_999)),
        password: "correct horse 42 battery",
      }),
    events: ["owner.registered"],
    audits: ["User Create → Active"],
  },
  "an owner closes the account": {
    change: owner("deactivate")("EvOwner"),
    events: ["user.deactivated"],
    audits: ["User Deactivate Active → Deactivated"],
  },
  "an owner is taken back": {
    before: async (scene) => owner("deactivate")("Backoffice")(scene) as Promise<Made>,
    change: owner("reactivate")("Backoffice"),
    events: ["user.reactivated"],
    audits: ["User Reactivate Deactivated → Active"],
  },
  "an operator is closed": {
    before: async (scene) => ({ id: (await colleague(scene)).userId }),
    change: statusOf("operators", "deactivate").by("Backoffice"),
    events: ["user.deactivated"],
    audits: ["User Deactivate Active → Deactivated"],
  },
  "a user is blocked": {
    before: async (scene) => ({ id: (await colleague(scene)).userId }),
    change: statusOf("users", "block").by("SystemAdmin"),
    events: ["user.blocked"],
    audits: ["User Block Active → Blocked"],
  },
  "a blocked user is let in": {
    before: async (scene) => {
      const made = { id: (await colleague(scene)).userId };
      await statusOf("users", "block").by("SystemAdmin")(scene, made);
      return made;
    },
    change: statusOf("users", "reactivate").by("SystemAdmin"),
    events: ["user.reactivated"],
    audits: ["User Reactivate Blocked → Active"],
  },
  "an operator is hired": {
    change: (scene) =>
      send(scene, "Backoffice", "POST", "operators", {
        ...person(),
        stationIds: [scene.stationId],
      }),
    events: ["user.created", "user.invited"],
    audits: ["User AssignStations", "User Create → Active"],
  },
  "an owner's name changes": {
    change: (scene) =>
      send(scene, "EvOwner", "PUT", `owners/${scene.owner.ownerNic}`, { name: "Another" }),
    events: ["user.changed"],
    audits: ["User Update"],
  },
  "a password is forgotten": {
    change: (scene) =>
      send(scene, undefined, "POST", "auth/forgot-password", { username: scene.owner.email }),
    events: ["user.password_reset_requested"],
    audits: [],
  },
};

const siteSteps: Record<string, Step> = {
  "a station is made": {
    change: (scene) => send(scene, "Backoffice", "POST", "stations", inputs.newStation),
    events: ["station.created"],
    audits: ["Station Create → Active"],
  },
  "a station goes into maintenance": {
    change: async (scene) => {
      const path = station("status")(scene);
      const status = { status: "Maintenance", reason };
      return send(scene, "Backoffice", "PUT", path, status);
    },
    events: ["station.status_changed"],
    audits: ["Station SetStatus Active → Maintenance"],
  },
  "a station is Active again": {
    before: async ({ stationId }) => {
      await api.db
        .update(stations)
        .set({ status: "Maintenance" })
        .where(eq(stations.id, stationId));
      return {};
    },
    change: async (scene) => {
      const path = station("status")(scene);
      return send(scene, "Backoffice", "PUT", path, { status: "Active", reason });
    },
    events: ["station.status_changed"],
    audits: ["Station SetStatus Maintenance → Active"],
  },
  "a station's name changes": {
    change: (scene) =>
      send(scene, "Backoffice", "PUT", `stations/${scene.stationId}`, {
        name: `Pier ${crypto.randomUUID().slice(0, 8)}`,
      }),
    events: ["station.changed"],
    audits: ["Station Update"],
  },
  "a price is set": {
    change: (scene) =>
      send(scene, "Backoffice", "PUT", station("tariff")(scene), {
        mode: "Flat",
        fee: String(1 + Math.floor(Math.random() * 1_000)),
      }),
    events: ["station.changed"],
    audits: ["Station SetTariff"],
  },
  "a hold is added": {
    change: (scene) => send(scene, "Backoffice", "POST", station("holds")(scene), inputs.hold),
    events: ["schedule.changed"],
    audits: ["Station AddHold"],
  },
  "settings are set": {
    change: (scene) =>
      send(scene, "Backoffice", "PUT", "settings", {
        stationId: scene.stationId,
        values: { leadMinutes: 1 + Math.floor(Math.random() * 30) },
      }),
    events: ["setting.changed"],
    audits: ["Setting Set → Station"],
  },
};

export const steps: Readonly<Record<string, Step>> = {
  ...bookingSteps,
  ...sessionSteps,
  ...peopleSteps,
  ...siteSteps,
  // Its own kind: approved at once, with the code.
  "a booking is made where nobody reviews": {
    before: async (scene) => {
      await setApproval(scene, "Auto");
      return {};
    },
    change: booked,
    events: ["booking.approved", "booking.created", "qr.issued"],
    audits: ["Booking Create → Approved"],
  },
  "an owner takes another time where nobody reviews": {
    before: async (scene) => {
      await setApproval(scene, "Auto");
      return booked(scene);
    },
    change: on("bookings/{id}", later).by("EvOwner"),
    events: ["booking.changed", "qr.issued"],
    audits: ["Booking Move Approved → Approved"],
  },
  "a schedule leaves a booking without its place": {
    before: approved,
    change: (scene) =>
      send(scene, "Backoffice", "PUT", station("schedule")(scene), {
        ...inputs.schedule,
        weekly: Object.fromEntries(Object.keys(inputs.schedule.weekly).map((day) => [day, []])),
      }),
    events: ["booking.conflict", "schedule.changed"],
    audits: ["Booking Conflict", "Station SetSchedule"],
  },
};

/** The first instant of every step. */
export const beginning = testStart;
