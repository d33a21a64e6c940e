"use client";

import { useTranslations } from "next-intl";

import { useGroundState } from "../offline/ground-context";
import { useOnline } from "../offline/use-online";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";

/** The way to another time, which is not kept: without network it says so instead of leading nowhere. */
export function ChangeLink({ href }: { href: string }) {
  const t = useTranslations("ownBookings");
  const { isReached } = useGroundState();
  const isAway = !useOnline() || isReached === false;
  if (!isAway) {
    return (
      <ButtonLink look="secondary" href={href}>
        {t("change")}
      </ButtonLink>
    );
  }
  return (
    <>
      <Button look="secondary" disabled aria-describedby="change-away">
        {t("change")}
      </Button>
      <p id="change-away" className="order-last w-full text-sm text-ink-soft">
        {t("changeAway")}
      </p>
    </>
  );
}
