import { resolve } from 'node:path'
import { CommanderError } from 'commander'
import { makeProgram } from '#cli/program.ts'
import { EXIT, makeTerminal } from '#cli/terminal.ts'
import { holdsDatabase } from '#store/holds-database.ts'
import { openStore } from '#store/open.ts'
import { readConfig } from './config.ts'
import { bundleSeal } from './secret.ts'
import { signInLinkAgain } from './sign-in-link.ts'

const config = readConfig(process.env)
// Whoever reads our output may stop early (`… | head`): then nobody waits for the rest.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const terminal = makeTerminal({
  open: () => openStore({ dataDir: config.SHIRUBE_DATA, databaseUrl: config.DATABASE_URL, poolSize: 2 }),
  emptyFolder: () =>
    config.DATABASE_URL || holdsDatabase(config.SHIRUBE_DATA) ? undefined : resolve(config.SHIRUBE_DATA),
  now: () => new Date().toISOString(),
  estat: { appId: config.SHIRUBE_ESTAT_APP_ID, url: config.SHIRUBE_ESTAT_URL },
  seal: () => bundleSeal(config.SHIRUBE_DATA, config.SHIRUBE_NAME),
  signInLink: (store, whose) => signInLinkAgain(config, store, whose),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  exit: (code) => {
    process.exitCode = code
  },
})

try {
  await makeProgram(terminal).parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage
  else {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = EXIT.refused
  }
}
