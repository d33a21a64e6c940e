import { tinyPng } from "../../support/pictures";
import { afdcFile, afdcRow } from "../../support/station-files";
import { makeStation } from "../../support/world";
import { api, endsAt, type Scene, startsAt } from "./scene";

export const password = "correct horse 42 battery";
export const fresh = () => `${crypto.randomUUID()}@example.test`;
let phones = 0;
const phone = () => `+1315${String(5_550_000 + (phones += 1))}`;
/** Somebody who was never here. */
export const person = () => ({ name: "Pat Walker", email: fresh(), phone: phone() });
export const newNic = () => String(199_000_000_000 + (phones += 1));

export const id = (thing: { id: string }) => ({ params: { id: thing.id } });
export const station = ({ stationId }: Scene) => ({ params: { id: stationId } });
export const nic = ({ owner }: Scene) => ({ params: { nic: String(owner.ownerNic) } });
/** A station of its own, since the call may end it. */
export const spare = async (scene: Scene) => id(await makeStation(api.db, scene.businessId));

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
export const csv = afdcFile([afdcRow("1")]);
export const png = new Blob([tinyPng], { type: "image/png" });

/** A form with the file in it. */
export function form(file: Blob): FormData {
  const data = new FormData();
  data.set("file", file, "photo.png");
  return data;
}
