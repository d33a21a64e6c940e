import { beforeEach, describe, expect, it } from "vitest";

import {
  createDraft,
  discardDraft,
  listContentVersions,
  previewContent,
  publishDraft,
  readContentVersion,
  updateDraft,
} from "@/lib/records/content";
import { ListContentVersions, UpdateDraft } from "@/lib/records/content/schema";

import { auditsOf } from "../../../support/audits";
import { testDatabase } from "../../../support/database";
import { makeUser } from "../../../support/world";
import { refusal, settingOf } from "./setting";

const { db } = await testDatabase({ max: 10 });
const world = await settingOf(db);
const { admin, drafted, published, clock } = world;
beforeEach(() => world.restore());

const about = { kind: "about", locale: "en" } as const;

describe("a draft", () => {
  it("begins as a copy of what was published last, with the next number, and is audited", async () => {
    const draft = await createDraft(admin, about);
    expect(draft).toMatchObject({
      ...about,
      version: 2,
      status: "Draft",
      phase: "Draft",
      effectiveAt: null,
      createdBy: { id: world.user.userId, name: "Ada Writer" },
      publishedBy: null,
      earliestAt: null,
      can: ["edit", "publish", "discard"],
    });
    expect(draft.markdown).toMatch(/^Baybook is for charging/);
    expect(draft.html).toContain('<h2 id="s-for-drivers">For drivers</h2>');
    expect(await auditsOf(db, draft.id)).toMatchObject([
      { action: "Create", to: "Draft", actorName: "Ada Writer", changes: { name: "/about/en/2" } },
    ]);
    expect(await world.events(draft.id)).toEqual([]);
  });

  it("is the only one of its kind and language, whoever comes first", async () => {
    const tries = Array.from({ length: 5 }, () => refusal(createDraft(admin, about)));
    const outcomes = await Promise.all(tries);
    expect(outcomes.toSorted()).toEqual([...Array(4).fill("content.draft_exists"), "done"]);
    const { items } = await listContentVersions(admin, {
      ...ListContentVersions.parse({ kind: "about", status: "Draft" }),
      page: 1,
      limit: 10,
    });
    const again = createDraft(admin, about);
    await expect(again).rejects.toMatchObject({ details: { contentId: items[0]?.id } });
  });

  it("is written, and not over another's unseen change", async () => {
    const draft = await drafted("about");
    const seen = new Date(draft.updatedAt);
    const first = await updateDraft(admin, { id: draft.id, body: "One", ifUpdatedAt: seen });
    expect(first).toMatchObject({ markdown: "One", html: "<p>One</p>" });
    // The clock stands: two changes at one instant are told apart all the same.
    expect(new Date(first.updatedAt).getTime()).toBe(seen.getTime() + 1);
    const late = { id: draft.id, body: "Two", ifUpdatedAt: seen };
    expect(await refusal(updateDraft(admin, late))).toBe("content.changed");
    expect(await refusal(publishDraft(admin, { id: draft.id, ifUpdatedAt: seen }))).toBe(
      "content.changed",
    );
    // A repeat whose answer was lost is answered.
    const same = await updateDraft(admin, { ...late, body: "One" });
    expect(same.updatedAt).toBe(first.updatedAt);
    expect((await updateDraft(admin, { id: draft.id, body: "Two" })).markdown).toBe("Two");
    expect((await auditsOf(db, draft.id)).map(({ action }) => action)).toEqual([
      "Create",
      "Update",
      "Update",
    ]);
  });

  it("goes without a trace for readers, and leaves its number to the next", async () => {
    const draft = await drafted("faq");
    await discardDraft(admin, { id: draft.id });
    expect(await refusal(readContentVersion(admin, { id: draft.id }))).toBe("content.not_found");
    expect((await auditsOf(db, draft.id)).at(-1)).toMatchObject({
      action: "Discard",
      changes: { name: "/faq/en/2" },
    });
    expect((await drafted("faq")).version).toBe(2);
  });

  it.each([
    ["nothing", ""],
    ["blanks", " \n\n\t "],
  ])("is not published with %s in it", async (_, body) => {
    const { id } = await drafted("about", body);
    expect(await refusal(publishDraft(admin, { id }))).toBe("content.empty");
  });

  it("takes any text but control characters, of 50,000 characters at most", () => {
    const body = (text: string) => UpdateDraft.safeParse({ body: text }).success;
    expect(body("නව\r\nවගන්තිය\t|")).toBe(true);
    expect(UpdateDraft.parse({ body: " a\r\nb\rc \n" }).body).toBe("a\nb\nc");
    expect(body("x".repeat(50_000))).toBe(true);
    expect(body("x".repeat(50_001))).toBe(false);
    expect(body("a\u0000b")).toBe(false);
    expect(body("a\u001bb")).toBe(false);
  });
});

describe("what is published", () => {
  it("never changes again", async () => {
    const { id } = await published("about", "Two");
    const at = { action: "content.status" };
    expect(await refusal(updateDraft(admin, { id, body: "Three" }))).toBe(at.action);
    expect(await refusal(publishDraft(admin, { id }))).toBe(at.action);
    expect(await refusal(discardDraft(admin, { id }))).toBe(at.action);
    expect(await readContentVersion(admin, { id })).toMatchObject({ markdown: "Two", can: [] });
  });

  it("says who and when, in its record and to the others", async () => {
    clock.advance(60_000);
    const done = await published("about", "Two");
    expect(done).toMatchObject({
      status: "Published",
      phase: "InForce",
      effectiveAt: clock.now().toISOString(),
      publishedAt: clock.now().toISOString(),
      publishedBy: { name: "Ada Writer" },
    });
    expect((await auditsOf(db, done.id)).at(-1)).toMatchObject({
      action: "Publish",
      from: "Draft",
      to: "Published",
    });
    expect(await world.events(done.id)).toEqual([
      {
        type: "content.published",
        payload: {
          contentId: done.id,
          kind: "about",
          locale: "en",
          version: 2,
          effectiveAt: clock.now().toISOString(),
          isAnnounced: false,
        },
      },
    ]);
  });
});

describe("a preview", () => {
  it("shows text and changes against what is in force, and stores nothing", async () => {
    await published("about", "One\n\nTwo\n\nThree");
    const shown = await previewContent(admin, { ...about, body: "One\n\n2\n\nThree" });
    expect(shown).toEqual({
      html: "<p>One</p>\n<p>2</p>\n<p>Three</p>",
      lead: "",
      questions: [],
      headings: [],
      changes: [
        { change: "Same", lines: ["One", ""] },
        { change: "Removed", lines: ["Two"] },
        { change: "Added", lines: ["2"] },
        { change: "Same", lines: ["", "Three"] },
      ],
    });
    const { items } = await listContentVersions(admin, {
      ...ListContentVersions.parse({ kind: "about" }),
      page: 1,
      limit: 10,
    });
    expect(items.map(({ version }) => version).toSorted()).toEqual([1, 2]);
  });

  it("compares a text without a line in common, and a long one, in good time", async () => {
    const long = Array.from({ length: 25_000 }, (_, index) => String(index % 7)).join("\n");
    const began = performance.now();
    const { changes } = await previewContent(admin, { ...about, body: long });
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(changes.map(({ change }) => change)).toEqual(["Removed", "Added"]);
  });
});

it("is for administrators alone", async () => {
  const { id } = await drafted("about");
  for (const role of ["Backoffice", "Operator", "EvOwner"] as const) {
    const ctx = world.as(await makeUser(db, role));
    const calls = [
      createDraft(ctx, about),
      updateDraft(ctx, { id, body: "x" }),
      previewContent(ctx, { ...about, body: "x" }),
      publishDraft(ctx, { id }),
      discardDraft(ctx, { id }),
      readContentVersion(ctx, { id }),
    ];
    expect(await Promise.all(calls.map(refusal))).toEqual(Array(6).fill("request.forbidden"));
  }
  expect(await refusal(readContentVersion(world.nobody, { id }))).toBe("auth.required");
  expect(await refusal(readContentVersion(admin, { id: world.missing }))).toBe("content.not_found");
  expect(await refusal(readContentVersion(admin, { id: "x" }))).toBe("content.not_found");
  expect(await refusal(publishDraft(admin, { id: world.missing }))).toBe("content.not_found");
});
