import { useTranslations } from "next-intl";

import type { SessionPreview } from "@/lib/charging/sessions/schema";

import type { ApiAnswer } from "../queue/use-api";
import { Card } from "../ui/card";
import { Notice } from "../ui/notice";
import { Skeleton } from "../ui/skeleton";
import { Totals } from "./totals";

/** What it comes to as typed, or why that is not known. */
export function FinalizeTotal({
  answer,
  isAway,
}: {
  answer: ApiAnswer<SessionPreview> | null;
  /** Whether there is no network, or the server has not heard of the session yet. */
  isAway: boolean;
}) {
  const t = useTranslations("finalize");
  if (isAway || (answer && !answer.ok && answer.isUnreached)) {
    return (
      <Notice kind="warning" title={t("away")}>
        {t("awayText")}
      </Notice>
    );
  }
  if (answer && !answer.ok && answer.errors.length === 0) {
    return (
      <Notice kind="danger" role="alert">
        {answer.message}
      </Notice>
    );
  }
  return (
    <Card>
      {!answer && <Skeleton className="h-16" />}
      {answer?.ok && <Totals totals={answer.data.totals} />}
      {answer && !answer.ok && <p className="text-sm text-ink-soft">{t("mendFirst")}</p>}
    </Card>
  );
}
