# Apparatus with its pages built. The database is elsewhere: set DATABASE_URL, AUTH_SECRET and APP_URL (running/newsroom.md).
FROM node:22-bookworm-slim AS built
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY . .
# Whether it is reached by https is part of the build: the answers say for how long that is to hold.
ARG APP_URL=https://apparatus.example.org
RUN APP_URL=$APP_URL npm run build && rm -rf .next/cache

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data TRUST_PROXY=1 LOG=requests DRAIN_SECONDS=5 METRICS_PORT=9464 METRICS_HOST=0.0.0.0
RUN mkdir /data && chown node:node /data
COPY --from=built --chown=node:node /app /app
USER node
EXPOSE 3000 9464
# Asked of the process alone: a database that is away for a minute is no reason to kill it.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "lib/boot/start.js"]
