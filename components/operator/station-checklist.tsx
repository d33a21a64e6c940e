"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { tidy } from "@/lib/core/text";

import { useForm } from "../form/action-form";
import { Checkbox } from "../ui/checkbox";
import { Input } from "../ui/input";

/** A station that may be assigned. */
export interface AssignableStation {
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

/** Which stations somebody works at: a list to tick, narrowed by typing. What is hidden stays as it was ticked. */
export function StationChecklist({
  stations,
  assigned,
}: {
  stations: readonly AssignableStation[];
  assigned: readonly string[];
}) {
  const t = useTranslations("operators");
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(assigned));
  const wanted = tidy(search).toLowerCase();
  const isWanted = ({ name, address }: AssignableStation) =>
    `${name} ${address}`.toLowerCase().includes(wanted);
  const toggle = (id: string, on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      if (on) after.add(id);
      else after.delete(id);
      return after;
    });
  const error = useForm().state?.errors.stationIds;
  const none = stations.filter(isWanted).length === 0;
  return (
    <fieldset className="space-y-2" aria-describedby={error ? "stations-error" : undefined}>
      <legend className="text-sm font-medium">
        {t("stations")}{" "}
        <span className="font-normal text-ink-soft">
          {t("stationsChosen", { count: chosen.size, all: stations.length })}
        </span>
      </legend>
      {/* A browser says nothing of boxes without a tick: this says that there are some. */}
      <input type="hidden" name="stationIds" value="" />
      {stations.length > 8 && (
        <Input
          type="search"
          aria-label={t("narrow")}
          placeholder={t("narrow")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      <section
        className="max-h-80 overflow-y-auto rounded-md border px-4 py-1"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls must scroll by keyboard too
        tabIndex={0}
        aria-label={t("stations")}
      >
        {stations.map((station) => (
          <div key={station.id} hidden={!isWanted(station)}>
            <Checkbox
              name="stationIds"
              value={station.id}
              checked={chosen.has(station.id)}
              onChange={(event) => toggle(station.id, event.target.checked)}
              label={
                <>
                  {station.name}
                  <span className="block text-ink-soft">{station.address}</span>
                </>
              }
            />
          </div>
        ))}
        {none && <p className="py-3 text-sm text-ink-soft">{t("narrowNone")}</p>}
      </section>
      {error && (
        <p id="stations-error" className="flex gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </fieldset>
  );
}
