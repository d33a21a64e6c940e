import type { UserActor } from "@/lib/core/actor";

import type { Fate, Place, PlannedBooking } from "./bookings";
import type { Chance } from "./random";

const hour = 3_600_000;
const day = 24 * hour;

/** How the past week's bookings ended, by their share. */
const pastFates: readonly Fate[] = [
  ...Array.from({ length: 14 }, () => "Completed" as const),
  "NoShow",
  "NoShow",
  "CanceledByOwner",
  "CanceledByOwner",
  "CanceledByBackoffice",
  "CanceledByOperator",
  "Rejected",
  "Unreviewed",
];

/**
 * A fortnight around `now`: a week of what has been, today's work, and the days to come. The first place and the
 * first owner, those of the demo's logins, have some of everything.
 */
export function planBookings(
  now: Date,
  places: readonly Place[],
  owners: readonly UserActor[],
  real: readonly PlannedBooking["real"][],
  chance: Chance,
): PlannedBooking[] {
  const thisHour = Math.floor(now.getTime() / hour) * hour;
  const manual = places.filter(({ station }) => station.approval === "Manual");
  const plan: PlannedBooking[] = [];
  let turn = 0;
  const add: Add = (fate, startsAt, from, owner) => {
    turn += 1;
    const needsReview = fate === "Pending" || fate === "Rejected" || fate === "Unreviewed";
    const able = needsReview ? from.filter((place) => manual.includes(place)) : from;
    const createdAt = Math.min(startsAt - chance.between(20, 60) * hour, now.getTime() - 3 * hour);
    plan.push({
      fate,
      place: chance.pick(able.length > 0 ? able : manual),
      owner: owner ?? owners[turn % owners.length] ?? chance.pick(owners),
      startsAt: new Date(startsAt),
      hours: fate === "Approved" && chance.next() > 0.7 ? 2 : 1,
      createdAt: new Date(createdAt + chance.between(0, 59) * 60_000),
      real: chance.pick(real),
    });
  };
  fill({ thisHour, places, demo: owners[0], chance, add });
  return plan;
}

type Add = (fate: Fate, startsAt: number, from: readonly Place[], owner?: UserActor) => void;

function fill(given: {
  thisHour: number;
  places: readonly Place[];
  demo: UserActor | undefined;
  chance: Chance;
  add: Add;
}): void {
  const { thisHour, places, demo, chance, add } = given;
  const mine = places.slice(0, 3);
  for (let ago = 7; ago >= 1; ago -= 1) {
    for (const fate of chanceful(pastFates, 15, chance)) {
      add(
        fate,
        thisHour - ago * day + chance.between(-6, 6) * hour,
        ago % 2 ? places : [...mine, ...places],
      );
    }
    if (ago % 2 === 0) add("Completed", thisHour - ago * day - 8 * hour, mine, demo);
  }
  for (let back = 5; back >= 2; back -= 1) add("Completed", thisHour - back * hour, mine);
  add("NoShow", thisHour - 3 * hour, mine);
  for (let count = 0; count < 5; count += 1) add("InProgress", thisHour, count < 2 ? mine : places);
  for (let ahead = 1; ahead <= 6; ahead += 1) {
    add("Approved", thisHour + ahead * hour, mine);
    add(ahead % 2 ? "Pending" : "Approved", thisHour + ahead * hour, mine);
    add("Approved", thisHour + ahead * hour, places);
  }
  for (let days = 1; days <= 6; days += 1) {
    for (let count = 0; count < 8; count += 1) {
      const startsAt = thisHour + days * day + chance.between(-5, 5) * hour;
      add(chance.next() > 0.4 ? "Approved" : "Pending", startsAt, count < 2 ? mine : places);
    }
  }
  add("Approved", thisHour + 26 * hour, mine, demo);
  add("Pending", thisHour + 75 * hour, mine, demo);
  add("CanceledByOwner", thisHour + 99 * hour, places, demo);
}

function chanceful(fates: readonly Fate[], count: number, chance: Chance): Fate[] {
  return Array.from({ length: count }, () => chance.pick(fates));
}
