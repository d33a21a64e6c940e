import { useTranslations } from "next-intl";

import type { Units } from "@/lib/core/units";

/** What a frame needs to let its reader choose clock and distances. */
export interface UnitsOffer {
  readonly now: Units;
  /** The server action that keeps what a form says of it. */
  readonly choose: (form: FormData) => Promise<void>;
}

/** 12 or 24 hours, kilometres or miles. Plain buttons of a form: the browser loads nothing for them. */
export function UnitsChoice({ offer: { now, choose } }: { offer: UnitsOffer }) {
  const t = useTranslations("shell.units");
  return (
    <form action={choose} className="flex flex-wrap gap-3">
      <Pair
        legend={t("clock")}
        name="hourCycle"
        now={now.hourCycle === "h12" ? "12" : "24"}
        options={[
          { value: "12", label: t("h12") },
          { value: "24", label: t("h24") },
        ]}
      />
      <Pair
        legend={t("distance")}
        name="distanceUnit"
        now={now.distance}
        options={[
          { value: "km", label: t("km") },
          { value: "mi", label: t("mi") },
        ]}
      />
    </form>
  );
}

function Pair({
  legend,
  name,
  now,
  options,
}: {
  legend: string;
  name: string;
  now: string;
  options: readonly { readonly value: string; readonly label: string }[];
}) {
  return (
    <fieldset className="pair-choice inline-flex rounded-full border bg-sunken p-0.5">
      <legend className="sr-only">{legend}</legend>
      {options.map(({ value, label }) => (
        <button key={value} type="submit" name={name} value={value} aria-pressed={value === now}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}
