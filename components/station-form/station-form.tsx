import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { CreateStation, type StationView, type UpdateStation } from "@/lib/sites/stations/schema";

import { dayMinutes } from "@/lib/core/durations";
import type { DistanceUnit } from "@/lib/core/units";

import { ActionForm } from "../form/action-form";
import { FormGuard } from "../form/form-guard";
import { SelectField, TextAreaField, TextField } from "../form/fields";
import type { FormAction } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import type { Bounds, TileSource } from "../map/geometry";
import type { FindAddress } from "./address-search";
import { CurrentField } from "./current-field";
import { NewConnectors, type UsualConnectors } from "./new-connectors";
import { PlaceFields } from "./place-fields";

/** Every slot length that the rule takes, in minutes. */
const lengths = Array.from({ length: dayMinutes }, (_, minutes) => minutes).filter(
  (minutes) => CreateStation.shape.defaultSlotMinutes.safeParse(minutes).success,
);

/** A station's facts: to be made, or to be changed. */
export function StationForm({
  action,
  area,
  station,
  tiles,
  unit,
  find,
  start,
  usual,
  zones,
  businesses,
  businessId,
}: {
  action: FormAction<CreateStation & UpdateStation>;
  /** The console that it stands in. */
  area: "backoffice" | "admin";
  station?: StationView;
  tiles: TileSource;
  /** In which its reader reads distances. */
  unit: DistanceUnit;
  find?: FindAddress;
  /** What the map of a new one shows first. */
  start: Bounds;
  /** What is proposed for its connectors. */
  usual: UsualConnectors;
  /** The options of the time zone. */
  zones: ReactNode;
  /** Whose it may be, where that is to be chosen, and whose it is proposed to be. */
  businesses?: readonly { readonly id: string; readonly name: string }[];
  businessId?: string;
}) {
  const t = useTranslations("stationForm");
  const optional = useTranslations("ui")("optional");
  return (
    <ActionForm
      action={action}
      label={t(station ? "change" : "add")}
      said={t(station ? "saved" : "added")}
    >
      <FormGuard />
      <input type="hidden" name="area" value={area} />
      {station ? (
        <input type="hidden" name="id" value={station.id} />
      ) : (
        <input type="hidden" name="opensWhenReady" value="true" />
      )}
      {businesses && (
        <SelectField name="businessId" label={t("business")} defaultValue={businessId ?? ""}>
          <option value="">{t("chooseBusiness")}</option>
          {businesses.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <TextField name="name" label={t("name")} defaultValue={station?.name} autoComplete="off" />
      <PlaceFields station={station} start={start} tiles={tiles} unit={unit} find={find} />
      <SelectField
        name="timeZone"
        label={t("zone")}
        hint={t("zoneHint")}
        optional={optional}
        defaultValue={station?.timeZone}
      >
        {!station && <option value="">{t("zoneOfBusiness")}</option>}
        {zones}
      </SelectField>
      {!station && <NewConnectors usual={usual} />}
      <div className="grid gap-5 sm:grid-cols-2">
        {station && <CurrentField defaultValue={station.type} />}
        <SelectField
          name="defaultSlotMinutes"
          label={t("slot")}
          defaultValue={station && String(station.slotMinutes)}
        >
          {!station && <option value="">{t("ofBusiness")}</option>}
          {lengths.map((minutes) => (
            <option key={minutes} value={minutes}>
              {t("minutes", { minutes })}
            </option>
          ))}
        </SelectField>
        <SelectField name="approval" label={t("approval")} defaultValue={station?.approval}>
          {!station && <option value="">{t("ofBusiness")}</option>}
          <option value="Manual">{t("manual")}</option>
          <option value="Auto">{t("auto")}</option>
        </SelectField>
      </div>
      <TextField
        name="amenities"
        label={t("amenities")}
        hint={t("amenitiesHint")}
        optional={optional}
        defaultValue={station?.amenities.join(", ")}
      />
      <TextAreaField
        name="description"
        label={t("description")}
        optional={optional}
        defaultValue={station?.description ?? undefined}
      />
      <TextField
        name="phone"
        type="tel"
        label={t("phone")}
        optional={optional}
        defaultValue={station?.phone ?? undefined}
      />
      <SubmitButton>{t(station ? "save" : "add")}</SubmitButton>
    </ActionForm>
  );
}
