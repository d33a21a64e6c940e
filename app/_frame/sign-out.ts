"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";

import { sessionCookieName, sessionCookieOptions } from "@/lib/http/session-token";

/** Takes this browser's session away and leads to the front page. */
export async function signOut(): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
  redirect("/");
}
