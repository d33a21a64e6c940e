import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import { anonymous, type Actor, type Role, roles, type UserActor } from "@/lib/core/actor";
import { type Gate, page } from "@/lib/http/page";

import { pageGates } from "../support/architecture/page-gates";
import { readProject } from "../support/architecture/project";

// Who looks, and where; the database would say the same of them.
const seen = vi.hoisted(() => ({ actor: {} as unknown }));
vi.mock("@/lib/http/browser-context", () => ({
  browserRequest: async () => ({
    ctx: { actor: seen.actor },
    path: "/",
    headers: new Headers(),
    mustChangePassword: false,
  }),
  pageError: (error: unknown) => error,
}));

// What is asked of the database besides is not these tests' business.
beforeAll(() => vi.stubEnv("RATE_LIMITS", "off"));
afterAll(() => vi.unstubAllEnvs());

const user = (role: Role): UserActor => ({
  kind: "User",
  locale: null,
  userId: "user-1",
  role,
  status: "Active",
  name: role,
  email: null,
  businessId: role === "Backoffice" || role === "Operator" ? "business-1" : null,
  stationIds: [],
  ownerNic: null,
});

/** Whether the gate lets somebody see its page. */
async function isShown(gate: Gate, actor: Actor): Promise<boolean> {
  seen.actor = actor;
  const none = { params: Promise.resolve({}), searchParams: Promise.resolve({}) };
  return page({ ...gate, run: () => "shown" })(none).then(
    () => true,
    () => false,
  );
}

const everybody = ["nobody known", ...roles] as const;
type Person = (typeof everybody)[number];

/** Who sees which pages of `app/`, page by page. */
const pages: readonly (readonly [people: readonly Person[], folders: readonly string[]])[] = [
  [
    everybody,
    [
      "(account)/forgot-password",
      "(account)/login",
      "(account)/register",
      "(account)/set-password",
      "(account)/unsubscribe",
      "(site)",
      "(site)/about",
      "(site)/business",
      "(site)/business/requested",
      "(site)/contact",
      "(site)/faq",
      "(site)/offline",
      "(site)/privacy",
      "(site)/stations/[id]",
      // Staff find nothing there: the page itself says so.
      "(site)/stations/[id]/book",
      "(site)/terms",
    ],
  ],
  [
    [...roles],
    ["(account)/change-password", "(account)/notifications/settings", "(account)/passkeys"],
  ],
  [
    ["SystemAdmin"],
    [
      "admin",
      "admin/audits",
      "admin/bookings",
      "admin/bookings/[id]",
      "admin/businesses",
      "admin/businesses/[id]",
      "admin/content",
      "admin/content/[id]",
      "admin/deliveries",
      "admin/exceptions",
      "admin/health",
      "admin/import",
      "admin/inbox",
      "admin/messages",
      "admin/messages/alert",
      "admin/operators",
      "admin/operators/[id]",
      "admin/operators/new",
      "admin/owners/[id]",
      "admin/reports",
      "admin/requests",
      "admin/search",
      "admin/settings",
      "admin/stations",
      "admin/stations/[id]",
      "admin/stations/[id]/edit",
      "admin/stations/[id]/schedule",
      "admin/stations/[id]/tariff",
      "admin/stations/new",
      "admin/users",
      "admin/webhooks",
      "admin/webhooks/[id]",
      "admin/webhooks/[id]/deliveries/[deliveryId]",
      "admin/webhooks/new",
    ],
  ],
  [
    ["Backoffice"],
    [
      "backoffice",
      "backoffice/audits",
      "backoffice/bookings",
      "backoffice/bookings/[id]",
      "backoffice/cash",
      "backoffice/closing",
      "backoffice/conflicts",
      "backoffice/day",
      "backoffice/exceptions",
      "backoffice/import",
      "backoffice/inbox",
      "backoffice/operators",
      "backoffice/operators/[id]",
      "backoffice/operators/new",
      "backoffice/owners",
      "backoffice/owners/[id]",
      "backoffice/reports",
      "backoffice/search",
      "backoffice/settings",
      "backoffice/stations",
      "backoffice/stations/[id]",
      "backoffice/stations/[id]/edit",
      "backoffice/stations/[id]/schedule",
      "backoffice/stations/[id]/tariff",
      "backoffice/stations/new",
      "backoffice/tariffs",
      "backoffice/webhooks",
      "backoffice/webhooks/[id]",
      "backoffice/webhooks/[id]/deliveries/[deliveryId]",
      "backoffice/webhooks/new",
    ],
  ],
  [
    ["Operator"],
    [
      "operator",
      "operator/day",
      "operator/inbox",
      "operator/scan",
      "operator/search",
      "operator/session",
      "operator/shift",
      "operator/walk-up",
    ],
  ],
  [
    ["EvOwner"],
    [
      "(site)/stations/[id]/wait",
      "owner",
      "owner/bookings",
      "owner/bookings/[id]",
      "owner/bookings/[id]/change",
      "owner/inbox",
      "owner/profile",
      "owner/profile/vehicles/[id]",
      "owner/profile/vehicles/new",
      "owner/qr",
    ],
  ],
];

describe("who sees which page", () => {
  const gates = pageGates(readProject());
  const expected = pages.flatMap(([people, folders]) =>
    folders.map((folder) => ({ folder, people })),
  );

  it("is written down for every page", () => {
    const folders = [...gates.keys()].map((path) => path.replace(/^app\/|\/page\.tsx$/g, ""));
    expect(folders.toSorted()).toEqual(expected.map(({ folder }) => folder).toSorted());
  });

  it.each(expected)("$folder is for $people", async ({ folder, people }) => {
    const gate = gates.get(`app/${folder}/page.tsx`) as Gate;
    const found: Person[] = [];
    for (const person of everybody) {
      if (await isShown(gate, person === "nobody known" ? anonymous : user(person))) {
        found.push(person);
      }
    }
    expect(found).toEqual(people);
  });
});

describe("A9, S6: what the address says", () => {
  const id = "0198a000-0000-7000-8000-00000000000a";
  const open = (params: Record<string, string>, search: Record<string, string | string[]> = {}) => {
    seen.actor = anonymous;
    const run = vi.fn<(ctx: unknown, input: unknown) => string>(() => "shown");
    const shown = page({ area: "site", permission: "station.read", run })({
      params: Promise.resolve(params),
      searchParams: Promise.resolve(search),
    });
    return { run, shown };
  };

  it.each(["x", "\0", "%00", `${id}a`, "", "1 or 1=1"])(
    "names nothing by %j: 404",
    async (wrong) => {
      const { run, shown } = open({ id: wrong });
      await expect(shown).rejects.toMatchObject({ digest: "NEXT_HTTP_ERROR_FALLBACK;404" });
      expect(run).not.toHaveBeenCalled();
    },
  );

  it("names a thing by its id", async () => {
    expect(await open({ id }).shown).toBe("shown");
  });

  it("has no filter that nothing can be asked by", async () => {
    const { run, shown } = open(
      {},
      { search: "a\0", "b\0": "c", near: ["1", "\ud83d"], type: "DC" },
    );
    await shown;
    expect(run.mock.calls[0]?.[1]).toEqual({ params: {}, searchParams: { type: "DC" } });
  });
});
