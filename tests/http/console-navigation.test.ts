import { describe, expect, it } from "vitest";

import { navOf, shortcutsOf } from "@/components/shell/nav";
import type { Role } from "@/lib/core/actor";
import { areaRoles, type RoleArea } from "@/lib/core/areas";
import { roleHolds } from "@/lib/core/permissions";
import { homeOf } from "@/lib/http/navigation";
import { navigation, type Permission, shortcuts } from "@/lib/words";
import type { PageEntry } from "@/lib/words/define-words";

import { pageGates } from "../support/architecture/page-gates";
import { readProject } from "../support/architecture/project";

const viewer = (role: Role) => ({ id: role, name: role, role, home: homeOf(role) });
/** Each as `label address`. */
const shown = (entries: readonly { readonly label: string; readonly href: string }[]) =>
  entries.map(({ label, href }) => `${label} ${href}`);

const office = [
  "waitingBookings /backoffice/bookings?view=waiting",
  "changeBooking /backoffice/bookings?view=upcoming",
  "moveFromConflict /backoffice/conflicts",
  "addStation /backoffice/stations/new",
  "closeDates /backoffice/closing",
  "addOperator /backoffice/operators/new",
  "changePassword /change-password",
];

describe("the navigation, from above to below", () => {
  it.each<[Role, string[]]>([
    [
      "SystemAdmin",
      [
        "home /admin",
        "requests /admin/requests",
        "businesses /admin/businesses",
        "stations /admin/stations",
        "bookings /admin/bookings",
        "exceptions /admin/exceptions",
        "operators /admin/operators",
        "users /admin/users",
        "reports /admin/reports",
        "search /admin/search",
        "audits /admin/audits",
        "messages /admin/messages",
        "deliveries /admin/deliveries",
        "webhooks /admin/webhooks",
        "import /admin/import",
        "content /admin/content",
        "settings /admin/settings",
        "health /admin/health",
      ],
    ],
    [
      "Backoffice",
      [
        "home /backoffice",
        "bookings /backoffice/bookings",
        "day /backoffice/day",
        "conflicts /backoffice/conflicts",
        "exceptions /backoffice/exceptions",
        "stations /backoffice/stations",
        "operators /backoffice/operators",
        "owners /backoffice/owners",
        "tariffs /backoffice/tariffs",
        "reports /backoffice/reports",
        "cash /backoffice/cash",
        "search /backoffice/search",
        "audits /backoffice/audits",
        "import /backoffice/import",
        "webhooks /backoffice/webhooks",
        "settings /backoffice/settings",
      ],
    ],
    [
      "Operator",
      [
        "today /operator",
        "scan /operator/scan",
        "walkUp /operator/walk-up",
        "day /operator/day",
        "shift /operator/shift",
        "search /operator/search",
        "find /",
      ],
    ],
    [
      "EvOwner",
      ["finder /owner", "bookings /owner/bookings", "qr /owner/qr", "profile /owner/profile"],
    ],
  ])("of %s", (role, entries) => expect(shown(navOf(viewer(role)))).toEqual(entries));

  it("says what waits where it does, and which entries stand for their page alone", () => {
    const items = navOf(viewer("Backoffice"), { bookings: 7, conflicts: 0 });
    const waiting = items.filter((item) => item.waiting !== undefined);
    expect(waiting.map(({ label, waiting: count }) => [label, count])).toEqual([
      ["bookings", 7],
      ["conflicts", 0],
    ]);
    const alone = (role: Role) =>
      navOf(viewer(role)).flatMap(({ label, isExact }) => (isExact ? [label] : []));
    expect(alone("Backoffice")).toEqual(["home"]);
    expect(alone("EvOwner")).toEqual(["finder"]);
  });
});

describe("what the palette leads to besides", () => {
  it.each<[Role, string[]]>([
    [
      "SystemAdmin",
      [
        "waitingBookings /admin/bookings?view=waiting",
        "changeBooking /admin/bookings?view=upcoming",
        "addStation /admin/stations/new",
        "addOperator /admin/operators/new",
        "blockUser /admin/users",
        "changePassword /change-password",
      ],
    ],
    ["Backoffice", office],
    ["Operator", []],
    ["EvOwner", []],
  ])("for %s", (role, entries) => expect(shown(shortcutsOf(viewer(role)))).toEqual(entries));
});

describe("every entry", () => {
  const gates = pageGates(readProject());
  const entries = [navigation, shortcuts].flatMap((kind, index) =>
    Object.entries<PageEntry & { readonly permission: Permission }>(kind).flatMap(
      ([label, { permission, path = label, places }]) =>
        Object.entries(places).map(([area, place]) => ({
          index,
          label,
          area: area as RoleArea,
          path: path.split("?")[0] ?? "",
          permission,
          place,
        })),
    ),
  );

  it.each(entries)("$area/$path asks for what its page asks for", ({ area, path, permission }) => {
    // Folders in brackets are no part of a path.
    const address = path.startsWith("/") ? path.slice(1) : `${area}/${path}`;
    const page = [...gates].find(
      ([file]) =>
        file.replace(/^app\/|(\/)?page\.tsx$|\(\w+\)\/?/g, "") === address.replace(/\/$/, ""),
    );
    expect(page?.[1]?.permission).toBe(permission);
    expect(roleHolds(areaRoles[area], permission)).toBe(true);
  });

  it("has a place of its own in its area", () => {
    const places = entries.map(({ index, area, place }) => `${index} ${area} ${place}`);
    expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
  });
});
