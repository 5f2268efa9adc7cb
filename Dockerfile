# The same program as `npm ci && npm start`, in an image. The data lives in the volume /data.
#   docker build -t embudo . && docker run -p 3000:3000 -v embudo:/data embudo
FROM node:24-bookworm-slim

RUN useradd --system --user-group --create-home embudo \
  && mkdir /app /data && chown embudo:embudo /app /data
USER embudo
WORKDIR /app

COPY --chown=embudo package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

COPY --chown=embudo . .
RUN npm run embudo -- build

ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data LOG_LEVEL=info
VOLUME /data
EXPOSE 3000
# PostgreSQL gets the time it needs to write what it holds.
STOPSIGNAL SIGTERM
HEALTHCHECK --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/app/main.ts", "start"]
