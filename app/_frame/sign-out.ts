"use server";

import { redirect } from "next/navigation";

import { leaveSession } from "@/lib/http/session";

/** Ends this browser's session and leads to the front page. */
export async function signOut(): Promise<void> {
  await leaveSession();
  redirect("/");
}
