import type { NoticeKind } from '#domain/access/letter.ts'
import type { NoticeLine } from '#domain/cycle/notice.ts'
import { cycle } from './cycle.ts'
import { year } from './time.ts'

export type Notice = {
  readonly name: string
  readonly government: string
  readonly year: number
  readonly link: string
  readonly lines: readonly NoticeLine[]
}

const day = (iso: string): string => `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`

const line = (of: NoticeLine): string => {
  if ('department' in of)
    return `・${of.department || '担当課のないもの・企画課'}: ${of.open}件${of.late > 0 ? `（うち遅れ ${of.late}件）` : ''}`
  const due = of.late > 0 ? `（${of.late}日遅れ）` : of.due ? `（${day(of.due)}まで）` : ''
  return `・${cycle.kinds[of.what]}${of.name ? `: ${of.name}` : ''}${due}`
}

const letter = (subject: string, opening: string) => (of: Notice) => ({
  subject: `しるべ: ${of.government} ${year(of.year)} ${subject}`,
  text: `${of.name} 様

${opening}

${of.lines.map(line).join('\n')}${of.lines.length > 0 ? '\n\n' : ''}次のページでごらんください（サインインが必要です）。

${of.link}

このメールは「しるべ」が自動で送りました。
`,
})

/** 進行の知らせ: 値も答えも書かない。 */
export const notices: Record<NoticeKind, (of: Notice) => { subject: string; text: string }> = {
  reminder: letter('しごとの期日', 'あなたを待っているしごとがあります。'),
  digest: letter('週のまとめ', 'いま残っているしごとの数です。'),
  returned: letter('報告の差し戻し', '出していただいた報告が、理由を添えて差し戻されました。'),
  question: letter('質問', '質問が届いています。'),
  answer: letter('質問への答え', '質問に答えがありました。'),
}
