"use client";

import { CloudOff, Hourglass, Wrench } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useTransition } from "react";

import { Button } from "../ui/button";
import { Spinner } from "../ui/spinner";
import { MessagePage } from "./message-page";

/** What an error's digest may mean: the database does not answer, or somebody asks for too much. */
const reasons = new Map<unknown, "away" | "tooMany">([
  ["database-away", "away"],
  ["too-many-requests", "tooMany"],
]);
const icons = { away: CloudOff, tooMany: Hourglass, failed: Wrench } as const;
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
  const reason = reasons.get(digest) ?? "failed";
  const isAway = reason === "away";
  const [pending, start] = useTransition();

  useEffect(() => {
    if (!isAway) return;
    const timer = setInterval(() => start(retry), patience);
    return () => clearInterval(timer);
  }, [isAway, retry]);

  const button = (
    <Button onClick={() => start(retry)} aria-busy={pending}>
      {pending && <Spinner />}
      {t(`${reason}.retry`)}
    </Button>
  );
  return (
    <MessagePage icon={icons[reason]} title={t(`${reason}.title`)} action={button} framed={framed}>
      <p role="alert">{t(`${reason}.text`)}</p>
      {reason === "failed" && digest && (
        <p className="mt-3 text-sm">{t("failed.reference", { digest })}</p>
      )}
    </MessagePage>
  );
}
