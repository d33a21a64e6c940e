import { expect, test } from "vitest";

import { together } from "@/components/i18n/together";
import * as rooms from "@/lib/words/rooms";
import { rule } from "@/lib/words/refusals";
import { setting } from "@/lib/words/setting";
import { readCatalogue } from "@/scripts/parts/generated/catalogues";
import { z } from "zod";

import {
  keysOf,
  ownNamespaces,
  type Spoken,
  undeclared,
  unsaid,
} from "../support/architecture/catalogue-checks";

const spoken: Spoken = { words: rooms, files: readCatalogue("en") };

test("screens have words for every name that a room declares", () => {
  expect(Object.keys(spoken.files).length).toBeGreaterThan(10);
  expect(unsaid(spoken)).toEqual([]);
});

test("no file has words for what its room does not declare", () =>
  expect(undeclared(spoken)).toEqual([]));

test("a file is its room's, and a namespace its file's", () =>
  expect(ownNamespaces(spoken)).toEqual([]));

test("files are put together without touching what the build has compiled", () => {
  const compiled = ["Hello, ", ["name"], "!"];
  const files = [{ home: { hello: compiled } }, { home: { title: "Home" } }];
  const all = together(...(files as unknown as Parameters<typeof together>));
  expect(all).toEqual({ home: { hello: compiled, title: "Home" } });
  const twice = [...files, files[0]];
  expect(() => together(...(twice as unknown as Parameters<typeof together>))).toThrow(
    "Two files say home.hello.",
  );
});

const colour = setting("COLOUR", z.enum(["Red", "Blue"]), "Red", []);
/** Two rooms and what they say, without a fault, to plant one in. */
const faultless: Spoken = {
  words: {
    doors: {
      errors: { "door.locked": rule() },
      settings: { colour },
      audited: { things: ["Door"], actions: ["Create", "Close"] },
    },
    walls: { audited: { things: [], actions: ["Create"] } },
  },
  files: {
    doors: {
      doorList: { title: "Doors" },
      settings: { names: { colour: "Colour" }, values: { Red: "Red", Blue: "Blue" } },
      rules: {
        faults: { too_heavy: "Must be lighter." },
        refusals: { door: { locked: "The door is locked." } },
        settings: { colour: "Which it is." },
      },
      audits: { entities: { Door: "Door" }, deeds: { Close: "Close" } },
    },
    walls: { wallList: { title: "Walls" }, audits: { deeds: { Create: "Create" } } },
  },
};
const saying = (room: string, file: Spoken["files"][string]): Spoken => ({
  ...faultless,
  files: { ...faultless.files, [room]: file },
});

test("the checks pass what is right", () => {
  expect(unsaid(faultless)).toEqual([]);
  expect(undeclared(faultless)).toEqual([]);
  expect(ownNamespaces(faultless)).toEqual([]);
});

test("a forgotten word is seen", () => {
  expect(unsaid(saying("doors", { settings: { names: {}, values: { Red: "Red" } } }))).toEqual([
    "doors: no catalogue file says rules.refusals.door.locked",
    "doors: no catalogue file says rules.settings.colour",
    "doors: no catalogue file says settings.names.colour",
    "doors: no catalogue file says settings.values.Blue",
    "doors: no catalogue file says audits.entities.Door",
    "doors: no catalogue file says audits.deeds.Close",
  ]);
});

test("a word for what nobody declares, or for another room's name, is seen", () => {
  const stray = { audits: { deeds: { Create: "Create", Paint: "Paint", Close: "Close" } } };
  const sentence = { rules: { refusals: { wall: { thin: "The wall is thin." } } } };
  expect(undeclared(saying("walls", sentence))).toEqual([
    "walls.json: rules.refusals.wall.thin: the words of walls declare no such name",
  ]);
  expect(undeclared(saying("walls", stray))).toEqual([
    "walls.json: audits.deeds.Paint: the words of walls declare no such name",
    "walls.json: audits.deeds.Close: the words of walls declare no such name",
  ]);
});

test("a file of no room and a namespace of another's file are seen", () => {
  expect(ownNamespaces(saying("walls", { doorList: { more: "More" } }))).toEqual([
    "walls.json: doorList is a namespace of doors.json",
  ]);
  expect(ownNamespaces(saying("roofs", { roofList: { title: "Roofs" } }))).toEqual([
    "roofs.json: there is no room of this name",
  ]);
});

test("two files that say the same word do not go together", () => {
  expect(together({ a: { b: "1" } }, { a: { c: "2" } })).toEqual({ a: { b: "1", c: "2" } });
  expect(() => together({ a: { b: "1" } }, { a: { b: "2" } })).toThrow("Two files say a.b.");
  expect(() => together({ a: { b: "1" } }, { a: "2" })).toThrow("Two files say a.");
  expect(keysOf(together(...Object.values(spoken.files))).length).toBeGreaterThan(1_000);
});
