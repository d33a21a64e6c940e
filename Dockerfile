# One image for web, worker and the one-off commands; which it is, the command says (see compose.yaml).
FROM node:24.21.0-bookworm-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
# What installing needs, so that a change of the sources does not install again.
COPY package.json package-lock.json .npmrc ./
COPY scripts/mend-driver.mjs scripts/

FROM base AS build
RUN npm ci
COPY . .
RUN npm run build

FROM base
ENV NODE_ENV=production
RUN npm ci --omit=dev && npm cache clean --force
COPY next.config.mjs tsconfig.json ./
COPY scripts scripts
COPY db db
COPY lib lib
# What the product says, which the worker and the commands need as well.
COPY components/i18n components/i18n
COPY components/mail components/mail
COPY --from=build /app/public public
COPY --from=build /app/.next .next
# The volume of files that people send belongs to whom the processes run as.
RUN mkdir -p .data/uploads && chown -R node:node .data
USER node
EXPOSE 3000
CMD ["node_modules/.bin/next", "start", "--keepAliveTimeout", "75000"]
