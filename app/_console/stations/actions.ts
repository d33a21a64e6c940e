"use server";

import { redirect } from "next/navigation";
import { z } from "zod";

import { areaOf } from "@/app/_console/area";
import type { DeedAction } from "@/components/form/deed";
import type { FormState } from "@/components/form/form-state";
import { readForm, refusedForm } from "@/components/form/read-form";
import type { FindAddress } from "@/components/station-form/address-search";
import { action } from "@/lib/http/action";
import {
  addConnector,
  createStation,
  findAddresses,
  removeConnector,
  setStationStatus,
  updateConnector,
  updateStation,
} from "@/lib/sites/stations";
import {
  ConnectorInput,
  CreateStation,
  FindAddresses,
  SetStationStatus,
  UpdateConnector,
  UpdateStation,
} from "@/lib/sites/stations/schema";

const id = z.uuid();
const named = { stationId: id, connectorId: id };
const manage = "station.manage";

const sendCreate = action({ permission: manage, body: CreateStation, run: createStation });
const sendUpdate = action({
  permission: manage,
  body: UpdateStation.extend({ id }),
  run: updateStation,
});
const sendStatus = action({
  permission: manage,
  body: SetStationStatus.extend({ id }),
  run: setStationStatus,
});
const sendAdd = action({
  permission: "connector.manage",
  body: ConnectorInput.extend({ stationId: id }),
  run: addConnector,
});
const sendChange = action({
  permission: "connector.manage",
  body: UpdateConnector.extend(named),
  run: updateConnector,
});
const sendRemove = action({
  permission: "connector.manage",
  body: z.strictObject(named),
  run: removeConnector,
});

const sendFind = action({ permission: manage, body: FindAddresses, run: findAddresses });

/** What the business or the place says of a new station where the form does not. */
const optional = [
  "address",
  "timeZone",
  "defaultSlotMinutes",
  "approval",
  "description",
  "phone",
  "amenities",
  "businessId",
];

/** A number where one was typed; anything else stays, so that its rule can speak. */
const number = (text: unknown) =>
  typeof text === "string" && text.trim() !== "" && !Number.isNaN(Number(text))
    ? Number(text)
    : text === ""
      ? undefined
      : text;

/** The form as the API's body has it: numbers are numbers, amenities a list. */
function read(form: FormData, mayLack: readonly string[]) {
  const {
    location,
    connectors,
    defaultSlotMinutes,
    amenities,
    position: _text,
    area: _area,
    ...texts
  } = readForm(form, mayLack);
  const place = location as { lat: string; lng: string };
  return {
    ...texts,
    location: { lat: number(place.lat), lng: number(place.lng) },
    defaultSlotMinutes: number(defaultSlotMinutes),
    ...(connectors !== undefined && { connectors: number(connectors) }),
    amenities: String(amenities ?? "")
      .split(",")
      .map((text) => text.trim())
      .filter(Boolean),
  };
}

export async function create(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await sendCreate(read(form, optional));
  if (!result.ok) return refusedForm(result, form);
  redirect(`/${areaOf(form)}/stations/${result.data.id}`);
}

export async function change(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await sendUpdate({
    description: null,
    phone: null,
    ...read(form, ["description", "phone", "amenities"]),
  });
  if (!result.ok) return refusedForm(result, form);
  redirect(`/${areaOf(form)}/stations/${result.data.id}`);
}

export const findAddress: FindAddress = async (q) => sendFind({ q });

export const setStatus: DeedAction = async (input) => sendStatus(input);

const connector = ({ number: given, maxPowerKw, ...input }: Record<string, unknown>) => ({
  ...input,
  ...(given !== undefined && { number: number(given) }),
  ...(maxPowerKw !== undefined && { maxPowerKw: number(maxPowerKw) }),
});

export const addPlace: DeedAction = async (input) => sendAdd(connector(input));
export const changePlace: DeedAction = async (input) => sendChange(connector(input));
export const removePlace: DeedAction = async (input) => sendRemove(input);
