"use server";

import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import { action } from "@/lib/http/action";
import { chooseChannels, endSubscription, subscribePush } from "@/lib/insight/inbox";
import { ChooseChannels, EndSubscription, SubscribePush } from "@/lib/insight/inbox/schema";

const send = action({
  permission: "notification.manage",
  body: ChooseChannels,
  run: chooseChannels,
});

export async function saveChannels(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await send(form);
  return result.ok ? { errors: {}, values: {}, done: true } : refusedForm(result, form);
}

export const ring = action({
  permission: "device.manage",
  body: SubscribePush,
  run: subscribePush,
});

export const ringNoMore = action({
  permission: "device.manage",
  body: EndSubscription,
  run: endSubscription,
});
