import { conflict, invalid, notFound, refused, rule } from "./kinds";

/** Refusals about stations, connectors, schedules and tariffs. */
export const stationErrors = {
  "station.not_found": notFound("There is no such station."),
  "station.has_future_bookings": rule<{ count: number; dates: readonly string[] }>(
    ({ count, dates }) =>
      `The station has ${count} future ${count === 1 ? "booking" : "bookings"}, on ${dates.join(", ")}. ` +
      "Move or cancel them first.",
  ),
  "station.inactive": rule("This station takes no bookings at present."),
  "station.status": conflict<{ status: string }>(
    ({ status }) => `The station is ${status} already.`,
  ),
  "station.time_zone": invalid("Use an IANA time zone such as America/New_York."),
  "station.business_required": invalid("Name the business that the station belongs to."),
  "address.no_geocoder": rule(
    "Addresses cannot be looked up here. Click on the map or paste coordinates.",
  ),
  "address.unavailable": refused.kind("ServiceUnavailable")(
    "Addresses cannot be looked up just now. Click on the map or paste coordinates.",
  ),
  "connector.not_found": notFound("There is no such connector."),
  "connector.number_taken": conflict("The station has a connector with this number already."),
  "connector.in_use": rule("A car is charging on this connector. Finish that session first."),
  "schedule.windows_overlap": invalid("Two opening windows overlap."),
  "schedule.changed": conflict(
    "Somebody else changed the opening hours in the meantime. Look at theirs before you set yours.",
  ),
  "availability.range": invalid("Ask for at most 31 days, the end after the start."),
  "hold.backwards": invalid("The end must be after the start."),
  "hold.over": invalid("The end must be in the future."),
  "hold.not_found": notFound("There is no such hold."),
  "tariff.not_found": notFound("The station has no tariff yet."),
  "import.unreadable": invalid<{ why: string }>(({ why }) => `The file cannot be read: ${why}`),
} as const;
