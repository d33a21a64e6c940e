import { describe, expect, test } from "vitest";

import { projectOf, readProject } from "../support/architecture/project";
import { fileNames, fileSize, roomShape } from "../support/architecture/shape-checks";

const project = readProject();

describe("the project as it is", () => {
  test("every room has the shape of rooms", () => expect(roomShape(project)).toEqual([]));
  test("no file is too long", () => expect(fileSize(project)).toEqual([]));
  test("file names say what files do", () => expect(fileNames(project)).toEqual([]));
});

/** A room without a fault, to plant one in. */
const room = {
  "lib/bookings/index.ts": "",
  "lib/bookings/README.md": "Bookings.\n",
  "lib/bookings/schema.ts": "",
  "lib/bookings/rules.ts": "",
  "lib/bookings/store/slots.ts": "",
  "lib/bookings/create-booking.ts": "",
  "lib/bookings/check-in.ts": "",
};

describe("the checks see what is planted", () => {
  test("a faultless room passes", () => expect(roomShape(projectOf(room))).toEqual([]));

  test.for([
    ["lib/bookings/booking.ts"],
    ["lib/bookings/createBooking.ts"],
    ["lib/bookings/deep/create-booking.ts"],
    ["lib/bookings/create-booking.tsx"],
    ["lib/bookings/NOTES.md"],
    ["lib/stray.ts"],
  ])("%s is outside the closed set", ([path = ""]) => {
    expect(roomShape(projectOf({ ...room, [path]: "" }))).toEqual([
      expect.stringContaining(`${path}: `),
    ]);
  });

  test("a room needs a rank, a door and a short README", () => {
    expect(roomShape(projectOf({ "lib/wallet/create-wallet.ts": "" }))).toEqual([
      expect.stringContaining("lib/wallet: has no rank"),
      "lib/wallet: has no index.ts",
      "lib/wallet: has no README.md",
    ]);
    const long = { ...room, "lib/bookings/README.md": "line\n".repeat(21) };
    expect(roomShape(projectOf(long))).toEqual(["lib/bookings/README.md: 21 lines, 20 at most"]);
    const both = { ...room, "lib/bookings/store.ts": "" };
    expect(roomShape(projectOf(both))).toEqual(["lib/bookings: has both store.ts and store/"]);
  });

  test("250 lines are allowed and 251 are not", () => {
    const files = { "app/a.tsx": "x\n".repeat(250), "lib/core/b.ts": "x\n".repeat(251) };
    expect(fileSize(projectOf(files))).toEqual(["lib/core/b.ts: 251 lines, 250 at most"]);
  });

  test("names that say nothing are refused, wherever they stand", () => {
    const names = ["utils.ts", "helpers.ts", "date-utils.ts", "booking-service.ts", "Card.tsx"];
    const planted = Object.fromEntries(names.map((name) => [`components/ui/${name}`, ""]));
    expect(fileNames(projectOf(planted))).toHaveLength(names.length);
    const fine = {
      "app/not-found.tsx": "",
      "next.config.mjs": "",
      "tests/a/whole-day.test.ts": "",
    };
    expect(fileNames(projectOf(fine))).toEqual([]);
  });
});
