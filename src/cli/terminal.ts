import type { Command } from 'commander'
import type { Seal } from '#domain/access/seal.ts'
import { type Outcome, refuse } from '#domain/shared/outcome.ts'
import type { Store } from '#store/open.ts'
import { ja } from '#words/ja.ts'

/** Options that every command understands. */
export type Common = { readonly json?: boolean; readonly government?: string; readonly asOf?: string }

export type EstatSettings = { readonly appId: string | undefined; readonly url: string }

/** Whose link: the local administrator's, to enter by; or the one of a person, to set a password by, also without the second step. */
export type LinkFor = { readonly email?: string; readonly codesOff?: boolean }
export type SignInLink = (
  store: Store,
  whose: LinkFor,
) => Promise<Outcome<string, 'not-serving' | 'no-such-person'>>

/** What a command gets: the open store, its arguments and its options. */
export type Call = {
  readonly store: Store
  readonly now: string
  readonly signInLink: SignInLink
  /** e-Stat API, for the commands that fetch from it. */
  readonly estat: EstatSettings
  /** The key that signs what leaves this installation. */
  readonly seal: () => Promise<Seal>
  /** Says how far a long command is; apart from what it prints. */
  readonly tell: (text: string) => void
  readonly args: readonly string[]
  readonly options: Common & Readonly<Record<string, string | boolean | undefined>>
}

/** What a command prints: `text` for people, `data` for `--json`; a file's content is printed as it is. */
export type Printed = {
  readonly text: string
  readonly data?: unknown
  /** What went wrong where the rest was done; it goes beside what is printed. */
  readonly problem?: string
  /** An exit code of the command's own, where done does not mean clean. */
  readonly exit?: number
}

export type CliCommand = (call: Call) => Promise<Outcome<Printed, string>>

/** A command that works on files alone: no store is opened for it. */
export type FileCommand = (call: Pick<Call, 'args' | 'options'>) => Promise<Outcome<Printed, string>>

export type Terminal = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Makes the action of a command: opens the store, runs it, prints, and leaves the exit code. */
  run(command: CliCommand): (...given: unknown[]) => Promise<void>
  /** As {@link run}, where there is a database: of one that was made just now, nothing true can be said. */
  runWhereKept(command: CliCommand): (...given: unknown[]) => Promise<void>
  /** As {@link run}, without a store. */
  runOnFiles(command: FileCommand): (...given: unknown[]) => Promise<void>
}

/** 0 done, 1 refused with the reason, 2 wrong usage, or a file that cannot be read. */
export const EXIT = { done: 0, refused: 1, usage: 2, unreadable: 2 } as const

export function makeTerminal(io: {
  readonly open: () => Promise<Store>
  /** The data folder, where it holds no database. */
  readonly emptyFolder: () => string | undefined
  readonly now: () => string
  readonly signInLink: SignInLink
  readonly estat: EstatSettings
  readonly seal: () => Promise<Seal>
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly exit: (code: number) => void
}): Terminal {
  const print = (result: Outcome<Printed, string>, options: Call['options']): void => {
    if (result.ok) {
      const { text, data, problem, exit } = result.value
      io.out(options.json && data !== undefined ? `${JSON.stringify(data, null, 2)}\n` : text)
      if (problem) io.err(problem)
      if (exit !== undefined) io.exit(exit)
      return
    }
    const said = ja.refusal(result.why, result.detail)
    if (options.json) io.out(`${JSON.stringify(result, null, 2)}\n`)
    io.err(`${said}\n`)
    io.exit(EXIT.refused)
  }
  const callOf = (given: readonly unknown[]) => {
    const self = given.at(-1) as Command
    return { options: self.optsWithGlobals() as Call['options'], args: given.slice(0, -2).flat().map(String) }
  }
  const run: Terminal['run'] =
    (command) =>
    async (...given) => {
      const { options, args } = callOf(given)
      const store = await io.open()
      try {
        const { signInLink, estat, seal } = io
        const call = { store, now: io.now(), signInLink, estat, seal, tell: io.err, args, options }
        print(await command(call), options)
      } finally {
        await store.close()
      }
    }
  return {
    run,
    runWhereKept:
      (command) =>
      async (...given) => {
        const path = io.emptyFolder()
        if (path === undefined) await run(command)(...given)
        else print(refuse('no-database', { path }), callOf(given).options)
      },
    out: io.out,
    err: io.err,
    runOnFiles:
      (command) =>
      async (...given) => {
        const { options, args } = callOf(given)
        print(await command({ options, args }), options)
      },
  }
}
