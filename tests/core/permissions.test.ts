import { describe, expect, it } from "vitest";

import { anonymous, system, type Actor, type Role, type UserActor } from "@/lib/core/actor";
import { systemClock } from "@/lib/core/clock";
import type { Context } from "@/lib/core/context";
import { authorize, permissions, scopeOf, type Permission } from "@/lib/core/permissions";

const mine = { businessId: "business-1", stationId: "station-1", userId: "user-1" };
const another = { businessId: "business-2", stationId: "station-2", userId: "user-2" };

const user = (role: Role): UserActor => ({
  kind: "User",
  userId: "user-1",
  role,
  status: "Active",
  name: role,
  email: null,
  businessId: role === "Backoffice" || role === "Operator" ? "business-1" : null,
  stationIds: role === "Operator" ? ["station-1"] : [],
  ownerNic: null,
});

// Only the actor is read when a permission is decided.
const as = (actor: Actor) => ({ actor, clock: systemClock }) as unknown as Context;

function outcome(actor: Actor, permission: Permission, thing: typeof mine): string {
  try {
    authorize(as(actor), permission, thing, "booking.not_found");
    return "yes";
  } catch (error) {
    return (error as { kind: string }).kind;
  }
}

/** The matrix of product.md, as it is printed there: SystemAdmin, Backoffice, Operator, EvOwner. */
const matrix: [Permission, string, string, string, string][] = [
  ["business.decide", "all", "-", "-", "-"],
  ["station.manage", "all", "own", "-", "-"],
  ["schedule.manage", "all", "own", "-", "-"],
  ["tariff.manage", "all", "own", "-", "-"],
  ["connector.manage", "all", "own", "-", "-"],
  ["schedule.read", "all", "own", "own", "-"],
  ["operator.manage", "all", "own", "-", "-"],
  ["owner.reactivate", "all", "all", "-", "-"],
  ["owner.deactivate", "all", "all", "-", "own"],
  ["booking.approve", "all", "own", "own", "-"],
  ["booking.create", "-", "-", "-", "own"],
  ["booking.modify", "-", "-", "-", "own"],
  ["booking.cancel", "all", "own", "own", "own"],
  ["session.checkin", "-", "-", "own", "-"],
  ["session.finalize", "-", "-", "own", "-"],
  ["audit.read", "all", "own", "own", "own"],
];

describe("the permission matrix", () => {
  const roles: Role[] = ["SystemAdmin", "Backoffice", "Operator", "EvOwner"];
  for (const [permission, ...cells] of matrix) {
    roles.forEach((role, index) => {
      const cell = cells[index];
      it(`${permission} for ${role} is ${cell}`, () => {
        const expected = {
          all: ["yes", "yes"],
          own: ["yes", "NotFound"],
          "-": ["Forbidden", "Forbidden"],
        };
        expect([
          outcome(user(role), permission, mine),
          outcome(user(role), permission, another),
        ]).toEqual(expected[cell as keyof typeof expected]);
      });
    });
  }

  it("asks nobody known to sign in, except where a permission is public", () => {
    for (const permission of Object.keys(permissions) as Permission[]) {
      const expected = permissions[permission] === "public" ? "yes" : "Unauthorized";
      expect(outcome(anonymous, permission, mine), permission).toBe(expected);
    }
  });

  it("lets the system's own jobs do everything", () => {
    expect(outcome(system("no-show"), "booking.cancel", another)).toBe("yes");
  });

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
});
