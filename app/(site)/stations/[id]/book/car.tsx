import { getTranslations } from "next-intl/server";

import { carName } from "@/app/_finder/read-own";
import { NicField } from "@/components/account/nic-field";
import { SelectField, TextField } from "@/components/form/fields";
import { Card } from "@/components/ui/card";
import { userOf } from "@/lib/core/actor";
import { readMe } from "@/lib/people/accounts";
import { readPublishedSettings } from "@/lib/records/settings";

import type { WithCars } from "./choice";
import { KeptPlate } from "./kept-plate";

type Asked = Pick<WithCars, "ctx" | "station" | "cars" | "isOther">;

/**
 * Which car comes: the account's, unless another is named, and of several the one that is chosen; and who drives it,
 * where the business asks for that.
 */
export async function Car({ ctx, station, cars, isOther }: Asked) {
  const t = await getTranslations("book");
  const me = userOf(ctx) ? await readMe(ctx) : null;
  const { requireNic } = await readPublishedSettings(ctx, {
    stationId: station.id,
    businessId: station.businessId,
  });
  const hasSeveral = cars.length > 1 || isOther;
  return (
    <Card className="space-y-5">
      {hasSeveral && (
        <SelectField name="vehicleId" label={t("car")} defaultValue={isOther ? "" : cars[0]?.id}>
          {cars.map((car) => (
            <option key={car.id} value={car.id}>
              {carName(car) || t("carUnnamed")}
            </option>
          ))}
          <option value="">{t("carOther")}</option>
        </SelectField>
      )}
      <Plate
        isSignedIn={me !== null}
        label={t(hasSeveral ? "carOtherPlate" : "plate")}
        hint={me && !me.vehiclePlate && !hasSeveral ? t("plateHint") : undefined}
        plate={hasSeveral ? undefined : (me?.vehiclePlate ?? undefined)}
      />
      {requireNic && me?.ownerNic === null && <NicField />}
    </Card>
  );
}

async function Plate({
  isSignedIn,
  plate,
  ...words
}: {
  isSignedIn: boolean;
  plate: string | undefined;
  label: string;
  hint: string | undefined;
}) {
  const ui = await getTranslations("ui");
  return (
    <KeptPlate isSignedIn={isSignedIn}>
      <TextField
        name="vehiclePlate"
        {...words}
        defaultValue={plate}
        optional={ui("optional")}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
    </KeptPlate>
  );
}
