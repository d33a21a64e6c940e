"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import type { PricingView, TariffMode } from "@/lib/money/tariffs/schema";

import { useForm } from "../form/action-form";
import { TextField } from "../form/fields";
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

const everyPart: readonly Part[] = ["fee", "perKwh", "minimumFee", "perHour"];

/** The fields of a price, only those that its mode has; the others keep what was typed and are not sent. */
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
  const format = useFormatter();
  const optional = useTranslations("ui")("optional");
  const has = (part: Part) => parts[mode].includes(part);
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
          hint={t("usual", { value: defaults.currency })}
          optional={optional}
          defaultValue={pricing?.currency ?? defaults.currency}
          maxLength={3}
          autoCapitalize="characters"
          autoComplete="off"
        />
        {everyPart.map((part) => (
          <div key={part} hidden={!has(part)}>
            <TextField
              name={part}
              label={t(isFallback(part) ? "perHourFallback" : part)}
              optional={isFallback(part) ? optional : undefined}
              disabled={!has(part)}
              inputMode="decimal"
              defaultValue={pricing?.[part]?.amount}
              autoComplete="off"
            />
          </div>
        ))}
        <Increment mode={mode} isShown={has("perHour")} pricing={pricing} />
        <TextField
          name="taxPercent"
          label={t("tax")}
          hint={t("usual", {
            value: format.number(defaults.taxPercent / 100, {
              style: "percent",
              maximumFractionDigits: 3,
            }),
          })}
          optional={optional}
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

/** The steps that time is billed in; by the hour alone there is always one. */
function Increment({
  mode,
  isShown,
  pricing,
}: {
  mode: TariffMode;
  isShown: boolean;
  pricing: PricingView | null;
}) {
  const t = useTranslations("tariff");
  const { state } = useForm();
  const [chosen, setChosen] = useState(String(pricing?.billingIncrementMinutes ?? ""));
  const isTime = mode === "Time";
  return (
    <div hidden={!isShown}>
      <Field
        name="billingIncrementMinutes"
        label={t("increment")}
        error={state?.errors.billingIncrementMinutes}
      >
        {(control) => (
          <Select
            {...control}
            disabled={!isShown}
            value={isTime ? chosen || "60" : chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            {!isTime && <option value="">{t("incrementNone")}</option>}
            <option value="30">{t("increment30")}</option>
            <option value="60">{t("increment60")}</option>
          </Select>
        )}
      </Field>
    </div>
  );
}
