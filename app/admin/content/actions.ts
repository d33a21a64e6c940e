"use server";

import { redirect } from "next/navigation";
import { z } from "zod";

import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import { day } from "@/lib/core/fields";
import { action } from "@/lib/http/action";
import type { FormOf } from "@/lib/http/form-body";
import {
  createDraft,
  discardDraft,
  previewContent,
  publishDraft,
  updateDraft,
} from "@/lib/records/content";
import {
  CreateDraft,
  PreviewContent,
  PublishContent,
  UpdateDraft,
} from "@/lib/records/content/schema";

const permission = "content.manage";
const id = z.uuid();

const create = action({ permission, body: CreateDraft, run: createDraft });

/** Begins a draft and leads to it; to the one that there is, where somebody was first. */
export async function begin(
  _state: FormState | null,
  form: FormOf<CreateDraft>,
): Promise<FormState> {
  const result = await create(form);
  if (result.ok) redirect(`/admin/content/${result.data.id}`);
  const known = z.uuid().safeParse(result.details?.contentId);
  if (known.success) redirect(`/admin/content/${known.data}`);
  return refusedForm(result, form);
}

export const preview = action({ permission, body: PreviewContent, run: previewContent });
export const save = action({ permission, body: UpdateDraft.extend({ id }), run: updateDraft });
export const discard = action({ permission, body: z.strictObject({ id }), run: discardDraft });

/** Publishes from the beginning of a day on, UTC: at once, where none is named. */
export const publish = action({
  permission,
  body: PublishContent.omit({ effectiveAt: true }).extend({ id, effectiveOn: day.optional() }),
  run: (ctx, { effectiveOn, ...terms }) =>
    publishDraft(ctx, {
      ...terms,
      effectiveAt: effectiveOn === undefined ? undefined : new Date(`${effectiveOn}T00:00:00Z`),
    }),
});
