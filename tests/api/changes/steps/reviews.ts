import { eq } from "drizzle-orm";

import { stations } from "@/db/schema/stations";

import { reviewed } from "../../authorization/rows/reviews";
import { api, charged } from "../../authorization/scene";
import { job, on, send, type Steps } from "../step";

export const steps: Steps = {
  "an owner says how it went": {
    before: charged,
    change: (scene, { bookingId }) =>
      send(scene, "EvOwner", "POST", `bookings/${bookingId}/review`, { score: 5 }),
    events: ["review.written"],
    audits: ["Review Create → Approved"],
  },
  "they find words for it": {
    before: reviewed,
    change: on("reviews/{id}", { text: "Lit at night." }).by("EvOwner"),
    events: ["review.changed"],
    audits: ["Review Update Approved → Pending"],
  },
  "they change a word": {
    before: (scene) => reviewed(scene, { score: 3, text: "Hard to find." }),
    change: on("reviews/{id}", { score: 4 }).by("EvOwner"),
    events: ["review.changed"],
    audits: ["Review Update Pending → Pending"],
  },
  "they take it back": {
    before: reviewed,
    change: (scene, { id }) => send(scene, "EvOwner", "DELETE", `reviews/${id}`),
    events: ["review.withdrawn"],
    audits: ["Review Retract Approved → Withdrawn"],
  },
  "a rating was wrong": {
    before: async ({ stationId }) => {
      await api.db.update(stations).set({ ratingSum: 7 }).where(eq(stations.id, stationId));
      return {};
    },
    change: () => job("ratings"),
    events: [],
    audits: ["Station Reconcile"],
  },
};
