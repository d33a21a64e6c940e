import { useFormatter, useTranslations } from "next-intl";

import type { PushSubscriptionView } from "@/lib/insight/inbox/schema";

import { useViewerZone } from "../station/viewer-zone";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { dateFormat } from "@/lib/core/units";

/** The browsers that ring for the reader, each to be ended. */
export function RingingBrowsers({
  subscriptions,
  here,
  disabled,
  end,
}: {
  subscriptions: readonly PushSubscriptionView[];
  /** This browser's address. */
  here: string | null;
  disabled: boolean;
  end: (endpoint: string) => void;
}) {
  const t = useTranslations("channels.ring");
  const format = useFormatter();
  const timeZone = useViewerZone() ?? "UTC";
  if (subscriptions.length === 0) return null;
  return (
    <div>
      <h3 className="text-sm font-semibold">{t("browsers")}</h3>
      <ul className="mt-1 divide-y text-sm">
        {subscriptions.map(({ id, endpoint, browser, createdAt }) => (
          <li key={id} className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <span className="min-w-0 flex-1">
              {t(`by.${browser}`)}{" "}
              <span className="block text-ink-soft">
                {t("since", {
                  day: format.dateTime(new Date(createdAt), { ...dateFormat, timeZone }),
                })}
              </span>
            </span>
            {endpoint === here && <Badge tone="accent">{t("here")}</Badge>}
            {endpoint !== here && (
              <Button look="secondary" disabled={disabled} onClick={() => end(endpoint)}>
                {t("endOther")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
