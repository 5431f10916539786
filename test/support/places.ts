const EXPORTS = ['yaml', 'json', 'md', 'docx', 'pdf', 'xlsx']
/** Pages, files, exports and searches of the sample city, below its address. */
export const PLACES = [
  ...['', '/plans', '/plans/shirube-strategy-3', '/plans/shirube-strategy-3/years/2025'],
  ...['/plans/shirube-strategy-3/years/2025/judge', '/indicators', '/indicators/vacant-homes'],
  ...['/indicators/vacant-homes/series.csv', '/reports?year=2025', '/reports?year=2025&department=community'],
  ...[
    '/reports?year=2025&department=commerce-tourism',
    '/reports/workbook.xlsx?year=2025&department=community',
  ],
  ...['/reports/workbook.xlsx?year=2025&department=commerce-tourism', '/reports/workbooks.zip?year=2025'],
  ...['/projects', '/population', '/documents', '/publications', '/history', '/departments'],
  ...[`/search?q=${encodeURIComponent('下書き')}`, `/search?q=${encodeURIComponent('カワセミ')}`],
  ...EXPORTS.map((format) => `/plans/shirube-strategy-3/plan.${format}`),
]
const FOLLOW_UP = '?year=2025&plan=shirube-strategy-3'
/** Pages and files of follow-ups, comments, the cycle, evidence, the audit and tokens. */
export const newerPlaces = ({
  comments,
  evidence,
}: {
  readonly comments: string
  readonly evidence: string
}): readonly string[] => [
  ...[`/follow-up${FOLLOW_UP}`, `/follow-up${FOLLOW_UP}&department=community`],
  ...['docx', 'pdf', 'xlsx'].map((format) => `/follow-up.${format}${FOLLOW_UP}`),
  ...['/follow-up/shirube-strategy-3/g1-p1?year=2025', '/follow-up/shirube-strategy-3/g2-p1?year=2025'],
  ...['/comments', comments, `${comments}?group=another`],
  ...['/cycle?year=2025', '/cycle?year=2025&department=community', '/cycle/people', '/cycle/settings'],
  ...[
    '/indicators/vacant-homes?year=2025',
    `/evidence/${evidence}`,
    '/audit',
    '/audit/entries.csv',
    '/tokens',
  ],
  ...[`/search?q=${encodeURIComponent('ミサゴ')}`, `/search?q=${encodeURIComponent('ツグミ')}`],
]
