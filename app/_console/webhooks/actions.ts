"use server";

import { redirect } from "next/navigation";
import { z } from "zod";

import { areaOf } from "@/app/_console/area";
import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import { action } from "@/lib/http/action";
import type { FormOf } from "@/lib/http/form-body";
import {
  createWebhook,
  removeWebhook,
  resendDelivery,
  rotateSecret,
  testWebhook,
  updateWebhook,
} from "@/lib/insight/webhooks";
import {
  CreateWebhook,
  UpdateWebhook,
  type WebhookWithSecret,
} from "@/lib/insight/webhooks/schema";

const permission = "webhook.manage";
const id = z.uuid();
const one = z.strictObject({ id });

const sendCreate = action({ permission, body: CreateWebhook, run: createWebhook });
const sendUpdate = action({
  permission,
  body: UpdateWebhook.safeExtend({ id }),
  run: updateWebhook,
});
const sendRotate = action({ permission, body: one, run: rotateSecret });
const sendRemove = action({ permission, body: one, run: removeWebhook });

/** The secret goes back to the form that asked for it: no address and no other page ever has it. */
const told = ({ id, secret }: WebhookWithSecret): FormState => ({
  done: true,
  errors: {},
  values: { id, secret },
});

export async function create(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await sendCreate(form);
  return result.ok ? told(result.data) : refusedForm(result, form);
}

export async function change(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await sendUpdate(form);
  if (!result.ok) return refusedForm(result, form);
  redirect(`/${areaOf(form)}/webhooks/${result.data.id}?changed=1`);
}

export async function rotate(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await sendRotate(form);
  return result.ok ? told(result.data) : refusedForm(result, form);
}

export const turnOff = action({
  permission,
  body: one,
  run: (ctx, key) => updateWebhook(ctx, { ...key, isActive: false }),
});
export const turnOn = action({
  permission,
  body: one,
  run: (ctx, key) => updateWebhook(ctx, { ...key, isActive: true }),
});
export const test = action({ permission, body: one, run: testWebhook });
export const resend = action({
  permission,
  body: z.strictObject({ id, deliveryId: z.uuid() }),
  run: resendDelivery,
});

/** Removes a webhook, and leads to the others. */
export async function remove(form: FormOf<{ id: string; area: string }>) {
  const result = await sendRemove(form);
  if (result.ok) redirect(`/${areaOf(form)}/webhooks?removed=1`);
  return result;
}
