"use client";

import { CloudOff, Hourglass, WifiOff, Wrench } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useTransition } from "react";

import { useOnline } from "../offline/use-online";
import { Button } from "../ui/button";
import { Spinner } from "../ui/spinner";
import { MessagePage } from "./message-page";

/** What is no fault of ours, by the error's digest; `passes` by itself and soon, so that the page comes back. */
const reasons = {
  "database-away": { words: "away", icon: CloudOff, passes: true },
  "database-busy": { words: "busy", icon: Hourglass, passes: true },
  "too-many-requests": { words: "tooMany", icon: Hourglass, passes: false },
} as const;
/** A part that the page brings at its first use did not come: the browser asks for it again with the page alone. */
const unloaded = { words: "unloaded", icon: WifiOff, passes: false } as const;
const outdated = { words: "outdated", icon: CloudOff, passes: false } as const;
const failed = { words: "failed", icon: Wrench, passes: false } as const;
/** Milliseconds between tries while it lasts. */
const patience = 5_000;

/** What a bundler's or a browser's own loading of a script throws. */
const isUnloaded = (error: unknown) =>
  error instanceof Error &&
  (error.name === "ChunkLoadError" ||
    /dynamically imported module|importing a module script/i.test(error.message));

const reload = () => window.location.reload();

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
  const isKnown = digest !== undefined && digest in reasons;
  const isPart = isUnloaded(error);
  const isOnline = useOnline();
  const { words, icon, passes } = isPart
    ? isOnline
      ? outdated
      : unloaded
    : isKnown
      ? reasons[digest as keyof typeof reasons]
      : failed;
  const [pending, start] = useTransition();
  const again = isPart ? reload : retry;

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
    <MessagePage icon={icon} title={t(`${words}.title`)} action={button} framed={framed}>
      <p role="alert">{t(`${words}.text`)}</p>
      {!isKnown && digest && <p className="mt-3 text-sm">{t("failed.reference", { digest })}</p>}
    </MessagePage>
  );
}
