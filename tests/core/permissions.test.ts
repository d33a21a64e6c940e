import { describe, expect, it } from "vitest";

import { anonymous, type Actor, type Role, type UserActor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { authorize, permissions, permits, scopeOf, type Permission } from "@/lib/core/permissions";
import { jobNames } from "@/lib/words";

/** What nobody needs to sign in for. */
const open = [
  "account.login",
  "business.request",
  "content.read",
  "notification.unsubscribe",
  "owner.register",
  "service.read",
  "review.read",
  "station.read",
] as const;

/** The matrix of product.md, written out once by hand: SystemAdmin, Backoffice, Operator, EvOwner. */
const people: Record<string, readonly [Cell, Cell, Cell, Cell]> = {
  "account.self": ["own", "own", "own", "own"],
  "audit.verify": ["any", "-", "-", "-"],
  "audit.read": ["any", "business", "station", "own"],
  "booking.approve": ["any", "business", "station", "-"],
  "booking.cancel": ["any", "business", "station", "own"],
  "booking.create": ["-", "-", "-", "own"],
  "booking.modify": ["-", "-", "-", "own"],
  "booking.move": ["any", "business", "station", "-"],
  "booking.late": ["-", "-", "-", "own"],
  "booking.qr": ["-", "-", "-", "own"],
  "booking.read": ["any", "business", "station", "own"],
  "review.write": ["-", "-", "-", "own"],
  "waiting.join": ["-", "-", "-", "own"],
  "waiting.read": ["-", "-", "-", "own"],
  "business.decide": ["any", "-", "-", "-"],
  "business.read": ["any", "business", "-", "-"],
  "capacity.read": ["any", "business", "station", "-"],
  "conflict.read": ["any", "business", "station", "-"],
  "connector.manage": ["any", "business", "-", "-"],
  "content.manage": ["any", "-", "-", "-"],
  "dashboard.own": ["-", "-", "-", "own"],
  "dashboard.read": ["any", "business", "station", "own"],
  "delivery.read": ["any", "-", "-", "-"],
  "delivery.retry": ["any", "-", "-", "-"],
  "device.manage": ["own", "own", "own", "own"],
  "event.read": ["any", "business", "station", "own"],
  "exception.keep": ["any", "business", "station", "own"],
  "exception.read": ["any", "business", "station", "-"],
  "exception.settle": ["any", "business", "station", "-"],
  "favourite.manage": ["-", "-", "-", "own"],
  "health.read": ["any", "-", "-", "-"],
  "message.read": ["any", "-", "-", "-"],
  "message.retry": ["any", "-", "-", "-"],
  "notification.broadcast": ["any", "-", "-", "-"],
  "notification.manage": ["own", "own", "own", "own"],
  "notification.read": ["own", "own", "own", "own"],
  "operator.manage": ["any", "business", "-", "-"],
  "operator.read": ["any", "business", "-", "-"],
  "owner.deactivate": ["any", "any", "-", "own"],
  "owner.list": ["any", "business", "-", "own"],
  "owner.reactivate": ["any", "any", "-", "-"],
  "owner.read": ["any", "any", "-", "own"],
  "owner.update": ["-", "-", "-", "own"],
  "queue.read": ["-", "-", "station", "-"],
  "receipt.read": ["any", "business", "station", "own"],
  "report.read": ["any", "business", "-", "-"],
  "report.subscribe": ["own", "own", "-", "-"],
  "shift.read": ["any", "business", "station", "-"],
  "schedule.manage": ["any", "business", "-", "-"],
  "schedule.read": ["any", "business", "station", "-"],
  "search.owners": ["any", "business", "station", "-"],
  "search.read": ["any", "business", "station", "own"],
  "session.checkin": ["-", "-", "station", "-"],
  "session.finalize": ["-", "-", "station", "-"],
  "session.read": ["any", "business", "station", "own"],
  "session.update": ["-", "-", "station", "-"],
  "session.walkIn": ["-", "-", "station", "-"],
  "setting.manage": ["any", "business", "-", "-"],
  "setting.read": ["any", "business", "-", "-"],
  "station.import": ["any", "business", "-", "-"],
  "station.manage": ["any", "business", "-", "-"],
  "suggestion.plan": ["-", "business", "-", "-"],
  "suggestion.read": ["-", "-", "-", "own"],
  "tariff.manage": ["any", "business", "-", "-"],
  "user.delete": ["-", "-", "-", "own"],
  "user.erase": ["any", "-", "-", "-"],
  "user.manage": ["any", "-", "-", "-"],
  "user.read": ["any", "-", "-", "-"],
  "vehicle.manage": ["-", "-", "-", "own"],
  "webhook.manage": ["any", "business", "-", "-"],
  "webhook.read": ["any", "business", "-", "-"],
};

/** What jobs and commands hold, by name; all but the import, the check of audits and erasing are theirs alone. */
const jobs: Record<string, readonly string[]> = {
  "admin.create": ["admin", "seed"],
  "audit.seal": ["seal"],
  "audit.verify": ["invariants"],
  "booking.close": ["no-show", "unreviewed"],
  "booking.extend": ["walk-ups"],
  "waiting.serve": ["waiting"],
  "webhook.clean": ["clean-up"],
  "webhook.send": ["webhooks"],
  "content.supersede": ["supersede"],
  "credential.clean": ["clean-up"],
  "event.clean": ["clean-up"],
  "event.deliver": ["outbox"],
  "event.follow": ["live"],
  "event.relay": ["broker"],
  "link.issue": ["admin", "outbox"],
  "booking.remind": ["reminders"],
  "notification.clean": ["clean-up"],
  "message.send": ["messages"],
  "message.spread": ["mailings"],
  "photo.move": ["photo-move"],
  "record.clean": ["clean-up"],
  "report.roll": ["report-days"],
  "report.send": ["report-mails"],
  "session.import": ["import"],
  "slot.clean": ["clean-up"],
  "rating.reconcile": ["ratings"],
  "slot.reconcile": ["reconcile"],
  "slot.refresh": ["slots"],
  "station.count": ["map-cells"],
  "station.import": ["import"],
  "stray.sweep": ["stray-sweep"],
  "upload.sweep": ["upload-sweep"],
  "user.erase": ["admin", "erase"],
  "user.expire": ["erase"],
  "user.warn": ["erase-warnings"],
  "worker.watch": ["watch"],
};

/** No machine holds anything yet. */
const machines: Record<"Charger" | "Kiosk" | "PaymentProvider", Record<string, Cell>> = {
  Charger: {},
  Kiosk: {},
  PaymentProvider: {},
};

/** How far a permission reaches in somebody's hands; `-`: they never hold it; `?`: they must sign in first. */
type Cell = "any" | "business" | "station" | "own" | "-" | "?";

const roles = ["SystemAdmin", "Backoffice", "Operator", "EvOwner"] as const;
const known = Object.keys(permissions) as Permission[];

const user = (role: Role): UserActor => ({
  kind: "User",
  locale: null,
  userId: "user-1",
  role,
  status: "Active",
  name: role,
  email: null,
  businessId: "business-1",
  stationIds: ["station-1"],
  ownerNic: null,
});
const machine = { stationId: "station-1", businessId: "business-1" };
const actors: Record<string, Actor> = {
  ...Object.fromEntries(roles.map((role) => [role, user(role)])),
  Anonymous: anonymous,
  ...Object.fromEntries(jobNames.map((job) => [job, { kind: "Job", job } as const])),
  Charger: { kind: "Charger", chargerId: "charger-1", ...machine },
  Kiosk: { kind: "Kiosk", kioskId: "kiosk-1", ...machine },
  PaymentProvider: { kind: "PaymentProvider", provider: "stripe" },
};

/** What the table above says of everybody. */
function written(permission: string): Record<string, Cell> {
  const isOpen = open.some((one) => one === permission);
  return Object.fromEntries(
    Object.keys(actors).map((name): [string, Cell] => {
      if (isOpen) return [name, "any"];
      if (name === "Anonymous") return [name, "?"];
      if (name in machines) {
        return [name, machines[name as keyof typeof machines][permission] ?? "-"];
      }
      const index = roles.findIndex((role) => role === name);
      if (index >= 0) return [name, people[permission]?.[index] ?? "-"];
      return [name, jobs[permission]?.includes(name) ? "any" : "-"];
    }),
  );
}

// Only the actor is read when a permission is decided.
const as = (actor: Actor) => ({ actor }) as unknown as Context;

const others = { businessId: "business-2", stationId: "station-2", userId: "user-2" };
const things = [
  others,
  { ...others, businessId: "business-1" },
  { ...others, stationId: "station-1" },
  { ...others, userId: "user-1" },
];
const reaches: Record<string, Cell> = {
  "yes yes yes yes": "any",
  "no yes no no": "business",
  "no no yes no": "station",
  "no no no yes": "own",
};

/** What the permission function says, tried at things that are another's in all, or all but one respect. */
function seen(permission: Permission): Record<string, string> {
  return Object.fromEntries(
    Object.entries(actors).map(([name, actor]) => {
      const outcomes = new Set<string>();
      const answers = things.map((thing) => {
        try {
          authorize(as(actor), permission, thing, "booking.not_found");
          return "yes";
        } catch (error) {
          const { kind } = error as { kind: string };
          outcomes.add(kind);
          return "no";
        }
      });
      const reach = reaches[answers.join(" ")];
      if (reach && [...outcomes].every((kind) => kind === "NotFound")) return [name, reach];
      const kind = [...outcomes].join(" ");
      return [name, { Forbidden: "-", Unauthorized: "?" }[kind] ?? `${answers.join(" ")}, ${kind}`];
    }),
  );
}

describe("the permission matrix", () => {
  it.each(known)("says of %s what is written here", (permission) => {
    expect(seen(permission)).toEqual(written(permission));
  });

  it("is written out whole, and has nothing else", () => {
    const names = [...open, ...Object.keys(people), ...Object.keys(jobs)];
    expect([...new Set(names)].toSorted()).toEqual(known.toSorted());
    const named = new Set(Object.values(jobs).flat());
    // The import, the check of audits and erasing are not alone with their permissions; no other name stands twice.
    const shared = names.filter((name, at) => names.indexOf(name) !== at);
    expect(shared).toEqual(["audit.verify", "station.import", "user.erase"]);
    expect([...named].toSorted()).toEqual(jobNames.toSorted());
  });

  const table = permissions as Record<string, object | "public">;
  const holders = [...roles, "Charger", "Kiosk", "PaymentProvider"];

  it.each(known)("sees %s widened in any way", (permission) => {
    const before = table[permission];
    if (before === undefined || before === "public") return;
    const wider: (object | "public")[] = [
      "public",
      ...holders
        .filter((name) => written(permission)[name] !== "any")
        .map((name) => ({ ...before, [name]: "any" })),
      ...jobNames
        .filter((name) => written(permission)[name] !== "any")
        .map((name) => ({ ...before, Job: [...(jobs[permission] ?? []), name] })),
    ];
    try {
      for (const grants of wider) {
        table[permission] = grants;
        expect(seen(permission), JSON.stringify(grants)).not.toEqual(written(permission));
      }
    } finally {
      table[permission] = before;
    }
  });
});

describe("a permission", () => {
  it("never lets a thing without a business or station pass for one's own", () => {
    const nobodys = { businessId: null, stationId: null, userId: null };
    for (const role of ["Backoffice", "Operator"] as const) {
      expect(() =>
        authorize(as(user(role)), "schedule.read", nobodys, "station.not_found"),
      ).toThrow();
    }
  });

  it("refuses a Backoffice user without a business outright", () => {
    const lost = { ...user("Backoffice"), businessId: null };
    expect(() => scopeOf(as(lost), "booking.read")).toThrow("Your role may not do this.");
  });

  it("reaches a machine's own station and business, where it is granted", () => {
    const table = permissions as Record<string, object | "public">;
    const before = table["session.update"];
    const of = (name: string) => scopeOf(as(actors[name] ?? anonymous), "session.update");
    try {
      table["session.update"] = { Charger: "station", Kiosk: "business", PaymentProvider: "any" };
      expect(of("Charger")).toEqual({ reach: "station", stationIds: ["station-1"] });
      expect(of("Kiosk")).toEqual({ reach: "business", businessId: "business-1" });
      expect(of("PaymentProvider")).toEqual({ reach: "any" });
      table["session.update"] = { Charger: "business", Kiosk: "station" };
      expect(of("Charger")).toEqual({ reach: "business", businessId: "business-1" });
      expect(of("Kiosk")).toEqual({ reach: "station", stationIds: ["station-1"] });
      const stray = { ...actors.Kiosk, stationId: null } as Actor;
      expect(() => scopeOf(as(stray), "session.update")).toThrow("may not do this");
      expect(() => of("PaymentProvider")).toThrow("may not do this");
    } finally {
      if (before) table["session.update"] = before;
    }
  });

  it("is held or not, whatever its reach", () => {
    expect(permits(as(user("Operator")), "booking.read")).toBe(true);
    expect(permits(as(user("Operator")), "booking.create")).toBe(false);
    expect(permits(as(anonymous), "station.read")).toBe(true);
    expect(permits(as(anonymous), "booking.read")).toBe(false);
    expect(permits(as({ kind: "Job", job: "slots" }), "slot.refresh")).toBe(true);
    expect(permits(as({ kind: "Job", job: "slots" }), "slot.clean")).toBe(false);
  });
});
