import { getTranslations } from "next-intl/server";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { needParams } from "@/components/station/car-need";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";

import { book } from "./actions";
import type { Part } from "./choice";

/** The last step; the page's key makes a double tap one booking. */
export async function Confirm({ station, choice }: Part) {
  const t = await getTranslations("book");
  const ui = await getTranslations("ui");
  if (!station.can.includes("book")) {
    return <Notice kind="warning">{(await getTranslations("station"))("deactivated")}</Notice>;
  }
  return (
    <Card aria-label={t("confirm")}>
      <ActionForm action={book} label={t("confirm")}>
        <input type="hidden" name="idempotencyKey" value={crypto.randomUUID()} />
        <input type="hidden" name="stationId" value={station.id} />
        <input type="hidden" name="startsAt" value={choice.startsAt} />
        <input type="hidden" name="endsAt" value={choice.endsAt} />
        {choice.offerId && <input type="hidden" name="offerId" value={choice.offerId} />}
        {Object.entries(needParams(choice.need)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          name="vehiclePlate"
          label={t("plate")}
          hint={t("plateHint")}
          optional={ui("optional")}
          autoComplete="off"
          autoCapitalize="characters"
        />
        <SubmitButton size="lg" className="w-full">
          {t("confirm")}
        </SubmitButton>
      </ActionForm>
    </Card>
  );
}
