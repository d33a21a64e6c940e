import { useTranslations } from "next-intl";
import type { ChangeEvent } from "react";

import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { type CarNeed, plugChoices, plugName, powerChoices } from "./car-need";

type Changed = ChangeEvent<HTMLSelectElement>;

/**
 * Which plug and which power a car needs; without `onChange` fields of a form as it is first shown. `scope` sets it apart
 * from the same fields elsewhere.
 */
export function NeedFields({
  scope,
  value,
  onChange,
  plugs = plugChoices,
  powers = powerChoices,
}: {
  scope: string;
  value: CarNeed;
  onChange?: (need: CarNeed) => void;
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
            {...(onChange
              ? {
                  value: plug ?? "",
                  onChange: ({ target }: Changed) =>
                    onChange({ ...value, plug: target.value || null }),
                }
              : { defaultValue: plug ?? "" })}
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
            {...(onChange
              ? {
                  value: minPowerKw ?? "",
                  onChange: ({ target }: Changed) =>
                    onChange({ ...value, minPowerKw: Number(target.value) || null }),
                }
              : { defaultValue: minPowerKw ?? "" })}
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
