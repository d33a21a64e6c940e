import type { KnipConfig } from "knip";

const config: KnipConfig = {
  entry: [
    "scripts/*.mjs",
    "db/seed/index.ts",
    "db/schema/*.ts",
    "lib/jobs/worker.ts",
    "tests/**/*.test.ts",
  ],
  project: ["**/*.{ts,tsx,mjs}"],
};

export default config;
