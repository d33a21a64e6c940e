import { expect, it } from "vitest";

import { anonymous } from "@/lib/core/actor";
import { readStationNames, searchStations } from "@/lib/sites/stations";
import { SearchStations } from "@/lib/sites/stations/schema";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../../../support/database";
import { makeBusiness, makeStation, makeUser, testConfig } from "../../../support/world";

const { db } = await testDatabase();
const as = (actor: Parameters<typeof makeContext>[0]["actor"]) =>
  makeContext({ db, actor, config: testConfig });
const { id: hudson } = await makeBusiness(db, "Hudson");
const { id: mohawk } = await makeBusiness(db, "Mohawk");
const named = async (business: string | null, name: string) =>
  (await makeStation(db, business, { name, status: "Inactive" })).id;
const north = await named(hudson, "North");
const south = await named(hudson, "South");
const theirs = await named(mohawk, "Theirs");
const listed = await named(null, "Listed");
const all = [north, south, theirs, listed];
const admin = as(await makeUser(db, "SystemAdmin"));

it("names of stations are read as far as one runs them or works there", async () => {
  const office = as(await makeUser(db, "Backoffice", { businessId: hudson }));
  const operator = as(await makeUser(db, "Operator", { businessId: hudson, stationIds: [south] }));
  const names = async (ctx: typeof admin) => [...(await readStationNames(ctx, all)).values()];
  expect((await names(admin)).toSorted()).toEqual(["North", "South", "Theirs"]);
  expect((await names(office)).toSorted()).toEqual(["North", "South"]);
  expect(await names(operator)).toEqual(["South"]);
  expect((await readStationNames(admin, [north])).get(north)).toBe("North");
  expect((await readStationNames(office, [])).size).toBe(0);
  for (const ctx of [as(await makeUser(db, "EvOwner")), as(anonymous)]) {
    await expect(names(ctx)).rejects.toThrow();
  }
});

it("a list says whose each station is, and is narrowed to one business, closed ones too", async () => {
  const find = async (query: object) => {
    const asked = { ...SearchStations.parse({ all: "true", ...query }), page: 1, limit: 100 };
    const { items } = await searchStations(admin, asked);
    return items.map(({ id, businessId }) => [id, businessId] as const);
  };
  expect(new Map(await find({}))).toEqual(
    new Map([
      [north, hudson],
      [south, hudson],
      [theirs, mohawk],
      [listed, null],
    ]),
  );
  expect(await find({ businessId: mohawk })).toEqual([[theirs, mohawk]]);
});
