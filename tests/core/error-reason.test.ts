import { expect, it } from "vitest";

import { reasonOf } from "@/components/shell/error-reason";

const named = (name: string, message = "") => Object.assign(new Error(message), { name });
const digested = (digest: string) => Object.assign(new Error("hidden"), { digest });

it.each([
  ["a part that the bundler could not load", named("ChunkLoadError")],
  ["Chrome's own words", new TypeError("Failed to fetch dynamically imported module: /a.js")],
  ["Firefox's own words", new TypeError("error loading dynamically imported module: /a.js")],
  ["Safari's own words", new TypeError("Importing a module script failed.")],
])(
  "%s is said to lack the network where there is none, and else to be loaded again",
  (_, error) => {
    expect(reasonOf(error, false)).toBe("unloaded");
    expect(reasonOf(error, true)).toBe("outdated");
  },
);

it.each([
  ["database-away", "away"],
  ["database-busy", "busy"],
  ["too-many-requests", "tooMany"],
  ["12345", "failed"],
])("what the server says by %s is %s, with or without network", (digest, reason) => {
  for (const isOnline of [true, false]) expect(reasonOf(digested(digest), isOnline)).toBe(reason);
});

it("a fault of ours is one without network, too", () => {
  expect(reasonOf(new TypeError("undefined is not a function"), false)).toBe("failed");
  expect(reasonOf("no error at all", false)).toBe("failed");
});
