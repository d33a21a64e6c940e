"use client";

import { CloudOff, Wrench } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useTransition } from "react";

import { Button } from "../ui/button";
import { Spinner } from "../ui/spinner";
import { MessagePage } from "./message-page";

/** The digest of an error that means "the database does not answer". */
const away = "database-away";
/** Milliseconds between tries while it is away. */
const patience = 5_000;

/** Says that a page failed, whose fault it is and what to do; comes back by itself when the data does. */
export function ErrorMessage({
  error,
  retry,
  framed,
}: {
  error: unknown;
  retry: () => void;
  /** Inside a frame that stays. */
  framed?: boolean;
}) {
  const t = useTranslations("errors");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  const isAway = digest === away;
  const [pending, start] = useTransition();

  useEffect(() => {
    if (!isAway) return;
    const timer = setInterval(() => start(retry), patience);
    return () => clearInterval(timer);
  }, [isAway, retry]);

  const button = (
    <Button onClick={() => start(retry)} aria-busy={pending}>
      {pending && <Spinner />}
      {t(isAway ? "away.retry" : "failed.retry")}
    </Button>
  );
  return (
    <MessagePage
      icon={isAway ? CloudOff : Wrench}
      title={t(isAway ? "away.title" : "failed.title")}
      action={button}
      framed={framed}
    >
      <p role="alert">{t(isAway ? "away.text" : "failed.text")}</p>
      {!isAway && digest && <p className="mt-3 text-sm">{t("failed.reference", { digest })}</p>}
    </MessagePage>
  );
}
