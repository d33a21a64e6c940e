import type { ConnectorView } from "@/lib/sites/stations/schema";

import type { Refusal } from "../offline/act";
import type { PlaceKind } from "../station/place-groups";

/** What can be done about a no, besides scanning again. */
export type Way =
  /** Wait here until check-in opens, and then check in. */
  | "wait"
  /** Let in all the same, with a reason. */
  | "override"
  /** Take the driver as a walk-up. */
  | "walkUp"
  /** Choose another connector. */
  | "connector"
  /** Look at the session that runs. */
  | "session"
  /** Type the code again, or find the booking by what the driver says. */
  | "search"
  /** Ask once more, as when the network was away. */
  | "again";

/** Everything that a no may be about, with the values that its sentence needs. Instants are ISO texts. */
export type Why =
  | { readonly name: "early"; readonly opensAt: string; readonly timeZone: string }
  | { readonly name: "otherStation"; readonly station: string }
  | { readonly name: "otherStationUnnamed" }
  | {
      readonly name: "used";
      readonly usedAt: string;
      readonly timeZone: string;
      readonly by: string;
    }
  | { readonly name: "usedHere" }
  | { readonly name: "late"; readonly closedAt: string; readonly timeZone: string }
  | { readonly name: "lateAndFull"; readonly closedAt: string; readonly timeZone: string }
  | { readonly name: "givenAway" }
  | { readonly name: "moved"; readonly startsAt: string; readonly timeZone: string }
  | { readonly name: "replaced" }
  | {
      readonly name: "status";
      readonly status: string;
      readonly at: string;
      readonly timeZone: string;
    }
  | { readonly name: "notOurs" }
  | { readonly name: "unknownCode" }
  | { readonly name: "unknownHere" }
  /** The number of a booking of today that is none of those who are to come. */
  | { readonly name: "notAwaited"; readonly number: string }
  /** A number that no booking of today has, as far as the operator may see. */
  | { readonly name: "unknownNumber"; readonly number: string }
  | { readonly name: "deactivated" }
  | { readonly name: "noConnector" }
  | { readonly name: "connectorBusy" }
  /** Nothing that is free suits the car: what is free, and what it asks for. */
  | {
      readonly name: "noneSuits";
      readonly free: readonly FreePlace[];
      readonly standard: string | null;
      readonly minPowerKw: number | null;
    }
  | { readonly name: "unanswered" }
  /** In the server's own words, which are the reader's language already. */
  | { readonly name: "said"; readonly message: string };

/** A free connector as a refusal tells of it. */
export type FreePlace = PlaceKind & Pick<ConnectorView, "number">;

export interface Explained {
  readonly why: Why;
  readonly ways: readonly Way[];
}

const no = (why: Why, ...ways: Way[]): Explained => ({ why, ways });

/**
 * Why a car was not let in, and what can be done: from the facts of the server's refusal (docs: POST sessions/checkin), or
 * of the phone's own where it has no network. Pure: the words are `why-words.ts`'s.
 */
export function explain({ code, message, details }: Refusal): Explained {
  const { text, instant, timeZone } = readFacts(details);
  const inItsWords = () =>
    message === undefined ? no({ name: "unanswered" }, "again") : no({ name: "said", message });
  /** What cannot be said without an instant that is not told, is said as the server does. */
  const told = (name: string, say: (at: string) => Explained) =>
    instant(name) === "" ? inItsWords() : say(instant(name));
  switch (code) {
    case "qr.too_early":
      return told("opensAt", (opensAt) => no({ name: "early", opensAt, timeZone }, "wait"));
    case "qr.wrong_station":
      return text("stationName") === ""
        ? no({ name: "otherStationUnnamed" })
        : no({ name: "otherStation", station: text("stationName") });
    case "qr.already_used":
      return told("usedAt", (usedAt) =>
        no({ name: "used", usedAt, timeZone, by: text("by") }, "override", "session"),
      );
    case "qr.expired":
      return told("closedAt", (closedAt) =>
        details?.placesLeft === 0
          ? no({ name: "lateAndFull", closedAt, timeZone })
          : no({ name: "late", closedAt, timeZone }, "walkUp"),
      );
    case "slot.full":
      return no({ name: "givenAway" });
    case "qr.superseded":
      return no(replaced(text("status"), instant("startsAt"), timeZone));
    case "qr.wrong_status":
      return no({ name: "status", status: text("status"), at: instant("since"), timeZone });
    case "qr.bad_signature":
      return no({ name: "notOurs" }, "search");
    case "qr.unknown_code":
      return no({ name: "unknownCode" }, "search");
    case "qr.owner_deactivated":
      return no({ name: "deactivated" }, "override");
    case "session.no_connector":
      return no({ name: "noConnector" }, "again");
    case "session.no_suiting_connector":
      return noneSuits(details) ?? inItsWords();
    case "session.place_awaited":
      return message === undefined ? inItsWords() : no({ name: "said", message }, "connector");
    case "session.connector_busy":
    case "connector.not_found":
      return no({ name: "connectorBusy" }, "connector");
    case "scan.unanswered":
      return no({ name: "unanswered" }, "again");
    default:
      return inItsWords();
  }
}

/** A code that counts no longer: its booking has another time, or is no more. */
function replaced(status: string, startsAt: string, timeZone: string): Why {
  if (/^(Cancel|Reject)/.test(status)) return { name: "status", status, at: "", timeZone };
  return startsAt === "" ? { name: "replaced" } : { name: "moved", startsAt, timeZone };
}

/** What is free, and what the car asks for; null where that cannot be read. */
function noneSuits(details: Refusal["details"]): Explained | null {
  const free = readPlaces(details?.places);
  const { standard, minPowerKw } = details ?? {};
  if (free.length === 0) return null;
  const why = {
    name: "noneSuits",
    free,
    standard: typeof standard === "string" ? standard : null,
    minPowerKw: typeof minPowerKw === "number" ? minPowerKw : null,
  } as const;
  return no(why, "connector");
}

/** Reads the free connectors that a refusal tells of; none where they cannot be read. */
function readPlaces(told: unknown): FreePlace[] {
  if (!Array.isArray(told)) return [];
  return told.flatMap((one: Partial<FreePlace> | null) =>
    one && typeof one.number === "number" && Array.isArray(one.standards)
      ? [
          {
            number: one.number,
            standards: one.standards.map(String),
            maxPowerKw: typeof one.maxPowerKw === "number" ? one.maxPowerKw : null,
          },
        ]
      : [],
  );
}

/** Reads what a refusal tells, which came over the network and may be of another version. */
function readFacts(details: Refusal["details"]) {
  const text = (name: string): string => {
    const value = details?.[name];
    return typeof value === "string" ? value : "";
  };
  const zone = text("timeZone");
  return {
    text,
    instant: (name: string) => (Number.isNaN(Date.parse(text(name))) ? "" : text(name)),
    timeZone: zone === "" ? "UTC" : zone,
  };
}
