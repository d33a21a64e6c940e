import type { FieldsAction } from "@/lib/http/action";
import type { SettingScope } from "@/lib/records/settings/schema";
import type { SettingName } from "@/lib/words";

/** The layer that is changed. */
export interface SettingLayer {
  readonly scope: SettingScope;
  readonly businessId?: string;
  readonly stationId?: string;
}
export type SettingChange = SettingLayer & { readonly name: SettingName; readonly value: string };

/** What may be done with a setting, as server actions. */
export interface SettingActions {
  readonly change: FieldsAction<SettingChange>;
  readonly reset: FieldsAction<Omit<SettingChange, "value">>;
}
