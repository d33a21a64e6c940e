"use server";

import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import { action } from "@/lib/http/action";
import { endEmails } from "@/lib/insight/inbox";
import { Unsubscribe } from "@/lib/insight/inbox/schema";

const send = action({
  permission: "notification.unsubscribe",
  body: Unsubscribe,
  run: endEmails,
});

export async function endTopic(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await send(form);
  return result.ok ? { errors: {}, values: {}, done: true } : refusedForm(result, form);
}
