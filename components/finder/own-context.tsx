"use client";

import { useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";

import type { FieldsAction } from "@/lib/http/action";

import { orUnsent } from "../form/or-unsent";
import { usePageViewer } from "../form/page-viewer";
import { refreshPage } from "../live/refresh-page";

/** What a driver has of their own that the finder knows. */
export interface Own {
  /** Their cars of which it is known what fits them, the default first. */
  readonly vehicles: readonly { readonly id: string; readonly name: string }[];
  /** The ids of the stations that they marked. */
  readonly favourites: readonly string[];
}

/** Marks a station as a favourite, or takes the mark away. */
export type MarkStation = FieldsAction<{
  readonly stationId: string;
  readonly favourite: boolean;
}>;

interface Marks {
  readonly marked: ReadonlySet<string>;
  /** Answers why not, blank where nothing came back; null when it is done. */
  readonly mark: (stationId: string, favourite: boolean) => Promise<string | null>;
}

const MarksContext = createContext<Marks | null>(null);

/** The driver's favourites, for every heart on the page; there are none where nobody is known. */
export function OwnMarks({
  own,
  send,
  children,
}: {
  own: Own | null;
  send: MarkStation;
  children: ReactNode;
}) {
  const viewer = usePageViewer();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set(own?.favourites));
  const tellNextPage = useNextPage();
  const mark = async (stationId: string, favourite: boolean) => {
    // At once, and taken back where the server does not agree.
    setMarked((old) => marking(old, stationId, favourite));
    const form = new FormData();
    if (viewer !== undefined) form.set("viewer", viewer);
    form.set("stationId", stationId);
    form.set("favourite", String(favourite));
    const sent = orUnsent(send(form));
    tellNextPage(sent);
    const result = await sent;
    if (result?.ok) return null;
    setMarked((old) => marking(old, stationId, !favourite));
    return result?.message ?? "";
  };
  return <MarksContext value={own && { marked, mark }}>{children}</MarksContext>;
}

/**
 * Where something was marked, the page that comes after this one is made anew once all of it is kept: it may have been read
 * while a mark was still on its way, and so may what the browser keeps of this one for the way back.
 */
function useNextPage(): (sent: Promise<unknown>) => void {
  const router = useRouter();
  const underWay = useRef<Promise<unknown>>(null);
  const leave = useEffectEvent(() => {
    void underWay.current?.then(() => refreshPage(router));
  });
  useEffect(() => () => leave(), []);
  return (sent) => {
    underWay.current = Promise.allSettled([underWay.current, sent]);
  };
}

/** Null where nobody's favourites are known. */
export const useMarks = (): Marks | null => useContext(MarksContext);

function marking(old: ReadonlySet<string>, id: string, favourite: boolean): ReadonlySet<string> {
  const next = new Set(old);
  if (favourite) next.add(id);
  else next.delete(id);
  return next;
}
