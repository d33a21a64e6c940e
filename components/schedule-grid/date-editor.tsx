"use client";

import { useTranslations } from "next-intl";

import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import type { Draft } from "./draft";
import { WindowsList } from "./windows-list";

type Kind = "usual" | "closed" | "other";

/** What one date does differently: its hours, and how many connectors there are. */
export function DateEditor({
  title,
  date,
  draft,
  onChange,
}: {
  title: string;
  date: string;
  draft: Draft;
  onChange: (draft: Draft) => void;
}) {
  const t = useTranslations("scheduleEditor");
  const exception = draft.exceptions.find((one) => one.date === date);
  const override = draft.capacityOverrides.find((one) => one.date === date);
  const kind: Kind = !exception ? "usual" : exception.closed ? "closed" : "other";
  const byDate = (one: { date: string }, other: { date: string }) =>
    one.date.localeCompare(other.date);
  const setException = (next: Omit<Draft["exceptions"][number], "date"> | null) =>
    onChange({
      ...draft,
      exceptions: [
        ...draft.exceptions.filter((one) => one.date !== date),
        ...(next ? [{ date, ...next }] : []),
      ].toSorted(byDate),
    });
  const setPlaces = (text: string) => {
    const connectors = Number(text);
    const others = draft.capacityOverrides.filter((one) => one.date !== date);
    const own = text === "" || !Number.isInteger(connectors) ? [] : [{ date, connectors }];
    onChange({ ...draft, capacityOverrides: [...others, ...own].toSorted(byDate) });
  };
  return (
    <fieldset className="space-y-4 rounded-md border p-4">
      <legend className="px-1 text-sm font-medium">{title}</legend>
      <Field name="kind" scope="date" label={t("hours")}>
        {(control) => (
          <Select
            {...control}
            value={kind}
            onChange={(event) => {
              const next = event.target.value as Kind;
              if (next === "usual") setException(null);
              else if (next === "closed") setException({ closed: true, windows: [] });
              else setException({ closed: false, windows: [{ start: "08:00", end: "18:00" }] });
            }}
          >
            <option value="usual">{t("usual")}</option>
            <option value="closed">{t("closed")}</option>
            <option value="other">{t("otherHours")}</option>
          </Select>
        )}
      </Field>
      {exception && !exception.closed && (
        <WindowsList
          name={title}
          windows={exception.windows}
          onChange={(windows) => setException({ closed: false, windows })}
        />
      )}
      <Field name="places" scope="date" label={t("connectors")} hint={t("connectorsHint")}>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={0}
            max={999}
            className="w-32"
            value={override?.connectors ?? ""}
            onChange={(event) => setPlaces(event.target.value)}
          />
        )}
      </Field>
    </fieldset>
  );
}
