import { expect, test } from "@playwright/test";

import { comeAs } from "./people";

test("an office asks for a report every Monday by mail, sees when it comes, and ends it", async ({
  page,
}) => {
  await comeAs(page, "backoffice");
  await page.goto("/backoffice/reports");
  const report = "cancellations";
  const name = "Cancellations by the time left";
  const ask = async () => {
    await page.getByRole("button", { name: "Every Monday by mail" }).click();
    const dialog = page.getByRole("dialog", { name: "Every Monday by mail" });
    await dialog.getByLabel("Report", { exact: true }).selectOption(report);
    await dialog.getByLabel("With it comes").selectOption("pdf");
    await dialog.getByRole("button", { name: "Mail it to me" }).click();
    return dialog;
  };
  await expect(await ask()).toBeHidden();
  await expect(page.getByText("It comes next Monday.")).toBeVisible();
  await page.getByText(/to you every Monday by mail$/).click();
  const line = page.getByRole("listitem").filter({ hasText: `${name}All stations · by day · PDF` });
  await expect(line).toContainText(/Next: .+, 07:00 New York/);

  // Asked for again it says that it comes already, and what was chosen stays.
  const again = await ask();
  await expect(again.getByRole("alert")).toContainText("comes to you every Monday already");
  await expect(again.getByLabel("Report", { exact: true })).toHaveValue(report);
  await again.getByRole("button", { name: "Go back" }).click();

  await line.getByRole("button", { name: `Stop: ${name}` }).click();
  await expect(page.getByText("It comes no more.")).toBeVisible();
  await expect(line).toHaveCount(0);
});
