import { freePlace } from "../../../support/full-station";
import { minutes } from "../../../support/test-clock";
import { inLine } from "../../authorization/rows/waiting";
import { hold } from "../../authorization/inputs";
import { api, endsAt, type Scene, startsAt } from "../../authorization/scene";
import { job, send, type Steps } from "../step";

/** Whose turn it is, and a place is held for. */
async function offered(scene: Scene) {
  const entry = await inLine(scene);
  await freePlace(api.db, entry.stationId);
  await job("waiting");
  return entry;
}

export const steps: Steps = {
  "an owner waits for a full time": {
    change: inLine,
    events: ["waiting.joined"],
    audits: ["Waiting Create → Waiting"],
  },
  "a place becomes free": {
    before: async (scene) => {
      const entry = await inLine(scene);
      await freePlace(api.db, entry.stationId);
      return entry;
    },
    change: () => job("waiting"),
    events: ["waiting.offered"],
    audits: ["Waiting Offer Waiting → Offered"],
  },
  "an owner leaves the line": {
    before: inLine,
    change: (scene, { id }) => send(scene, "EvOwner", "DELETE", `waiting/${id}`),
    events: ["waiting.left"],
    audits: ["Waiting Leave Waiting → Left"],
  },
  "an owner gives back what is held": {
    before: offered,
    change: (scene, { id }) => send(scene, "EvOwner", "DELETE", `waiting/${id}`),
    events: ["waiting.left"],
    audits: ["Waiting Leave Offered → Passed"],
  },
  "an owner books what is held": {
    before: offered,
    change: (scene, { id, stationId }) =>
      send(scene, "EvOwner", "POST", "bookings", { stationId, startsAt, endsAt, offerId: id }),
    events: ["booking.created"],
    audits: ["Booking Create → Pending", "Waiting Take Offered → Taken"],
  },
  "the station loses what it holds": {
    before: offered,
    change: (scene, { stationId }) =>
      send(scene, "Backoffice", "POST", `stations/${stationId}/holds`, hold),
    events: ["schedule.changed", "waiting.withdrawn"],
    audits: ["Station AddHold", "Waiting Withdraw Offered → Waiting"],
  },
  "an offer runs out": {
    before: async (scene) => {
      // What is held since earlier steps is over first.
      api.clock.advance(minutes(20));
      await job("waiting");
      const entry = await offered(scene);
      api.clock.advance(minutes(10));
      return entry;
    },
    change: () => job("waiting"),
    events: ["waiting.expired"],
    audits: ["Waiting Expire Offered → Expired"],
  },
};
