"use client";

import { Pencil, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

import { calendarDay, localTime } from "@/lib/core/calendar";
import type { HoldView } from "@/lib/schedules/schema";

import { Deed, type DeedAction } from "../form/deed";
import { zoneName } from "../station/zone-names";
import { Card, CardHeader } from "../ui/card";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { When } from "../ui/when";

type ErrorAt = (name: string) => string | undefined;

/** Connectors that are out of service for a while. */
export function HoldsCard({
  stationId,
  timeZone,
  holds,
  add,
  change,
  remove,
}: {
  stationId: string;
  timeZone: string;
  holds: readonly HoldView[];
  add: DeedAction;
  change: DeedAction;
  remove: DeedAction;
}) {
  const t = useTranslations("scheduleEditor.holds");
  const input = { stationId, timeZone };
  return (
    <Card aria-labelledby="holds">
      <CardHeader id="holds" title={t("title")}>
        <Deed
          action={add}
          input={input}
          label={t("add")}
          icon={<Plus aria-hidden />}
          look="secondary"
          size="sm"
          done={t("added")}
          ask={{
            title: t("add"),
            text: t("text", { zone: zoneName(timeZone) }),
            confirm: t("add"),
            reason: "required",
            renderFields: (errorAt) => <HoldFields timeZone={timeZone} errorAt={errorAt} />,
          }}
        />
      </CardHeader>
      {holds.length === 0 ? (
        <p className="text-sm text-ink-soft">{t("none")}</p>
      ) : (
        <ul className="-my-3 divide-y">
          {holds.map((hold) => (
            <li key={hold.id} className="flex flex-wrap items-center gap-3 py-3 text-sm">
              <div className="min-w-0 flex-1">
                <p className="font-medium">
                  <When at={hold.startsAt} timeZone={timeZone} /> –{" "}
                  <When at={hold.endsAt} timeZone={timeZone} />
                </p>
                <p className="text-ink-soft">
                  {t("takes", { count: hold.connectors })} · {hold.reason}
                </p>
              </div>
              <Deed
                action={change}
                input={{ ...input, holdId: hold.id }}
                label={t("change", { reason: hold.reason })}
                hideLabel
                icon={<Pencil aria-hidden />}
                look="quiet"
                size="icon-sm"
                done={t("changed")}
                ask={{
                  title: t("changeTitle"),
                  text: t("text", { zone: zoneName(timeZone) }),
                  confirm: t("save"),
                  reason: "required",
                  reasonNow: hold.reason,
                  renderFields: (errorAt) => (
                    <HoldFields hold={hold} timeZone={timeZone} errorAt={errorAt} />
                  ),
                }}
              />
              <Deed
                action={remove}
                input={{ stationId, holdId: hold.id }}
                label={t("remove", { reason: hold.reason })}
                hideLabel
                icon={<Trash2 aria-hidden />}
                look="quiet"
                size="icon-sm"
                done={t("removed")}
                ask={{
                  title: t("removeTitle"),
                  text: t("removeText"),
                  confirm: t("removeConfirm"),
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function HoldFields({
  hold,
  timeZone,
  errorAt,
}: {
  hold?: HoldView;
  timeZone: string;
  errorAt: ErrorAt;
}) {
  const t = useTranslations("scheduleEditor.holds");
  const local = (at: string) =>
    `${calendarDay(new Date(at), timeZone)}T${localTime(new Date(at), timeZone)}`;
  return (
    <>
      {(["startsAt", "endsAt"] as const).map((name) => (
        <Field key={name} name={name} scope="deed" label={t(name)} error={errorAt(name)}>
          {(control) => (
            <Input {...control} type="datetime-local" defaultValue={hold && local(hold[name])} />
          )}
        </Field>
      ))}
      <Field name="connectors" scope="deed" label={t("connectors")} error={errorAt("connectors")}>
        {(control) => (
          <Input {...control} type="number" min={1} defaultValue={hold?.connectors ?? 1} />
        )}
      </Field>
    </>
  );
}
