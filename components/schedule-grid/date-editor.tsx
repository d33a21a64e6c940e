"use client";

import { useTranslations } from "next-intl";

import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import type { Draft } from "./draft";
import { type Fault, faultAt } from "./faults";
import { WindowsList } from "./windows-list";

type Kind = "usual" | "closed" | "other";
const byDate = (one: { date: string }, other: { date: string }) =>
  one.date.localeCompare(other.date);

/** What one date does differently: its hours, and how many connectors there are. */
export function DateEditor({
  title,
  date,
  draft,
  faults,
  onChange,
  onClose,
}: {
  title: string;
  date: string;
  draft: Draft;
  faults: readonly Fault[];
  onChange: (draft: Draft) => void;
  onClose: () => void;
}) {
  const t = useTranslations("scheduleEditor");
  const ui = useTranslations("ui");
  const exception = draft.exceptions.find((one) => one.date === date);
  const override = draft.capacityOverrides.find((one) => one.date === date);
  const kind: Kind = !exception ? "usual" : exception.closed ? "closed" : "other";
  const setException = (next: Omit<Draft["exceptions"][number], "date"> | null) =>
    onChange({
      ...draft,
      exceptions: [
        ...draft.exceptions.filter((one) => one.date !== date),
        ...(next ? [{ date, ...next }] : []),
      ].toSorted(byDate),
    });
  const setPlaces = (connectors: string) => {
    const others = draft.capacityOverrides.filter((one) => one.date !== date);
    const own = connectors.trim() === "" ? [] : [{ date, connectors }];
    onChange({ ...draft, capacityOverrides: [...others, ...own].toSorted(byDate) });
  };
  const fault = (what: Fault["what"], index?: number) =>
    faultAt(faults, { part: date, what, ...(index !== undefined && { index }) });
  return (
    <fieldset className="space-y-4 rounded-md border p-4">
      <legend className="px-1 text-sm font-medium">{title}</legend>
      <Field name="kind" scope="date" label={t("hours")} error={fault("hours")}>
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
          part={date}
          name={title}
          windows={exception.windows}
          errorAt={(index) => fault("hours", index)}
          onChange={(windows) => setException({ ...exception, windows })}
        />
      )}
      {exception && (
        <Field
          name="why"
          scope="date"
          label={t("why")}
          hint={t("whyHint")}
          optional={ui("optional")}
        >
          {(control) => (
            <Input
              {...control}
              maxLength={80}
              value={exception.reason ?? ""}
              onChange={({ target }) => setException({ ...exception, reason: target.value })}
            />
          )}
        </Field>
      )}
      <Field
        name="places"
        scope="date"
        label={t("connectors")}
        hint={t("connectorsHint")}
        error={fault("places")}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            maxLength={4}
            className="w-32"
            value={override?.connectors ?? ""}
            onChange={(event) => setPlaces(event.target.value)}
          />
        )}
      </Field>
      <Button look="secondary" size="sm" onClick={onClose}>
        {t("closeDate")}
      </Button>
    </fieldset>
  );
}
