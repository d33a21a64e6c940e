import { z } from "zod";

/** Which layers may override a setting, beyond the platform. */
export type OverridingLayer = "Business" | "Station";

/** The parts of the settings page, in the order in which they are read; a setting that names none runs the system. */
export const settingGroups = ["booking", "arrival", "stations", "records", "system"] as const;
export type SettingGroup = (typeof settingGroups)[number];

export interface SettingDefinition<T extends z.ZodType = z.ZodType> {
  /** The environment variable that changes the default. */
  readonly env: string;
  readonly type: T;
  readonly default: z.infer<T>;
  readonly overridableBy: readonly OverridingLayer[];
  /** Where it stands on the settings page. */
  readonly group: SettingGroup;
}

/**
 * Makes a setting's definition: its type, default (product.md) and where it may be overridden. What it is for say the
 * catalogues, under `rules.settings`.
 */
export function setting<T extends z.ZodType>(
  env: string,
  type: T,
  value: z.infer<T>,
  overridableBy: readonly OverridingLayer[],
  group: SettingGroup = "system",
): SettingDefinition<T> {
  return { env, type, default: value, overridableBy, group };
}

/** A whole number within bounds. */
export const whole = (min: number, max: number) => z.number().int().min(min).max(max);

/** Yes or no. */
export const flag = z.boolean();

export const bothLayers = ["Business", "Station"] as const;

/** The only values that a setting takes, where it takes a few that have names. */
export function choicesOf({ type }: SettingDefinition): readonly string[] | undefined {
  if (type instanceof z.ZodBoolean) return ["true", "false"];
  return type instanceof z.ZodEnum ? type.options.map(String) : undefined;
}
