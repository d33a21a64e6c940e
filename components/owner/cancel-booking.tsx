"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";

import type { BookingView } from "@/lib/charging/bookings/schema";

import { serverTimeAt } from "../offline/clock";
import { useGroundState } from "../offline/ground-context";
import { PendingBadge } from "../offline/pending-badge";
import { useActs } from "../offline/use-acts";
import { useOutcome } from "../offline/use-outcome";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { toast } from "../ui/toast";
import { useOnline } from "../offline/use-online";

/**
 * Cancels a booking, with or without network: what cannot be sent yet waits on the phone and can be taken back, and it
 * is said until when it counts. `until` is the last instant for it, `time` the same in words.
 */
export function CancelBooking({
  booking: { id: bookingId, number, stationId },
  until,
  time,
}: {
  booking: Pick<BookingView, "id" | "number" | "stationId">;
  until: string;
  time: string;
}) {
  const t = useTranslations("ownBookings");
  const { waiting, add } = useActs();
  /** Of two quick taps the second finds the dialog still there. */
  const isSent = useRef(false);
  const { isReached, clock } = useGroundState();
  const isAway = !useOnline() || isReached === false;
  const [isAsking, setAsking] = useState(false);
  useOutcome(bookingId, () => toast(t("canceled", { number })));
  const kept = waiting.find(({ act }) => act.kind === "Cancel" && act.bookingId === bookingId);
  if (kept && (isAway || kept.tries > 0)) return <Waits actKey={kept.act.key} time={time} />;

  const cancel = async () => {
    setAsking(false);
    if (isSent.current) return;
    isSent.current = true;
    await add({ kind: "Cancel", bookingId, number, stationId });
  };
  const ask = () => {
    // A page that was kept has stood here for a while.
    if (serverTimeAt(clock, Date.now()) > Date.parse(until))
      toast(t("tooLate", { time }), "danger");
    else {
      isSent.current = false;
      setAsking(true);
    }
  };
  return (
    <>
      <Button look="to-danger" aria-haspopup="dialog" disabled={kept !== undefined} onClick={ask}>
        {kept && <Spinner />}
        {t("cancel")}
      </Button>
      <Dialog title={t("cancelTitle")} open={isAsking} onOpenChange={setAsking}>
        <DialogBody>
          {isAway ? (
            <Notice kind="warning">{t("cancelAway", { time })}</Notice>
          ) : (
            <p className="text-ink-soft">{t("cancelText")}</p>
          )}
        </DialogBody>
        <DialogFooter>
          <Button look="secondary" onClick={() => setAsking(false)}>
            {t("cancelNot")}
          </Button>
          <Button look="danger" onClick={() => void cancel()}>
            {t("cancelConfirm")}
          </Button>
        </DialogFooter>
      </Dialog>
    </>
  );
}

/** That it is not sent yet, until when it counts, and how to take it back. */
function Waits({ actKey, time }: { actKey: string; time: string }) {
  const t = useTranslations("ownBookings");
  const { undo } = useActs();
  const [isBusy, setBusy] = useState(false);
  const takeBack = async () => {
    setBusy(true);
    const isUndone = await undo(actKey);
    setBusy(false);
    toast(t(isUndone ? "cancelUndone" : "cancelSent"));
  };
  return (
    <div className="w-full">
      <Notice kind="warning" title={<PendingBadge />}>
        <p>{t("cancelWaits", { time })}</p>
        <div className="mt-2">
          <Button look="secondary" disabled={isBusy} onClick={() => void takeBack()}>
            {isBusy && <Spinner />}
            {t("cancelUndo")}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
