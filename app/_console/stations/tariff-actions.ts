"use server";

import { redirect } from "next/navigation";
import { z } from "zod";

import { areaOf } from "@/app/_console/area";
import type { FormState } from "@/components/form/form-state";
import { readForm, refusedForm } from "@/components/form/read-form";
import type { TariffExample } from "@/components/tariff/tariff-example";
import { action } from "@/lib/http/action";
import { priceExample, setTariff } from "@/lib/sites/stations";
import { PricingInput } from "@/lib/money/tariffs/schema";

/** Left blank, they are not said: the station's settings speak, or the part is none. */
const optional = [
  "currency",
  "fee",
  "perHour",
  "perKwh",
  "minimumFee",
  "billingIncrementMinutes",
  "taxPercent",
  "lateCancelFee",
];
/** The session that the example prices. */
const session = { minutes: 80, energyWh: 18_200 };

/** The form as the API's body has it. */
function read(form: FormData) {
  const { stationId, area: _, billingIncrementMinutes: begun, ...rest } = readForm(form, optional);
  return {
    stationId,
    pricing: { ...rest, ...(begun && { billingIncrementMinutes: Number(begun) }) },
  };
}

const body = PricingInput.extend({ stationId: z.uuid() });

const send = action({ permission: "tariff.manage", body, run: setTariff });

export async function saveTariff(_state: FormState | null, form: FormData): Promise<FormState> {
  const { stationId, pricing } = read(form);
  const result = await send({ ...pricing, stationId });
  if (!result.ok) return refusedForm(result, form);
  redirect(`/${areaOf(form)}/stations/${result.data.id}`);
}

const price = action({
  permission: "tariff.manage",
  body,
  run: (ctx, pricing) => priceExample(ctx, { ...pricing, session }),
});

/** What the example's session costs at the price as it is typed; null while it is no price yet. */
export async function exampleOf(form: FormData): Promise<TariffExample | null> {
  const { stationId, pricing } = read(form);
  const result = await price({ ...pricing, stationId });
  return result.ok ? result.data : null;
}
