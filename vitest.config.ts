import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    // Each project names its folders; `npx vitest run tests/rooms/x/y.test.ts` runs one file.
    projects: [
      {
        extends: true,
        test: { name: "architecture", include: ["tests/architecture/**/*.test.ts"] },
      },
      {
        extends: true,
        test: { name: "rooms", include: ["tests/{core,http,jobs,rooms,db}/**/*.test.ts"] },
      },
      {
        extends: true,
        test: { name: "api", include: ["tests/api/**/*.test.ts"], fileParallelism: false },
      },
    ],
  },
});
