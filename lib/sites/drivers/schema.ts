import { z } from "zod";

import {
  idOf,
  instantView,
  lineOfText,
  plugAsked,
  positionText,
  somethingToChange,
  within,
} from "@/lib/core/fields";
import { vehiclePlate } from "@/lib/people/accounts/schema";

export const favouriteKind = z.enum(["Station", "Kiosk"]);

/** The id of a vehicle, where something else names one. */
export const vehicleId = idOf("vehicle_id");

/** Plugs by OCPI's names or short ones, as every ConnectorType that they may be, each once. */
const standards = z
  .array(plugAsked)
  .max(20)
  .transform((asked) => [...new Set(asked.flat())].toSorted());

const facts = {
  make: lineOfText(60),
  model: lineOfText(60),
  /** From 1990 to the next one, which the clock knows. */
  year: z.int(),
  batteryKwh: within(z.number(), 1, 1_000),
  plate: vehiclePlate,
};
/** What it needs for a hundred kilometres, in kWh; null for unknown. */
const kwhPer100Km = within(z.number(), 1, 500).nullish();

export const AddVehicle = z.strictObject({
  ...facts,
  standards: standards.optional(),
  kwhPer100Km,
});
export type AddVehicle = z.infer<typeof AddVehicle>;

/** What is not named stays. */
export const UpdateVehicle = z
  .strictObject({
    make: facts.make.optional(),
    model: facts.model.optional(),
    year: facts.year.optional(),
    batteryKwh: facts.batteryKwh.optional(),
    plate: facts.plate.optional(),
    standards: standards.optional(),
    kwhPer100Km,
  })
  .refine(...somethingToChange);
export type UpdateVehicle = z.infer<typeof UpdateVehicle>;

/** A picture of a car. Its bytes are checked, its name and type are not believed. */
export const SetVehiclePhoto = z.object({
  file: z.object({
    name: z.string().optional(),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
});

export const ReadFavourites = z.object({
  /** `lat,lng`: then each with its distance, the nearest first. */
  near: positionText.optional(),
});
export type ReadFavourites = z.infer<typeof ReadFavourites>;

// ── What goes out ────────────────────────────────────────────────────────────────────────────────

export const VehicleView = z.object({
  id: z.uuid(),
  /** Null, as the next three, where only the plate is known. */
  make: z.string().nullable(),
  model: z.string().nullable(),
  year: z.int().nullable(),
  batteryKwh: z.number().nullable(),
  plate: z.string().nullable(),
  /** OCPI ConnectorTypes that fit it. */
  standards: z.array(z.string()),
  kwhPer100Km: z.number().nullable(),
  /** The picture of it, which `GET profile/vehicles/{id}/photo` shows; null for none. */
  photoUploadId: z.uuid().nullable(),
  /** Whether it is the car of whatever names none. */
  isDefault: z.boolean(),
  createdAt: instantView,
  updatedAt: instantView,
});
export type VehicleView = z.infer<typeof VehicleView>;

export const FavouriteView = z.object({
  kind: favouriteKind,
  /** Of the station. */
  id: z.uuid(),
  name: z.string(),
  /** Metres from `near`; null where nobody said where. */
  distanceM: z.int().nullable(),
  /** On how many connectors a car could begin to charge just now, as far as hours, holds and cars say. */
  freePlaces: z.int(),
  since: instantView,
});
export type FavouriteView = z.infer<typeof FavouriteView>;
