"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";

import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { Notice } from "../ui/notice";
import type { KeptAct } from "./act";
import { AsOf } from "./as-of";
import { serverTimeAt } from "./clock";
import { useGroundState } from "./ground-context";
import { isOnlyHere, ownRefusal } from "./own-refusals";
import { PendingBadge } from "./pending-badge";
import { UpdateBar } from "./update-bar";
import { useActs } from "./use-acts";

// Most days have none.
const OnlyHere = lazy(async () => ({ default: (await import("./only-here")).OnlyHere }));

/**
 * What there is to say about the network and what was done without it, above the page: that it is away, what waits to be
 * sent, what was refused, and that this page is nobody's any more. Most of the time nothing.
 */
export function OfflineNotices({ home }: { home: string }) {
  const isOwner = home === "/owner";
  const t = useTranslations("offline");
  const { standing, isReached, lost, queue, clock } = useGroundState();
  const { waiting, refused, sendNow } = useActs();
  const isStuck = waiting.some(({ tries }) => tries > 0) || isReached === false;
  return (
    <div className="space-y-3 not-empty:mb-6">
      <UpdateBar />
      {standing !== "SignedIn" && (
        <Notice kind="warning" role="alert" title={t(`left.${standing}`)}>
          <div className="mt-2">
            <ButtonLink
              href={`/login?next=${encodeURIComponent(home)}`}
              prefetch={false}
              look="secondary"
            >
              {t("signIn")}
            </ButtonLink>
          </div>
        </Notice>
      )}
      {isReached === false && standing === "SignedIn" && (
        <Notice kind="warning" title={t("away")}>
          <p>{t(isOwner ? "awayOwner" : "awayText")}</p>
          {queue && (
            <AsOf
              asOf={queue.at}
              now={() => serverTimeAt(clock, Date.now())}
              isReached={isReached}
            />
          )}
        </Notice>
      )}
      {waiting.length > 0 && isStuck && (
        <Notice title={<PendingBadge count={waiting.length} />}>
          <div className="mt-2">
            <Button look="secondary" onClick={() => void sendNow()}>
              {t("sendNow")}
            </Button>
          </div>
        </Notice>
      )}
      {lost > 0 && <Notice kind="warning">{t("lost", { count: lost })}</Notice>}
      {refused.map((one) => (
        <RefusedAct key={one.act.key} kept={one} />
      ))}
    </div>
  );
}

/** What was not done, why, and how to put it away. */
function RefusedAct({ kept }: { kept: KeptAct }) {
  const { act, refusal } = kept;
  const t = useTranslations("offline");
  const { dismiss } = useActs();
  const own = ownRefusal(kept);
  const said = own ? t(`refusals.${own}`) : refusal?.message;
  return (
    <Notice
      kind="danger"
      role="alert"
      title={t("refused", { act: t(`acts.${act.kind}`), number: act.number })}
    >
      <p>{said ?? t("refusals.unknown")}</p>
      {isOnlyHere(kept) && (
        <Suspense>
          <OnlyHere act={act} />
        </Suspense>
      )}
      <div className="mt-2">
        <Button look="secondary" onClick={() => void dismiss(act.key)}>
          {t("dismiss")}
        </Button>
      </div>
    </Notice>
  );
}
