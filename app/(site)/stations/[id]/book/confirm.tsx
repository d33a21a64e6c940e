import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import { SubmitButton } from "@/components/form/submit-button";
import { needParams } from "@/components/station/car-need";
import { Money } from "@/components/station/money";
import { ButtonLink } from "@/components/ui/button-link";
import { moneyView } from "@/lib/core/money";
import { loginPath, registerPath } from "@/lib/http/navigation";

import type { Part, Priced } from "./choice";

/** What the form says without being asked; the page's key makes a double tap one booking. */
export function Given({
  station,
  choice,
  asksByCar,
}: Pick<Part, "station" | "choice"> & {
  /** The form says which car comes, and that car asks for its own plug. */
  asksByCar: boolean;
}) {
  const { startsAt, endsAt, offerId, need } = choice;
  const given = {
    idempotencyKey: crypto.randomUUID(),
    stationId: station.id,
    startsAt,
    endsAt,
    ...(offerId && { offerId }),
    ...(!asksByCar && needParams(need)),
  };
  return Object.entries(given).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}

/** Where staff approve first, nothing is booked yet (catalogue `book`). */
export const confirmWords = ({ approval }: Pick<Part["station"], "approval">) =>
  approval === "Auto" ? ("confirm" as const) : ("confirmManual" as const);

/** The last step with its price; on a phone it stays in reach at the lower edge. */
export async function ConfirmBar({ station, estimate }: Pick<Priced, "station" | "estimate">) {
  const t = await getTranslations("book");
  return (
    <PriceBar estimate={estimate}>
      <SubmitButton size="lg" className="flex-1">
        {t(confirmWords(station))}
      </SubmitButton>
    </PriceBar>
  );
}

/** The same for who is not signed in: the way to be, which leads back to this time. */
export async function SignInBar({ station, choice, estimate }: Priced) {
  const t = await getTranslations("book");
  const back = loginPath(
    `/stations/${station.id}/book?${new URLSearchParams({
      startsAt: choice.startsAt,
      slots: String(choice.count),
      ...needParams(choice.need),
    })}`,
  );
  return (
    <PriceBar estimate={estimate}>
      <div className="flex flex-1 flex-wrap justify-end gap-2">
        <ButtonLink href={back} look="secondary" size="lg" className="flex-1">
          {t("signIn")}
        </ButtonLink>
        <ButtonLink href={registerPath(back)} size="lg" className="flex-1">
          {t("register")}
        </ButtonLink>
      </div>
    </PriceBar>
  );
}

/** The same where a booking of one's own is in the way: nothing to press that could only be refused. */
export async function OtherTimeBar({ station, estimate }: Pick<Priced, "station" | "estimate">) {
  const t = await getTranslations("book");
  return (
    <PriceBar estimate={estimate}>
      <ButtonLink href={`/stations/${station.id}`} look="secondary" size="lg" className="flex-1">
        {t("back")}
      </ButtonLink>
    </PriceBar>
  );
}

async function PriceBar({
  estimate,
  children,
}: Pick<Priced, "estimate"> & { children: ReactNode }) {
  const t = await getTranslations("book");
  const total = estimate && moneyView(estimate.totalMinor, estimate.currency);
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex items-center gap-4 border-t bg-surface px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:static sm:mx-0 sm:rounded-lg sm:border sm:p-6 sm:shadow-sm">
      {total && (
        <p className="leading-tight">
          <span className="tabular block text-lg font-semibold">
            <Money of={total} />
          </span>
          <span className="text-xs text-ink-soft">{t("estimated")}</span>
        </p>
      )}
      {children}
    </div>
  );
}
