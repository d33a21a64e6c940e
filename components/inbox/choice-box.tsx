"use client";

import type { ReactNode } from "react";

import { useForm } from "../form/action-form";
import { Checkbox } from "../ui/checkbox";

/**
 * A choice of yes or no in a form whose silence must count: a box that is not ticked says `false`, which a browser would
 * not send.
 */
export function ChoiceBox({
  name,
  label,
  hint,
  isChosen,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  isChosen: boolean;
}) {
  const { state } = useForm();
  const typed = state?.values[name];
  return (
    <>
      <input type="hidden" name={name} value="false" />
      <Checkbox
        name={name}
        value="true"
        defaultChecked={typed === undefined ? isChosen : typed === "true"}
        label={
          <>
            {label}
            {hint && <span className="block text-ink-soft">{hint}</span>}
          </>
        }
      />
    </>
  );
}
