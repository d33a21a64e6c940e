"use client";

import type { ReactNode } from "react";
import { useSyncExternalStore } from "react";

import { SelectField } from "./fields";

const never = () => () => undefined;

/** A time zone, by the reader's own at first. `children` are the options, grouped by region. */
export function TimeZoneField({
  name,
  label,
  hint,
  children,
}: {
  name: string;
  label: string;
  hint?: string;
  children: ReactNode;
}) {
  const own = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "",
  );
  return (
    <SelectField name={name} label={label} hint={hint} defaultValue={own}>
      <option value="">{"\u00a0"}</option>
      {children}
    </SelectField>
  );
}
