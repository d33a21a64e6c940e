"use server";

import { redirect } from "next/navigation";
import { z } from "zod";

import { areaOf } from "@/app/_console/area";
import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import { action } from "@/lib/http/action";
import {
  addConnector,
  changeStationImage,
  createStation,
  searchAddresses,
  removeConnector,
  removeStationImage,
  setStationStatus,
  updateConnector,
  updateStation,
} from "@/lib/sites/stations";
import {
  ConnectorInput,
  ConnectorKinds,
  CreateStation,
  SearchAddresses,
  SetStationStatus,
  UpdateConnector,
  UpdateStation,
  UpdateStationImage,
} from "@/lib/sites/stations/schema";

const id = z.uuid();
const named = { stationId: id, connectorId: id };
const permission = "station.manage";

const sendCreate = action({
  permission,
  body: CreateStation.extend({ connectors: ConnectorKinds }),
  run: createStation,
});
/** The form shows these as they are, so a blank one is a slip, not one that stays. */
const shown = {
  name: true,
  address: true,
  location: true,
  type: true,
  timeZone: true,
  defaultSlotMinutes: true,
  approval: true,
} as const;
const sendUpdate = action({
  permission,
  body: UpdateStation.extend({ id }).required(shown),
  run: updateStation,
});

export async function create(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await sendCreate(form);
  if (!result.ok) return refusedForm(result, form);
  redirect(`/${areaOf(form)}/stations/${result.data.id}`);
}

export async function change(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await sendUpdate(form);
  if (!result.ok) return refusedForm(result, form);
  redirect(`/${areaOf(form)}/stations/${result.data.id}`);
}

export const findAddress = action({ permission, body: SearchAddresses, run: searchAddresses });

export const setStatus = action({
  permission,
  body: SetStationStatus.extend({ id }),
  run: setStationStatus,
});

const photo = { stationId: id, imageId: id };
export const changePhoto = action({
  permission,
  body: UpdateStationImage.extend(photo),
  run: changeStationImage,
});
export const removePhoto = action({
  permission,
  body: z.strictObject(photo),
  run: removeStationImage,
});

export const addPlace = action({
  permission: "connector.manage",
  body: ConnectorInput.extend({ stationId: id }),
  run: addConnector,
});
export const changePlace = action({
  permission: "connector.manage",
  body: UpdateConnector.extend(named),
  run: updateConnector,
});
export const removePlace = action({
  permission: "connector.manage",
  body: z.strictObject(named),
  run: removeConnector,
});
