"use client";

import { useTranslations } from "next-intl";
import type { ChangeEvent } from "react";

import type { CurrentType } from "@/lib/sites/stations/schema";

import { SelectField } from "../form/fields";

/** Whether a station charges with alternating or direct current. */
export function CurrentField({
  defaultValue,
  onChange,
}: {
  defaultValue: CurrentType;
  onChange?: (type: CurrentType) => void;
}) {
  const t = useTranslations("stationForm");
  return (
    <SelectField
      name="type"
      label={t("type")}
      defaultValue={defaultValue}
      onChange={({ target }: ChangeEvent<HTMLSelectElement>) =>
        onChange?.(target.value === "DC" ? "DC" : "AC")
      }
    >
      <option value="AC">{t("ac")}</option>
      <option value="DC">{t("dc")}</option>
    </SelectField>
  );
}
