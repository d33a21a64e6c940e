import { SearchX, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";

import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { emptyQuery, type FinderQuery } from "./finder-query";
import { Others } from "./others";

/** What stands where no station does: why, and what leads on. */
export function NoStations({
  failed,
  others,
  change,
  retry,
}: {
  failed: boolean;
  others: number;
  change: (part: Partial<FinderQuery>) => void;
  retry: () => void;
}) {
  const t = useTranslations("finder");
  if (failed) {
    return (
      <EmptyState
        icon={WifiOff}
        title={t("failed")}
        action={<Button onClick={retry}>{t("retry")}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={SearchX}
      title={t(others > 0 ? "emptyBookable" : "empty")}
      action={
        <div className="flex flex-col items-center gap-2">
          <Button look="secondary" onClick={() => change(emptyQuery)}>
            {t("clearAll")}
          </Button>
          <Others others={others} change={change} />
        </div>
      }
    >
      {t("emptyText")}
    </EmptyState>
  );
}
