"use server";

import { redirect } from "next/navigation";
import { z } from "zod";

import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import type { Context } from "@/lib/core/context";
import { action } from "@/lib/http/action";
import type { FormOf } from "@/lib/http/form-body";
import { leaveSession } from "@/lib/http/session";
import {
  choosePreferences,
  deactivateOwner,
  deleteUser,
  endLogin,
  logout,
  removePicture,
  updateProfile,
} from "@/lib/people/accounts";
import {
  ChoosePreferences,
  DeleteUser,
  ownerKey,
  StatusChange,
  UpdateProfile,
} from "@/lib/people/accounts/schema";
import {
  addVehicle,
  removeVehicle,
  removeVehiclePhoto,
  setDefaultVehicle,
  updateVehicle,
} from "@/lib/sites/drivers";
import { AddVehicle, UpdateVehicle } from "@/lib/sites/drivers/schema";
import { type DistanceUnit, distanceUnits, per100KmOf } from "@/lib/core/units";

const id = z.uuid();
const done: FormState = { errors: {}, values: {}, done: true };

const changePerson = action({
  permission: "account.self",
  body: UpdateProfile,
  run: updateProfile,
});

/** Changes who one is; the form says so on the same page. */
export async function savePerson(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await changePerson(form);
  return result.ok ? done : refusedForm(result, form);
}

export const removeOwnPicture = action({
  permission: "account.self",
  body: z.strictObject({}),
  run: removePicture,
});

const choose = action({
  permission: "account.self",
  body: ChoosePreferences,
  run: choosePreferences,
});

/** Keeps how Baybook speaks to oneself, and shows the page so. */
export async function savePreferences(
  _state: FormState | null,
  form: FormData,
): Promise<FormState> {
  const result = await choose(form);
  return result.ok ? done : refusedForm(result, form);
}

export const setUsual = action({
  permission: "vehicle.manage",
  body: z.strictObject({ id }),
  run: setDefaultVehicle,
});

export const removeCar = action({
  permission: "vehicle.manage",
  body: z.strictObject({ id }),
  run: removeVehicle,
});

export const removePhoto = action({
  permission: "vehicle.manage",
  body: z.strictObject({ id }),
  run: removeVehiclePhoto,
});

/** What a car needs, for a hundred of which its form says it. */
const consumptionPer = { consumptionPer: z.enum(distanceUnits).default("km") };

/** The same for a hundred kilometres, as it is kept. */
const inKilometres = <Said extends { kwhPer100Km?: number | null | undefined }>({
  consumptionPer,
  ...said
}: Said & { consumptionPer: DistanceUnit }) => ({
  ...said,
  ...(said.kwhPer100Km != null && { kwhPer100Km: per100KmOf(consumptionPer, said.kwhPer100Km) }),
});

const NewCar = AddVehicle.extend(consumptionPer);
const addAsSaid = (ctx: Context, said: z.infer<typeof NewCar>) =>
  addVehicle(ctx, inKilometres(said));
const add = action({ permission: "vehicle.manage", body: NewCar, run: addAsSaid });

/** Adds a car, and leads back to all of them. */
export async function addCar(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await add(form);
  if (!result.ok) return refusedForm(result, form);
  redirect("/owner/profile");
}

const ChangedCar = UpdateVehicle.safeExtend({ id, ...consumptionPer });
const changeAsSaid = (ctx: Context, said: z.infer<typeof ChangedCar>) =>
  updateVehicle(ctx, inKilometres(said));
const change = action({ permission: "vehicle.manage", body: ChangedCar, run: changeAsSaid });

/** Changes a car, and leads back to all of them. */
export async function changeCar(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await change(form);
  if (!result.ok) return refusedForm(result, form);
  redirect("/owner/profile");
}

export const signOutOf = action({
  permission: "account.self",
  body: z.strictObject({ id }),
  run: endLogin,
});

const leaveAll = action({
  permission: "account.self",
  body: z.strictObject({ where: z.literal("everywhere") }),
  run: (ctx) => logout(ctx, {}),
});

/** Ends every login of one's own, this one too. */
export async function leaveEverywhere(form: FormData) {
  const result = await leaveAll(form);
  if (!result.ok) return result;
  await leaveSession();
  redirect("/login");
}

const sendClosing = action({
  permission: "owner.deactivate",
  body: StatusChange.extend({ nic: ownerKey }),
  run: async (ctx, input) => {
    await deactivateOwner(ctx, input);
  },
});

/** Deactivates the account, which ends its logins, and leads to the login, which says that it is done. */
export async function closeAccount(form: FormOf<{ nic: string }>) {
  const result = await sendClosing(form);
  if (!result.ok) return result;
  await leaveSession();
  redirect("/login?deactivated=1");
}

const sendDeletion = action({
  permission: "user.delete",
  limit: "login",
  body: DeleteUser,
  run: deleteUser,
});

/** Deletes the account, and leads to the login, which says until when it may be had back. */
export async function deleteAccount(form: FormData) {
  const result = await sendDeletion(form);
  if (!result.ok) return result;
  await leaveSession();
  redirect("/login?deleted=1");
}
