"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import { action } from "@/lib/http/action";
import { addPasskey, offerPasskey, removePasskey, renamePasskey } from "@/lib/people/passkeys";
import { AddPasskey, OfferPasskey, RenamePasskey } from "@/lib/people/passkeys/schema";

const permission = "account.self";
const one = { id: z.uuid() };

export const offer = action({ permission, limit: "login", body: OfferPasskey, run: offerPasskey });
export const add = action({ permission, body: AddPasskey, run: addPasskey });
export const remove = action({ permission, body: z.strictObject(one), run: removePasskey });
const send = action({ permission, body: RenamePasskey.extend(one), run: renamePasskey });

export async function rename(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await send(form);
  if (!result.ok) return refusedForm(result, form);
  revalidatePath("/passkeys");
  return { errors: {}, values: {}, done: true };
}
