import { bookingStatus } from "@/lib/charging/bookings/schema";

import {
  co2SavedKg,
  rateOf,
  type BookingRow,
  type Co2Basis,
  type MissedRow,
  type RevenueRow,
  type UsageRow,
} from "./rules";
import {
  leadTime,
  type BookingsReport,
  type CancellationsReport,
  type EnergyReport,
  type OwnersReport,
  type StationsReport,
} from "./schema";
import { groupsOf, moneyOf, sum } from "./view";

/** The groups of the rows, each said as `say` says its rows, and all of them. */
function inGroups<
  R extends { readonly key: string; readonly name: string | null },
  T extends object,
>(rows: readonly R[], keys: readonly string[], say: (rows: readonly R[]) => T) {
  const byKey = Map.groupBy(rows, ({ key }) => key);
  const groups = groupsOf(rows, keys).map((group) => ({
    ...group,
    ...say(byKey.get(group.key) ?? []),
  }));
  return { groups, total: say(rows) };
}

/** Bookings by their states, by group and in all. */
export function viewBookings(
  rows: readonly BookingRow[],
  keys: readonly string[],
): Pick<BookingsReport, "groups" | "total"> {
  return inGroups(rows, keys, (some) => {
    const states = Object.fromEntries(
      bookingStatus.options.map((status) => [status, sum(some, (row) => row[status])]),
    ) as BookingsReport["total"]["states"];
    const bookings = Object.values(states).reduce((all, count) => all + count, 0);
    return { bookings, states };
  });
}

/** Cancellations by the time that was left and by who canceled, by group and in all. */
export function viewCancellations(
  rows: readonly BookingRow[],
  keys: readonly string[],
): Pick<CancellationsReport, "groups" | "total"> {
  return inGroups(rows, keys, (some) => {
    const by = {
      owner: sum(some, (row) => row.CanceledByOwner),
      backoffice: sum(some, (row) => row.CanceledByBackoffice),
      operator: sum(some, (row) => row.CanceledByOperator),
    };
    const canceled = by.owner + by.backoffice + by.operator;
    const leads = leadTime.options.map((lead) => ({
      lead,
      bookings: sum(some, (row) => row[lead]),
    }));
    const all = canceled + sum(some, (row) => row.bookings);
    return { canceled, rate: rateOf(canceled, all), leads, by };
  });
}

/** Energy and the CO₂ that it saved, by group and in all. */
export function viewEnergy(
  rows: readonly RevenueRow[],
  keys: readonly string[],
  basis: Co2Basis,
): Pick<EnergyReport, "groups" | "total"> {
  return inGroups(rows, keys, (some) => {
    const energyWh = sum(some, (row) => row.energyWh);
    return {
      sessions: sum(some, ({ sessions }) => sessions),
      energyKwh: energyWh / 1000,
      co2SavedKg: co2SavedKg(energyWh, basis),
    };
  });
}

/** Owners, and those who came again. */
export function viewVisits(counted: {
  readonly owners: number;
  readonly repeat: number;
  readonly visits: number;
  readonly repeatVisits: number;
}): OwnersReport["total"] {
  const { owners, repeat, visits, repeatVisits } = counted;
  return { owners, repeatOwners: repeat, rate: rateOf(repeat, owners), visits, repeatVisits };
}

/** What happened at each station, the most sessions first. */
export function viewStations(
  taken: readonly RevenueRow[],
  booked: readonly UsageRow[],
  missed: readonly MissedRow[],
): StationsReport["stations"] {
  const of = <R extends { readonly key: string }>(rows: readonly R[]) =>
    Map.groupBy(rows, ({ key }) => key);
  const [money, uses, misses] = [of(taken), of(booked), of(missed)];
  return groupsOf([...taken, ...booked, ...missed], [])
    .map(({ key, name }) => {
      const own = money.get(key) ?? [];
      return {
        stationId: key,
        name: name ?? "",
        sessions: sum(own, ({ sessions }) => sessions),
        energyKwh: sum(own, ({ energyWh }) => energyWh) / 1000,
        revenue: moneyOf(own, ({ totalMinor }) => totalMinor),
        bookings: sum(uses.get(key) ?? [], (row) => row.bookings ?? 0),
        noShows: sum(misses.get(key) ?? [], ({ noShows }) => noShows),
      };
    })
    .filter(({ sessions, bookings }) => sessions + bookings > 0)
    .toSorted((a, b) => b.sessions - a.sessions || b.bookings - a.bookings);
}
