import { useTranslations } from "next-intl";

import type { CreateOperator, OperatorView, UpdateOperator } from "@/lib/people/accounts/schema";

import { ActionForm } from "../form/action-form";
import { FormGuard } from "../form/form-guard";
import { PasswordField, TextField } from "../form/fields";
import type { FormAction } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { BusinessField } from "./business-field";
import { type AssignableStation, StationChecklist } from "./station-checklist";

/** An operator's details and stations: to be made, or to be changed. */
export function OperatorForm({
  action,
  area,
  operator,
  stations,
  businesses,
  businessId,
}: {
  action: FormAction<CreateOperator & UpdateOperator>;
  /** The console that it stands in. */
  area: "backoffice" | "admin";
  operator?: OperatorView;
  /** Those of the business. */
  stations: readonly AssignableStation[];
  /** Whose it may be, where that is to be chosen, and whose it is to be as yet. */
  businesses?: readonly { readonly id: string; readonly name: string }[];
  businessId?: string;
}) {
  const t = useTranslations("operators");
  const ui = useTranslations("ui");
  return (
    <ActionForm action={action} label={t(operator ? "change" : "add")}>
      <FormGuard />
      <input type="hidden" name="area" value={area} />
      {operator && <input type="hidden" name="id" value={operator.id} />}
      {businesses && <BusinessField businesses={businesses} businessId={businessId} />}
      <TextField name="name" label={t("name")} defaultValue={operator?.name} autoComplete="off" />
      <TextField
        name="email"
        type="email"
        label={t("email")}
        defaultValue={operator?.email}
        autoComplete="off"
      />
      <TextField
        name="phone"
        type="tel"
        label={t("phone")}
        hint={t("phoneHint")}
        optional={operator?.phone ? undefined : ui("optional")}
        defaultValue={operator?.phone ?? undefined}
        autoComplete="off"
      />
      {!operator && (
        <PasswordField
          name="password"
          label={t("password")}
          hint={t("passwordHint")}
          optional={ui("optional")}
          aria-required={false}
          autoComplete="new-password"
        />
      )}
      {businesses && !businessId ? (
        <p className="text-sm text-ink-soft">{t("stationsLater")}</p>
      ) : (
        <StationChecklist
          key={businessId}
          stations={stations}
          assigned={operator?.stationIds ?? []}
        />
      )}
      <SubmitButton>{operator ? ui("save") : t("add")}</SubmitButton>
    </ActionForm>
  );
}
