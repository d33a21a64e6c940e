import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";

import { placeKey } from "@/lib/core/plugs";
import type { ConnectorView } from "@/lib/sites/stations/schema";

import { useClock } from "../ui/use-clock";
import { type PlaceKind, usePlaceWords } from "../station/place-groups";
import { Badge } from "../ui/badge";
import { Notice } from "../ui/notice";
import type { GateConnector } from "./free-connectors";

/** A connector as one finds it at the station: "3 · CCS 2 · 150 kW". */
export function useConnectorWords() {
  const t = useTranslations("scan");
  const { kind } = usePlaceWords();
  return ({ number, ...alike }: PlaceKind & Pick<ConnectorView, "number">) =>
    t("connectorChoice", { number, kind: kind(alike) });
}

/** Which of the free connectors it is to be, alike ones side by side; those that do not suit the car come last and say so. */
export function ConnectorChoice({
  name = "connector",
  legend,
  free,
  timeZone,
  value,
  suits,
  error,
  onChange,
}: {
  name?: string;
  /** What is asked; "Connector" where nothing is said. */
  legend?: string;
  free: readonly GateConnector[];
  /** The station's, in which it is said when a connector closes. */
  timeZone: string;
  value: ConnectorView | null;
  /** Whether it suits, where anything is known of the car. */
  suits?: (connector: ConnectorView) => boolean;
  error?: string;
  onChange: (id: string) => void;
}) {
  const t = useTranslations("scan");
  const { kind } = usePlaceWords();
  const id = useId();
  const clock = useClock(timeZone);
  if (free.length === 0) return <Notice kind="warning">{t("noneFree")}</Notice>;
  const kinds = Map.groupBy(free, placeKey);
  const isUnfit = (alike: readonly GateConnector[]) =>
    suits !== undefined && !alike.some((one) => suits(one));
  const inOrder = [...kinds.values()].toSorted(
    (one, other) => Number(isUnfit(one)) - Number(isUnfit(other)),
  );
  return (
    <fieldset className="space-y-3" aria-describedby={error === undefined ? undefined : id}>
      <legend className="text-sm font-medium">{legend ?? t("connector")}</legend>
      {inOrder.map((alike) => (
        <Alike key={alike[0]?.id} words={alike[0] ? kind(alike[0]) : ""} isUnfit={isUnfit(alike)}>
          {alike.map((one) => (
            <Numbered
              key={one.id}
              name={name}
              number={one.number}
              words={kind(one)}
              closes={one.closesAt === undefined ? null : clock(one.closesAt)}
              isChosen={one.id === value?.id}
              onChoose={() => onChange(one.id)}
            />
          ))}
        </Alike>
      ))}
      {error !== undefined && (
        <p id={id} role="alert" className="flex gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** Connectors that are alike, under what they are. */
function Alike({
  words,
  isUnfit,
  children,
}: {
  words: string;
  isUnfit: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("scan");
  return (
    <div className="space-y-1.5">
      <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
        {words}
        {isUnfit && <Badge tone="warning">{t("doesNotFit")}</Badge>}
      </p>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  );
}

function Numbered({
  name,
  number,
  words,
  closes,
  isChosen,
  onChoose,
}: {
  name: string;
  number: number;
  words: string;
  /** At what time, where that is soon. */
  closes: string | null;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations("scan");
  return (
    <label className="tabular flex h-12 min-w-12 flex-col items-center justify-center rounded-md border border-line-strong bg-surface px-3 text-lg leading-tight font-semibold transition-colors hover:border-accent has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <input
        type="radio"
        className="sr-only"
        name={name}
        aria-label={
          closes === null
            ? t("connectorNamed", { number, kind: words })
            : t("connectorClosing", { number, kind: words, time: closes })
        }
        checked={isChosen}
        onChange={onChoose}
      />
      <span aria-hidden>{t("number", { number })}</span>
      {closes !== null && (
        <span aria-hidden className="text-xs font-normal">
          {t("closesShort", { time: closes })}
        </span>
      )}
    </label>
  );
}
