"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";

import { SelectField } from "../form/fields";

/** Whose operator it is to be. The choice goes to the address, and the form offers that business's stations. */
export function BusinessField({
  businesses,
  businessId,
}: {
  businesses: readonly { readonly id: string; readonly name: string }[];
  businessId?: string;
}) {
  const t = useTranslations("operators");
  const router = useRouter();
  const [pending, start] = useTransition();
  // What it began with: a default that changed would make the field anew, and take the focus away.
  const [first] = useState(businessId);
  return (
    <SelectField
      name="businessId"
      label={t("business")}
      hint={pending ? t("stationsLoading") : undefined}
      defaultValue={first ?? ""}
      count={businesses.length}
      onChange={({ target: { value } }) =>
        start(() =>
          router.replace(`?${new URLSearchParams({ businessId: value })}`, { scroll: false }),
        )
      }
    >
      <option value="">{t("chooseBusiness")}</option>
      {businesses.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
