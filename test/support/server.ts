import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** A server of our own on a free port, started as `npm start` starts it, with data in a folder of its own. */
export type TestServer = {
  readonly url: string
  /** One-time link of the administrator. */
  readonly link: string
  readonly dataDir: string
  readonly process: ChildProcess
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>
  stop(): Promise<void>
}

const env = (dataDir: string) => ({ ...process.env, PORT: '0', SHIRUBE_DATA: dataDir, SHIRUBE_LOG: 'error' })

export async function startServer(
  dataDir?: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'shirube-journey-')))
  const child = spawn(process.execPath, ['src/main/serve.ts'], {
    cwd: ROOT,
    env: { ...env(folder), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const link = await new Promise<string>((found, failed) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const match = /https?:\S+verify\S+/.exec(said)
      if (match) found(match[0])
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}:\n${said}`)))
  })
  const ended = new Promise<void>((go) => child.once('exit', () => go()))
  return {
    url: new URL(link).origin,
    link,
    dataDir: folder,
    process: child,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Runs one command of the command line against a data folder. */
export async function shirube(
  dataDir: string,
  ...args: readonly string[]
): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, ['src/main/cli.ts', ...args], {
    cwd: ROOT,
    env: env(dataDir),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  const code = await new Promise<number>((go) => child.once('close', (status) => go(status ?? -1)))
  return { code, out, err }
}
