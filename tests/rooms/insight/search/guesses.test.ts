import { eq } from "drizzle-orm";
import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";

import { findResults } from "@/app/_console/search/find-results";
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
