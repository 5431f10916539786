import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { listGovernments } from '#store/governments.ts'
import { reading, writing } from '#store/transaction.ts'
import { eraseExpired, sealNow, type Verified, verifyAudit } from '#usecases/audit.ts'
import { ja } from '#words/ja.ts'
import type { Call, CliCommand, Printed } from './terminal.ts'

/** Runs over the government that is named, or over all of them. */
async function overGovernments<T>(
  { store, options }: Pick<Call, 'store' | 'options'>,
  work: (code: string) => Promise<T>,
): Promise<Outcome<readonly { readonly code: string; readonly name: string; readonly value: T }[], string>> {
  const all = await reading(store, { government: '' }, listGovernments)
  const asked = all.filter(({ code }) => options.government === undefined || code === options.government)
  if (options.government !== undefined && asked.length === 0)
    return refuse('no-such-government', { code: options.government })
  const told: { code: string; name: string; value: T }[] = []
  for (const { code, name } of asked) told.push({ code, name, value: await work(code) })
  return done(told)
}

/** `3:abc…`, as `verify` prints it. */
function readHead(text: unknown): { readonly number: number; readonly hash: string } | undefined {
  const found = typeof text === 'string' ? /^(\d+):([0-9a-f]{64})$/.exec(text.trim()) : null
  return found ? { number: Number(found[1]), hash: found[2] as string } : undefined
}

/** 監査の記録を確かめる: exit code 3 where something is not as it was recorded. */
export const verify: CliCommand = async (call) => {
  const { head: asked } = call.options
  const head = readHead(asked)
  if (asked !== undefined && !head) return refuse('head-not-understood', { value: String(asked) })
  if (head && call.options.government === undefined) return refuse('which-government')
  const checked = await overGovernments(call, (code) =>
    reading(call.store, { government: code }, (tx) => verifyAudit(tx, head)),
  )
  if (!checked.ok) return checked
  const wrong = checked.value.some(({ value }) => value.faults.length > 0)
  const printed: Printed = {
    text: checked.value.map(({ code, name, value }) => `${code} ${name}\n${said(value)}`).join('\n'),
    data: checked.value.map(({ code, value }) => ({ government: code, ...value })),
    ...(wrong ? { exit: 3 } : {}),
  }
  return done(printed)
}

function said({ batches, entries, erased, waiting, head, faults }: Verified): string {
  const w = ja.audit
  const lines = [
    w.verified(batches, entries, erased, waiting),
    ...(faults.length > 0
      ? [w.faults(faults.length), ...faults.map((each) => `  ${w.fault(each)}`)]
      : [w.clean]),
    ...(head ? [w.headIs(head.number, head.hash)] : []),
  ]
  return `${lines.join('\n')}\n`
}

/** 待っているものに封をする. */
export const seal: CliCommand = async (call) => {
  const sealed = await overGovernments(call, (code) =>
    writing(call.store, { government: code }, (tx) => sealNow(tx, call.now)),
  )
  if (!sealed.ok) return sealed
  return done({
    text: sealed.value
      .map(({ code, name, value }) => `${code} ${name} ${ja.audit.sealedNow(value)}\n`)
      .join(''),
    data: sealed.value.map(({ code, value }) => ({ government: code, batch: value ?? null })),
  })
}

/** 保存年限を過ぎた分を消す, which the server also does whenever it seals. */
export const erase: CliCommand = async (call) => {
  const gone = await overGovernments(call, (code) =>
    writing(call.store, { government: code }, (tx) => eraseExpired(tx, call.now)),
  )
  if (!gone.ok) return gone
  return done({
    text: gone.value
      .map(({ code, name, value }) => `${code} ${name} ${ja.audit.erasedNow(value)}\n`)
      .join(''),
    data: gone.value.map(({ code, value }) => ({ government: code, erased: value })),
  })
}
