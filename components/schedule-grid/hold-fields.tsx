"use client";

import { useTranslations } from "next-intl";
import type { ChangeEvent } from "react";

import { calendarDay, localTime } from "@/lib/core/calendar";
import type { HoldView } from "@/lib/sites/schedules/schema";

import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { HoldPreview } from "./hold-preview";
import { type PreviewHoldAction, useHoldPreview } from "./use-hold-preview";

/** A hold's times by the station's clock and its connectors; beneath, what they would take. */
export function HoldFields({
  stationId,
  hold,
  timeZone,
  preview,
  errorAt,
}: {
  stationId: string;
  hold?: HoldView;
  timeZone: string;
  preview: PreviewHoldAction;
  errorAt: (name: string) => string | undefined;
}) {
  const t = useTranslations("scheduleEditor.holds");
  const { foretold, askPreviewOf } = useHoldPreview(preview);
  const local = (at: string) =>
    `${calendarDay(new Date(at), timeZone)}T${localTime(new Date(at), timeZone)}`;
  const typed = ({ currentTarget: { form } }: ChangeEvent<HTMLInputElement>) => {
    const values = new FormData(form ?? undefined);
    values.set("stationId", stationId);
    if (hold) values.set("holdId", hold.id);
    askPreviewOf(values);
  };
  return (
    <>
      {(["startsAt", "endsAt"] as const).map((name) => (
        <Field key={name} name={name} scope="dialog" label={t(name)} error={errorAt(name)}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              defaultValue={hold && local(hold[name])}
              onChange={typed}
            />
          )}
        </Field>
      ))}
      {hold?.connectorIds ? (
        // Which ones it takes is not chosen here, and stays.
        hold.connectorIds.map((id) => (
          <input key={id} type="hidden" name="connectorIds" value={id} />
        ))
      ) : (
        <Field
          name="connectors"
          scope="dialog"
          label={t("connectors")}
          error={errorAt("connectors")}
        >
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1}
              defaultValue={hold?.connectors ?? 1}
              onChange={typed}
            />
          )}
        </Field>
      )}
      <HoldPreview foretold={foretold} />
    </>
  );
}
