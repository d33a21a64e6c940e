"use client";

import { BellOff, BellRing } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState, useTransition } from "react";

import type { ServerAction } from "@/lib/http/action";
import type {
  EndSubscription,
  PushSubscriptionView,
  SubscribePush,
} from "@/lib/insight/inbox/schema";

import { orUnsent } from "../form/or-unsent";
import { useViewerField } from "../form/page-viewer";
import { beginPush, endPush, type PushStanding, readPush } from "../offline/push";
import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";
import { Notice } from "../ui/notice";
import { RingingBrowsers } from "./ringing-browsers";

/** Lets this browser ring, or no more, and says which others do. */
export function RingCard({
  publicKey,
  subscriptions,
  actions,
}: {
  /** Null where this installation sends no Web Push. */
  publicKey: string | null;
  subscriptions: readonly PushSubscriptionView[];
  actions: {
    readonly ring: ServerAction<SubscribePush>;
    readonly ringNoMore: ServerAction<EndSubscription>;
  };
}) {
  const t = useTranslations("channels.ring");
  const router = useRouter();
  const viewer = useViewerField();
  const [standing, setStanding] = useState<PushStanding | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const look = async () => setStanding(await readPush());
  useEffect(() => {
    void readPush().then(setStanding);
  }, []);

  const finish = async (answer: Awaited<ReturnType<typeof actions.ring>> | undefined) => {
    if (!answer?.ok) setFault(answer?.message ?? t("unsent"));
    await look();
    router.refresh();
  };
  const begin = (key: string) =>
    start(async () => {
      setFault(null);
      try {
        const made = await beginPush(key, viewer.viewer ?? "");
        if (!made) return await look();
        const { endpoint, keys } = made.toJSON() as SubscribePush;
        const answer = await orUnsent(actions.ring({ endpoint, keys, ...viewer }));
        // What the server does not know never rings.
        if (!answer?.ok) await endPush();
        return await finish(answer);
      } catch {
        setFault(t("failed"));
        return undefined;
      }
    });
  const end = (endpoint: string) =>
    start(async () => {
      setFault(null);
      if (endpoint === standing?.endpoint) await endPush();
      await finish(await orUnsent(actions.ringNoMore({ endpoint, ...viewer })));
    });

  const isKnown = subscriptions.some(({ endpoint }) => endpoint === standing?.endpoint);
  const state = standing?.state === "On" && !isKnown ? "Off" : standing?.state;
  return (
    <Card aria-labelledby="ring">
      <CardHeader id="ring" title={t("title")} />
      <div className="space-y-4">
        <p className="text-sm text-ink-soft">{t("text")}</p>
        {publicKey === null && <Notice>{t("noKey")}</Notice>}
        {publicKey !== null && state && state !== "Off" && (
          <Notice kind={state === "On" ? "success" : state === "Denied" ? "warning" : "info"}>
            {t(`states.${state}`)}
          </Notice>
        )}
        {fault && (
          <Notice kind="danger" role="alert">
            {fault}
          </Notice>
        )}
        {/* Of the button's height from the beginning, so that nothing moves when it is known how the browser stands. */}
        {publicKey !== null && (
          <div className="min-h-11">
            {state === "Off" && (
              <Button disabled={pending} onClick={() => begin(publicKey)}>
                <BellRing aria-hidden />
                {t("begin")}
              </Button>
            )}
            {state === "On" && standing?.endpoint && (
              <Button
                look="secondary"
                disabled={pending}
                onClick={() => end(standing.endpoint ?? "")}
              >
                <BellOff aria-hidden />
                {t("end")}
              </Button>
            )}
          </div>
        )}
        <RingingBrowsers
          subscriptions={subscriptions}
          here={standing?.endpoint ?? null}
          disabled={pending}
          end={end}
        />
      </div>
    </Card>
  );
}
