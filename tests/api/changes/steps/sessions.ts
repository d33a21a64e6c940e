import { eq } from "drizzle-orm";

import { stations } from "@/db/schema/stations";
import { importSessions } from "@/lib/charging/sessions";
import { jobActor } from "@/lib/core/job-actor";
import { requestContext } from "@/lib/process/context";

import { minutes } from "../../../support/test-clock";
import * as inputs from "../../authorization/inputs";
import { api, charging, codeToShow, endsAt, startsAt, type Scene } from "../../authorization/scene";
import { send, job, on, reason, type Steps } from "../step";

const walkIn = (scene: Scene) =>
  send(scene, "Operator", "POST", "sessions/walk-in", {
    stationId: scene.stationId,
    plate: "WP KA-4821",
  });

export const steps: Steps = {
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
  "a car is let in again": {
    before: async (scene) => {
      const code = await codeToShow(scene);
      await send(scene, "Operator", "POST", "sessions/checkin", { code });
      return { code };
    },
    change: (scene, { code }) =>
      send(scene, "Operator", "POST", "sessions/checkin", { code, override: { reason } }),
    events: [],
    audits: ["Booking Override InProgress → InProgress"],
  },
  "a car comes without a booking": {
    before: async () => {
      api.clock.set(startsAt);
      return {};
    },
    change: walkIn,
    events: ["booking.created", "booking.approved", "session.started"],
    audits: [
      "Booking Create → Approved",
      "Booking Checkin Approved → InProgress",
      "Session Create → Active",
    ],
  },
  "a car without a booking stays on": {
    before: async (scene) => {
      api.clock.set(startsAt);
      await walkIn(scene);
      api.clock.set(endsAt);
      return {};
    },
    change: () => job("walk-ups"),
    events: ["booking.extended"],
    audits: ["Booking Extend InProgress → InProgress"],
  },
  "a note is taken": {
    before: charging,
    change: on("sessions/{id}", { notes: "The left door." }).by("Operator"),
    events: ["session.updated"],
    audits: ["Session Update"],
  },
  "one more note is taken": {
    before: charging,
    change: on("sessions/{id}", { addNote: "Cable 2 is stiff." }).by("Operator"),
    events: ["session.updated"],
    audits: ["Session Update"],
  },
  "a car is moved to another connector": {
    before: async (scene) => {
      const { id, connector } = await charging(scene);
      const station = await api.call("GET", `/api/v1/stations/${scene.stationId}`, {});
      const others = (station.body.data.connectors as { id: string }[]).toReversed();
      return { id, connectorId: others.find((other) => other.id !== connector.id)?.id };
    },
    change: (scene, { id, connectorId }) =>
      send(scene, "Operator", "PUT", `sessions/${id}`, { connectorId }),
    events: ["session.updated"],
    audits: ["Session ChangeConnector"],
  },
  "all of it at once": {
    before: charging,
    change: on("sessions/{id}", { addNote: "It smells.", paused: true }).by("Operator"),
    events: ["session.updated", "session.updated"],
    audits: ["Session Update", "Session Pause"],
  },
  "past sessions of another system are imported": {
    before: async (scene) => {
      const [station] = await api.db
        .select({ site: stations.name })
        .from(stations)
        .where(eq(stations.id, scene.stationId));
      return { site: station?.site };
    },
    change: async ({ businessId }, { site }) => {
      const ctx = await requestContext(jobActor("import"));
      const source = `CP ID,Connector,Start Date,Start Time,End Date,End Time,Total kWh,Site
9,1,2019-03-20,10:00,2019-03-20,11:00,7.5,"${site}"`;
      const { imported } = await importSessions(ctx, { source, businessId });
      if (imported !== 1) throw new Error("Nothing was imported.");
    },
    events: ["history.imported"],
    audits: ["Booking Create → Completed", "Session Create → Completed", "Station Import"],
  },
};
