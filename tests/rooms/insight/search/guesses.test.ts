import { eq } from "drizzle-orm";
import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";

import { findResults, findSaid } from "@/app/_console/search/find-results";
import { Results } from "@/app/_console/search/results";
import { messages } from "@/components/i18n/messages/en";
import { matchGroups } from "@/components/palette/entries";
import { owners } from "@/db/schema/accounts";
import { readMatches } from "@/lib/insight/search";

import { testDatabase } from "../../../support/database";
import { makeUser } from "../../../support/world";
import { addBooking, as, makePlace } from "../reports/setting";

const { db } = await testDatabase();
const place = await makePlace(db, "Meadowbank");
const saroja = await makeUser(db, "EvOwner", { name: "Saroja Wickramasinghe" });
await addBooking(db, place, "2026-06-01T14:00:00Z", "Approved", { owner: saroja });
const office = as(db, place.office);

const pageOf = async (q: string) => {
  const asked = { q, stationId: undefined, from: undefined, to: undefined };
  const found = await findResults(office, asked, "/backoffice");
  if (!found) throw new Error("something was asked for");
  const results = createElement(Results, { found, home: "/backoffice" });
  const provider = { locale: "en" as const, timeZone: "UTC", messages };
  return renderToStaticMarkup(
    // oxlint-disable-next-line react/no-children-prop -- its type asks for them
    createElement(NextIntlClientProvider, { ...provider, children: results }),
  );
};

it("says on the page and in the palette where a hit is a guess, and only there", async () => {
  for (const [q, isGuess] of [
    ["wickramasinge", true],
    ["wickramasinghe", false],
    ["meadowbnak", true],
    ["meadowbank", false],
    // Neither another order nor blanks are a slip.
    ["wickramasinghe saroja", false],
    ["Wickramasinghe, Saroja", false],
    ["saroja   wickramasinghe", false],
    ["sa wickram", false],
    ["wickramasinge saroja", true],
  ] as const) {
    expect((await pageOf(q)).includes("Did you mean"), q).toBe(isGuess);
    const { matches } = await readMatches(office, { q });
    const groups = matchGroups(matches, "/backoffice", ({ subtitle }) => subtitle);
    expect(
      groups.map((group) => group.isGuess),
      q,
    ).toEqual([isGuess]);
  }
});

it("shows an owner without identity number with no bookings of others", async () => {
  const nameless = await makeUser(db, "EvOwner", { name: "Devika Ranasinghe" });
  await db.update(owners).set({ nic: null }).where(eq(owners.userId, nameless.userId));
  await addBooking(db, place, "2026-06-01T16:00:00Z", "Approved", { owner: nameless });
  const page = await pageOf("ranasinghe");
  expect(page).toContain("Devika Ranasinghe");
  expect(page).not.toContain("BK-");
});

it("finds on the day that the words name, and by the words where nobody is found then", async () => {
  const asked = { stationId: undefined, from: undefined, to: undefined };
  const on = async (q: string, day: string) =>
    findSaid(office, { ...asked, q: `${q} friday` }, "/backoffice", { q, day });
  const then = await on("wickramasinghe", "2026-06-01");
  expect(then).toMatchObject({ saidDay: "2026-06-01", isEmpty: false });
  expect(then?.owners[0]?.bookings).toMatchObject({ total: 1 });
  // An owner of that name there is; that day they have nothing.
  expect((await on("wickramasinghe", "2026-06-02"))?.owners[0]?.bookings).toMatchObject({
    total: 0,
  });
  const nobody = await on("zzzz", "2026-06-01");
  expect(nobody?.saidDay).toBeUndefined();
  // A day alone is that day's bookings, and a day that was chosen goes before one that was said.
  const day = { q: undefined, day: "2026-06-01" };
  const alone = await findSaid(office, { ...asked, q: "monday" }, "/backoffice", day);
  expect(alone?.bookings?.total).toBeGreaterThan(0);
  const chosen = { ...asked, q: "wickramasinghe", from: "2026-06-02" };
  expect((await findSaid(office, chosen, "/backoffice", day))?.saidDay).toBeUndefined();
});
