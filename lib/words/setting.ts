import { z } from "zod";

/** Which layers may override a setting, beyond the platform. */
export type OverridingLayer = "Business" | "Station";

export interface SettingDefinition<T extends z.ZodType = z.ZodType> {
  /** The environment variable that changes the default. */
  readonly env: string;
  readonly type: T;
  readonly default: z.infer<T>;
  readonly overridableBy: readonly OverridingLayer[];
  readonly help: string;
}

/** Makes a setting's definition: its type, default (product.md) and where it may be overridden. */
export function setting<T extends z.ZodType>(
  env: string,
  type: T,
  value: z.infer<T>,
  overridableBy: readonly OverridingLayer[],
  help: string,
): SettingDefinition<T> {
  return { env, type, default: value, overridableBy, help };
}

/** A whole number within bounds. */
export const whole = (min: number, max: number) => z.number().int().min(min).max(max);

export const bothLayers = ["Business", "Station"] as const;
