import { RotateCcw } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import type { SettingScope, SettingView } from "@/lib/records/settings/schema";
import { settingDefinitions, type SettingName } from "@/lib/words";
import { choicesOf } from "@/lib/words/setting";

import { ActionButton } from "../form/action-button";
import { Badge } from "../ui/badge";
import { RowMenu } from "../ui/row-menu";
import type { SettingActions, SettingLayer } from "./setting-actions";
import { SettingEdit } from "./setting-edit";

const layers = ["default", "environment", "platform", "business", "station"] as const;

/** Minutes in words, and in hours too where they are whole: as such the drivers read them. */
function useMinutes(): (minutes: number) => string {
  const t = useTranslations("settings");
  return (minutes) => {
    const hours = minutes / 60;
    if (minutes === 0 || !Number.isInteger(hours)) return t("minutes", { minutes });
    return t("minutesAndHours", { minutes, hours });
  };
}

/** One setting: what it is for, what holds, where that comes from, and what the other layers say. */
export function SettingRow({
  setting,
  scope,
  input,
  actions,
}: {
  setting: SettingView;
  scope: SettingScope;
  /** Names the layer that is changed. */
  input: SettingLayer;
  actions: SettingActions;
}) {
  const t = useTranslations("settings");
  const format = useFormatter();
  const minutes = useMinutes();
  const { value, source } = setting;
  const name = setting.name as SettingName;
  const title = t(`names.${name}`);
  const isOwn = source === scope;
  const may = scope === "Platform" || setting.overridableBy.includes(scope);
  const choices = choicesOf(settingDefinitions[name]);
  const isMinutes = name.endsWith("Minutes");
  const show = (one: SettingView["value"]) => {
    if (typeof one === "number") return format.number(one);
    if (one === "") return t("none");
    return choices?.includes(String(one)) ? t(`values.${one as "Auto"}`) : String(one);
  };
  const shown = isMinutes && typeof value === "number" ? minutes(value) : show(value);
  const said = layers.flatMap((layer) => {
    const one = setting.layers[layer];
    return one === null ? [] : [t("layer", { layer: t(`sources.${layer}`), value: show(one) })];
  });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 md:grid md:grid-cols-[minmax(0,1fr)_minmax(0,13rem)_10rem] lg:grid-cols-[minmax(0,1fr)_minmax(0,20rem)_10rem]">
      <div className="w-full min-w-0">
        <p className="font-medium">{title}</p>
        <p className="text-sm text-ink-soft">{setting.help}</p>
      </div>
      <div className="min-w-0 flex-1 basis-32">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="tabular min-w-0 font-semibold wrap-anywhere">{shown}</span>
          <Badge tone={isOwn ? "accent" : "neutral"}>
            {t(`from.${source.toLowerCase() as Lowercase<typeof source>}`)}
          </Badge>
        </p>
        {/* The usual value alone has been said already. */}
        {said.length > 1 && <p className="text-sm text-ink-soft">{said.join(" · ")}</p>}
      </div>
      <span className="ml-auto flex items-center justify-end gap-1 empty:hidden">
        {may && (
          <SettingEdit
            action={actions.change}
            input={{ ...input, name }}
            title={title}
            help={setting.help}
            value={value}
            hint={isMinutes ? t("now", { value: shown }) : undefined}
            options={choices?.map((value) => ({ value, label: show(value) }))}
          />
        )}
        {may && isOwn && (
          <RowMenu id={`more-${name}`} row={title}>
            <ActionButton
              asEntry
              action={actions.reset}
              input={{ ...input, name }}
              label={t("resetIt")}
              name={t("reset", { title })}
              icon={<RotateCcw aria-hidden />}
              done={t("wasReset", { title })}
              ask={{
                title: t("resetTitle", { title }),
                text: t("resetText"),
                confirm: t("resetConfirm"),
              }}
            />
          </RowMenu>
        )}
      </span>
    </li>
  );
}
