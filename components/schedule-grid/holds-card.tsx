"use client";

import { Pencil, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

import type { FieldsAction } from "@/lib/http/action";
import type { HoldView, LocalHold } from "@/lib/sites/schedules/schema";
import type { ConnectorView } from "@/lib/sites/stations/schema";

import { ActionButton } from "../form/action-button";
import { zoneName } from "../station/zone-name";
import { Card, CardHeader } from "../ui/card";
import { RowMenu } from "../ui/row-menu";
import { WhenRange } from "../ui/when-range";
import { HoldFields } from "./hold-fields";
import type { PreviewHoldAction } from "./use-hold-preview";

type NewHold = { stationId: string } & LocalHold;

/** Connectors that are out of service for a while. */
export function HoldsCard({
  stationId,
  timeZone,
  connectors,
  holds,
  preview,
  add,
  change,
  remove,
}: {
  stationId: string;
  timeZone: string;
  /** The station's, for those that holds name. */
  connectors: readonly Pick<ConnectorView, "id" | "number">[];
  holds: readonly HoldView[];
  preview: PreviewHoldAction;
  add: FieldsAction<NewHold>;
  change: FieldsAction<NewHold & { holdId: string }>;
  remove: FieldsAction<{ stationId: string; holdId: string }>;
}) {
  const t = useTranslations("scheduleEditor.holds");
  const input = { stationId };
  const holdOf = { stationId, timeZone, preview };
  const taken = (hold: HoldView) => {
    if (hold.connectorIds === null) return t("takes", { count: hold.connectors ?? 0 });
    const named = connectors.filter(({ id }) => hold.connectorIds?.includes(id));
    const numbers = named.map(({ number }) => number).join(", ");
    return t("takesThese", { count: named.length, numbers });
  };
  return (
    <Card aria-labelledby="holds">
      <CardHeader id="holds" title={t("title")}>
        <ActionButton
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
            renderFields: (errorAt) => <HoldFields {...holdOf} errorAt={errorAt} />,
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
                  <WhenRange from={hold.startsAt} to={hold.endsAt} timeZone={timeZone} />
                </p>
                <p className="text-ink-soft">
                  {taken(hold)} · {hold.reason}
                </p>
              </div>
              <ActionButton
                action={change}
                input={{ ...input, holdId: hold.id }}
                label={t("changeIt")}
                name={t("change", { reason: hold.reason })}
                icon={<Pencil aria-hidden />}
                look="secondary"
                size="sm"
                done={t("changed")}
                ask={{
                  title: t("changeTitle"),
                  text: t("text", { zone: zoneName(timeZone) }),
                  confirm: t("save"),
                  reason: "required",
                  reasonNow: hold.reason,
                  renderFields: (errorAt) => (
                    <HoldFields {...holdOf} hold={hold} errorAt={errorAt} />
                  ),
                }}
              />
              <RowMenu id={`more-${hold.id}`} row={hold.reason}>
                <ActionButton
                  asEntry
                  action={remove}
                  input={{ stationId, holdId: hold.id }}
                  label={t("removeConfirm")}
                  name={t("remove", { reason: hold.reason })}
                  icon={<Trash2 aria-hidden />}
                  done={t("removed")}
                  ask={{
                    title: t("removeTitle"),
                    text: t("removeText"),
                    confirm: t("removeConfirm"),
                    isDanger: true,
                  }}
                />
              </RowMenu>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
