import type { UserActor } from "@/lib/core/actor";
import { dayMs, hourMs, minuteMs } from "@/lib/core/durations";

import type { Fate, Place, PlannedBooking } from "./bookings";
import { opinionOf } from "./opinions";
import { type Chance, chanceOf } from "./random";

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
  const thisHour = Math.floor(now.getTime() / hourMs) * hourMs;
  const manual = places.filter(({ station }) => station.approval === "Manual");
  const plan: PlannedBooking[] = [];
  const opinions = chanceOf(5_014);
  let turn = 0;
  const add: Add = (fate, startsAt, from, owner) => {
    turn += 1;
    const needsReview = fate === "Pending" || fate === "Rejected" || fate === "Unreviewed";
    const able = needsReview ? from.filter((place) => manual.includes(place)) : from;
    const createdAt = Math.min(
      startsAt - chance.between(20, 60) * hourMs,
      now.getTime() - 3 * hourMs,
    );
    plan.push({
      fate,
      place: chance.pick(able.length > 0 ? able : manual),
      owner: owner ?? owners[turn % owners.length] ?? chance.pick(owners),
      startsAt: new Date(startsAt),
      hours: fate === "Approved" && chance.next() > 0.7 ? 2 : 1,
      createdAt: new Date(createdAt + chance.between(0, 59) * minuteMs),
      real: chance.pick(real),
      asks: turn % 3 === 0 ? turn / 3 : null,
      // Of yesterday's visits and those before; the demo's own driver has theirs still to say.
      says:
        fate === "Completed" && startsAt < thisHour - dayMs && !owner ? opinionOf(opinions) : null,
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
        thisHour - ago * dayMs + chance.between(-6, 6) * hourMs,
        ago % 2 ? places : [...mine, ...places],
      );
    }
    if (ago % 2 === 0) add("Completed", thisHour - ago * dayMs - 8 * hourMs, mine, demo);
  }
  for (let back = 5; back >= 2; back -= 1) add("Completed", thisHour - back * hourMs, mine);
  add("NoShow", thisHour - 3 * hourMs, mine);
  for (let count = 0; count < 5; count += 1) add("InProgress", thisHour, count < 2 ? mine : places);
  for (let ahead = 1; ahead <= 6; ahead += 1) {
    add("Approved", thisHour + ahead * hourMs, mine);
    add(ahead % 2 ? "Pending" : "Approved", thisHour + ahead * hourMs, mine);
    add("Approved", thisHour + ahead * hourMs, places);
  }
  for (let days = 1; days <= 6; days += 1) {
    for (let count = 0; count < 8; count += 1) {
      const startsAt = thisHour + days * dayMs + chance.between(-5, 5) * hourMs;
      add(chance.next() > 0.4 ? "Approved" : "Pending", startsAt, count < 2 ? mine : places);
    }
  }
  add("Approved", thisHour + 26 * hourMs, mine, demo);
  add("Pending", thisHour + 75 * hourMs, mine, demo);
  add("CanceledByOwner", thisHour + 99 * hourMs, places, demo);
  // Somebody is due while a newcomer looks around: they said that they come late.
  for (let count = 0; count < 2; count += 1) add("Late", thisHour, mine);
  // A connector that fails more often than its station is what the office's first page suggests to look at.
  for (let ago = 6; ago >= 2; ago -= 1) {
    add("Completed", thisHour - ago * dayMs - 4 * hourMs, mine.slice(0, 1));
    if (ago % 2 === 0) add("Faulted", thisHour - ago * dayMs - 2 * hourMs, mine.slice(0, 1));
  }
  // Every ninth station has been visited so often that what drivers say of it is shown.
  for (const place of places.filter((_, index) => index % 9 === 0)) {
    for (let ago = 7; ago >= 2; ago -= 1) {
      add("Completed", thisHour - ago * dayMs - 10 * hourMs, [place]);
    }
  }
}

function chanceful(fates: readonly Fate[], count: number, chance: Chance): Fate[] {
  return Array.from({ length: count }, () => chance.pick(fates));
}
