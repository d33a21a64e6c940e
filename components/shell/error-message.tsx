"use client";

import { CloudOff, Hourglass, WifiOff, Wrench } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useTransition } from "react";

import { useOnline } from "../offline/use-online";
import { Button } from "../ui/button";
import { Spinner } from "../ui/spinner";
import { digestOf, type ErrorReason, reasonOf } from "./error-reason";
import { Message } from "./message";

const icons = {
  away: CloudOff,
  busy: Hourglass,
  tooMany: Hourglass,
  unloaded: WifiOff,
  outdated: CloudOff,
  failed: Wrench,
} as const satisfies Record<ErrorReason, unknown>;
/** What passes by itself and soon, so that the page comes back. */
const passing: readonly ErrorReason[] = ["away", "busy"];
/** What the page itself cannot ask for again. */
const wantsReload: readonly ErrorReason[] = ["unloaded", "outdated"];
/** Milliseconds between tries while it lasts. */
const patience = 5_000;

const reload = () => window.location.reload();

/** Says that a page failed, whose fault it is and what to do; comes back by itself when the data does. */
export function ErrorMessage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("errors");
  const words = reasonOf(error, useOnline());
  const digest = words === "failed" ? digestOf(error) : undefined;
  const passes = passing.includes(words);
  const [pending, start] = useTransition();
  const again = wantsReload.includes(words) ? reload : retry;

  useEffect(() => {
    if (!passes) return;
    const timer = setInterval(() => start(retry), patience);
    return () => clearInterval(timer);
  }, [passes, retry]);

  const button = (
    <Button onClick={() => start(again)} aria-busy={pending}>
      {pending && <Spinner />}
      {t(`${words}.retry`)}
    </Button>
  );
  return (
    <Message icon={icons[words]} title={t(`${words}.title`)} action={button}>
      <p role="alert">{t(`${words}.text`)}</p>
      {digest && <p className="mt-3 text-sm">{t("failed.reference", { digest })}</p>}
    </Message>
  );
}
