import { expect, it } from "vitest";

import {
  packStations,
  type ShownStation,
  unpackStations,
} from "@/components/finder/shown-stations";

const amount = { amount: "0.49", currency: "USD" };
const station: ShownStation = {
  id: "01a226fd-4198-71d5-ba96-d1ead3490f61",
  name: "Pier",
  address: "1 Quay",
  location: { lat: 40.7, lng: -73.9 },
  timeZone: "America/New_York",
  type: "AC",
  bookable: true,
  takesBookings: true,
  approval: "Auto",
  connectors: 4,
  suiting: 2,
  maxPowerKw: 7.2,
  free: { startsAt: "2026-03-07T12:00:00.000Z", endsAt: "2026-03-07T13:00:00.000Z", places: 2 },
  distanceKm: null,
  imageId: null,
  pricing: { mode: "Energy", fee: null, perHour: null, perKwh: amount },
  availability: [
    { date: "2026-03-07", slots: 17, freeSlots: 3 },
    { date: "2026-03-08", slots: 23, freeSlots: 0 },
    { date: "2026-03-09", slots: 24, freeSlots: 24 },
  ],
};

it("stations come to the browser as they were", () => {
  const listed = { ...station, bookable: false, free: null, pricing: null, availability: [] };
  const all = [station, listed];
  expect(unpackStations(JSON.parse(JSON.stringify(packStations(all))))).toEqual(all);
});

it("of a price comes what is said of it", () => {
  const pricing = { mode: "Flat", fee: amount, perHour: amount, perKwh: amount } as const;
  const [come] = unpackStations(packStations([{ ...station, pricing }]));
  expect(come?.pricing).toEqual({ mode: "Flat", fee: amount, perHour: null, perKwh: null });
});
