import { createFormatter, createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";

import { messages } from "@/components/i18n/messages/en";
import { sayLeft, sayWhy, type Wording } from "@/components/scan/say-why";
import { explain } from "@/components/scan/why";
import { connectorName } from "@/lib/core/plug-names";
import { formatsFor } from "@/lib/core/units";
import type { PlaceKind, PlaceWords } from "@/components/station/place-groups";

const t = createTranslator({ locale: "en", messages, namespace: "scan" });
const format = createFormatter({ locale: "en", formats: formatsFor("h23") });
/** 14:48 in New York. */
const now = Date.parse("2026-11-26T19:48:00Z");
/** As the page says plugs and places. */
const plugs = (standards: readonly string[]) => standards.map(connectorName).join(" or ");
const places = {
  plugs,
  kind: ({ standards, maxPowerKw }: PlaceKind) => `${plugs(standards)} · ${maxPowerKw} kW`,
} as PlaceWords;
const need: Wording["need"] = ({ plug, minPowerKw }) =>
  [plug && connectorName(plug), minPowerKw && `${minPowerKw} kW or more`]
    .filter(Boolean)
    .join(", ");
const zone = { timeZone: "America/New_York", place: "New York" };
const inMinutes = (minutes: number) => new Date(now + minutes * 60_000).toISOString();

function said(code: string, details: Record<string, unknown> = {}, message?: string) {
  const { why, ways } = explain({ code, details: { ...zone, ...details }, message });
  const { title, text } = sayWhy(why, { t: t as never, format, places, need, now });
  return [`${title}. ${text}`, ...ways];
}

describe("why a car is not let in, in the operator's words", () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    [
      "qr.too_early",
      { opensAt: inMinutes(12) },
      ["Too early. Check-in opens at 15:00 New York, in 12 minutes.", "wait"],
    ],
    [
      "qr.too_early",
      { opensAt: inMinutes(-1) },
      ["Check-in is open now. It opened at 14:47 New York.", "wait"],
    ],
    [
      "qr.too_early",
      { opensAt: inMinutes(24 * 60) },
      ["Too early. Check-in opens on Fri, Nov 27, 14:48 New York, in 24 hours.", "wait"],
    ],
    [
      "qr.wrong_station",
      { isOurs: true, stationName: "Canal Street" },
      ["Another station. This booking is for Canal Street. Send the driver there."],
    ],
    [
      "qr.wrong_station",
      { isOurs: false, stationName: "" },
      ["Another station. This booking is for a station that is not yours."],
    ],
    [
      "qr.already_used",
      { usedAt: "2026-11-26T14:51:00Z", by: "Omar Ortiz" },
      ["Already used. Omar Ortiz checked this code in at 09:51 New York.", "override", "session"],
    ],
    [
      "qr.already_used",
      { usedAt: "2026-11-26T14:51:00Z" },
      ["Already used. This code was checked in at 09:51 New York.", "override", "session"],
    ],
    [
      "qr.expired",
      { closedAt: inMinutes(-3), placesLeft: 2 },
      [
        "Too late. Check-in closed at 14:45 New York. The booking is over, but a place may be free.",
        "walkUp",
      ],
    ],
    [
      "qr.expired",
      { closedAt: inMinutes(-3), placesLeft: 0 },
      ["Too late. Check-in closed at 14:45 New York, and no place is free just now."],
    ],
    [
      "slot.full",
      {},
      ["Late, and no place left. The driver came late and the place was given to somebody else."],
    ],
    [
      "qr.superseded",
      { startsAt: "2026-11-27T15:00:00Z" },
      [
        "Moved to another time. This code is of the old time. The booking is now on Fri, Nov 27, 10:00 New York; the driver has a new code in the app.",
      ],
    ],
    [
      "qr.superseded",
      { startsAt: inMinutes(5), status: "CanceledByOwner" },
      ["Cancelled. This booking was cancelled."],
    ],
    [
      "qr.superseded",
      {},
      [
        "Moved to another time. This code is of an older time. The driver has a new code in the app.",
      ],
    ],
    [
      "qr.wrong_status",
      { status: "CanceledByOwner", since: inMinutes(-60) },
      ["Cancelled. This booking was cancelled at 13:48 New York."],
    ],
    [
      "qr.wrong_status",
      { status: "CanceledByOperator" },
      ["Cancelled. This booking was cancelled."],
    ],
    [
      "qr.wrong_status",
      { status: "Rejected", since: inMinutes(-60) },
      ["Rejected. This booking was rejected at 13:48 New York."],
    ],
    [
      "qr.wrong_status",
      { status: "Completed", since: inMinutes(-60) },
      ["Already over. This session was finished at 13:48 New York."],
    ],
    [
      "qr.wrong_status",
      { status: "Pending" },
      [
        "Not approved yet. Nobody has approved this booking. Approve it under Today, then scan again.",
      ],
    ],
    [
      "qr.wrong_status",
      { status: "SomethingNew" },
      ["Cannot be checked in. This booking cannot be checked in as it stands."],
    ],
    [
      "qr.bad_signature",
      {},
      ["Not one of our codes. Ask the driver for the code in the Baybook app or email.", "search"],
    ],
    [
      "qr.unknown_code",
      {},
      ["No booking has this code. Compare it letter by letter with the driver’s screen.", "search"],
    ],
    [
      "qr.owner_deactivated",
      {},
      [
        "The driver’s account is deactivated. You may let them charge all the same, with a reason.",
        "override",
      ],
    ],
    [
      "session.no_connector",
      {},
      [
        "No connector is free. Every connector of this station has a car on it. Try again when one leaves.",
        "again",
      ],
    ],
    [
      "session.no_suiting_connector",
      {
        free: "3, 4, 5",
        places: [
          { number: 3, standards: ["CHADEMO"], maxPowerKw: 50 },
          { number: 4, standards: ["IEC_62196_T2"], maxPowerKw: 22 },
          { number: 5, standards: ["CHADEMO"], maxPowerKw: 50 },
        ],
        standard: "IEC_62196_T2_COMBO",
        minPowerKw: null,
      },
      [
        "Nothing free fits this car. Free: 3, 5 (CHAdeMO · 50 kW), 4 (Type 2 · 22 kW). None fits CCS 2.",
        "connector",
      ],
    ],
    [
      "session.no_suiting_connector",
      {
        places: [{ number: 3, standards: ["IEC_62196_T2_COMBO"], maxPowerKw: 50 }],
        standard: "IEC_62196_T2_COMBO",
        minPowerKw: 150,
      },
      [
        "Nothing free fits this car. Free: 3 (CCS 2 · 50 kW). None fits CCS 2, 150 kW or more.",
        "connector",
      ],
    ],
    [
      "session.connector_busy",
      {},
      [
        "That connector is taken. A car was checked in on it just now. Choose another.",
        "connector",
      ],
    ],
    [
      "scan.unanswered",
      {},
      [
        "No answer. The network went away before the answer came. Try again: nothing is done twice.",
        "again",
      ],
    ],
  ])("%s %o", (code, details, expected) => expect(said(code, details)).toEqual(expected));

  it("says in the server's own words what it knows no words for", () => {
    expect(said("booking.overlap", {}, "They charge elsewhere just now.")).toEqual([
      "Not checked in. They charge elsewhere just now.",
    ]);
  });

  it("does not stumble over facts of another kind than it knows", () => {
    const odd = { opensAt: 5, timeZone: null, usedAt: "soon", by: [] };
    expect(said("qr.too_early", odd, "It is too early.")).toEqual([
      "Not checked in. It is too early.",
    ]);
    expect(said("qr.already_used", odd, "It was used.")).toEqual(["Not checked in. It was used."]);
    expect(said("qr.too_early", { opensAt: inMinutes(1), timeZone: 7 })[0]).toContain("UTC");
  });
});

describe("how long still", () => {
  it.each([
    [0, "1 second"],
    [1, "1 second"],
    [59_001, "60 seconds"],
    [60_000, "60 seconds"],
    [60_001, "2 minutes"],
    [11 * 60_000 + 1, "12 minutes"],
    [60 * 60_000, "60 minutes"],
    [61 * 60_000, "1 hour 1 minute"],
    [120 * 60_000, "2 hours"],
  ])("%i ms", (ms, words) => expect(sayLeft(ms, t as never).trim()).toBe(words));
});
