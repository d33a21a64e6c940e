"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";

import { MarkFavourite, markFavourite } from "@/app/_finder/mark-favourite";
import { action } from "@/lib/http/action";

const send = action({
  permission: "favourite.manage",
  /** `query`: what the page's address said, which stays. */
  body: MarkFavourite.extend({ query: z.string().max(1_000).optional() }),
  run: async (ctx, { stationId, favourite, query }) => {
    await markFavourite(ctx, { stationId, favourite });
    return `/stations/${stationId}?${new URLSearchParams(query)}`;
  },
});

/** Marks the station or takes the mark away, and shows the page as it is then; what was refused shows as it was. */
export async function mark(form: FormData): Promise<void> {
  const result = await send(form);
  if (!result.ok) return;
  // The list that one goes back to is told, too.
  refresh();
  redirect(result.data);
}
