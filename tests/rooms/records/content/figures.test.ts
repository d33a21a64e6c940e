import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

import { outboxEvents } from "@/db/schema/outbox";
import { settings } from "@/db/schema/settings";
import { makeContext } from "@/lib/process/wiring";
import {
  createDraft,
  previewContent,
  publishDraft,
  readContent,
  readContentVersion,
  updateDraft,
} from "@/lib/records/content";
import type { ContentKind } from "@/lib/records/content/schema";
import { setSettings } from "@/lib/records/settings";
import type { Settings } from "@/lib/records/settings/inside";
import { settingNames } from "@/lib/words";

import { auditsOf } from "../../../support/audits";
import { testDatabase } from "../../../support/database";
import { day, refusal, settingOf } from "./setting";

const { db } = await testDatabase({ max: 10 });
const world = await settingOf(db);
const { admin, clock, nobody, published, drafted } = world;
const none = Object.fromEntries(settingNames.map((name) => [name, null]));
beforeEach(() => world.restore());
beforeEach(() => db.delete(settings));
afterAll(() => db.delete(settings).where(eq(settings.scope, "Platform")));

const terms = "terms-of-service";
const set = (values: Partial<Settings>) => setSettings(admin, { values: { ...none, ...values } });
const markdown = async (kind: ContentKind, of: { locale?: string; version?: number } = {}) =>
  (await readContent(nobody, { kind, ...of })).markdown;

describe("the numbers of a text", () => {
  it("are those of the settings in force, odd ones too, and of the environment", async () => {
    expect(await markdown("faq")).toContain("from 15 minutes before the start until 30 minutes");
    await set({ changeCutoffMinutes: 100, noShowAfterMinutes: 60, maxDaysAhead: 1 });
    const faq = await markdown("faq");
    expect(faq).toContain("Yes, until 100 minutes before the start, unless the station");
    expect(faq).toContain("not checked in 1 hour after the start");
    expect(faq).toContain("Up to 1 day, one slot");
    expect(await markdown("about")).toContain("for the next 1 day.");
    await db.delete(settings);
    const config = { ...admin.config, settings: { changeCutoffMinutes: 90 } };
    const elsewhere = makeContext({ db, actor: nobody.actor, clock, config });
    expect((await readContent(elsewhere, { kind: "faq" })).html).toContain("until 90 minutes");
  });

  it("are said in the words of the text's language", async () => {
    await published("about", "{setting:changeCutoffMinutes} {setting:maxSlotsPerBooking}", {
      locale: "ta",
    });
    const said = new Intl.NumberFormat("ta", { style: "unit", unit: "hour", unitDisplay: "long" });
    expect(await markdown("about", { locale: "ta" })).toBe(`${said.format(12)} 4`);
  });

  it.each([
    "{setting:nothing}",
    "{setting: changeCutoffMinutes}",
    "{Setting:changeCutoffMinutes}",
    "{setting}",
    "{setting:changeCutoffMinutes",
    "{setting:defaultApproval}",
    "{setting:constructor}",
  ])("are refused at the text where there is no such setting: %s", async (text) => {
    const { id } = await drafted("about");
    expect(await refusal(updateDraft(admin, { id, body: `Two ${text} three` }))).toBe(
      "content.setting at body",
    );
    const shown = await previewContent(admin, { kind: "about", locale: "en", body: text });
    expect(shown.html).toBe(`<p>${text}</p>`);
  });

  it("stand in the preview as readers would see them", async () => {
    const body = "Until {setting:changeCutoffMinutes} before.";
    const shown = await previewContent(admin, { kind: "about", locale: "en", body });
    expect(shown.html).toBe("<p>Until 12 hours before.</p>");
    const { markdown: written, html, figures } = await drafted("about", body);
    expect([written, html]).toEqual([body, shown.html]);
    expect(figures).toContainEqual({
      name: "changeCutoffMinutes",
      written: "{setting:changeCutoffMinutes}",
      said: "12 hours",
    });
  });
});

describe("terms and privacy", () => {
  const body = "Until {setting:changeCutoffMinutes} before the start.";

  it("keep the numbers that they were published with, in every language, and say what changed", async () => {
    const { id } = await published(terms, body, { effectiveAt: day(14) });
    clock.set(day(14));
    await set({ changeCutoffMinutes: 90 });
    await published(terms, `SI ${body}`, { locale: "si" });
    expect(await markdown(terms)).toBe("Until 12 hours before the start.");
    const hours = new Intl.NumberFormat("si", { style: "unit", unit: "hour", unitDisplay: "long" });
    expect(await markdown(terms, { locale: "si" })).toContain(hours.format(12));
    expect((await readContentVersion(admin, { id })).outdated).toEqual([
      { name: "changeCutoffMinutes", said: "12 hours", now: "90 minutes" },
    ]);
    // The same words with other numbers are another text.
    const again = await drafted(terms, body);
    await publishDraft(admin, { id: again.id, effectiveAt: day(30) });
    expect(await markdown(terms, { version: 3 })).toBe("Until 90 minutes before the start.");
    expect(await markdown(terms, { version: 2 })).toBe("Until 12 hours before the start.");
  });

  it("are compared as they are read, so that a changed number shows before it is published", async () => {
    await published(terms, body, { effectiveAt: day(14) });
    clock.set(day(14));
    await set({ changeCutoffMinutes: 90 });
    const { changes } = await previewContent(admin, { kind: terms, locale: "en", body });
    expect(changes).toEqual([
      { change: "Removed", lines: ["Until 12 hours before the start."] },
      { change: "Added", lines: ["Until 90 minutes before the start."] },
    ]);
    // A translation says what its English version keeps, before it is published as after.
    const draft = await drafted(terms, body, "si");
    const hours = new Intl.NumberFormat("si", { style: "unit", unit: "hour", unitDisplay: "long" });
    const preview = await previewContent(admin, { kind: terms, locale: "si", body });
    expect(preview.html).toContain(hours.format(12));
    expect(draft.html).toContain(hours.format(12));
  });

  it("that came with the product keep those of the first worker, once, with a record", async () => {
    await set({ changeCutoffMinutes: 120 });
    expect(await markdown(terms)).toContain("until 2 hours before the start");
    const runs = await Promise.all([world.supersede(), world.supersede()]);
    expect(runs).toEqual([{ versions: 0 }, { versions: 0 }]);
    await set({ changeCutoffMinutes: 180 });
    await world.supersede();
    expect(await markdown(terms)).toContain("until 2 hours before the start");
    const first = "019b76da-a800-7000-8000-000000000001";
    expect(await auditsOf(db, first)).toMatchObject([
      { action: "Update", changes: { figures: { changeCutoffMinutes: 120 } } },
    ]);
  });
});

describe("what readers have already", () => {
  it("is not published again, in any language", async () => {
    for (const kind of ["about", terms] as const) {
      const { id } = await drafted(kind);
      expect(await refusal(publishDraft(admin, { id, effectiveAt: day(20) }))).toBe(
        "content.unchanged",
      );
    }
    const tamil = await drafted("about", undefined, "ta");
    expect(await refusal(publishDraft(admin, { id: tamil.id }))).toBe("content.unchanged");
  });

  it("is another text where a written number becomes the setting's name, and of terms the same", async () => {
    await published("about", "Until 12 hours before.");
    const named = "Until {setting:changeCutoffMinutes} before.";
    expect((await published("about", named)).phase).toBe("InForce");
    await set({ changeCutoffMinutes: 90 });
    expect(await markdown("about")).toBe("Until 90 minutes before.");
    await db.delete(settings);
    await published(terms, "Until 12 hours before.", { effectiveAt: day(14) });
    clock.set(day(14));
    const { id } = await drafted(terms, named);
    expect(await refusal(publishDraft(admin, { id, effectiveAt: day(40) }))).toBe(
      "content.unchanged",
    );
  });

  it("is not published again while it waits for that very day", async () => {
    await published(terms, "Two", { effectiveAt: day(20) });
    const { id } = await drafted(terms, "Two");
    const again = { id, effectiveAt: day(20) };
    expect(await refusal(publishDraft(admin, again))).toBe("content.unchanged");
    // For another day, or without asking for consent, it is.
    expect(await refusal(publishDraft(admin, { ...again, requiresConsent: false }))).toBe("done");
    await published(terms, "Two", { effectiveAt: day(19), requiresConsent: false });
  });

  it("takes the place of a version that waits", async () => {
    const now = await markdown("faq");
    await published("faq", "## Two", { effectiveAt: day(20) });
    const { id } = await drafted("faq", now);
    await publishDraft(admin, { id });
    clock.set(day(21));
    expect(await markdown("faq")).toBe(now);
  });
});

describe("a version that a later one came before", () => {
  it("was never in force, and is not translated", async () => {
    const late = await published(terms, "Late", { effectiveAt: day(30) });
    await published(terms, "ஒன்று", { locale: "ta" });
    const second = await drafted(terms, "இரண்டு", "ta");
    expect(second.version).toBe(2);
    await published(terms, "Early", { effectiveAt: day(20) });
    expect((await readContentVersion(admin, { id: late.id })).phase).toBe("Overtaken");
    expect(await refusal(publishDraft(admin, { id: second.id }))).toBe("content.overtaken");
    expect((await readContent(nobody, { kind: terms, version: 2 })).phase).toBe("Overtaken");
    clock.set(day(40));
    expect((await readContentVersion(admin, { id: late.id })).phase).toBe("Overtaken");
    const sinhala = await drafted(terms, "සිංහල", "si");
    expect(sinhala.version).toBe(3);
    // Its draft goes on as the translation of the one that counts, with its text.
    const moved = await createDraft(admin, { kind: terms, locale: "ta" });
    expect(moved).toMatchObject({ id: second.id, version: 3, markdown: "இரண்டு" });
    expect((await auditsOf(db, second.id)).at(-1)).toMatchObject({
      action: "Update",
      changes: { name: ["/terms-of-service/ta/2", "/terms-of-service/ta/3"] },
    });
    expect(await refusal(createDraft(admin, { kind: terms, locale: "ta" }))).toBe(
      "content.draft_exists",
    );
    expect((await publishDraft(admin, { id: second.id })).version).toBe(3);
    const former = await readContent(nobody, { kind: terms, version: 1 });
    expect(former.phase).toBe("Former");
  });
});

it("of terms and privacy alone, and of no translation, everybody is told", async () => {
  const told = async (contentId: string) => {
    const events = await db.select({ payload: outboxEvents.payload }).from(outboxEvents);
    return events.find(({ payload }) => payload.contentId === contentId)?.payload.isAnnounced;
  };
  expect(await told((await published("about", "Two")).id)).toBe(false);
  const { id } = await published(terms, "Two", { effectiveAt: day(14) });
  expect(await told(id)).toBe(true);
  expect(await told((await published(terms, "ஒன்று", { locale: "ta" })).id)).toBe(false);
});
