import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { placeKey } from "@/lib/core/plugs";
import type { ConnectorView } from "@/lib/sites/stations/schema";

import { useApi } from "../queue/use-api";
import { ConnectorChoice } from "../scan/connector-choice";
import type { PlaceKind } from "../station/place-groups";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { toast } from "../ui/toast";

/** Moves the session to another connector that is free; needs the network, since another phone may take it. */
export function ChangeConnector({
  sessionId,
  now,
  free,
  onDone,
}: {
  sessionId: string;
  /** Where it stands. */
  now: PlaceKind | null;
  free: readonly ConnectorView[];
  onDone: () => void;
}) {
  const t = useTranslations("sessionCard.connector");
  const ui = useTranslations("ui");
  const router = useRouter();
  const api = useApi();
  const isAlike = (one: PlaceKind) => now !== null && placeKey(one) === placeKey(now);
  const [chosen, setChosen] = useState((free.find(isAlike) ?? free[0])?.id ?? "");
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const change = async () => {
    setBusy(true);
    const answer = await api("PUT", `/sessions/${sessionId}`, { connectorId: chosen });
    setBusy(false);
    if (!answer.ok) {
      setFault(answer.isUnreached ? t("needsNetwork") : answer.message);
      return;
    }
    toast(t("changed"));
    router.refresh();
    onDone();
  };
  if (free.length === 0) {
    return <p className="text-sm text-ink-soft">{t("noneFree")}</p>;
  }
  return (
    <div className="space-y-3">
      {fault !== undefined && (
        <Notice kind="danger" role="alert">
          {fault}
        </Notice>
      )}
      <ConnectorChoice
        legend={t("choose")}
        free={free}
        value={free.find(({ id }) => id === chosen) ?? null}
        onChange={setChosen}
      />
      <div className="flex gap-3">
        <Button onClick={() => void change()} disabled={isBusy}>
          {isBusy && <Spinner />}
          {t("confirm")}
        </Button>
        <Button look="secondary" onClick={onDone}>
          {ui("cancel")}
        </Button>
      </div>
    </div>
  );
}
