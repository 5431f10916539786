import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { createRequestListener } from '@react-router/node'
import pino from 'pino'
import sirv from 'sirv'
import { openStore, type Store } from '#store/open.ts'
import { ensureAdministrator, makeAuth } from '#web/auth/auth.ts'
import { clientOf } from './client.ts'
import { type Config, readConfig } from './config.ts'
import { letAdministratorIn, loadSamples } from './first-run.ts'
import { openMail, queueReset, startMail } from './mail.ts'
import { following, otherDoorOf } from './other-door.ts'
import { startReminding } from './remind.ts'
import { bundleSeal, sessionSecret } from './secret.ts'
import { signInLink, urlFile } from './sign-in-link.ts'
import { startViewLog } from './view-log.ts'

const ROOT = join(import.meta.dirname, '../..')

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = pino({ level: config.SHIRUBE_LOG === 'info' ? 'warn' : config.SHIRUBE_LOG })
  const store = await openStore({ dataDir: config.SHIRUBE_DATA, databaseUrl: config.DATABASE_URL })
  try {
    await serve(config, store, log)
  } catch (error) {
    await store.close()
    throw error
  }
}

async function serve(config: Config, store: Store, log: pino.Logger): Promise<void> {
  const now = () => new Date().toISOString()
  const loaded = await loadSamples(store, now, config.SHIRUBE_SAMPLES)
  const administrator = await ensureAdministrator(store.authPool, now())
  await letAdministratorIn(store, administrator, now())

  const server = createServer()
  const port = await listen(server, config.PORT, config.HOST)
  const url = config.SHIRUBE_URL ?? `http://localhost:${port}`
  const links = new Map<string, string>()
  const mail = openMail(config)
  const otherDoor = otherDoorOf(config)
  const auth = makeAuth({
    pool: store.authPool,
    baseUrl: url,
    secret: await sessionSecret(config.SHIRUBE_DATA, config.SHIRUBE_SECRET),
    onLink: (email, link) => void links.set(email, link),
    ...(otherDoor ? { otherDoor, onGroups: (user, hats) => following(store, now, user, hats) } : {}),
    ...(mail ? { onForgotten: (user) => queueReset(store, user, now()) } : {}),
  })
  const post = mail && startMail({ store, auth, mail, now, log })
  const views = startViewLog({ store, now, log })
  const reminding = mail && startReminding({ store, now, log })
  // The build is the application's own bundle, made by `npm run build` before this starts.
  const build = await import(join(ROOT, 'build/server/index.js'))
  const files = sirv(join(ROOT, 'build/client'), { immutable: true, maxAge: 31_536_000, etag: true })
  const application = createRequestListener({
    build,
    getLoadContext: (request, { address }) =>
      build.entry.module.makeContext({
        ...{ store, auth, now, baseUrl: url, mail: mail !== undefined, views, otherDoor: otherDoor?.name },
        seal: () => bundleSeal(config.SHIRUBE_DATA, config.SHIRUBE_NAME),
        client: clientOf(request, address, config),
      }),
  })
  server.on('request', (request, response) => {
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'same-origin')
    response.setHeader('cross-origin-opener-policy', 'same-origin')
    files(request, response, () => application(request, response))
  })
  await writeFile(urlFile(config), url)

  const stop = async () => {
    server.close()
    server.closeAllConnections()
    await reminding?.stop()
    await post?.stop()
    await views.stop()
    await store.close()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  process.on('uncaughtException', (error) => log.error(error, 'uncaught'))
  process.on('unhandledRejection', (error) => log.error(error, 'unhandled'))

  if (loaded.length > 0) console.log(`見本を読み込みました: ${loaded.join('、')}`)
  console.log(`しるべ: ${url}`)
  console.log(`管理者として入る（1回だけ使えるリンク・1時間）: ${await signInLink(auth, links)}`)
}

function listen(server: ReturnType<typeof createServer>, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `ポート ${port} はほかのプログラムが使っています。PORT=4601 npm start のように別の番号でお試しください。`,
            )
          : error,
      ),
    )
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
