import type { NoticeLine } from '#domain/cycle/notice.ts'
import type * as ja from '../ja/notices.ts'
import { cycle } from './cycle.ts'
import { year } from './time.ts'

const line = (of: NoticeLine): string => {
  if ('department' in of)
    return `・${of.department || '企劃單位與沒有承辦單位的項目'}：${of.open}項${of.late > 0 ? `（其中逾期${of.late}項）` : ''}`
  const due = of.late > 0 ? `（${cycle.lateDays(of.late)}）` : of.due ? `（${cycle.dueOn(of.due)}）` : ''
  return `・${cycle.kinds[of.what]}${of.name ? `：${of.name}` : ''}${due}`
}

const letter = (subject: string, opening: string) => (of: ja.Notice) => ({
  subject: `Shirube：${of.government} ${year(of.year)} ${subject}`,
  text: `${of.name} 您好：

${opening}

${of.lines.map(line).join('\n')}${of.lines.length > 0 ? '\n\n' : ''}請看下面的頁面（需要登入）。

${of.link}

這封郵件由系統自動寄出。
`,
})

export const notices: typeof ja.notices = {
  reminder: letter('工作的期限', '有工作等您處理。'),
  digest: letter('每週彙整', '這是目前還沒完成的工作數。'),
  returned: letter('報告退回', '您提交的報告附上理由退回了。'),
  question: letter('問題', '有問題等您回答。'),
  answer: letter('問題的回答', '您的問題有了回答。'),
}
