"use client";

import { useTranslations } from "next-intl";

import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { type CarNeed, plugChoices, plugName, powerChoices } from "./car-need";

/** Which plug and which power a car needs; acts at once. `scope` sets it apart from the same fields elsewhere. */
export function NeedFields({
  scope,
  value,
  onChange,
  plugs = plugChoices,
  powers = powerChoices,
}: {
  scope: string;
  value: CarNeed;
  onChange: (need: CarNeed) => void;
  plugs?: readonly string[];
  powers?: readonly number[];
}) {
  const t = useTranslations("places");
  const { plug, minPowerKw } = value;
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field name="standard" scope={scope} label={t("plug")}>
        {(control) => (
          <Select
            {...control}
            value={plug ?? ""}
            onChange={({ target }) => onChange({ ...value, plug: target.value || null })}
          >
            <option value="">{t("anyPlug")}</option>
            {[...new Set([...plugs, ...(plug === null ? [] : [plug])])].map((one) => (
              <option key={one} value={one}>
                {plugName(one)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="minPowerKw" scope={scope} label={t("leastPower")}>
        {(control) => (
          <Select
            {...control}
            value={minPowerKw ?? ""}
            onChange={({ target }) =>
              onChange({ ...value, minPowerKw: Number(target.value) || null })
            }
          >
            <option value="">{t("anyPower")}</option>
            {[...new Set([...powers, ...(minPowerKw === null ? [] : [minPowerKw])])]
              .toSorted((one, other) => one - other)
              .map((kw) => (
                <option key={kw} value={kw}>
                  {t("kw", { kw })}
                </option>
              ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
