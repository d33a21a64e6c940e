"use client";

import { Plug, Zap } from "lucide-react";
import { useTranslations } from "next-intl";
import { use, useState } from "react";

import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Segmented } from "../ui/segmented";
import { Select } from "../ui/select";
import { amenityChoices, type FinderQuery, offeredRadii } from "./finder-query";
import type { Own } from "./own-context";
import { ReaderUnit, useDistance } from "./use-distance";

type Change = (part: Partial<FinderQuery>) => void;

/** AC, DC or either. `name` sets it apart from the same choice elsewhere on the page. */
export function TypeChoice({
  name,
  query,
  change,
}: {
  name: string;
  query: FinderQuery;
  change: Change;
}) {
  const t = useTranslations("finder");
  return (
    <Segmented
      legend={t("type")}
      name={name}
      value={query.type ?? "any"}
      onChange={(value) => change({ type: value === "any" ? null : value })}
      options={[
        { value: "any", label: t("typeAny") },
        {
          value: "AC",
          label: (
            <>
              <Plug aria-hidden /> {t("ac")}
            </>
          ),
        },
        {
          value: "DC",
          label: (
            <>
              <Zap aria-hidden /> {t("dc")}
            </>
          ),
        },
      ]}
    />
  );
}

/** How far around the chosen place. */
export function RadiusChoice({
  id,
  query,
  onChange,
}: {
  id: string;
  query: FinderQuery;
  onChange: (radiusKm: number | null) => void;
}) {
  const t = useTranslations("finder");
  const distance = useDistance();
  const unit = use(ReaderUnit);
  return (
    <Select
      id={id}
      aria-label={t("radius")}
      value={query.radiusKm ?? ""}
      onChange={(event) => onChange(Number(event.target.value) || null)}
    >
      <option value="">{t("radiusAny")}</option>
      {offeredRadii(unit, query.radiusKm).map((km) => (
        <option key={km} value={km}>
          {t("within", { distance: distance(km) })}
        </option>
      ))}
    </Select>
  );
}

/** The most that a kWh may cost. What cannot be read as a price asks for nothing. */
export function PriceField({ query, change }: { query: FinderQuery; change: Change }) {
  const t = useTranslations("finder");
  const [text, setText] = useState(query.maxPrice === null ? "" : String(query.maxPrice));
  const set = (value: string) => {
    setText(value);
    const price = value.trim() === "" ? NaN : Number(value.replace(",", "."));
    change({ maxPrice: price >= 0 && price <= 1_000_000 ? price : null });
  };
  return (
    <Field name="price" scope="sheet" label={t("price")} hint={t("priceHint")}>
      {(control) => (
        <Input
          {...control}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </Field>
  );
}

/** What must be on site. */
export function AmenityChoice({ query, change }: { query: FinderQuery; change: Change }) {
  const t = useTranslations("finder");
  const { amenities } = query;
  return (
    <fieldset>
      <legend className="text-sm font-medium">{t("onSite")}</legend>
      <div className="grid grid-cols-2">
        {amenityChoices.map((word) => (
          <Checkbox
            key={word}
            label={t(`amenities.${word}`)}
            checked={amenities.includes(word)}
            onChange={({ target }) =>
              change({
                amenities: amenityChoices.filter((one) =>
                  one === word ? target.checked : amenities.includes(one),
                ),
              })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Which of the reader's cars must fit. */
export function CarChoice({
  query,
  change,
  own,
}: {
  query: FinderQuery;
  change: Change;
  own: Own;
}) {
  const t = useTranslations("finder");
  return (
    <Field name="vehicleId" scope="sheet" label={t("car")}>
      {(control) => (
        <Select
          {...control}
          value={query.vehicleId ?? ""}
          onChange={({ target }) => change({ vehicleId: target.value || null })}
        >
          <option value="">{t("carAny")}</option>
          {own.vehicles.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
