"use client";

import { Car, IdCard, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";

import type { StartWalkUp } from "@/lib/charging/sessions/schema";

import { kindKey } from "@/lib/core/plugs";

import { TypedGuard } from "../form/form-guard";
import type { KeptAct } from "../offline/act";
import type { GateAnswer } from "../scan/ask-gate";
import { useStation } from "../queue/use-station";
import { ConnectorChoice } from "../scan/connector-choice";
import {
  freeConnectors,
  type GateConnector,
  type GateStation,
  proposed,
} from "../scan/free-connectors";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { Segmented } from "../ui/segmented";
import { SearchedSelect } from "../ui/searched-select";
import { Select } from "../ui/select";
import { Spinner } from "../ui/spinner";
import { Stay } from "./stay-field";
import { names, typedIn, useWho } from "./use-who";

const icons = { plate: Car, phone: Phone, ownerNic: IdCard };

/** The driver has a booking here. */
const checkInInstead = "walkIn.check_in_instead";

interface WalkUpFormProps {
  readonly stations: readonly GateStation[];
  readonly charging: Parameters<typeof freeConnectors>[1];
  readonly acts: readonly KeptAct[];
  /** What the address says of the car already. */
  readonly plate?: string;
  readonly refused: Extract<GateAnswer, { kind: "No" }> | null;
  readonly isAway: boolean;
  readonly isPending: boolean;
  readonly onSend: (walkUp: StartWalkUp) => void;
}

/** Who stands at the gate, and on which connector; everything but that has a proposal. */
export function WalkUpForm({
  stations,
  charging,
  acts,
  plate,
  refused,
  isAway,
  isPending,
  onSend,
}: WalkUpFormProps) {
  const t = useTranslations("walkUp");
  const [chosen, choose] = useStation(stations);
  const stationId = chosen ?? stations[0]?.id ?? "";
  const { name, kept, form, turnTo } = useWho(plate);
  const [connectorId, setConnector] = useState<string>();
  const [isMissing, setMissing] = useState(false);
  const [isUnchosen, setUnchosen] = useState(false);
  const station = stations.find(({ id }) => id === stationId);
  const free = station ? freeConnectors(station, charging, acts) : [];
  const isMixed = hasSeveralPlugs(station?.connectors ?? []);
  // One that closes soon comes last, as the server chooses.
  const ids = free
    .toSorted((one, other) => Number(isClosing(one)) - Number(isClosing(other)))
    .map(({ id }) => id);
  // Which plug the car has, only who stands before it knows: nothing is proposed where it matters.
  const connector = proposed(free, connectorId, isMixed ? [] : ids);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending || isAway) return;
    const said = typedIn(event.currentTarget).trim();
    const isUnchosen = isMixed && free.length > 0 && !connector;
    setMissing(said === "");
    setUnchosen(isUnchosen);
    if (said === "" || isUnchosen) return;
    const minutes = Number(new FormData(event.currentTarget).get("stay"));
    onSend({
      stationId,
      [name]: said,
      ...(connectorId !== undefined && connector && { connectorId: connector.id }),
      ...(minutes > 0 && { minutes }),
    });
  };

  const faultAt = (field: string) => refused?.errors.find((one) => one.field === field)?.message;
  return (
    <form ref={form} noValidate onSubmit={submit} className="space-y-5">
      {/* Whoever is to be checked in instead needs nothing of what was typed. */}
      <TypedGuard isSent={isPending || refused?.refusal.code === checkInInstead} />
      {refused && <Refused key={refused.refusal.code} refused={refused} />}
      {stations.length > 1 && (
        <StationField
          stations={stations}
          value={stationId}
          onChange={(id) => {
            choose(id);
            setConnector(undefined);
          }}
        />
      )}
      <div className="space-y-3">
        <Segmented
          legend={t("by")}
          name="by"
          large
          value={name}
          onChange={turnTo}
          options={names.map((value) => {
            const Icon = icons[value];
            return {
              value,
              label: (
                <>
                  <Icon aria-hidden />
                  {t(`short.${value}`)}
                </>
              ),
            };
          })}
        />
        <Field
          name="who"
          label={t(`who.${name}`)}
          hint={t(`hint.${name}`)}
          error={isMissing ? t(`missing.${name}`) : faultAt(name)}
        >
          {(control) => (
            <Input
              {...control}
              key={name}
              className="h-12 text-lg uppercase"
              defaultValue={kept}
              maxLength={64}
              inputMode={name === "phone" ? "tel" : "text"}
              autoComplete="off"
              autoCapitalize="characters"
              autoCorrect="off"
              spellCheck={false}
              enterKeyHint="done"
            />
          )}
        </Field>
      </div>
      <ConnectorChoice
        free={free}
        timeZone={station?.timeZone ?? "UTC"}
        value={connector}
        error={isUnchosen && !connector ? t("missing.connector") : faultAt("connectorId")}
        onChange={setConnector}
      />
      <Stay />
      {isAway && <Notice kind="warning">{t("away")}</Notice>}
      <Button type="submit" size="lg" className="w-full" disabled={isPending || isAway}>
        {isPending && <Spinner />}
        {t("give")}
      </Button>
    </form>
  );
}

function StationField({
  stations,
  value,
  onChange,
}: Pick<WalkUpFormProps, "stations"> & { value: string; onChange: (id: string) => void }) {
  const t = useTranslations("walkUp");
  return (
    <Field name="station" label={t("station")}>
      {(control) => (
        <SearchedSelect label={t("station")} count={stations.length}>
          <Select
            {...control}
            data-kept
            value={value}
            onChange={({ target }) => onChange(target.value)}
          >
            {stations.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </SearchedSelect>
      )}
    </Field>
  );
}

const isClosing = ({ closesAt }: GateConnector) => closesAt !== undefined;

/** Whether the station has places of more than one set of plugs. */
const hasSeveralPlugs = (connectors: GateStation["connectors"]): boolean =>
  new Set(connectors.map(({ standards }) => kindKey(standards, null, null))).size > 1;

/** Why not, in the server's words, and what to do instead where there is something. */
function Refused({
  refused: { refusal, errors },
}: {
  refused: Extract<GateAnswer, { kind: "No" }>;
}) {
  const t = useTranslations("walkUp");
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const isUnanswered = refusal.code === "scan.unanswered";
  const said = isUnanswered ? t("unanswered") : (errors[0]?.message ?? refusal.message);
  return (
    <div ref={place} tabIndex={-1} className="rounded-md outline-none">
      <Notice kind="danger" role="alert" title={t("no")}>
        <p>{said}</p>
        {refusal.code === checkInInstead && (
          <div className="mt-2">
            <ButtonLink look="secondary" href="/operator/scan">
              {t("scan")}
            </ButtonLink>
          </div>
        )}
      </Notice>
    </div>
  );
}
