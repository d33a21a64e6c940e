"use server";

import { z } from "zod";

import type { DeedAction } from "@/components/form/deed";
import { action } from "@/lib/http/action";
import { setSettings } from "@/lib/records/settings";
import { SetSettings } from "@/lib/records/settings/schema";
import { settingDefinitions, type SettingName } from "@/lib/words";

const send = action({ permission: "setting.manage", body: SetSettings, run: setSettings });

const Change = z.object({
  name: z.enum(Object.keys(settingDefinitions) as [SettingName, ...SettingName[]]),
  value: z.string().nullish(),
});

/** Sets one setting from what was typed; null takes it back. What is wrong is said at the field `value`. */
export const change: DeedAction = async (input) => {
  const { name, value = "" } = Change.parse(input);
  const { name: _name, value: _value, ...layer } = input;
  const result = await send({ ...layer, values: { [name]: typed(name, value) } });
  if (result.ok) return result;
  return { ...result, errors: result.errors.map((error) => ({ ...error, field: "value" })) };
};

/** A number where the setting is one; what is none stays text, so that the setting's rule speaks. */
function typed(name: SettingName, value: string | null): string | number | null {
  if (value === null || typeof settingDefinitions[name].default !== "number") return value;
  const number = Number(value);
  return value.trim() === "" || Number.isNaN(number) ? value : number;
}
