import { expect, it } from "vitest";

import { testApi } from "../../support/api";
import { makeBusiness, makeStation } from "../../support/world";

const { call, db } = await testApi();
const { id: businessId } = await makeBusiness(db);
const at = (name: string, longitude: number) =>
  makeStation(db, businessId, { name, latitude: -17, longitude });
await at("Suva", 178.4);
await at("Taveuni", -179.9);
await at("On the line", 180);

const map = async (query: string) => {
  const { status, body } = await call("GET", `/api/v1/stations/map?zoom=8${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  const names = body.data.places.map((one: { station: { name: string } }) => one.station.name);
  return { names: names.toSorted(), extent: body.data.extent };
};

it("F21: finds what lies on both sides of the date line, where west is greater than east", async () => {
  const all = ["On the line", "Suva", "Taveuni"];
  expect((await map("&bbox=170,-40,-170,10")).names).toEqual(all);
  expect((await map("&bbox=-180,-90,180,90")).names).toEqual(all);
  expect((await map("&bbox=178,-40,179,10")).names).toEqual(["Suva"]);
  expect((await map("&bbox=-180,-40,-179,10")).names).toEqual(["Taveuni"]);
  expect((await map("&bbox=10,-40,20,10")).names).toEqual([]);
});

it("F21: tells an extent that is as narrow as it can be", async () => {
  const { extent } = await map("");
  expect(extent).toEqual([178.4, -17, -179.9, -17].map((degrees) => expect.closeTo(degrees, 9)));
  await at("Accra", -0.2);
  expect((await map("&bbox=-10,-40,10,10")).extent).toEqual([-0.2, -17, -0.2, -17]);
  // One way around leaves out the Indian Ocean, the other nothing.
  expect((await map("")).extent).toEqual([178.4, -17, -0.2, -17].map((d) => expect.closeTo(d, 9)));
});
