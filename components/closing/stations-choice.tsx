import { useTranslations } from "next-intl";
import { useState } from "react";

import { tidy } from "@/lib/core/text";

import { Checkbox } from "../ui/checkbox";
import { Input } from "../ui/input";
import { Segmented } from "../ui/segmented";

export interface StationToClose {
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

/** All stations, or those that are ticked; null stands for all. */
export function StationsChoice({
  stations,
  chosen,
  onChange,
}: {
  stations: readonly StationToClose[];
  chosen: readonly string[] | null;
  onChange: (chosen: readonly string[] | null) => void;
}) {
  const t = useTranslations("closing");
  const [search, setSearch] = useState("");
  const wanted = tidy(search).toLowerCase();
  const shown = stations.filter(({ name, address }) =>
    `${name} ${address}`.toLowerCase().includes(wanted),
  );
  const ids = chosen ?? [];
  return (
    <div className="space-y-4">
      <Segmented
        legend={t("which")}
        name="which"
        value={chosen === null ? "all" : "some"}
        onChange={(value) => onChange(value === "all" ? null : [])}
        options={[
          { value: "all", label: t("all", { count: stations.length }) },
          { value: "some", label: t("some") },
        ]}
      />
      {chosen !== null && (
        <>
          <Input
            type="search"
            aria-label={t("narrow")}
            placeholder={t("narrow")}
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
          <p className="text-sm text-ink-soft">
            {t("chosen", { count: ids.length, all: stations.length })}
          </p>
          <section
            className="max-h-96 overflow-y-auto rounded-md border px-4 py-1"
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls must scroll by keyboard too
            tabIndex={0}
            aria-label={t("stations")}
          >
            {shown.map(({ id, name, address }) => (
              <Checkbox
                key={id}
                checked={ids.includes(id)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...ids, id] : ids.filter((one) => one !== id))
                }
                label={
                  <>
                    {name}
                    <span className="block text-ink-soft">{address}</span>
                  </>
                }
              />
            ))}
          </section>
        </>
      )}
    </div>
  );
}
