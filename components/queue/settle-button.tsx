import { CheckCheck } from "lucide-react";
import { useTranslations } from "next-intl";

import type { FieldsAction } from "@/lib/http/action";

import { ActionButton } from "../form/action-button";
import { Field } from "../ui/field";
import { Textarea } from "../ui/input";

export type SettleAction = FieldsAction<{ id: string; note?: string }>;

/** Says that an act without network which was refused has been dealt with, and how, for whoever reads it later. */
export function SettleButton({
  id,
  number,
  facts,
  action,
}: {
  id: string;
  number: string;
  /** What the phone did and what had been done here, in words. */
  facts: string;
  action: SettleAction;
}) {
  const t = useTranslations("queue");
  const ui = useTranslations("ui");
  return (
    <ActionButton
      action={action}
      input={{ id }}
      label={t("settle")}
      icon={<CheckCheck aria-hidden />}
      look="secondary"
      done={t("settled", { number })}
      ask={{
        title: t("settleTitle", { number }),
        text: facts,
        confirm: t("settle"),
        fields: (
          <Field
            name="note"
            scope="dialog"
            label={t("settleNote")}
            optional={ui("optional")}
            hint={t("settleHint")}
          >
            {(control) => <Textarea {...control} maxLength={2_000} />}
          </Field>
        ),
      }}
    />
  );
}
