import type { Refusal } from "../offline/act";

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
  | { readonly name: "deactivated" }
  | { readonly name: "noConnector" }
  | { readonly name: "connectorBusy" }
  | { readonly name: "unanswered" }
  /** In the server's own words, which are the reader's language already. */
  | { readonly name: "said"; readonly message: string };

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
  const facts = readFacts(details);
  const { text, timeZone } = facts;
  switch (code) {
    case "qr.too_early":
      return no({ name: "early", opensAt: text("opensAt"), timeZone }, "wait");
    case "qr.wrong_station":
      return text("station") === ""
        ? no({ name: "otherStationUnnamed" })
        : no({ name: "otherStation", station: text("station") });
    case "qr.already_used": {
      const used = { name: "used", usedAt: text("usedAt"), timeZone, by: text("by") } as const;
      return no(used, "override", "session");
    }
    case "qr.expired": {
      const closed = { closedAt: text("closedAt"), timeZone };
      return facts.is("placeLeft", false)
        ? no({ name: "lateAndFull", ...closed })
        : no({ name: "late", ...closed }, "walkUp");
    }
    case "slot.full":
      return no({ name: "givenAway" });
    case "qr.superseded":
      return text("startsAt") === ""
        ? no({ name: "replaced" })
        : no({ name: "moved", startsAt: text("startsAt"), timeZone });
    case "qr.wrong_status":
      return no({ name: "status", status: text("status"), at: text("since"), timeZone });
    case "qr.bad_signature":
      return no({ name: "notOurs" });
    case "qr.unknown_code":
      return no({ name: "unknownCode" });
    case "qr.owner_deactivated":
      return no({ name: "deactivated" }, "override");
    case "session.no_connector":
      return no({ name: "noConnector" }, "again");
    case "session.connector_busy":
    case "connector.not_found":
      return no({ name: "connectorBusy" }, "connector");
    case "scan.unanswered":
      return no({ name: "unanswered" }, "again");
    default:
      return message === undefined
        ? no({ name: "unanswered" }, "again")
        : no({ name: "said", message });
  }
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
    is: (name: string, value: boolean) => details?.[name] === value,
    timeZone: zone === "" ? "UTC" : zone,
  };
}
