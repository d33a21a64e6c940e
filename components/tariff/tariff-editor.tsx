"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

import type { FormOf } from "@/lib/http/form-body";
import type { PricingInput, PricingView, TariffMode } from "@/lib/money/tariffs/schema";

import { ActionForm } from "../form/action-form";
import { FormGuard } from "../form/form-guard";
import type { FormAction } from "../form/form-state";
import { orUnsent } from "../form/or-unsent";
import { SubmitButton } from "../form/submit-button";
import { Card } from "../ui/card";
import { TariffFields } from "./tariff-fields";
import { type TariffExample, TariffExampleCard } from "./tariff-example";

type TariffForm = PricingInput & { readonly stationId: string };

/** Milliseconds of quiet after a key before the example is asked for. */
const quiet = 250;

/** A station's price, and what a session costs by it as it is typed. */
export function TariffEditor({
  area,
  stationId,
  isStep,
  pricing,
  defaults,
  save,
  exampleOf,
}: {
  /** The console that it stands in. */
  area: "backoffice" | "admin";
  stationId: string;
  /** The station waits for it to open, so that saving it leads on. */
  isStep: boolean;
  pricing: PricingView | null;
  defaults: { readonly currency: string; readonly taxPercent: number };
  save: FormAction<TariffForm>;
  exampleOf: (form: FormOf<TariffForm>) => Promise<TariffExample | null>;
}) {
  const t = useTranslations("tariff");
  const [mode, setMode] = useState<TariffMode>(pricing?.mode ?? "Energy");
  const [example, setExample] = useState<TariffExample | null>(null);
  const around = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);

  const ask = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const form = around.current?.querySelector("form");
      if (!form) return;
      const turn = (asked.current += 1);
      const found = await orUnsent(exampleOf(new FormData(form)));
      // Where it failed on its way, the next key asks again.
      if (turn === asked.current && found !== undefined) setExample(found);
    }, quiet);
  };
  // The fields of another mode count only after the page has drawn them.
  useEffect(() => {
    ask();
    return () => clearTimeout(timer.current);
    // oxlint-disable-next-line react/exhaustive-deps -- asks by what stands in the form
  }, [mode]);

  return (
    <div className="grid items-start gap-6 lg:grid-cols-[1fr_22rem]">
      <Card>
        <div ref={around} onChange={ask}>
          <ActionForm action={save} label={t("title")} said={t("saved")}>
            <FormGuard />
            <input type="hidden" name="area" value={area} />
            <input type="hidden" name="stationId" value={stationId} />
            {isStep && <input type="hidden" name="step" value="price" />}
            <TariffFields {...{ mode, setMode, pricing, defaults }} />
            <SubmitButton>{t("save")}</SubmitButton>
          </ActionForm>
        </div>
      </Card>
      <TariffExampleCard example={example} mode={mode} />
    </div>
  );
}
