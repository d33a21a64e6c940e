"use client";

import { useTranslations } from "next-intl";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";

import { sendBeforeSignOut } from "../account/before-sign-out";
import { expectSignOut } from "../account/expect-sign-out";
import { usePageViewer } from "../form/page-viewer";
import { HasLeft } from "../table/steady-rows";
import { toast } from "../ui/toast";
import { ApprovalBar } from "./approval-bar";
import { type Approval, ApprovalDesk } from "./approval-desk";
import { sendApproval } from "./send-approval";
import { useDecided } from "./use-decided";
import { useTold } from "./use-told";

interface Approving {
  readonly chosen: ReadonlySet<string>;
  readonly states: ReadonlyMap<string, Approval>;
  readonly choose: (ids: readonly string[], isChosen: boolean) => void;
  readonly approve: (ids: readonly string[]) => void;
  readonly undo: (id?: string) => void;
}

const Current = createContext<Approving | null>(null);

/** Of the list around; null outside of one. */
export const useApprovals = () => useContext(Current);

/**
 * A list in which bookings that wait are approved one by one or many at once, with five seconds to take it back.
 * `numbers` are the booking numbers by id, for what is said of those that were refused.
 */
export function Approvals({
  numbers,
  list,
  children,
}: {
  numbers: Readonly<Record<string, string>>;
  /** Which list it is: of another one nothing is ticked, and what was held of the last is sent. */
  list: string;
  children: ReactNode;
}) {
  const numberOf = useNumbers(numbers);
  const told = useTold(numberOf);
  const viewer = usePageViewer() ?? "";
  const t = useTranslations("ui");
  const staff = useTranslations("staffBookings");
  const otherwise = { unsent: t("unsent"), signedOut: staff("signedOut") };
  const openDesk = () => ({
    list,
    desk: new ApprovalDesk(
      (id) => sendApproval(viewer, id, otherwise),
      (outcome) => told.current(outcome),
    ),
  });
  const [own, setOwn] = useState(openDesk);
  const { desk } = own;
  const states = useSyncExternalStore(desk.subscribe, desk.states, desk.states);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // Not by a key: what is typed into the list's own filters would be lost with the focus.
  if (own.list !== list) {
    setOwn(openDesk());
    setChosen(new Set());
  }
  useSentOnLeaving(desk, numberOf);
  const isApproved = (id: string) => states.get(id)?.kind === "Approved";
  const decided = useDecided(list, numbers, isApproved);
  const isDecided = (id: string) => decided.has(id) && !(id in numbers);
  // What was decided elsewhere meanwhile is refused: that is heard at once, and not said to be approved until then.
  useEffect(() => {
    desk.sendUnlessOpen((id) => id in numbers || !decided.has(id));
  }, [desk, numbers, decided]);
  const sayUndone = useCallback(
    ([first = "", ...more]: readonly string[]) => {
      if (first) toast(staff("undone", { count: more.length + 1, number: numberOf(first) }));
    },
    [staff, numberOf],
  );
  const value = useMemo<Approving>(() => {
    const choose = (ids: readonly string[], isChosen: boolean) =>
      setChosen((before) => {
        const next = new Set(before);
        for (const id of ids) {
          if (isChosen) next.add(id);
          else next.delete(id);
        }
        return next;
      });
    return {
      chosen,
      states,
      choose,
      approve: (ids) => {
        desk.approve(ids);
        expectSignOut();
        choose(ids, false);
      },
      undo: (id) => sayUndone(desk.undo(id)),
    };
  }, [chosen, states, desk, sayUndone]);
  return (
    <Current value={value}>
      <HasLeft value={(id) => isDecided(id) || isApproved(id)}>{children}</HasLeft>
      <ApprovalBar
        chosen={[...chosen].filter((id) => !isDecided(id))}
        held={[...states.values()].filter(({ kind }) => kind === "Held").length}
        approve={value.approve}
        undo={() => value.undo()}
        clear={() => value.choose([...chosen], false)}
      />
    </Current>
  );
}

/** The numbers of all that stood in the list while it is looked at: one that was refused has mostly left it. */
function useNumbers(numbers: Readonly<Record<string, string>>): (id: string) => string {
  const [seen] = useState(() => new Map<string, string>());
  useEffect(() => {
    for (const [id, number] of Object.entries(numbers)) seen.set(id, number);
  }, [seen, numbers]);
  return useCallback((id) => seen.get(id) ?? "", [seen]);
}

/** What is held is sent when the page is left, in whatever way, and before somebody signs out. */
function useSentOnLeaving(desk: ApprovalDesk, numberOf: (id: string) => string): void {
  useEffect(() => {
    const leave = () => void desk.sendHeld();
    // A phone may end a hidden page without another word.
    const hide = () => document.visibilityState === "hidden" && leave();
    const leaveForGood = sendBeforeSignOut({
      send: async () => (await desk.sendHeld()).map(({ id, why }) => ({ name: numberOf(id), why })),
      left: () => desk.unanswered().map(numberOf),
    });
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hide);
      leaveForGood();
    };
  }, [desk, numberOf]);
}
