import { Circle, CircleCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";

import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardHeader } from "@/components/ui/card";
import type { Context } from "@/lib/core/context";

import { readWelcome } from "./read-welcome";

/** What a new business does first, each step a link to its page; nothing once all of it is done. */
export async function WelcomePath({ ctx }: { ctx: Context }) {
  const t = await getTranslations("welcomePath");
  const steps = await readWelcome(ctx);
  const next = steps.find(({ isDone }) => !isDone);
  if (!next) return null;
  return (
    <Card aria-labelledby="welcome">
      <CardHeader id="welcome" title={t("title")} />
      <p className="-mt-2 mb-4 text-sm text-ink-soft">{t("text")}</p>
      <ol className="divide-y border-t">
        {steps.map(({ of, isDone, href }) => (
          <li key={of} className="flex min-h-16 items-center gap-3 py-2">
            {isDone ? (
              <CircleCheck aria-hidden className="size-5 shrink-0 text-success" />
            ) : (
              <Circle aria-hidden className="size-5 shrink-0 text-ink-soft" />
            )}
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                {t(`steps.${of}`)}
                <span className="sr-only">: {t(isDone ? "done" : "toDo")}</span>
              </p>
              <p className="text-sm text-ink-soft">{t(`why.${of}`)}</p>
            </div>
            {!isDone && href && (
              <ButtonLink href={href} look={of === next.of ? "primary" : "secondary"} size="sm">
                {t(`go.${of}`)}
              </ButtonLink>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** The step that comes next, in place of a list that is empty until then; undefined once all of it is done. */
export async function nextStep(ctx: Context) {
  const t = await getTranslations("welcomePath");
  const next = (await readWelcome(ctx)).find(({ isDone }) => !isDone);
  if (!next?.href) return undefined;
  return {
    text: t("first"),
    action: <ButtonLink href={next.href}>{t(`go.${next.of}`)}</ButtonLink>,
  };
}
