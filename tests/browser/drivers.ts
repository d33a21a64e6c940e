import { expect, type Page } from "@playwright/test";

import { demoPassword } from "./people";

/** An owner of the test's own, who is nowhere at the time that is booked. */
export async function comeAsNewOwner(page: Page, vehiclePlate?: string): Promise<void> {
  const nic = String(Math.floor(Math.random() * 1e12)).padStart(12, "1");
  const email = `driver-${nic}@example.test`;
  const phone = `+9477${nic.slice(-7)}`;
  const answer = await page.request.post("/api/v1/owners", {
    data: { nic, name: "Dilini Driver", email, phone, password: demoPassword, vehiclePlate },
  });
  expect(answer.status()).toBe(201);
  await page.goto("/login");
  await page.getByLabel("Email, identity number or phone").fill(nic);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/owner");
}
