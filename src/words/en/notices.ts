import type { NoticeLine } from '#domain/cycle/notice.ts'
import type * as ja from '../ja/notices.ts'
import { cycle } from './cycle.ts'
import { year } from './time.ts'

const line = (of: NoticeLine): string => {
  if ('department' in of)
    return `- ${of.department || 'Planning, and what no department owns'}: ${of.open}${of.late > 0 ? ` (${of.late} overdue)` : ''}`
  const due = of.late > 0 ? ` (${cycle.lateDays(of.late)})` : of.due ? ` (${cycle.dueOn(of.due)})` : ''
  return `- ${cycle.kinds[of.what]}${of.name ? `: ${of.name}` : ''}${due}`
}

const letter = (subject: string, opening: string) => (of: ja.Notice) => ({
  subject: `Shirube: ${of.government}, ${year(of.year)}, ${subject}`,
  text: `Dear ${of.name},

${opening}

${of.lines.map(line).join('\n')}${of.lines.length > 0 ? '\n\n' : ''}Please see this page (you will have to sign in).

${of.link}

This letter was sent by Shirube.
`,
})

export const notices: typeof ja.notices = {
  reminder: letter('tasks that are due', 'These tasks wait for you.'),
  digest: letter('the week', 'This is what is left.'),
  returned: letter('a report came back', 'A report that you sent was returned with a reason.'),
  question: letter('a question', 'There is a question for you.'),
  answer: letter('an answer', 'Your question was answered.'),
}
