import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { owners, users } from "@/db/schema/accounts";
import { bookings } from "@/db/schema/bookings";
import { matchGroups } from "@/components/palette/entries";
import type { Actor, UserActor } from "@/lib/core/actor";
import { readMatches } from "@/lib/insight/search";
import { ReadMatches } from "@/lib/insight/search/schema";

import { testDatabase } from "../../../support/database";
import { makeStation, makeUser } from "../../../support/world";
import { addBooking, addSession, as, makePlace } from "../reports/setting";

const { db } = await testDatabase();
const place = await makePlace(db, "Été");
const rival = await makePlace(db, "Rival");

/** An owner with a phone and a plate, and a booking at the place. */
async function driver(name: string, { phone, plate }: { phone: string; plate: string }) {
  const owner = await makeUser(db, "EvOwner", { name });
  await db.update(users).set({ phone }).where(eq(users.id, owner.userId));
  await db.update(owners).set({ vehiclePlate: plate }).where(eq(owners.userId, owner.userId));
  const number = `BK-${plate.slice(-4)}-22AA`;
  await addBooking(db, place, "2026-06-02T14:00:00Z", "Approved", { owner, number });
  await db.update(bookings).set({ vehiclePlate: plate }).where(eq(bookings.number, number));
  return { owner, number };
}
const muller = await driver("Jürgen Müller", { phone: "+94771234567", plate: "WP CAB-4321" });
const nadeesha = await driver("Nadeesha Fernando", { phone: "+94777654321", plate: "WP CBA-9876" });
const stranger = await makeUser(db, "EvOwner", { name: "Jurgen Stranger" });

const find = async (actor: Actor, q: string, more: object = {}) =>
  (await readMatches(as(db, actor), ReadMatches.parse({ q, ...more }))).matches;
const titles = async (actor: UserActor, q: string, more: object = {}) =>
  (await find(actor, q, more)).map(({ type, title }) => `${type} ${title}`);

describe("a person is found", () => {
  it.each([
    ["without accents", "muller"],
    ["with other accents", "MÜLLÉR"],
    ["by a part of the phone, as at home", "077 123 45"],
    ["by the end of the phone", "1234567"],
    ["by the beginning of the plate, however it is written", "wp-cab 43"],
  ])("%s", async (_, q) => {
    expect(await titles(place.office, q)).toContain("Owner Jürgen Müller");
  });

  it("by two letters where a word begins with them, and not within one", async () => {
    expect(await titles(place.office, "mu")).toContain("Owner Jürgen Müller");
    expect(await titles(place.office, "rg")).toEqual([]);
  });

  it("in spite of slips, and is said to be a guess", async () => {
    for (const q of ["nadesha fernando", "Nadeehsa", "fernadno"]) {
      expect(await find(place.office, q), q).toMatchObject([
        { type: "Owner", title: "Nadeesha Fernando", isGuess: true },
      ]);
    }
    expect(await find(place.office, "nadeesha")).toMatchObject([{ title: "Nadeesha Fernando" }]);
    expect(await find(place.office, "nadeesha")).not.toMatchObject([{ isGuess: true }]);
    expect(await titles(place.office, "Nobody Else")).toEqual([]);
  });

  it("by an office that served them alone, by none of the ways", async () => {
    for (const q of ["muller", "muler jurgen", "07712345", "wp cab 43"]) {
      expect(await titles(rival.office, q), q).toEqual([]);
    }
    expect(await titles(place.office, "jurgen")).toEqual(["Owner Jürgen Müller"]);
    const admin = await makeUser(db, "SystemAdmin");
    expect(await titles(admin, "jurgen")).toEqual(["Owner Jurgen Stranger", "Owner Jürgen Müller"]);
    expect(stranger.role).toBe("EvOwner");
  });
});

it("whose plate it is stands before that plate's bookings, but at the gate and on a day", async () => {
  const { matches } = await readMatches(
    as(db, place.office),
    ReadMatches.parse({ q: "WP CAB-4321" }),
  );
  const kinds = (home: string, isOnDay = false) =>
    matchGroups(matches, home, ({ subtitle }) => subtitle, isOnDay).map(({ kind }) => kind);
  expect(kinds("/backoffice")).toEqual(["Owner", "Booking"]);
  expect(kinds("/backoffice", true)).toEqual(["Booking", "Owner"]);
  expect(kinds("/operator")).toEqual(["Booking", "Owner"]);
  // What only resembles what was typed comes last.
  const guessed = matches.map((match) => ({ ...match, isGuess: match.type === "Owner" }));
  expect(matchGroups(guessed, "/backoffice", () => "").map(({ kind }) => kind)).toEqual([
    "Booking",
    "Owner",
  ]);
});

describe("a booking is found", () => {
  it("by its plate, within reach", async () => {
    expect(await titles(place.office, "WPCAB4321")).toContain(`Booking ${muller.number}`);
    expect(await titles(muller.owner, "wp cab")).toEqual([`Booking ${muller.number}`]);
    expect(await titles(nadeesha.owner, "wp cab")).toEqual([]);
    expect(await titles(rival.office, "WPCAB4321")).toEqual([]);
  });

  it("with how it stands, and what the searcher may do with it now", async () => {
    const [office] = await find(place.office, muller.number);
    expect(office).toMatchObject({ status: "Approved", can: ["move", "cancel"] });
    const waiting = { owner: muller.owner, number: "BK-WAIT-22AA" };
    await addBooking(db, place, "2026-06-05T14:00:00Z", "Pending", waiting);
    const [pending] = await find(place.office, waiting.number);
    expect(pending).toMatchObject({
      status: "Pending",
      can: ["approve", "reject", "move", "cancel"],
    });
  });

  it("by the beginning of its receipt's number, with R- or without, and by the end", async () => {
    const receiptNumber = "R-7F3K-2026-000042";
    await addSession(db, place, "2026-06-03T14:00:00Z", { totalMinor: 885 }, { receiptNumber });
    for (const q of ["r7f3k-2026 0000", "7F3K-2026-000042", "7f3k 2026", "000042", "042"]) {
      const found = await find(place.office, q);
      expect(
        found.map(({ type }) => type),
        q,
      ).toEqual(["Booking"]);
    }
    // Neither within the number nor what merely ends alike.
    for (const q of ["2026-0000", "F3K-2026", "142"]) {
      expect(await titles(place.office, q), q).toEqual([]);
    }
    expect(await titles(rival.office, "000042")).toEqual([]);
    expect(await titles(rival.office, receiptNumber)).toEqual([]);
  });

  it("with days by its owner's name without accents, or the station's", async () => {
    const days = { from: "2026-06-02", to: "2026-06-02" };
    expect(await titles(place.office, "muller", days)).toContain(`Booking ${muller.number}`);
    const both = await titles(place.office, "ete", days);
    expect(both.filter((one) => one.startsWith("Booking")).toSorted()).toEqual(
      [muller.number, nadeesha.number].map((number) => `Booking ${number}`).toSorted(),
    );
    const later = await titles(place.office, "muller", { from: "2026-06-03" });
    expect(later).not.toContain(`Booking ${muller.number}`);
  });
});

it("a station is found without accents and in spite of a slip", async () => {
  await makeStation(db, place.businessId, { name: "Gare de Lyon Bercy" });
  expect(await titles(place.office, "ete one")).toEqual(["Station Été One"]);
  expect(await find(place.office, "gare lyno brecy")).toMatchObject([
    { title: "Gare de Lyon Bercy", isGuess: true },
  ]);
});
