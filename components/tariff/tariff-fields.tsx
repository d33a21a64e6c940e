"use client";

import { useTranslations } from "next-intl";

import type { PricingView, TariffMode } from "@/lib/tariffs/schema";

import { SelectField, TextField } from "../form/fields";
import { Field } from "../ui/field";
import { Select } from "../ui/select";

type Part = "fee" | "perHour" | "perKwh" | "minimumFee";

/** The parts that a mode has; those after the first may be left out. */
const parts: Readonly<Record<TariffMode, readonly Part[]>> = {
  Flat: ["fee"],
  Time: ["perHour"],
  Energy: ["perKwh", "perHour"],
  Hybrid: ["perKwh", "minimumFee", "perHour"],
};

// Not the schema's own list: a value from there would bring the whole of zod to the browser.
const modes = Object.keys(parts) as TariffMode[];

/** The fields of a price, only those that its mode has. */
export function TariffFields({
  mode,
  setMode,
  pricing,
  defaults,
}: {
  mode: TariffMode;
  setMode: (mode: TariffMode) => void;
  pricing: PricingView | null;
  defaults: { readonly currency: string; readonly taxPercent: number };
}) {
  const t = useTranslations("tariff");
  const optional = useTranslations("ui")("optional");
  const isFallback = (part: Part) => part === "perHour" && mode !== "Time";
  return (
    <>
      <Field name="mode" label={t("mode")}>
        {(control) => (
          <Select
            {...control}
            value={mode}
            onChange={(event) => setMode(event.target.value as TariffMode)}
          >
            {modes.map((option) => (
              <option key={option} value={option}>
                {t(option)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="currency"
          label={t("currency")}
          defaultValue={pricing?.currency ?? defaults.currency}
          maxLength={3}
          autoCapitalize="characters"
          autoComplete="off"
        />
        {parts[mode].map((part) => (
          <TextField
            key={part}
            name={part}
            label={t(isFallback(part) ? "perHourFallback" : part)}
            optional={isFallback(part) ? optional : undefined}
            inputMode="decimal"
            defaultValue={pricing?.[part]?.amount}
            autoComplete="off"
          />
        ))}
        {parts[mode].includes("perHour") && (
          <SelectField
            name="billingIncrementMinutes"
            label={t("increment")}
            defaultValue={String(pricing?.billingIncrementMinutes ?? (mode === "Time" ? 60 : ""))}
          >
            {mode !== "Time" && <option value="">{t("incrementNone")}</option>}
            <option value="30">{t("increment30")}</option>
            <option value="60">{t("increment60")}</option>
          </SelectField>
        )}
        <TextField
          name="taxPercent"
          label={t("tax")}
          inputMode="decimal"
          defaultValue={String(pricing?.taxPercent ?? defaults.taxPercent)}
          autoComplete="off"
        />
        <TextField
          name="lateCancelFee"
          label={t("lateFee")}
          optional={optional}
          inputMode="decimal"
          defaultValue={pricing?.lateCancelFee.amount}
          autoComplete="off"
        />
      </div>
    </>
  );
}
