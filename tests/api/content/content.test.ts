import { describe, expect, it } from "vitest";

import { testApi } from "../../support/api";
import { makeUser } from "../../support/world";

const api = await testApi();
const admin = await makeUser(api.db, "SystemAdmin");
const versions = "/api/v1/content/versions";
const drafted = async (kind: string, body: string): Promise<{ id: string; updatedAt: string }> => {
  const made = await api.call("POST", versions, { as: admin, body: { kind, locale: "en" } });
  const { id } = made.body.data;
  return (await api.call("PUT", `${versions}/${id}`, { as: admin, body: { body } })).body.data;
};

describe("GET content/{kind}", () => {
  it.each(["terms-of-service", "privacy-policy", "about", "contact", "faq"])(
    "200: %s, to nobody known",
    async (kind) => {
      const { status, body } = await api.call("GET", `/api/v1/content/${kind}`);
      expect(status).toBe(200);
      expect(body.data).toMatchObject({ kind, locale: "en", isFallback: false, version: 1 });
      expect(body.data.questions.length > 0).toBe(kind === "faq");
    },
  );

  it("200: the English text says that it stands in for another language", async () => {
    const asked = await api.call("GET", "/api/v1/content/about?locale=si");
    expect(asked.body.data).toMatchObject({ locale: "en", isFallback: true });
  });

  it("422: a language or version that is none; 404: a text or version that is not there", async () => {
    for (const query of ["?locale=x", "?locale=en;drop", "?version=0", "?version=1.5"]) {
      expect((await api.call("GET", `/api/v1/content/about${query}`)).status, query).toBe(422);
    }
    expect((await api.call("GET", "/api/v1/content/imprint")).status).toBe(404);
    expect((await api.call("GET", "/api/v1/content/about?version=7")).status).toBe(404);
  });

  it("304 until a new version is in force; kept apart by language", async () => {
    const first = await api.call("GET", "/api/v1/content/contact");
    expect(first.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    expect(first.headers.get("vary")).toContain("Accept-Language");
    const headers = { "if-none-match": first.headers.get("etag") ?? "" };
    const again = () => api.call("GET", "/api/v1/content/contact", { headers });
    expect(await again()).toMatchObject({ status: 304, body: "" });
    const { id } = await drafted("contact", "Ask us.");
    expect((await again()).status).toBe(304);
    await api.call("PUT", `${versions}/${id}/publish`, { as: admin, body: {} });
    expect(await again()).toMatchObject({
      status: 200,
      body: { data: { html: "<p>Ask us.</p>" } },
    });
  });
});

describe("a draft, from its beginning to its publication", () => {
  it("201 with its place, 409 for a second, 204 when it is discarded", async () => {
    const body = { kind: "faq", locale: "en" };
    const made = await api.call("POST", versions, { as: admin, body });
    const { id } = made.body.data;
    expect(made.status).toBe(201);
    expect(made.headers.get("location")).toBe(`${versions}/${id}`);
    expect(await api.call("POST", versions, { as: admin, body })).toMatchObject({
      status: 409,
      body: { code: "content.draft_exists", details: { contentId: id } },
    });
    const gone = await api.call("DELETE", `${versions}/${id}`, { as: admin });
    expect(gone.status).toBe(204);
    expect((await api.call("GET", `${versions}/${id}`, { as: admin })).status).toBe(404);
  });

  it("409: another's change is not written over, and what is published is not changed", async () => {
    const { id, updatedAt } = await drafted("about", "One");
    const put = (body: object) => api.call("PUT", `${versions}/${id}`, { as: admin, body });
    expect((await put({ body: "Two", ifUpdatedAt: updatedAt })).status).toBe(200);
    expect(await put({ body: "Three", ifUpdatedAt: updatedAt })).toMatchObject({
      status: 409,
      body: { code: "content.changed" },
    });
    const publish = () => api.call("PUT", `${versions}/${id}/publish`, { as: admin, body: {} });
    expect(await publish()).toMatchObject({ status: 200, body: { data: { phase: "InForce" } } });
    expect(await publish()).toMatchObject({ status: 409, body: { code: "content.status" } });
    expect((await put({ body: "Four" })).body.code).toBe("content.status");
  });

  it("400: changed terms without notice, at the field", async () => {
    const { id } = await drafted("terms-of-service", "## New");
    const body = { effectiveAt: "2026-06-02T00:00:00Z" };
    const answer = await api.call("PUT", `${versions}/${id}/publish`, { as: admin, body });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        code: "content.notice",
        details: { days: 14, earliestAt: "2026-06-15T12:00:00.000Z" },
        errors: [{ field: "effectiveAt" }],
      },
    });
  });

  it("422: more than a text may hold; a preview stores nothing", async () => {
    const body = { kind: "about", locale: "en", body: "x".repeat(50_001) };
    const path = `${versions}/preview`;
    expect((await api.call("POST", path, { as: admin, body })).status).toBe(422);
    const shown = await api.call("POST", path, { as: admin, body: { ...body, body: "# Hi <b>" } });
    expect(shown.body.data.html).toBe('<h2 id="s-hi-b">Hi &lt;b&gt;</h2>');
  });

  it("200: lists versions by kind, newest first, without texts", async () => {
    const { body } = await api.call("GET", `${versions}?kind=about&sort=-version`, { as: admin });
    expect(body.data.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect(body.data[0]).toMatchObject({ publishedBy: { id: admin.userId, name: admin.name } });
    expect(body.data[0]).not.toHaveProperty("markdown");
    expect(body.pagination).toMatchObject({ total: 2 });
  });
});
