import { beforeEach, describe, expect, it } from "vitest";

import { anonymous } from "@/lib/core/actor";
import { invariants } from "@/lib/process/room-parts";
import {
  createDraft,
  publishDraft,
  readContent,
  readContentVersion,
  updateDraft,
} from "@/lib/records/content";
import { contentKind, type ContentKind, lawLocale } from "@/lib/records/content/schema";
import { defaultLocale, type Locale } from "@/lib/words/say";

import { auditsOf } from "../../../support/audits";
import { testDatabase } from "../../../support/database";
import { day, refusal, settingOf } from "./setting";

const { db } = await testDatabase({ max: 10 });
const world = await settingOf(db);
const { admin, clock, nobody, published, drafted } = world;
beforeEach(() => world.restore());

const terms = "terms-of-service";
const read = (kind: ContentKind, of: { locale?: string; version?: number } = {}) =>
  readContent(nobody, { kind, ...of });

it("the text in law is in the language that everything falls back to", () =>
  expect(lawLocale).toBe(defaultLocale));

describe("the first versions", () => {
  it.each(contentKind.options)("%s is there for everybody, and says so", async (kind) => {
    const content = await read(kind);
    expect(content).toMatchObject({
      kind,
      locale: "en",
      isFallback: false,
      version: 1,
      phase: "InForce",
      effectiveAt: "2026-01-01T00:00:00.000Z",
      coming: null,
    });
    expect(content.html.length).toBeGreaterThan(300);
    // Every number has found its place.
    expect(content.markdown).not.toMatch(/[{}]/);
  });

  it("say the numbers of the platform as they were, and the words as they stood", async () => {
    const { markdown, html } = await read(terms);
    expect(markdown).toContain("until 12 hours before the start, unless the station states");
    expect(markdown).toContain("within 15 minutes of the start, the place goes back to others.");
    expect(html).toContain('<h2 id="s-changing-and-cancelling">Changing and cancelling</h2>');
    expect((await read("privacy-policy")).markdown).toContain("no advertising, no selling");
  });

  it("part questions and answers, in order", async () => {
    const { questions, lead } = await read("faq");
    expect(lead).toContain('<a href="/contact">Contact</a>');
    expect(questions.map(({ question }) => question).slice(0, 2)).toEqual([
      "Do I need an account to look for stations?",
      "How far ahead can I book?",
    ]);
    expect(questions[1]?.html).toBe(
      "<p>Up to 7 days, one slot or several that follow one another.</p>",
    );
  });
});

describe("a changed version of the terms", () => {
  it("names a day at least 14 days ahead, and readers have the former one until then", async () => {
    const { id, earliestAt } = await drafted(terms, "## New\n\nWords");
    expect(earliestAt).toBe(day(14).toISOString());
    expect(await refusal(publishDraft(admin, { id }))).toBe("content.notice at effectiveAt");
    const tooEarly = publishDraft(admin, { id, effectiveAt: day(14, -1) });
    expect(await refusal(tooEarly)).toBe("content.notice at effectiveAt");
    const done = await publishDraft(admin, { id, effectiveAt: day(14) });
    expect(done).toMatchObject({ phase: "Coming", requiresConsent: true, earliestAt: null });
    expect(await read(terms)).toMatchObject({
      version: 1,
      coming: { version: 2, effectiveAt: day(14).toISOString() },
    });
    expect(await read(terms, { version: 2 })).toMatchObject({
      phase: "Coming",
      markdown: "## New\n\nWords",
    });
    clock.set(day(14, -1));
    expect(await read(terms)).toMatchObject({ version: 1 });
    clock.set(day(14));
    expect(await read(terms)).toMatchObject({ version: 2, phase: "InForce", coming: null });
    expect(await read(terms, { version: 1 })).toMatchObject({ version: 1, phase: "Former" });
  });

  it("asks for consent anew unless it is said not to", async () => {
    const quiet = await published(terms, "x", { effectiveAt: day(20), requiresConsent: false });
    expect(quiet.requiresConsent).toBe(false);
    const { id } = await drafted("about", "x");
    expect(await refusal(publishDraft(admin, { id, requiresConsent: true }))).toBe(
      "content.no_consent at requiresConsent",
    );
    expect((await publishDraft(admin, { id })).requiresConsent).toBe(false);
  });

  it("that comes earlier than one that is still to come overtakes it", async () => {
    const late = await published(terms, "Late", { effectiveAt: day(30) });
    await published(terms, "Early", { effectiveAt: day(20) });
    expect((await read(terms)).coming).toMatchObject({ version: 3 });
    clock.set(day(31));
    expect(await read(terms)).toMatchObject({ version: 3, coming: null });
    expect((await readContentVersion(admin, { id: late.id })).phase).toBe("Overtaken");
  });

  it("of two at one instant, the later one is in force", async () => {
    await published(terms, "Two", { effectiveAt: day(20) });
    await published(terms, "Three", { effectiveAt: day(20) });
    expect((await read(terms)).coming).toMatchObject({ version: 3 });
    clock.set(day(20));
    expect(await read(terms)).toMatchObject({ version: 3, coming: null });
  });
});

describe("other texts", () => {
  it("change at once, or on a day to come, and never before now", async () => {
    const { id } = await drafted("about", "Two");
    const past = publishDraft(admin, { id, effectiveAt: day(0, -1) });
    expect(await refusal(past)).toBe("content.past at effectiveAt");
    await publishDraft(admin, { id, effectiveAt: day(1) });
    expect(await read("about")).toMatchObject({ version: 1, coming: { version: 2 } });
    await published("about", "Three");
    expect(await read("about")).toMatchObject({ version: 3, html: "<p>Three</p>", coming: null });
  });
});

describe("a translation", () => {
  it("stands in for English, with its number, where it is published; else English says so", async () => {
    expect(await read("about", { locale: "ta" })).toMatchObject({ locale: "en", isFallback: true });
    const done = await published("about", "பேபுக்", { locale: "ta" });
    expect(done).toMatchObject({ locale: "ta", version: 1, phase: "InForce" });
    expect(await read("about", { locale: "ta" })).toMatchObject({
      locale: "ta",
      isFallback: false,
      version: 1,
      html: "<p>பேபுக்</p>",
    });
    expect(await read("about")).toMatchObject({ locale: "en", isFallback: false });
    await published("about", "Two");
    // What it translates is in force no longer.
    expect(await read("about", { locale: "ta" })).toMatchObject({ version: 2, isFallback: true });
    const next = await createDraft(admin, { kind: "about", locale: "ta" });
    expect(next).toMatchObject({ version: 2, markdown: "பேபுக்" });
  });

  it("is in a language that the site has", async () => {
    const french = createDraft(admin, { kind: "about", locale: "fr" });
    expect(await refusal(french)).toBe("content.language at locale");
  });

  it.each([
    ["ta-LK", "ta", false],
    ["TA", "ta", false],
    ["en-GB", "en", false],
    ["fr", "en", true],
  ])("for a reader of %s it is %s", async (asked, locale, isFallback) => {
    await published("about", "பேபுக்", { locale: "ta" });
    expect(await read("about", { locale: asked })).toMatchObject({ locale, isFallback });
  });

  it("is for whoever reads in its language, where nothing is asked for", async () => {
    await published("about", "பேபுக்", { locale: "ta" });
    const tamil = { ...nobody, locale: "ta" as Locale };
    expect(await readContent(tamil, { kind: "about" })).toMatchObject({ locale: "ta" });
    expect(await readContent(tamil, { kind: "about", locale: "en" })).toMatchObject({
      locale: "en",
      isFallback: false,
    });
    expect(await readContent(tamil, { kind: "contact" })).toMatchObject({ isFallback: true });
  });

  it("begins as the English text, and is there once a version", async () => {
    const first = await drafted("contact", undefined, "si");
    expect(first.markdown).toMatch(/^Whom to ask/);
    expect(await refusal(publishDraft(admin, { id: first.id }))).toBe("content.unchanged");
    await updateDraft(admin, { id: first.id, body: "අපෙන් අසන්න" });
    await publishDraft(admin, { id: first.id });
    const again = createDraft(admin, { kind: "contact", locale: "si" });
    await expect(again).rejects.toMatchObject({
      code: "content.translated",
      details: { version: 1 },
    });
  });

  it("of a version to come is shown when that is in force, and asks what that asks", async () => {
    await published(terms, "Two", { effectiveAt: day(20), requiresConsent: false });
    await published(terms, "ඉංග්‍රීසි එක", { locale: "si" });
    const { id, version } = await drafted(terms, "ඊළඟ", "si");
    expect(version).toBe(2);
    const named = publishDraft(admin, { id, effectiveAt: day(30) });
    expect(await refusal(named)).toBe("content.follows_english at effectiveAt");
    const asked = publishDraft(admin, { id, requiresConsent: true });
    expect(await refusal(asked)).toBe("content.follows_english at requiresConsent");
    expect(await publishDraft(admin, { id })).toMatchObject({
      phase: "Coming",
      effectiveAt: day(20).toISOString(),
      requiresConsent: false,
    });
    expect(await read(terms, { locale: "si" })).toMatchObject({ version: 1, locale: "si" });
    clock.set(day(20));
    expect(await read(terms, { locale: "si" })).toMatchObject({ version: 2, html: "<p>ඊළඟ</p>" });
  });
});

describe("the job", () => {
  it("writes down what is overtaken, in every language, once, with record and event", async () => {
    const tamil = await published("about", "ஒன்று", { locale: "ta" });
    await published("about", "Two", { effectiveAt: day(2) });
    expect(await world.supersede()).toEqual({ versions: 0 });
    clock.set(day(2));
    expect(await world.supersede()).toEqual({ versions: 2 });
    expect(await world.supersede()).toEqual({ versions: 0 });
    expect((await auditsOf(db, tamil.id)).at(-1)).toMatchObject({
      action: "Supersede",
      from: "Published",
      to: "Superseded",
      actorRole: "Job",
      actorName: "supersede",
    });
    expect((await world.events(tamil.id)).map(({ type }) => type)).toEqual([
      "content.published",
      "content.superseded",
    ]);
    expect(await read("about", { version: 1 })).toMatchObject({ phase: "Former" });
    for (const { name, find } of invariants) {
      if (name.startsWith("content_pages")) expect(await find(admin), name).toEqual([]);
    }
  });

  it("does each once where several run at the same time", async () => {
    for (const kind of ["about", "contact", "faq"] as const) await published(kind, "Two");
    const runs = await Promise.all(Array.from({ length: 4 }, () => world.supersede()));
    expect(runs.reduce((sum, { versions }) => sum + versions, 0)).toBe(3);
  });
});

it("nobody reads a draft, or a version that never was", async () => {
  await drafted("about", "Secret");
  expect((await read("about")).html).not.toContain("Secret");
  expect(await refusal(read("about", { version: 2 }))).toBe("content.not_found");
  expect(await refusal(read("about", { version: 99 }))).toBe("content.not_found");
  clock.set("2025-12-31T23:59:59.999Z");
  expect(await refusal(readContent(world.as(anonymous), { kind: "about" }))).toBe(
    "content.not_found",
  );
});
