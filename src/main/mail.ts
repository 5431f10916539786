import { createTransport } from 'nodemailer'
import type { Logger } from 'pino'
import { isNotice } from '#domain/access/letter.ts'
import type { NoticeLine } from '#domain/cycle/notice.ts'
import { listGovernments } from '#store/governments.ts'
import type { Store } from '#store/open.ts'
import { type Letter, queueLetter, saveAttempt } from '#store/outbox.ts'
import { findPerson } from '#store/people.ts'
import { reading, writing } from '#store/transaction.ts'
import { takeLetters } from '#usecases/letters.ts'
import type { Auth } from '#web/auth/auth.ts'
import { LINK_DAYS, makeEntryLink } from '#web/auth/entry-link.ts'
import { en } from '#words/en.ts'
import { ja } from '#words/ja.ts'
import { prefixOf } from '#words/languages.ts'
import type { Words } from '#words/words.ts'
import { zhHant } from '#words/zh-Hant.ts'
import type { Config } from './config.ts'

/** A door to a mail server. */
export type Mail = {
  readonly from: string
  send(letter: { to: string; subject: string; text: string; messageId: string }): Promise<void>
  close(): void
}

/** Letters are written in the language of the page that asked for them. */
const WORDS: Readonly<Record<string, Words>> = { ja, en, 'zh-Hant': zhHant }

/** How often waiting letters are looked for. */
const LOOK_EVERY_MS = 5_000

/** The operator's mail server, or undefined where none is named. */
export function openMail({ SHIRUBE_SMTP_URL, SHIRUBE_MAIL_FROM }: Config): Mail | undefined {
  if (!SHIRUBE_SMTP_URL) return undefined
  const transport = createTransport(SHIRUBE_SMTP_URL, {
    from: SHIRUBE_MAIL_FROM,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    from: SHIRUBE_MAIL_FROM,
    send: async (letter) => void (await transport.sendMail(letter)),
    close: () => transport.close(),
  }
}

/** A letter to who forgot the password. It belongs to no government. */
export const queueReset = (store: Store, user: string, at: string): Promise<void> =>
  writing(store, { government: '' }, async (tx) => {
    await queueLetter(tx, { kind: 'reset', user, lang: 'ja', detail: {}, queuedAt: at, queuedBy: 'しるべ' })
  })

export type Posting = {
  readonly store: Store
  readonly auth: Auth
  readonly mail: Mail
  readonly now: () => string
}

/**
 * 待っている手紙を送る: one round over all governments. A letter is taken up in a transaction of its own before it is sent, and keeps one
 * Message-ID, so that one that is sent again after a crash is known to be the same. Returns how many went out.
 */
export async function deliver({ store, auth, mail, now }: Posting): Promise<number> {
  const governments = await reading(store, { government: '' }, listGovernments)
  let sent = 0
  for (const government of ['', ...governments.map(({ code }) => code)]) {
    const letters = await writing(store, { government }, (tx) => takeLetters(tx, now()))
    for (const letter of letters) {
      const error = await sendOne({ store, auth, mail, now }, government, letter)
      await writing(store, { government }, (tx) =>
        saveAttempt(tx, letter.id, {
          ...{ what: error === undefined ? 'sent' : 'failed', at: now() },
          ...(error === undefined ? {} : { error }),
        }),
      )
      if (error === undefined) sent += 1
    }
  }
  return sent
}

/** Sends a letter; returns why it failed. */
async function sendOne(
  { store, auth, mail, now }: Posting,
  government: string,
  { id, kind, user, lang, detail }: Letter,
): Promise<string | undefined> {
  const person = await findPerson(store.authPool, user)
  if (!person) return 'no such person'
  const words = WORDS[lang] ?? ja
  const baseUrl = auth.options.baseURL
  const host = new URL(baseUrl).hostname
  const write = async () => {
    if (isNotice(kind)) {
      const page = kind === 'returned' || kind === 'answer' ? 'reports' : 'cycle'
      const link = `${baseUrl}${prefixOf(words.lang)}/g/${government}/${page}?year=${detail.year}`
      const lines = JSON.parse(detail.lines ?? '[]') as readonly NoticeLine[]
      return words.notices[kind]({
        ...{ name: person.name, government: detail.government ?? '', year: Number(detail.year), link, lines },
      })
    }
    const link = kind === 'added' ? `${baseUrl}/` : await makeEntryLink(auth, user, kind, now())
    return words.letters[kind]({
      ...{ name: person.name, government: detail.government ?? '', by: detail.by ?? '', link },
      days: kind === 'added' ? 0 : LINK_DAYS[kind],
    })
  }
  try {
    await mail.send({
      to: person.email,
      messageId: `<${government || 'shirube'}.${id}@${host}>`,
      ...(await write()),
    })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Sends what waits, round after round, until stopped. */
export function startMail({ log, ...posting }: Posting & { readonly log: Logger }): {
  stop(): Promise<void>
} {
  let [stopped, timer]: [boolean, NodeJS.Timeout | undefined] = [false, undefined]
  let round: Promise<unknown> = Promise.resolve()
  const look = () => {
    round = deliver(posting)
      .catch((error: unknown) => log.error(error, 'letters'))
      .finally(() => {
        if (!stopped) timer = setTimeout(look, LOOK_EVERY_MS)
      })
  }
  look()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await round
      posting.mail.close()
    },
  }
}
