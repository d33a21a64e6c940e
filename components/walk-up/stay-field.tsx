import { useTranslations } from "next-intl";

import { Field } from "../ui/field";
import { Select } from "../ui/select";

/** How many whole hours a stay may be expected to take. */
const hours = [1, 2, 3, 4];

/** How long the car will probably stand there; nobody need say. */
export function Stay() {
  const t = useTranslations("walkUp");
  return (
    <Field name="stay" label={t("stay")}>
      {(control) => (
        <Select {...control} defaultValue="0">
          <option value="0">{t("stayOne")}</option>
          {hours.map((count) => (
            <option key={count} value={count * 60}>
              {t("stayHours", { count })}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
