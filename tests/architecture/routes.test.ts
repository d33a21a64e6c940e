import { expect, test } from "vitest";

import { registryFiles, registryOnDisk } from "@/scripts/generate-routes";

test("the registry of routes is what `npm run generate:routes` writes for the routes there are", async () => {
  const files = await registryFiles();
  expect(Object.keys(files).length).toBeGreaterThan(15);
  expect(registryOnDisk()).toEqual(files);
});
