import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";

import type { Match } from "@/lib/insight/search/schema";

import { sendApproval } from "../approvals/send-approval";
import { offersCancel } from "../booking/offers-cancel";
import { usePageViewer } from "../form/page-viewer";
import { toast } from "../ui/toast";
import { type Entry, hrefOf } from "./entries";
import { useSubtitle } from "./use-subtitle";

/** A deed that is said before the thing that it is done to. */
const deeds = ["approve", "reject", "cancel", "move", "block"] as const;
type Deed = (typeof deeds)[number];

/** To what kinds of things each is done. */
const kinds: Readonly<Record<Deed, readonly Match["type"][]>> = {
  approve: ["Booking"],
  reject: ["Booking"],
  cancel: ["Booking"],
  move: ["Booking"],
  block: ["Owner", "Operator"],
};

/** What was typed: a deed and the thing it is done to, or what is looked for alone. */
export function useSaid(typed: string): { readonly deed: Deed | null; readonly q: string } {
  const t = useTranslations("palette.deeds");
  const text = typed.trimStart().toLowerCase();
  const deed = deeds.find((one) => text.startsWith(`${t(`${one}.word`).toLowerCase()} `)) ?? null;
  const q = deed ? typed.trimStart().slice(t(`${deed}.word`).length) : typed;
  return { deed, q: q.trim() };
}

/** What the deed would be done to, of what was found; approving is done at once, the rest asks on the thing's own page. */
export function useDeeds(
  deed: Deed | null,
  matches: readonly Match[],
  home: string,
): readonly Entry[] {
  const t = useTranslations("palette.deeds");
  const subtitleOf = useSubtitle();
  const staff = useTranslations("palette");
  const ui = useTranslations("ui");
  const router = useRouter();
  const viewer = usePageViewer() ?? "";
  // Whom an office cannot block, it need not be offered.
  if (!deed || (deed === "block" && home !== "/admin")) return [];
  const approve = async ({ id, title }: Match) => {
    const why = await sendApproval(viewer, id, { unsent: ui("unsent") });
    if (why === null) toast(staff("approved", { number: title }));
    else toast(why, "danger");
    router.refresh();
  };
  return (
    matches
      // Never to somebody of a name that only resembles what was typed, nor what the booking's state forbids.
      .filter(({ type, isGuess, can }) => {
        const isOpen =
          deed === "block" || (deed === "cancel" ? offersCancel(can ?? []) : can?.includes(deed));
        return kinds[deed].includes(type) && !isGuess && isOpen;
      })
      .map((match) => ({
        id: `${deed}-${match.id}`,
        kind: "action" as const,
        title: t(`${deed}.done`, { name: match.title }),
        subtitle: subtitleOf(match),
        ...(deed === "approve"
          ? { run: () => void approve(match) }
          : { href: hrefOf(match, home) }),
      }))
  );
}
