"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";

import { ActionButton } from "../form/action-button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import type { SettingActions, SettingChange } from "./setting-actions";

/** Another value for a setting, at the layer that is looked at. */
export function SettingEdit({
  action,
  input,
  title,
  help,
  value,
  hint,
  options,
}: {
  action: SettingActions["change"];
  input: Omit<SettingChange, "value">;
  title: string;
  help: string;
  value: string | number | boolean;
  /** What the value means, where it is a plain number. */
  hint?: string | undefined;
  /** The only values there are, where they are few. */
  options?: readonly { readonly value: string; readonly label: string }[];
}) {
  const t = useTranslations("settings");
  return (
    <ActionButton
      action={action}
      input={input}
      label={t("changeIt")}
      name={t("change", { title })}
      icon={<Pencil aria-hidden />}
      look="secondary"
      size="sm"
      done={t("changed", { title })}
      ask={{
        title,
        text: help,
        confirm: t("save"),
        renderFields: (errorAt) => (
          <Field
            name="value"
            scope="dialog"
            label={t("value")}
            hint={hint}
            error={errorAt("value")}
          >
            {(control) =>
              options ? (
                <Select {...control} defaultValue={String(value)}>
                  {options.map((option) => (
                    <option key={option.value} value={option.value}>
                      {option.label}
                    </option>
                  ))}
                </Select>
              ) : (
                <Input
                  {...control}
                  defaultValue={String(value)}
                  inputMode={typeof value === "number" ? "decimal" : undefined}
                  autoComplete="off"
                />
              )
            }
          </Field>
        ),
      }}
    />
  );
}
