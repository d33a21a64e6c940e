import { CarFront, Check, Pencil, Plus, Star, Trash2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import { connectorName } from "@/lib/core/plug-names";
import type { FieldsAction } from "@/lib/http/action";
import type { VehicleStats } from "@/lib/insight/reports/schema";
import type { VehicleView } from "@/lib/sites/drivers/schema";

import { ActionButton } from "../form/action-button";
import { Badge } from "../ui/badge";
import { ButtonLink } from "../ui/button-link";
import { Card, CardHeader } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { vehicleName } from "./vehicle-name";
import { photoOf } from "./vehicle-photo";

interface Actions {
  readonly setUsual: FieldsAction<{ id: string }>;
  readonly removeCar: FieldsAction<{ id: string }>;
}

/** One's cars, the usual one first. */
export function VehiclesCard({
  vehicles,
  stats,
  actions,
}: {
  vehicles: readonly VehicleView[];
  /** Of each, in their order. */
  stats: readonly VehicleStats[];
  actions: Actions;
}) {
  const t = useTranslations("cars");
  return (
    <Card aria-labelledby="cars">
      <CardHeader id="cars" title={t("title")}>
        {vehicles.length > 0 && (
          <ButtonLink href="/owner/profile/vehicles/new" size="sm" look="secondary">
            <Plus aria-hidden />
            {t("add")}
          </ButtonLink>
        )}
      </CardHeader>
      {vehicles.length === 0 ? (
        <EmptyState
          icon={CarFront}
          title={t("none")}
          action={<ButtonLink href="/owner/profile/vehicles/new">{t("add")}</ButtonLink>}
        >
          {t("noneText")}
        </EmptyState>
      ) : (
        <ul className="divide-y">
          {vehicles.map((vehicle, index) => (
            <Vehicle key={vehicle.id} vehicle={vehicle} stats={stats[index]} actions={actions} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Vehicle({
  vehicle,
  stats,
  actions,
}: {
  vehicle: VehicleView;
  stats: VehicleStats | undefined;
  actions: Actions;
}) {
  const t = useTranslations("cars");
  const format = useFormatter();
  const { id, plate, year, batteryKwh, standards, isDefault } = vehicle;
  const name = vehicleName(vehicle) ?? t("unnamed");
  const facts = [
    year === null ? null : String(year),
    batteryKwh === null ? null : t("kwh", { kWh: format.number(batteryKwh) }),
    standards.length > 0 ? standards.map(connectorName).join(", ") : t("plugsUnknown"),
  ].filter(Boolean);
  return (
    <li className="flex flex-col gap-3 py-4 first:pt-0 last:pb-0 sm:flex-row sm:items-center sm:justify-between">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-3">
        <Picture vehicle={vehicle} name={name} />
        <div className="min-w-0 flex-[1_1_9rem]">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="font-medium wrap-anywhere">{name}</span>
            {plate && <Badge>{plate}</Badge>}
            {isDefault && (
              <Badge tone="success">
                <Check aria-hidden className="size-3.5" />
                {t("usual")}
              </Badge>
            )}
          </p>
          {facts.length > 0 && <p className="mt-1 text-sm text-ink-soft">{facts.join(" · ")}</p>}
          {stats && stats.totalSessions > 0 && (
            <p className="mt-1 text-sm text-ink-soft">
              {t("did", {
                count: stats.totalSessions,
                kWh: format.number(stats.energyKwh, { maximumFractionDigits: 0 }),
              })}
            </p>
          )}
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        {!isDefault && (
          <ActionButton
            action={actions.setUsual}
            input={{ id }}
            label={t("makeUsual")}
            icon={<Star aria-hidden />}
            look="secondary"
            size="sm"
            done={t("madeUsual", { name })}
          />
        )}
        <ButtonLink href={`/owner/profile/vehicles/${id}`} look="secondary" size="sm">
          <Pencil aria-hidden />
          {t("change")}
        </ButtonLink>
        <ActionButton
          action={actions.removeCar}
          input={{ id }}
          label={t("remove")}
          icon={<Trash2 aria-hidden />}
          look="danger"
          size="sm"
          done={t("removed", { name })}
          ask={{
            title: t("removeTitle", { name }),
            text: t("removeText"),
            confirm: t("remove"),
          }}
        />
      </div>
    </li>
  );
}

/** By which one tells one's cars apart at a glance. */
function Picture({ vehicle, name }: { vehicle: VehicleView; name: string }) {
  const t = useTranslations("cars");
  const photo = photoOf(vehicle, "thumbnail");
  return (
    <div className="grid aspect-[4/3] w-20 shrink-0 place-items-center overflow-hidden rounded-md bg-sunken">
      {photo ? (
        /* oxlint-disable-next-line nextjs/no-img-element -- made small already */
        <img
          src={photo}
          alt={t("photoOf", { name })}
          loading="lazy"
          className="size-full object-cover"
        />
      ) : (
        <CarFront aria-hidden className="size-6 text-ink-soft" />
      )}
    </div>
  );
}
