"use client";

import { Check, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";

import type { BookingView } from "@/lib/charging/bookings/schema";

import { BookingStatusBadge } from "../booking/booking-status-badge";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { useIsGone } from "../table/steady-rows";
import { useApprovals } from "./approvals";
import { useMeantPress } from "./use-meant-press";

type Waiting = Pick<BookingView, "id" | "number" | "can">;

/** Chooses a row, to be approved with others; ticked as long as it is on its way, and afterwards. */
export function ApproveTick({ booking: { id, number, can } }: { booking: Waiting }) {
  const t = useTranslations("staffBookings");
  const approvals = useApprovals();
  const isGone = useIsGone();
  if (!approvals || !can.includes("approve")) return null;
  const kind = approvals.states.get(id)?.kind;
  const isUnderWay = kind !== undefined && kind !== "Refused";
  return (
    <Checkbox
      label={null}
      aria-label={t("chooseNumber", { number })}
      checked={isUnderWay || approvals.chosen.has(id)}
      disabled={isUnderWay || isGone}
      onChange={({ target }) => approvals.choose([id], target.checked)}
    />
  );
}

/** Chooses all that wait on this page, or none of them. */
export function ApproveTickAll({
  ids,
  isNamed = false,
}: {
  ids: readonly string[];
  /** Its words are seen, too. */
  isNamed?: boolean;
}) {
  const t = useTranslations("staffBookings");
  const approvals = useApprovals();
  if (!approvals) return null;
  const open = ids.filter((id) => {
    const kind = approvals.states.get(id)?.kind;
    return kind === undefined || kind === "Refused";
  });
  const isAll = open.length > 0 && open.every((id) => approvals.chosen.has(id));
  return (
    <Checkbox
      label={isNamed && t("chooseAll")}
      aria-label={t("chooseAll")}
      checked={isAll}
      disabled={open.length === 0}
      onChange={({ target }) => approvals.choose(open, target.checked)}
    />
  );
}

/** The status of a row, which a row that stays although it is decided would show as it was. */
export function StatusNow({
  booking,
}: {
  booking: Pick<BookingView, "id" | "status" | "conflict" | "can">;
}) {
  const isApproved = useApprovals()?.states.get(booking.id)?.kind === "Approved";
  return (
    <BookingStatusBadge
      booking={
        isApproved && booking.can.includes("approve") ? { ...booking, status: "Approved" } : booking
      }
    />
  );
}

/** Approves a row, and takes it back; `more` is what else can be done with it. */
export function ApproveRow({ booking, more }: { booking: Waiting; more: ReactNode }) {
  const t = useTranslations("staffBookings");
  const approvals = useApprovals();
  const isGone = useIsGone();
  const cell = useRef<HTMLSpanElement>(null);
  const { id, number, can } = booking;
  const state = approvals?.states.get(id);
  useFocusGoesOn(cell, state?.kind === "Approved");
  const isHeld = state?.kind === "Held";
  const isMeant = useMeantPress(isHeld ? "undo" : "approve");
  if (!approvals) return more;
  const refused = state?.kind === "Refused" && <Why>{state.why}</Why>;
  if (!can.includes("approve")) {
    return refused ? (
      <span className="inline-block">
        {more}
        {refused}
      </span>
    ) : (
      more
    );
  }
  if (state?.kind === "Approved") {
    return (
      <Said of={cell}>
        <Check aria-hidden className="size-4 text-success" />
        {t("approvedShort")}
      </Said>
    );
  }
  // While its own approval is under way, that is what becomes of it.
  if (isGone && state?.kind !== "Sending") {
    return (
      <>
        <Said of={cell}>{t("gone")}</Said>
        {refused}
      </>
    );
  }
  return (
    <span ref={cell} className="inline-block">
      <span className="inline-flex items-center gap-1 cards:gap-2">
        {/* One button in both states: it keeps the focus. */}
        <Button
          size="sm"
          look="secondary"
          className="min-w-26 max-lg:h-11"
          data-approve={isHeld ? undefined : ""}
          aria-disabled={state?.kind === "Sending"}
          aria-label={t(isHeld ? "undoNumber" : "approveNumber", { number })}
          onClick={(event) => {
            if (!isMeant(event)) return;
            if (isHeld) approvals.undo(id);
            else approvals.approve([id]);
          }}
        >
          {isHeld ? <Undo2 aria-hidden /> : <Check aria-hidden />}
          {t(isHeld ? "undo" : "approve")}
        </Button>
        {more}
      </span>
      {refused}
    </span>
  );
}

/** Why it was refused. */
function Why({ children }: { children: string }) {
  return (
    <span className="mt-1 block max-w-60 text-sm whitespace-normal text-danger">{children}</span>
  );
}

function Said({ of, children }: { of: React.Ref<HTMLSpanElement>; children: ReactNode }) {
  return (
    <span
      ref={of}
      tabIndex={-1}
      className="inline-flex h-9 items-center gap-1.5 text-sm text-ink-soft outline-none"
    >
      {children}
    </span>
  );
}

/** Where the button goes with which one approved, the focus goes to the next that can be, or to the first. */
function useFocusGoesOn(cell: { current: HTMLElement | null }, isDone: boolean): void {
  const had = useRef(false);
  useEffect(() => {
    if (isDone && had.current) {
      const rows = cell.current?.closest("tbody")?.querySelectorAll<HTMLElement>("[data-approve]");
      const next = [...(rows ?? [])].find(
        (one) =>
          (cell.current?.compareDocumentPosition(one) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING,
      );
      (next ?? rows?.[0] ?? cell.current)?.focus();
    }
    had.current = !isDone && (cell.current?.contains(document.activeElement) ?? false);
  });
}
