"use server";

import { redirect } from "next/navigation";
import { z } from "zod";

import { areaOf } from "@/app/_console/area";
import type { FormState } from "@/components/form/form-state";
import { refusedForm } from "@/components/form/refused-form";
import type { TariffExample } from "@/components/tariff/tariff-example";
import { action } from "@/lib/http/action";
import { priceExample, setTariff } from "@/lib/sites/stations";
import { PricingInput } from "@/lib/money/tariffs/schema";

/** The session that the example prices. */
const session = { minutes: 80, energyWh: 18_200 };

const body = PricingInput.extend({ stationId: z.uuid() });

const send = action({ permission: "tariff.manage", body, run: setTariff });

export async function saveTariff(_state: FormState | null, form: FormData): Promise<FormState> {
  const result = await send(form);
  if (!result.ok) return refusedForm(result, form);
  const { id, missing } = result.data;
  const path = `/${areaOf(form)}/stations/${id}`;
  if (!form.has("step")) redirect(path);
  redirect(missing.includes("Hours") ? `${path}/schedule` : `${path}?step=price`);
}

const price = action({
  permission: "tariff.manage",
  body,
  run: (ctx, pricing) => priceExample(ctx, { ...pricing, session }),
});

/** What the example's session costs at the price as it is typed; null while it is no price yet. */
export async function exampleOf(form: FormData): Promise<TariffExample | null> {
  const result = await price(form);
  return result.ok ? result.data : null;
}
