import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { eq } from "drizzle-orm";
import { z } from "zod";

import { users } from "@/db/schema/accounts";
import { fail, failField } from "@/lib/core/errors";
import type { UserActor } from "@/lib/core/actor";
import { action } from "@/lib/http/action";
import { type Gate, page } from "@/lib/http/page";

import { testDatabase } from "../support/database";
import { cookieFor } from "../support/sign-in";
import { makeBusiness, makeUser } from "../support/world";

// Next's request scope exists inside Next alone; what it would hand over is set here.
const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next-intl/server", () => ({ getMessages: async () => ({}), getLocale: async () => "en" }));
vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({ getAll: () => [] }),
}));

const { db, url } = await testDatabase();

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", url);
  vi.stubEnv("NEXTAUTH_SECRET", "test-nextauth-secret-0123456789abcdef");
  vi.stubEnv("JWT_KEYS", "t1:test-access-token-secret-0123456789ab");
  vi.stubEnv("QR_KEYS", "q1:test-qr-secret-0123456789abcdefghijkl");
  vi.stubEnv("BASE_URL", "http://baybook.test");
});
afterAll(() => vi.unstubAllEnvs());

const come = async (user?: UserActor, path = "/somewhere") => {
  request.headers = new Headers({ "x-path": path });
  if (!user) return;
  request.headers.set("cookie", await cookieFor(db, user));
};

/** Where Next would go, or what the page shows. */
const outcome = async (shown: Promise<unknown>) => {
  try {
    return await shown;
  } catch (error) {
    const { digest = "" } = error as { digest?: string };
    const [kind, , to] = digest.split(";");
    return kind === "NEXT_REDIRECT" ? `redirect ${to}` : digest || error;
  }
};
const notThere = "NEXT_HTTP_ERROR_FALLBACK;404";

const { id: businessId } = await makeBusiness(db);
const [owner, operator] = [
  await makeUser(db, "EvOwner"),
  await makeUser(db, "Operator", { businessId }),
];
beforeEach(() => come());

describe("page()", () => {
  const show = (gate: Gate, run = () => "shown") =>
    outcome(
      page({ ...gate, run })({ params: Promise.resolve({}), searchParams: Promise.resolve({}) }),
    );
  const open: Gate = { area: "site", permission: "station.read" };
  const signedIn: Gate = { area: "account", permission: "account.self" };
  const owners: Gate = { area: "owner", permission: "booking.read" };
  const operators: Gate = { area: "operator", permission: "booking.read" };

  it("shows a public page to anybody", async () => {
    expect(await show(open)).toBe("shown");
    await come(owner);
    expect(await show(open)).toBe("shown");
  });

  it("sends nobody known to the login, which leads back", async () => {
    await come(undefined, "/owner/bookings?view=past");
    const login = "redirect /login?next=%2Fowner%2Fbookings%3Fview%3Dpast";
    expect(await show(signedIn)).toBe(login);
    expect(await show(owners)).toBe(login);
  });

  it("is not there for another role", async () => {
    await come(operator);
    expect(await show(owners)).toBe(notThere);
    expect(await show({ area: "site", permission: "booking.create" })).toBe(notThere);
    expect(await show({ area: "site", permission: "booking.cancel" })).toBe("shown");
    expect(await show(operators)).toBe("shown");
    expect(await show(signedIn)).toBe("shown");
  });

  it("is not there for a role of its area that lacks the permission", async () => {
    // No page can be declared so: the types refuse a page that its own role may not see.
    const barred = { area: "operator", permission: "station.manage" } as unknown as Gate;
    await come(operator);
    expect(await show(barred)).toBe(notThere);
    await come(undefined, "/operator");
    expect(await show(barred)).toBe("redirect /login?next=%2Foperator");
  });

  it("asks for the role of its area even where the permission is public", async () => {
    const open = { area: "operator", permission: "station.read" } as unknown as Gate;
    expect(await show(open)).toBe("redirect /login?next=%2Fsomewhere");
    await come(owner);
    expect(await show(open)).toBe(notThere);
    await come(operator);
    expect(await show(open)).toBe("shown");
  });

  it("hands over the context and the address", async () => {
    await come(owner);
    const id = "0198a000-0000-7000-8000-00000000000a";
    const Page = page({
      ...owners,
      run: ({ actor }, { params, searchParams }) => JSON.stringify({ actor, params, searchParams }),
    });
    const props = {
      params: Promise.resolve({ id }),
      searchParams: Promise.resolve({ view: "past" }),
    };
    const unchosen = { theme: null, hourCycle: null, distanceUnit: null };
    const shown = JSON.parse(String(await Page(props))) as { actor: UserActor };
    const { sessionId } = shown.actor;
    expect(shown).toEqual({
      actor: { ...owner, ...unchosen, sessionId, mustChangePassword: false },
      params: { id },
      searchParams: { view: "past" },
    });
  });

  it("asks for a new password first where one was given", async () => {
    const fresh = await makeUser(db, "Operator", { businessId });
    await db.update(users).set({ mustChangePassword: true }).where(eq(users.id, fresh.userId));
    await come(fresh);
    expect(await show(operators)).toBe("redirect /change-password");
    expect(await show(owners)).toBe(notThere);
    expect(await show(open)).toBe("shown");
    await come(fresh, "/change-password?next=/operator");
    expect(await show(signedIn)).toBe("shown");
  });

  it("is not there for what a use case hides or forbids, and asks to sign in where it must", async () => {
    const throwing = (code: Parameters<typeof fail>[0]) => () => {
      throw fail(code as "owner.not_found");
    };
    expect(await show(open, throwing("owner.not_found"))).toBe(notThere);
    expect(await show(open, throwing("request.forbidden"))).toBe(notThere);
    expect(await show(open, throwing("auth.required"))).toBe("redirect /login?next=%2Fsomewhere");
    expect(await show(open, throwing("link.invalid"))).toMatchObject({ code: "link.invalid" });
  });

  it("says by its digest that the database is away", async () => {
    const away = Object.assign(new Error("refused"), { code: "ECONNREFUSED" });
    const failing = () => {
      throw new Error("query failed", { cause: away });
    };
    expect(await show(open, failing)).toBe("database-away");
  });

  it("A12: counts pages, and says by its digest that it were too many", async () => {
    request.headers.set("x-forwarded-for", "192.0.2.12");
    for (let asked = 0; asked < 600; asked += 1) expect(await show(open)).toBe("shown");
    expect(await show(open)).toBe("too-many-requests");
    await come(owner);
    request.headers.set("x-forwarded-for", "192.0.2.12");
    expect(await show(open)).toBe("shown");
  });

  it("A3: says by its digest that the database is busy", async () => {
    const late = Object.assign(new Error("canceling statement"), { code: "57014" });
    const failing = (error: Error) => () => {
      throw error;
    };
    expect(await show(open, failing(new Error("query failed", { cause: late })))).toBe(
      "database-busy",
    );
    expect(await show(open, failing(fail("report.busy")))).toBe("database-busy");
  });

  it("believes no cookie of a session that was closed", async () => {
    const gone = await makeUser(db, "Operator", { businessId });
    await come(gone);
    await db.update(users).set({ tokenVersion: 2 }).where(eq(users.id, gone.userId));
    expect(await show(operators)).toBe("redirect /login?next=%2Fsomewhere");
  });
});

describe("action()", () => {
  const body = z.strictObject({ name: z.string().min(2) });
  const greet = action({
    permission: "booking.create",
    body,
    run: (ctx, { name }) => ({ hello: name, as: ctx.actor.kind }),
  });

  /** A value as a browser may send it, whatever the types say. */
  const sent = (value: object) => JSON.parse(JSON.stringify(value));
  const formOf = (fields: Readonly<Record<string, string>>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return form;
  };

  it("answers what the use case did", async () => {
    await come(owner);
    expect(await greet({ name: "Ada" })).toEqual({
      ok: true,
      data: { hello: "Ada", as: "User" },
    });
  });

  it("reads a form by the use case's schema", async () => {
    await come(owner);
    expect(await greet(formOf({ name: "Ada", area: "admin" }))).toMatchObject({
      ok: true,
      data: { hello: "Ada" },
    });
    expect(await greet(formOf({ name: "A" }))).toMatchObject({
      errors: [{ field: "name", code: "too_short", message: "Use at least 2 characters." }],
    });
    expect(await greet(formOf({}))).toMatchObject({ errors: [{ field: "name" }] });
  });

  it("says at which field the input is at fault", async () => {
    await come(owner);
    expect(await greet(sent({ name: "A", more: 1 }))).toMatchObject({
      ok: false,
      code: "request.invalid",
      errors: expect.arrayContaining([
        { field: "name", code: "too_short", message: "Use at least 2 characters." },
      ]),
    });
  });

  it("asks the role before the input: nobody must sign in, another role may not", async () => {
    expect(await greet(sent({}))).toMatchObject({ ok: false, code: "auth.required" });
    await come(operator);
    expect(await greet(sent({}))).toMatchObject({ ok: false, code: "request.forbidden" });
  });

  it("passes on a refusal with its words, fields and details", async () => {
    await come(owner);
    const refuse = (error: Error) =>
      action({
        permission: "account.self",
        body,
        run: () => {
          throw error;
        },
      })({ name: "Ada" });
    expect(await refuse(failField("user.email_taken", "email"))).toEqual({
      ok: false,
      code: "user.email_taken",
      message: "This email address is in use already.",
      errors: [
        {
          field: "email",
          code: "user.email_taken",
          message: "This email address is in use already.",
        },
      ],
    });
    expect(await refuse(fail("user.status", { status: "Blocked" }))).toMatchObject({
      code: "user.status",
      details: { status: "Blocked" },
    });
    expect(JSON.stringify(await refuse(new Error("select secret from users")))).not.toContain(
      "secret",
    );
  });

  it("does once what a form sends twice, and says so the same way", async () => {
    await come(owner);
    let times = 0;
    const count = action({
      permission: "booking.create",
      body,
      idempotent: "things.count",
      run: (ctx, { name }) => ({ name, times: (times += 1) }),
    });
    const form = { idempotencyKey: crypto.randomUUID(), name: "Ada" };
    expect(await count(form)).toEqual({ ok: true, data: { name: "Ada", times: 1 } });
    expect(await count(form)).toEqual({ ok: true, data: { name: "Ada", times: 1 } });
    expect(await count({ ...form, name: "Bea" })).toMatchObject({ code: "idempotency.key_reused" });
    expect(await count(sent({ name: "Ada" }))).toMatchObject({ code: "idempotency.key_required" });
    expect(times).toBe(1);
    const other = action({
      permission: "booking.create",
      body,
      idempotent: "things.name",
      run: (_ctx, { name }) => ({ name }),
    });
    // The same fields and the same key, for something else.
    expect(await other(form)).toMatchObject({ code: "idempotency.key_reused" });
  });

  it("knows a form again by the key that its page gave it", async () => {
    await come(owner);
    let times = 0;
    const count = action({
      permission: "booking.create",
      body,
      idempotent: "things.count",
      run: () => (times += 1),
    });
    const form = formOf({ idempotencyKey: crypto.randomUUID(), name: "Ada" });
    expect(await count(form)).toEqual({ ok: true, data: 1 });
    expect(await count(form)).toEqual({ ok: true, data: 1 });
    form.set("name", "Bea");
    expect(await count(form)).toMatchObject({ code: "idempotency.key_reused" });
    form.delete("idempotencyKey");
    expect(await count(form)).toMatchObject({ code: "idempotency.key_required" });
    expect(times).toBe(1);
  });

  it("does nothing but the own account before a given password is changed", async () => {
    const fresh = await makeUser(db, "EvOwner");
    await db.update(users).set({ mustChangePassword: true }).where(eq(users.id, fresh.userId));
    await come(fresh);
    expect(await greet({ name: "Ada" })).toMatchObject({ code: "password.change_required" });
    const own = action({ permission: "account.self", body, run: () => "done" });
    expect(await own({ name: "Ada" })).toEqual({ ok: true, data: "done" });
  });
});
