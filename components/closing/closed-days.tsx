"use client";

import { CalendarCheck2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useId, useState, useTransition } from "react";

import type { ActionResult } from "@/lib/http/action";
import type { ClosedCount, DatesSet } from "@/lib/sites/schedules/schema";

import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { toast } from "../ui/toast";
import { useDayWords } from "../ui/use-day-words";
import { type Asked, useParts } from "./use-parts";

interface ReopenProps {
  /** All of one's stations. */
  readonly stationIds: readonly string[];
  readonly reopen: (asked: Asked) => Promise<ActionResult<DatesSet>>;
}

/** The days that are closed already, each of which can be opened again at all stations that close for that reason. */
export function ClosedDays({ counts, ...props }: ReopenProps & { counts: readonly ClosedCount[] }) {
  const t = useTranslations("closing");
  const id = useId();
  if (counts.length === 0) return null;
  return (
    <Card aria-labelledby={id} className="mt-6">
      <CardHeader id={id} title={t("closedDays")} />
      <ul className="divide-y rounded-md border px-4">
        {counts.map((one) => (
          <ClosedDayRow key={`${one.date} ${one.reason}`} one={one} {...props} />
        ))}
      </ul>
    </Card>
  );
}

function ClosedDayRow({ one, ...props }: ReopenProps & { one: ClosedCount }) {
  const t = useTranslations("closing");
  const dayWords = useDayWords();
  const [open, setOpen] = useState(false);
  const day = dayWords(one.date);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0">
        <p className="font-medium">{day}</p>
        <p className="text-sm text-ink-soft">
          {one.reason && `${one.reason} · `}
          {t("closedAt", { count: one.stations, all: props.stationIds.length })}
        </p>
      </div>
      <Button
        look="secondary"
        size="sm"
        aria-haspopup="dialog"
        aria-label={t("reopenOf", { day })}
        className="max-sm:min-h-11"
        onClick={() => setOpen(true)}
      >
        <CalendarCheck2 aria-hidden />
        {t("reopen")}
      </Button>
      <Dialog title={t("reopenTitle", { day })} open={open} onOpenChange={setOpen}>
        <ReopenForm {...props} one={one} close={() => setOpen(false)} />
      </Dialog>
    </li>
  );
}

/** Asks once, and opens a few stations at a time. */
function ReopenForm({
  one,
  stationIds,
  reopen,
  close,
}: ReopenProps & { one: ClosedCount; close: () => void }) {
  const t = useTranslations("closing");
  const ui = useTranslations("ui");
  const router = useRouter();
  const [pending, start] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { through, inParts } = useParts();
  const { date, reason, stations } = one;
  const run = () =>
    start(async () => {
      setRefusal(null);
      const dates = [{ date, ...(reason !== null && { reason }) }];
      const { parts, stopped } = await inParts({ stationIds: [...stationIds], dates }, reopen);
      router.refresh();
      const refused = parts.flatMap((part) => part.refused);
      const count = parts.reduce((sum, part) => sum + part.stations, 0);
      if (stopped !== null) return setRefusal(t("reopenStopped", { count, why: stopped }));
      if (refused.length > 0) {
        return setRefusal(t("refused", { names: refused.map(({ name }) => name).join(", ") }));
      }
      close();
      toast(t("reopened", { count }));
    });
  return (
    <>
      <DialogBody>
        <div className="space-y-4">
          {refusal && (
            <Notice kind="danger" role="alert">
              {refusal}
            </Notice>
          )}
          <p className="text-ink-soft">{t("reopenText", { count: stations })}</p>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button look="secondary" onClick={close}>
          {ui("goBack")}
        </Button>
        <Button aria-disabled={pending} onClick={() => pending || run()}>
          {pending && <Spinner />}
          {pending
            ? t("through", { done: through, all: stationIds.length })
            : t("reopenStations", { count: stations })}
        </Button>
      </DialogFooter>
    </>
  );
}
