"use client";

import { useRouter } from "next/navigation";
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
import { usePageViewer } from "../form/page-viewer";
import { refreshPage } from "../live/refresh-page";
import { toast } from "../ui/toast";
import { type Approval, ApprovalDesk, type Outcome } from "./approval-desk";
import { ApprovalBar } from "./approval-bar";
import { sendApproval } from "./send-approval";

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
  const unsent = t("unsent");
  const openDesk = () => ({
    list,
    desk: new ApprovalDesk(
      (id) => sendApproval(viewer, id, unsent),
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
  useSentOnLeaving(desk);
  // What was decided elsewhere meanwhile is refused: that is heard at once, and not said to be approved until then.
  useEffect(() => desk.sendUnlessOpen((id) => id in numbers), [desk, numbers]);
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
        choose(ids, false);
      },
      undo: (id) => sayUndone(desk.undo(id)),
    };
  }, [chosen, states, desk, sayUndone]);
  return (
    <Current value={value}>
      {children}
      <ApprovalBar
        chosen={[...chosen]}
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
function useSentOnLeaving(desk: ApprovalDesk): void {
  useEffect(() => {
    const leave = () => void desk.sendHeld();
    // A phone may end a hidden page without another word.
    const hide = () => document.visibilityState === "hidden" && leave();
    const leaveForGood = sendBeforeSignOut(() => desk.sendHeld());
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hide);
      leaveForGood();
    };
  }, [desk]);
}

/** So many refusals are said in passing one by one; the others say it in their rows. */
const mostSaid = 2;

/** Says what came of it and brings the page up to date; the latest of it, since the desk outlives a page's reading. */
function useTold(numberOf: (id: string) => string) {
  const t = useTranslations("staffBookings");
  const router = useRouter();
  const [ref] = useState<{ current: (outcome: Outcome) => void }>(() => ({ current: () => {} }));
  useEffect(() => {
    ref.current = ({ approved, refused }) => {
      const [first] = approved;
      if (first !== undefined) {
        const number = numberOf(first);
        toast(t("approvedMany", { count: approved.length, number }));
      }
      // Each with its own reason.
      for (const { id, why } of refused.slice(0, mostSaid)) {
        toast(t("notApproved", { number: numberOf(id), why }), "danger");
      }
      if (refused.length > mostSaid) {
        toast(t("moreNotApproved", { count: refused.length - mostSaid }), "danger");
      }
      void refreshPage(router);
    };
  });
  return ref;
}
