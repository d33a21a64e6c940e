"use client";

import type { ReactNode } from "react";
import { useSyncExternalStore } from "react";

import { presentZone } from "@/lib/core/zone-names";

import { SelectField } from "./fields";

const never = () => () => undefined;

/** The reader's own zone; browsers tell some by a former name, such as Asia/Calcutta. */
function readOwnZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return presentZone(timeZone) ?? "";
}

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
  const own = useSyncExternalStore(never, readOwnZone, () => "");
  return (
    <SelectField name={name} label={label} hint={hint} defaultValue={own} count={Infinity}>
      <option value="">{"\u00a0"}</option>
      {children}
    </SelectField>
  );
}
