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
  const { value, source } = setting;
  const name = setting.name as SettingName;
  const title = t(`names.${name}`);
  const isOwn = source === scope;
  const may = scope === "Platform" || setting.overridableBy.includes(scope);
  const choices = choicesOf(settingDefinitions[name]);
  const show = (one: SettingView["value"]) => {
    if (typeof one === "number") return format.number(one);
    if (one === "") return t("none");
    return choices?.includes(String(one)) ? t(`values.${one as "Auto"}`) : String(one);
  };
  const said = layers.flatMap((layer) => {
    const one = setting.layers[layer];
    return one === null ? [] : [t("layer", { layer: t(`sources.${layer}`), value: show(one) })];
  });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium">{title}</p>
        <p className="text-sm text-ink-soft">{setting.help}</p>
      </div>
      <div className="w-44 max-sm:flex-1">
        <p className="tabular font-semibold">{show(value)}</p>
        <p className="text-sm text-ink-soft">{said.join(" · ")}</p>
      </div>
      <span className="flex sm:w-36 sm:justify-end">
        <Badge tone={isOwn ? "accent" : "neutral"}>
          {t("from", { source: t(`sources.${source.toLowerCase() as Lowercase<typeof source>}`) })}
        </Badge>
      </span>
      <span className="flex items-center justify-end gap-1 sm:w-40">
        {may && (
          <SettingEdit
            action={actions.change}
            input={{ ...input, name }}
            title={title}
            help={setting.help}
            value={value}
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
