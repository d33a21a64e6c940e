import { reminders } from "@/db/schema/notifications";

import { minutes } from "../../../support/test-clock";
import { parkedMessage } from "../../../support/parked-message";
import { api, approved } from "../../authorization/scene";
import { job, send, type Steps } from "../step";

export const steps: Steps = {
  "a message that was given up is tried again": {
    before: async () => ({ id: await parkedMessage(api.db) }),
    change: (scene, { id }) => send(scene, "SystemAdmin", "POST", `messages/${id}/retry`),
    events: [],
    audits: ["Message Retry Parked → Pending"],
  },
  "all messages that were given up are tried again": {
    before: async () => ({ id: await parkedMessage(api.db) }),
    change: (scene) => send(scene, "SystemAdmin", "POST", "messages/retry-all"),
    events: [],
    audits: ["Message Retry Parked → Pending"],
  },
  "a booking's owner is reminded": {
    before: async (scene) => {
      const { id } = await approved(scene);
      const booking = await send(scene, "EvOwner", "GET", `bookings/${id}`);
      const dueAt = new Date(Date.parse(booking.startsAt) - minutes(120));
      await api.db.insert(reminders).values({ bookingId: id, lead: "TwoHours", dueAt });
      api.clock.set(dueAt);
      return { id };
    },
    change: () => job("reminders"),
    events: ["booking.reminder"],
    audits: [],
  },
};
