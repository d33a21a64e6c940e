"use client";

import { useTranslations } from "next-intl";

import type { SchedulePreview } from "@/lib/sites/schedules/schema";

import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { ConflictList } from "./conflict-list";

/** Bookings named one by one before people are asked to go on; the others are counted. */
const named = 5;

/** Asks before a schedule is saved that leaves bookings without a place. */
export function ConflictsDialog({
  preview,
  pending,
  onAgree,
  onClose,
}: {
  /** What was foretold; null while nothing is asked. */
  preview: SchedulePreview | null;
  pending: boolean;
  onAgree: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("scheduleEditor");
  const conflicts = preview?.conflicts.filter(({ isFlagged }) => !isFlagged) ?? [];
  return (
    <Dialog
      title={t("askTitle", { count: conflicts.length })}
      open={preview !== null}
      onOpenChange={(open) => !open && onClose()}
    >
      {preview && (
        <>
          <DialogBody>
            <div className="space-y-4">
              <p className="text-ink-soft">{t("askText")}</p>
              <Notice kind="warning">
                <ConflictList conflicts={conflicts} timeZone={preview.timeZone} most={named} />
              </Notice>
            </div>
          </DialogBody>
          <DialogFooter>
            <Button look="secondary" onClick={onClose}>
              {t("askBack")}
            </Button>
            <Button disabled={pending} onClick={onAgree}>
              {pending && <Spinner />}
              {t("askConfirm")}
            </Button>
          </DialogFooter>
        </>
      )}
    </Dialog>
  );
}
