import { describe, expect, it } from "vitest";

import { slots } from "@/db/schema/schedules";
import { anonymous, type UserActor } from "@/lib/core/actor";
import { makeContext } from "@/lib/process/wiring";
import { addVehicle, setFavourite } from "@/lib/sites/drivers";
import { AddVehicle } from "@/lib/sites/drivers/schema";
import { setSchedule } from "@/lib/sites/schedules";
import { SetSchedule } from "@/lib/sites/schedules/schema";
import { nearbyStations, readMapPlaces, searchStations } from "@/lib/sites/stations";
import { NearbyStations, ReadMapPlaces, SearchStations } from "@/lib/sites/stations/schema";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import {
  energyTariff,
  makeBusiness,
  makeSlots,
  makeStation,
  makeUser,
  testConfig,
  testStart,
} from "../../../support/world";

const { db } = await testDatabase();
const clock = fileClock(testStart);
const as = (actor: UserActor | typeof anonymous) =>
  makeContext({ db, actor, clock, config: testConfig });
const guest = as(anonymous);
const { id: businessId } = await makeBusiness(db);
const office = as(await makeUser(db, "Backoffice", { businessId }));

const search = (query: Record<string, unknown>, ctx = guest) =>
  searchStations(ctx, { ...SearchStations.parse(query), page: 1, limit: 100 });
/** The names that a list, a circle around `near` and a map find, which must be the same. */
async function names(query: Record<string, unknown>, ctx = guest): Promise<string[]> {
  const listed = (await search(query, ctx)).items.map(({ name }) => name).toSorted();
  const map = await readMapPlaces(ctx, ReadMapPlaces.parse(query));
  expect(map.places.map(({ station }) => station?.name).toSorted()).toEqual(listed);
  const { search: _text, near: _near, radius: _radius, sort: _sort, ...rest } = query;
  const circle = { latitude: 30, longitude: -40, radius: 1_000_000 };
  const around = await nearbyStations(ctx, {
    ...NearbyStations.parse({ ...circle, ...rest }),
    page: 1,
    limit: 100,
  });
  if (!("availableFrom" in query)) {
    const text = typeof query.search === "string" ? query.search : "";
    const near = around.items.map(({ name }) => name).filter((name) => name.includes(text));
    expect(near.toSorted()).toEqual(listed);
  }
  return listed;
}
let degrees = 0;
const make = (
  name: string,
  options: Parameters<typeof makeStation>[2] = {},
  of: string | null = businessId,
) => {
  degrees += 0.01;
  return makeStation(db, of, { latitude: 30, longitude: -40 + degrees, name, ...options });
};
const hour = (n: number) => new Date(testStart.getTime() + n * 3_600_000);

describe("the price of a kWh", () => {
  it("is at most what is asked, in the currency's own places; free ones cost less than anything", async () => {
    const yen = { ...energyTariff, currency: "JPY", perKwhMinor: 45 };
    await make("price cents", { tariff: { ...energyTariff, perKwhMinor: 45 } });
    await make("price yen", { tariff: yen });
    await make("price visit", { tariff: visit(300) });
    await make("price gift", { tariff: visit(0) });
    await make("price unsaid", { tariff: null });
    const within = (most: string) => names({ search: "price", maxPricePerKwh: most });
    expect(await within("0.44")).toEqual(["price gift"]);
    expect(await within("0.45")).toEqual(["price cents", "price gift"]);
    expect(await within("45")).toEqual(["price cents", "price gift", "price yen"]);
  });

  const visit = (feeMinor: number) => ({
    ...energyTariff,
    mode: "Flat" as const,
    perKwhMinor: null,
    perHourMinor: null,
    feeMinor,
  });
});

it("a station has all that is asked to be on site, however it is written", async () => {
  await make("site one", { amenities: ["Restrooms", "Coffee"] });
  await make("site two", { amenities: ["coffee"] });
  const having = (amenities: unknown) => names({ search: "site", amenities });
  expect(await having("coffee")).toEqual(["site one", "site two"]);
  expect(await having("COFFEE,restrooms")).toEqual(["site one"]);
  expect(await having(["Coffee", "Restrooms"])).toEqual(["site one"]);
  expect(SearchStations.safeParse({ amenities: "," }).success).toBe(false);
});

describe("open now", () => {
  const daily = (windows: object[]) =>
    Object.fromEntries(["sun", "mon", "tue", "wed", "thu", "fri", "sat"].map((d) => [d, windows]));
  const set = (stationId: string, weekly: object, exceptions: object[] = []) =>
    setSchedule(office, { stationId, ...SetSchedule.parse({ weekly, exceptions }) });

  it("goes by the station's own clock, over midnight and by the day's own hours", async () => {
    const [day, night, shut, other, tokyo, none] = await Promise.all(
      ["day", "night", "shut", "other", "tokyo", "none"].map((name) =>
        make(`open ${name}`, { timeZone: name === "tokyo" ? "Asia/Tokyo" : "America/New_York" }),
      ),
    );
    await make("open listed", {}, null);
    const at8 = daily([{ start: "08:00", end: "17:00" }]);
    if (!day || !night || !shut || !other || !tokyo || !none) throw new Error("Six were made.");
    await set(day.id, at8);
    await set(night.id, daily([{ start: "22:00", end: "06:00" }]));
    await set(shut.id, at8, [{ date: "2026-06-01", closed: true }]);
    await set(other.id, {}, [{ date: "2026-06-01", windows: [{ start: "20:00", end: "01:00" }] }]);
    await set(tokyo.id, at8);
    const openAt = async (at: string) => {
      clock.set(new Date(at));
      const found = await names({ search: "open", openNow: "true" });
      return found.map((name) => name.replace("open ", "")).join(" ");
    };
    // What nobody runs, and whose hours nobody told, is not closed.
    expect(await openAt("2026-06-01T11:59:59Z")).toBe("listed");
    expect(await openAt("2026-06-01T12:00:00Z")).toBe("day listed");
    expect(await openAt("2026-06-01T20:59:59Z")).toBe("day listed");
    expect(await openAt("2026-06-01T21:00:00Z")).toBe("listed");
    expect(await openAt("2026-06-02T00:00:00Z")).toBe("listed other tokyo");
    expect(await openAt("2026-06-02T04:59:59Z")).toBe("listed night other tokyo");
    expect(await openAt("2026-06-02T05:00:00Z")).toBe("listed night tokyo");
    expect(await openAt("2026-06-02T09:59:59Z")).toBe("listed night");
    expect(await openAt("2026-06-02T10:00:00Z")).toBe("listed");
  });
});

it("those that take bookings stand alone, apart, or first", async () => {
  await make("kind z own");
  await make("kind a listed", {}, null);
  await make("kind repair", { status: "Maintenance" });
  expect(await names({ search: "kind", bookable: "true" })).toEqual(["kind repair", "kind z own"]);
  expect(await names({ search: "kind", bookable: "false" })).toEqual(["kind a listed"]);
  const first = await search({ search: "kind", sort: "bookable", near: "30,-40", radius: "900" });
  expect(first.items.map(({ name }) => name)).toEqual([
    "kind z own",
    "kind repair",
    "kind a listed",
  ]);
});

describe("one's own", () => {
  it("car's plugs are what counts, unless nobody said which they are", async () => {
    const [driver, other] = [await makeUser(db, "EvOwner"), await makeUser(db, "EvOwner")];
    const car = { make: "Kia", model: "EV3", year: 2025, batteryKwh: 80 };
    const [known, unknown] = [
      await addVehicle(
        as(driver),
        AddVehicle.parse({ ...car, plate: "A1", standards: ["CHAdeMO", "Type 2"] }),
      ),
      await addVehicle(as(driver), AddVehicle.parse({ ...car, plate: "A2" })),
    ];
    await make("car mixed", {
      places: [
        { standards: ["CHADEMO"], powerW: 50_000 },
        { standards: ["IEC_62196_T2_COMBO"], powerW: 150_000 },
      ],
    });
    await make("car combo", { places: [{ standards: ["IEC_62196_T2_COMBO"], powerW: 150_000 }] });
    const fits = (query: object, by = driver) => names({ search: "car", ...query }, as(by));
    expect(await fits({ vehicleId: known.id })).toEqual(["car mixed"]);
    expect(await fits({ vehicleId: unknown.id })).toEqual(["car combo", "car mixed"]);
    expect(await fits({ vehicleId: known.id, standard: "CCS" })).toEqual([]);
    const [found] = (await search({ search: "car", vehicleId: known.id }, as(driver))).items;
    expect([found?.suiting, found?.maxPowerKw]).toEqual([1, 50]);
    await expect(fits({ vehicleId: known.id }, other)).rejects.toMatchObject({
      code: "vehicle.not_found",
    });
    await expect(search({ vehicleId: known.id })).rejects.toMatchObject({ code: "auth.required" });
  });

  it("favourites are found alone, by their driver", async () => {
    const [driver, other] = [await makeUser(db, "EvOwner"), await makeUser(db, "EvOwner")];
    const { id: stationId } = await make("mark one");
    await make("mark two");
    await setFavourite(as(driver), { stationId });
    const marked = (by: UserActor) => names({ search: "mark", favourite: "true" }, as(by));
    expect(await marked(driver)).toEqual(["mark one"]);
    expect(await marked(other)).toEqual([]);
    await expect(search({ favourite: "true" })).rejects.toMatchObject({ code: "auth.required" });
    await expect(search({ favourite: "true" }, office)).rejects.toMatchObject({
      code: "request.forbidden",
    });
  });
});

describe("the time with a place", () => {
  const freeOf = async (query: Record<string, string>) => {
    const [item] = (await search(query)).items;
    const map = await readMapPlaces(guest, ReadMapPlaces.parse(query));
    expect(map.places[0]?.station?.free ?? null).toEqual(item?.free ?? null);
    return item?.free ?? null;
  };
  const told = (from: number, to: number, places: number) => ({
    startsAt: hour(from).toISOString(),
    endsAt: hour(to).toISOString(),
    places,
  });

  it("is the one that is asked for in whole slots, with the fewest places that any of them has", async () => {
    const { id } = await make("time one", { connectors: 4 });
    await makeSlots(db, id, hour(1), 1, { capacity: 4 });
    await makeSlots(db, id, hour(2), 1, { capacity: 3 });
    const range = (from: number, to: number) => ({
      search: "time one",
      availableFrom: hour(from).toISOString(),
      availableTo: hour(to).toISOString(),
    });
    expect(await freeOf(range(1, 2))).toEqual(told(1, 2, 4));
    expect(await freeOf(range(1, 3))).toEqual(told(1, 3, 3));
    expect(await freeOf(range(1.5, 2.5))).toEqual(told(1, 3, 3));
  });

  it("is else the next of the coming week, and counts chargers that suit, never slots", async () => {
    const places = [
      { standards: ["CHADEMO"], powerW: 50_000 },
      { standards: ["IEC_62196_T2_COMBO"], powerW: 150_000 },
    ];
    const { id } = await make("time two", { places });
    const at = (from: number, placeGroup: number, reserved = 0) => ({
      stationId: id,
      placeGroup,
      startsAt: hour(from),
      endsAt: hour(from + 1),
      capacity: 1,
      reserved,
      openPlaces: "1",
      updatedAt: testStart,
    });
    // The running one, a full one, one with both, and one after a week.
    await db.insert(slots).values([at(-0.5, 1), at(1, 1, 1), at(1, 2, 1), at(3, 1), at(3, 2)]);
    expect(await freeOf({ search: "time two" })).toEqual(told(3, 4, 2));
    expect(await freeOf({ search: "time two", standard: "CHADEMO" })).toEqual(told(3, 4, 1));
    clock.set(hour(4));
    await db.insert(slots).values([at(4 + 24 * 7, 1)]);
    expect(await freeOf({ search: "time two" })).toBeNull();
    clock.set(hour(4.01));
    expect(await freeOf({ search: "time two" })).toEqual(told(4 + 24 * 7, 5 + 24 * 7, 1));
  });
});
