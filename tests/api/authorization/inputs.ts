import { endsAt, startsAt } from "./scene";

export const reason = "Checked by the walk.";
export const hold = { startsAt, endsAt, connectors: 1, reason };
const day = [{ start: "08:00", end: "22:00" }];
export const schedule = {
  weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
  exceptions: [],
  capacityOverrides: [],
};
export const newStation = {
  name: "Pier",
  address: "1 Pier Street, Albany",
  location: { lat: 42.65, lng: -73.75 },
  type: "DC",
  connectors: 2,
  timeZone: "America/New_York",
};
export const connector = { number: 900, standard: "IEC_62196_T1_COMBO", maxPowerKw: 50 };
export const csv =
  "ID,Station Name,Street Address,City,State,ZIP,Country,Latitude,Longitude,EV Level2 EVSE Num\n" +
  "1,Pier,1 Pier Street,Albany,NY,12207,US,42.65,-73.75,2";
// The first bytes of a PNG tell what it is.
export const png = new Blob(
  [
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    ),
  ],
  { type: "image/png" },
);

/** A form with the file in it. */
export function form(file: Blob): FormData {
  const data = new FormData();
  data.set("file", file, "photo.png");
  return data;
}
