import { getTranslations } from "next-intl/server";

import { carName } from "@/app/_finder/read-own";
import { SelectField, TextField } from "@/components/form/fields";
import { Card } from "@/components/ui/card";
import { readMe } from "@/lib/people/accounts";

import type { WithCars } from "./choice";

/** Which car comes: the account's, unless another is named; of several, one is chosen. */
export async function Car({ ctx, cars }: Pick<WithCars, "ctx" | "cars">) {
  const t = await getTranslations("book");
  const ui = await getTranslations("ui");
  const { vehiclePlate } = await readMe(ctx);
  const plate = { name: "vehiclePlate", optional: ui("optional"), autoComplete: "off" } as const;
  if (cars.length < 2) {
    return (
      <Card>
        <TextField
          {...plate}
          label={t("plate")}
          hint={vehiclePlate ? undefined : t("plateHint")}
          defaultValue={vehiclePlate ?? undefined}
          autoCapitalize="characters"
        />
      </Card>
    );
  }
  return (
    <Card className="space-y-4">
      <SelectField name="vehicleId" label={t("car")} defaultValue={cars[0]?.id}>
        {cars.map((car) => (
          <option key={car.id} value={car.id}>
            {carName(car) || t("carUnnamed")}
          </option>
        ))}
        <option value="">{t("carOther")}</option>
      </SelectField>
      <TextField {...plate} label={t("carOtherPlate")} autoCapitalize="characters" />
    </Card>
  );
}
