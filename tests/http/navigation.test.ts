import { describe, expect, it } from "vitest";

import { areaOf, homeOf, loginPath, safeNext } from "@/lib/http/navigation";

describe("where to go on after the login", () => {
  it.each(["/", "/owner", "/owner/bookings?view=past#top", "/a%20b", "/stations/1?next=//evil"])(
    "may be %j",
    (path) => expect(safeNext(path)).toBe(path),
  );

  it.each([
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "owner",
    "",
    " /owner",
    "/ok/..//evil.example/%2e%2e",
    "/..//evil.example",
    "/.//evil.example",
    "/owner\u0000",
  ])("may not be %j", (path) => {
    expect(safeNext(path)).toBeUndefined();
  });

  it("is nothing when it is missing or named twice", () => {
    expect(safeNext(undefined)).toBeUndefined();
    expect(safeNext(null)).toBeUndefined();
    expect(safeNext(["/owner", "/admin"])).toBeUndefined();
  });

  it("stands in the login's address", () => {
    expect(loginPath("/owner?a=1&b=2")).toBe("/login?next=%2Fowner%3Fa%3D1%26b%3D2");
    expect(loginPath("/")).toBe("/login");
    expect(loginPath("//evil.example")).toBe("/login");
  });
});

describe("role areas", () => {
  it("are the folders that each role lives in", () => {
    expect(areaOf("/admin")).toBe("SystemAdmin");
    expect(areaOf("/backoffice/stations/1")).toBe("Backoffice");
    expect(areaOf("/operator/")).toBe("Operator");
    expect(areaOf("/owner/x")).toBe("EvOwner");
    expect(homeOf("EvOwner")).toBe("/owner");
  });

  it("are nothing that only begins alike", () => {
    for (const path of ["/", "/owners", "/administration", "/stations/owner", "/Owner"]) {
      expect(areaOf(path), path).toBeUndefined();
    }
  });
});
