import { describe, expect, test } from "vitest";

import { projectOf, readProject } from "../support/architecture/project";
import { fileNames, fileSize, needs, roomShape } from "../support/architecture/shape-checks";

const project = readProject();

describe("the project as it is", () => {
  test("every room has the shape of rooms", () => expect(roomShape(project)).toEqual([]));
  test("rooms of a wing name the ones they ask", () => expect(needs(project)).toEqual([]));
  test("no file is too long", () => expect(fileSize(project)).toEqual([]));
  test("file names say what files do", () => expect(fileNames(project)).toEqual([]));
});

/** A room without a fault, to plant one in. */
const room = {
  "lib/charging/bookings/index.ts": "",
  "lib/charging/bookings/words.ts": "",
  "lib/charging/bookings/README.md": "Bookings.\n",
  "lib/charging/bookings/schema.ts": "",
  "lib/charging/bookings/rules.ts": "",
  "lib/charging/bookings/store/slots.ts": "",
  "lib/charging/bookings/create-booking.ts": "",
  "lib/charging/bookings/check-in.ts": "",
};

describe("the checks see what is planted", () => {
  test("a faultless room passes", () => expect(roomShape(projectOf(room))).toEqual([]));

  test.for([
    ["lib/charging/bookings/booking.ts"],
    ["lib/charging/bookings/createBooking.ts"],
    ["lib/charging/bookings/deep/create-booking.ts"],
    ["lib/charging/bookings/create-booking.tsx"],
    ["lib/charging/bookings/NOTES.md"],
    ["lib/charging/stray.ts"],
  ])("%s is outside the closed set", ([path = ""]) => {
    expect(roomShape(projectOf({ ...room, [path]: "" }))).toEqual([
      expect.stringContaining(`${path}: `),
    ]);
  });

  test("a room needs a wing, a door, words and a short README", () => {
    expect(roomShape(projectOf({ "lib/purse/wallet/create-wallet.ts": "" }))).toEqual([
      expect.stringContaining("lib/purse/wallet: lies in no wing"),
      "lib/purse/wallet: has no index.ts or inside.ts",
      "lib/purse/wallet: has no words.ts",
      "lib/purse/wallet: has no README.md",
    ]);
    const long = { ...room, "lib/charging/bookings/README.md": "line\n".repeat(21) };
    expect(roomShape(projectOf(long))).toEqual([
      "lib/charging/bookings/README.md: 21 lines, 20 at most",
    ]);
    const { "lib/charging/bookings/schema.ts": _, ...others } = room;
    expect(roomShape(projectOf({ ...others, "lib/charging/bookings/schema/qr.ts": "" }))).toEqual([
      "lib/charging/bookings: has schema/ without schema.ts",
    ]);
    const both = { ...room, "lib/charging/bookings/store.ts": "" };
    expect(roomShape(projectOf(both))).toEqual([
      "lib/charging/bookings: has both store.ts and store/",
    ]);
  });

  test("a room may ask what it needs of its wing, and not in a circle", () => {
    const words = (...names: string[]) => `export const words = defineWords({
  needs: [${names.map((name) => `"${name}"`).join(", ")}],
});`;
    const wing = {
      "lib/charging/bookings/words.ts": words("sessions"),
      "lib/charging/sessions/words.ts": words("bookings"),
      "lib/charging/waiting/words.ts": words("queue"),
    };
    expect(needs(projectOf(wing))).toEqual([
      "charging/bookings → charging/sessions → charging/bookings",
      "charging/sessions → charging/bookings → charging/sessions",
      "lib/charging/waiting/words.ts: needs queue, no room of its wing",
    ]);
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
