import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useApi } from "../queue/use-api";
import { ConnectorChoice } from "../scan/connector-choice";
import { type GateConnector, proposed } from "../scan/free-connectors";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { toast } from "../ui/toast";

/** Moves the session to another connector that is free; needs the network, since another phone may take it. */
export function ChangeConnector({
  sessionId,
  suiting,
  free,
  timeZone,
  onDone,
}: {
  sessionId: string;
  /** The connectors that suit its car, in the server's order (`suitingConnectorIds` of the queue). */
  suiting: readonly string[];
  free: readonly GateConnector[];
  timeZone: string;
  onDone: () => void;
}) {
  const t = useTranslations("sessionCard.connector");
  const ui = useTranslations("ui");
  const router = useRouter();
  const api = useApi();
  const [chosen, setChosen] = useState<string>();
  const connector = proposed(free, chosen, suiting);
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const change = async () => {
    if (!connector) return;
    setBusy(true);
    const answer = await api("PUT", `/sessions/${sessionId}`, { connectorId: connector.id });
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
        timeZone={timeZone}
        value={connector}
        suits={suiting.length > 0 ? ({ id }) => suiting.includes(id) : undefined}
        onChange={setChosen}
      />
      <div className="flex gap-3">
        <Button onClick={() => void change()} disabled={isBusy || !connector}>
          {isBusy && <Spinner />}
          {t("confirm")}
        </Button>
        <Button look="secondary" onClick={onDone}>
          {ui("goBack")}
        </Button>
      </div>
    </div>
  );
}
