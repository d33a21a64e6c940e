"use server";

import { revalidatePath } from "next/cache";

import { markStation } from "@/app/_finder/actions";

/** Marks the station or takes the mark away, and shows the page as it is then; what was refused shows as it was. */
export async function mark(form: FormData): Promise<void> {
  await markStation(form);
  revalidatePath(`/stations/${String(form.get("stationId"))}`);
}
