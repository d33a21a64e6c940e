"use server";

import { redirect } from "next/navigation";
import { z } from "zod";

import type { DeedAction } from "@/components/form/deed";
import type { FormState } from "@/components/form/form-state";
import { readForm, refusedForm } from "@/components/form/read-form";
import {
  createOperator,
  deactivateOperator,
  reactivateOperator,
  updateOperator,
} from "@/lib/accounts";
import { CreateOperator, StatusChange, UpdateOperator } from "@/lib/accounts/schema";
import { action } from "@/lib/http/action";

const list = "/backoffice/operators";
const permission = "operator.manage";
const id = z.uuid();

const sendCreate = action({ permission, body: CreateOperator, run: createOperator });
const sendUpdate = action({
  permission,
  body: UpdateOperator.safeExtend({ id }),
  run: updateOperator,
});
const sendDeactivate = action({
  permission,
  body: StatusChange.extend({ id }),
  run: deactivateOperator,
});
const sendReactivate = action({
  permission,
  body: StatusChange.extend({ id }),
  run: reactivateOperator,
});

/** A form's fields, with every ticked station. */
const read = (form: FormData) => ({
  ...readForm(form, ["phone", "password"]),
  stationIds: form.getAll("stationIds"),
});

export async function create(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await sendCreate(read(form));
  if (!result.ok) return refusedForm(result, form);
  redirect(`${list}?added=${result.data.id}`);
}

export async function change(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await sendUpdate({ phone: null, ...read(form) });
  if (!result.ok) return refusedForm(result, form);
  redirect(`${list}?changed=${result.data.id}`);
}

export const deactivate: DeedAction = async (input) => sendDeactivate(input);
export const reactivate: DeedAction = async (input) => sendReactivate(input);
