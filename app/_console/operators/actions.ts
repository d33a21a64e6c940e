"use server";

import { redirect } from "next/navigation";
import { z } from "zod";

import { areaOf } from "@/app/_console/area";
import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import {
  createOperator,
  deactivateOperator,
  reactivateOperator,
  updateOperator,
} from "@/lib/people/accounts";
import {
  CreateOperator,
  type OperatorView,
  StatusChange,
  UpdateOperator,
} from "@/lib/people/accounts/schema";
import { action } from "@/lib/http/action";

const permission = "operator.manage";
const id = z.uuid();

const sendCreate = action({
  permission,
  body: CreateOperator.required({ name: true }),
  run: createOperator,
});
const sendUpdate = action({
  permission,
  body: UpdateOperator.safeExtend({ id }).required({ name: true, email: true }),
  run: updateOperator,
});

/** The list, which says what was done; an admin's as of the business concerned. */
function listOf(form: FormData, said: "added" | "changed", { id, businessId }: OperatorView) {
  const area = areaOf(form);
  const query = new URLSearchParams({ [said]: id });
  if (area === "admin" && businessId) query.set("businessId", businessId);
  return `/${area}/operators?${query}`;
}

export async function create(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await sendCreate(form);
  if (!result.ok) return refusedForm(result, form);
  redirect(listOf(form, "added", result.data));
}

export async function change(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await sendUpdate(form);
  if (!result.ok) return refusedForm(result, form);
  redirect(listOf(form, "changed", result.data));
}

export const deactivate = action({
  permission,
  body: StatusChange.extend({ id }),
  run: deactivateOperator,
});
export const reactivate = action({
  permission,
  body: StatusChange.extend({ id }),
  run: reactivateOperator,
});
