"use server";

import { z } from "zod";

import type { SettingChange } from "@/components/settings/setting-actions";
import type { FormOf } from "@/lib/http/form-body";
import { action } from "@/lib/http/action";
import { parseInput } from "@/lib/http/validation";
import { setSettings } from "@/lib/records/settings";
import { SetSettings } from "@/lib/records/settings/schema";
import { settingDefinitions, settingNames, type SettingName } from "@/lib/words";

const permission = "setting.manage";
const One = SetSettings.omit({ values: true }).extend({ name: z.enum(settingNames) });

const send = action({
  permission,
  body: One.extend({ value: z.string() }),
  run: (ctx, { name, value, ...layer }) =>
    setSettings(ctx, parseInput(SetSettings, { ...layer, values: { [name]: typed(name, value) } })),
});

/** Sets one setting from what was typed. What is wrong is said at the field `value`. */
export async function change(form: FormOf<SettingChange>) {
  const result = await send(form);
  if (result.ok) return result;
  return { ...result, errors: result.errors.map((error) => ({ ...error, field: "value" })) };
}

/** Takes one setting back, so that the next layer speaks. */
export const reset = action({
  permission,
  body: One,
  run: (ctx, { name, ...layer }) => setSettings(ctx, { ...layer, values: { [name]: null } }),
});

/** A number, or yes and no, where the setting is one; what is none stays text, so that the setting's rule speaks. */
function typed(name: SettingName, value: string): string | number | boolean {
  if (typeof settingDefinitions[name].default === "boolean") {
    return value === "true" || (value === "false" ? false : value);
  }
  if (typeof settingDefinitions[name].default !== "number") return value;
  const number = Number(value);
  return value.trim() === "" || Number.isNaN(number) ? value : number;
}
