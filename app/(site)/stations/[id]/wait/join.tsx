import { getTranslations } from "next-intl/server";

import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { needParams } from "@/components/station/car-need";
import { Card, CardHeader } from "@/components/ui/card";

import type { Part } from "../book/choice";
import { join } from "./actions";

/** How the waiting list works, and the way into it. */
export async function Join({
  station,
  choice,
  offerMinutes,
}: Part & { readonly offerMinutes: number }) {
  const t = await getTranslations("waiting");
  const rules = [
    t("howFirst"),
    t("howHeld", { minutes: offerMinutes }),
    t("howTold"),
    t("howLeave"),
  ];
  const { startsAt, endsAt, need } = choice;
  const given = { stationId: station.id, startsAt, endsAt, ...needParams(need) };
  return (
    <Card aria-labelledby="how">
      <CardHeader id="how" title={t("how")} />
      <ul className="mb-5 list-disc space-y-1.5 pl-5 text-sm text-ink-soft">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <ActionForm action={join} label={t("joinTitle")}>
        {Object.entries(given).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton size="lg" className="w-full">
          {t("join")}
        </SubmitButton>
      </ActionForm>
    </Card>
  );
}
