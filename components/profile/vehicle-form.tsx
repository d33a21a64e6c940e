import { useTranslations } from "next-intl";

import { connectorName } from "@/lib/core/plug-names";
import { type DistanceUnit, per100In } from "@/lib/core/units";
import type { VehicleView } from "@/lib/sites/drivers/schema";

import { ActionForm } from "../form/action-form";
import { FormGuard } from "../form/form-guard";
import { TextField } from "../form/fields";
import type { FormAction } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { ButtonLink } from "../ui/button-link";
import { Checkbox } from "../ui/checkbox";

/** The plugs that cars have; a household's sockets are none of theirs. */
const plugs = [
  "IEC_62196_T1",
  "IEC_62196_T1_COMBO",
  "IEC_62196_T2",
  "IEC_62196_T2_COMBO",
  "CHADEMO",
  "SAE_J3400",
  "TESLA_S",
];

/** What is known of a car; `vehicle` is the one that is changed. */
export function VehicleForm<Fields>({
  action,
  vehicle,
  unit,
}: {
  action: FormAction<Fields>;
  vehicle?: VehicleView;
  /** In which its driver reads distances. */
  unit: DistanceUnit;
}) {
  const t = useTranslations("cars");
  const ui = useTranslations("ui");
  const offered = [...new Set([...plugs, ...(vehicle?.standards ?? [])])];
  return (
    <ActionForm action={action as FormAction} said={ui("saved")}>
      <FormGuard />
      {vehicle && <input type="hidden" name="id" value={vehicle.id} />}
      <input type="hidden" name="consumptionPer" value={unit} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="make" label={t("make")} defaultValue={vehicle?.make ?? ""} />
        <TextField name="model" label={t("model")} defaultValue={vehicle?.model ?? ""} />
        <TextField
          name="plate"
          label={t("plate")}
          defaultValue={vehicle?.plate ?? ""}
          autoCapitalize="characters"
          autoComplete="off"
        />
        <TextField
          name="year"
          label={t("year")}
          defaultValue={vehicle?.year ?? ""}
          inputMode="numeric"
        />
        <TextField
          name="batteryKwh"
          label={t("battery")}
          defaultValue={vehicle?.batteryKwh ?? ""}
          inputMode="decimal"
        />
        <TextField
          name="kwhPer100Km"
          label={t("per100", { unit })}
          hint={t("per100KmHint")}
          optional={ui("optional")}
          defaultValue={vehicle?.kwhPer100Km ? per100In(unit, vehicle.kwhPer100Km) : ""}
          inputMode="decimal"
        />
      </div>
      <fieldset className="group/plugs">
        <legend className="text-sm font-medium">{t("plugs")}</legend>
        <p className="text-sm text-ink-soft">{t("plugsHint")}</p>
        <input type="hidden" name="standards" value="" />
        <div className="mt-1 grid grid-cols-2 gap-x-4 sm:grid-cols-3">
          {offered.map((standard) => (
            <Checkbox
              key={standard}
              name="standards"
              value={standard}
              defaultChecked={vehicle?.standards.includes(standard)}
              label={connectorName(standard)}
            />
          ))}
        </div>
        <p className="mt-1 text-sm text-warning group-has-checked/plugs:hidden">{t("plugsNone")}</p>
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t(vehicle ? "save" : "add")}</SubmitButton>
        <ButtonLink href="/owner/profile" look="secondary">
          {ui("goBack")}
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
