import { useTranslations } from "next-intl";

import { Card } from "../ui/card";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Segmented } from "../ui/segmented";
import { type FinalizeDraft, type FinalizeFaults, payModes } from "./finalize-input";

/** What is typed to finish a session: the energy, how it is paid, and what was received. */
export function FinalizeFields({
  draft,
  total,
  errorAt,
  onChange,
}: {
  draft: FinalizeDraft;
  /** What would be received without a word, in major units. */
  total: string | undefined;
  errorAt: (field: keyof FinalizeFaults) => string | undefined;
  onChange: (draft: FinalizeDraft) => void;
}) {
  const t = useTranslations("finalize");
  const typed = { inputMode: "decimal", autoComplete: "off" } as const;
  return (
    <Card className="space-y-5">
      <Field
        name="kWh"
        scope="finalize"
        label={t("kWh")}
        hint={t("kWhHint")}
        error={errorAt("kWh")}
      >
        {(control) => (
          <Input
            {...control}
            {...typed}
            value={draft.kWh}
            onChange={({ target }) => onChange({ ...draft, kWh: target.value })}
          />
        )}
      </Field>
      <div className="space-y-1.5">
        <p aria-hidden className="text-sm font-medium">
          {t("mode")}
        </p>
        <Segmented
          legend={t("mode")}
          name="mode"
          options={payModes.map((value) => ({ value, label: t(`modes.${value}`) }))}
          value={draft.mode}
          large
          onChange={(mode) => onChange({ ...draft, mode })}
        />
      </div>
      {draft.mode !== "none" && (
        <Field
          name="amount"
          scope="finalize"
          label={t("amount")}
          hint={t("amountHint")}
          error={errorAt("payment.amount")}
        >
          {(control) => (
            <Input
              {...control}
              {...typed}
              placeholder={total}
              value={draft.amount}
              onChange={({ target }) => onChange({ ...draft, amount: target.value })}
            />
          )}
        </Field>
      )}
    </Card>
  );
}
