import { readFile } from "node:fs/promises";

import { type BrowserContext, expect, type Page } from "@playwright/test";

import { root } from "@/scripts/parts/paths";

import { ownSite } from "../support/sites";

/** The demo's logins; one password for all of them. */
export const demoPassword = "Baybook-demo-1";
export const people = {
  admin: { email: "admin@demo.baybook.test", home: "/admin" },
  backoffice: { email: "backoffice@demo.baybook.test", home: "/backoffice" },
  operator: { email: "operator@demo.baybook.test", home: "/operator" },
  owner: { email: "owner@demo.baybook.test", home: "/owner" },
} as const;
export type Person = keyof typeof people;

/** Where `logins-setup.ts` keeps what a browser has after a person signed in at a site, which knows its own logins alone. */
export const loginFile = (person: Person, url: string) =>
  root(`test-results/logins/${person}-${new URL(url).port}.json`);

/**
 * Comes signed in as one of the demo's people, who signed in once through the form for every test of the run, and
 * instead of whoever was signed in before. Opens no page.
 */
export async function comeAs(page: Page, person: Person): Promise<void> {
  const { cookies } = JSON.parse(await readFile(loginFile(person, siteUrl()), "utf8")) as Awaited<
    ReturnType<BrowserContext["storageState"]>
  >;
  await page.context().addCookies(cookies);
}

function siteUrl(): string {
  const { url } = ownSite() ?? {};
  if (!url) throw new Error("No site runs.");
  return url;
}

/** Signs in through the form, and waits for the role's home. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("Email, identity number or phone").fill(people[person].email);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**${people[person].home}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}
