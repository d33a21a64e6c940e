import { useTranslations } from "next-intl";

import { nicCountries } from "@/lib/core/identity-numbers";

import { TextField } from "../form/fields";

/**
 * An identity number, called and explained as its country calls it (operations.md §3, NIC), with that country beside
 * it. One country's numbers are known; where there are more, which one is asked.
 */
export function NicField() {
  const t = useTranslations("nic");
  const [country] = nicCountries;
  return (
    <>
      <TextField
        name="nic"
        label={t(`${country}.name`)}
        hint={t(`${country}.hint`)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <input type="hidden" name="country" value={country} />
    </>
  );
}
