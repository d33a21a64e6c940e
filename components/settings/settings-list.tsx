import { useTranslations } from "next-intl";

import type { SettingsView } from "@/lib/records/settings/schema";

import { Card, CardHeader } from "../ui/card";
import { settingGroups } from "./setting-groups";
import type { SettingActions } from "./setting-actions";
import { SettingRow } from "./setting-row";

/** Every setting of a layer, in groups; below the platform only those that may differ there. */
export function SettingsList({ shown, actions }: { shown: SettingsView; actions: SettingActions }) {
  const t = useTranslations("settings");
  const { scope, businessId, stationId } = shown;
  const input = {
    scope,
    ...(businessId && { businessId }),
    ...(stationId && { stationId }),
  };
  const visible = shown.settings.filter(
    ({ overridableBy }) => scope === "Platform" || overridableBy.includes(scope),
  );
  return (
    <div className="space-y-6">
      {settingGroups.map(([group, names]) => {
        const settings = names.flatMap((name) => visible.find((one) => one.name === name) ?? []);
        if (settings.length === 0) return null;
        return (
          <Card key={group} aria-labelledby={group}>
            <CardHeader id={group} title={t(`groups.${group}`)} />
            <ul className="-my-3 divide-y">
              {settings.map((setting) => (
                <SettingRow key={setting.name} {...{ setting, scope, input, actions }} />
              ))}
            </ul>
          </Card>
        );
      })}
    </div>
  );
}
