import { expect, type Page, test } from "@playwright/test";

import { comeAsNewOwner } from "./drivers";
import { openDialog } from "./office";

/** A device with a finger's print that this browser has in it, as Chromium plays one. */
async function deviceOf(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const answers = (enabled: boolean) =>
    devtools.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled });
  return { answers };
}

test("an owner adds a passkey, signs in with it where the password would be typed, and takes it back", async ({
  page,
}) => {
  await comeAsNewOwner(page);
  const device = await deviceOf(page);
  await page.goto("/change-password");
  await page.getByRole("link", { name: "sign in with a passkey" }).click();
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("The passkey was added.")).toBeVisible();
  await expect(page.getByText(/Not used yet/)).toBeVisible();
  await page.getByLabel("Name of the passkey").fill("Phone in the car");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("paragraph").filter({ hasText: "Phone in the car" })).toBeVisible();

  // By the button: the device keeps still until it is pressed.
  await device.answers(false);
  await page.context().clearCookies();
  await page.goto("/login?next=%2Fpasskeys");
  const signIn = page.getByRole("button", { name: "Use a passkey" });
  await expect(signIn).toBeVisible();
  await device.answers(true);
  await signIn.click();
  await page.waitForURL("**/passkeys");
  await expect(page.getByText(/Last used/)).toBeVisible();

  await page.getByRole("button", { name: "Remove" }).click();
  await openDialog(page).getByRole("button", { name: "Remove the passkey" }).click();
  await expect(page.getByText("No passkey yet")).toBeVisible();
});

test("where a user name is typed the browser offers the passkey by itself", async ({ page }) => {
  await comeAsNewOwner(page);
  await deviceOf(page);
  await page.goto("/passkeys");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("The passkey was added.")).toBeVisible();
  await page.context().clearCookies();
  await page.goto("/login");
  await page.waitForURL("**/owner");
});
