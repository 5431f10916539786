import { index, type RouteConfig, type RouteConfigEntry, route } from '@react-router/dev/routes'
import type { Lang } from '#domain/shared/lang.ts'
import { LANGUAGES, prefixOf } from '#words/languages.ts'
import { idIn } from './route-id.ts'

/** Pages that stand once for each language, here as in Japanese. */
const PAGES: readonly RouteConfigEntry[] = [
  index('routes/welcome.tsx'),
  route('register', 'routes/register.tsx'),
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-in/code', 'routes/sign-in-code.tsx'),
  route('forgotten', 'routes/forgotten.tsx'),
  route('set-password', 'routes/set-password.tsx'),
  route('account', 'routes/account.tsx'),
  route('g/:code', 'routes/government.tsx', [
    index('routes/home.tsx'),
    route('plans', 'routes/plans.tsx'),
    route('plans/:plan', 'routes/plan.tsx'),
    route('plans/:plan/years/:year', 'routes/plan-year.tsx'),
    route('plans/:plan/years/:year/judge', 'routes/judge.tsx'),
    ...['yaml', 'json', 'md', 'docx', 'pdf', 'xlsx'].map((format) =>
      route(`plans/:plan/plan.${format}`, 'routes/plan-export.ts', { id: `plan-${format}` }),
    ),
    route('indicators', 'routes/indicators.tsx'),
    route('indicators/:indicator', 'routes/indicator.tsx'),
    route('indicators/:indicator/record', 'routes/record.tsx'),
    route('indicators/:indicator/series.csv', 'routes/indicator-csv.ts'),
    route('reports', 'routes/reports.tsx'),
    route('reports/save', 'routes/report-save.ts'),
    ...['workbook.xlsx', 'workbooks.zip'].map((file) =>
      route(`reports/${file}`, 'routes/report-workbook.ts', { id: file }),
    ),
    route('reports/workbooks', 'routes/report-workbooks.ts'),
    route('reviews', 'routes/reviews.tsx'),
    route('reviews/answers', 'routes/review-answers.tsx'),
    route('reviews/:review', 'routes/review-room.tsx'),
    route('reviews/:review/run', 'routes/review-run.tsx'),
    route('reviews/:review/save', 'routes/review-save.ts'),
    route('reviews/:review/evidence/:evidence', 'routes/review-evidence.ts'),
    ...['pack.pdf', 'pack.docx', 'minutes.pdf', 'minutes.docx'].map((file) =>
      route(`reviews/:review/${file}`, 'routes/review-paper.ts', { id: `review-${file}` }),
    ),
    route('follow-up', 'routes/follow-ups.tsx'),
    ...['docx', 'pdf', 'xlsx'].map((format) =>
      route(`follow-up.${format}`, 'routes/follow-up-paper.ts', { id: `follow-up-${format}` }),
    ),
    route('follow-up/:plan/:subject', 'routes/follow-up.tsx'),
    route('cycle', 'routes/cycle.tsx'),
    route('cycle/people', 'routes/cycle-people.tsx'),
    route('cycle/settings', 'routes/cycle-settings.tsx'),
    route('bundles', 'routes/bundles.tsx'),
    route('bundles/upload', 'routes/bundle-upload.ts'),
    route('bundles/:bundle', 'routes/bundle.tsx'),
    route('bundles/:bundle/file', 'routes/bundle-file.ts'),
    route('evidence/:evidence', 'routes/evidence-file.ts'),
    route('projects', 'routes/projects.tsx'),
    route('projects/:project', 'routes/project.tsx'),
    route('population', 'routes/population.tsx'),
    ...['csv', 'xlsx'].map((format) =>
      route(`population/table.${format}`, 'routes/population-table.ts', { id: `population-${format}` }),
    ),
    route('documents', 'routes/documents.tsx'),
    route('documents/upload', 'routes/document-upload.ts'),
    route('documents/:document', 'routes/document.tsx'),
    route('documents/:document/steps', 'routes/document-steps.ts'),
    route('documents/:document/page', 'routes/document-page.tsx'),
    route('documents/:document/file', 'routes/document-file.ts'),
    route('comments', 'routes/comments.tsx'),
    route('comments/:consultation', 'routes/consultation.tsx'),
    route('publications', 'routes/publications.tsx'),
    route('history', 'routes/history.tsx'),
    route('audit', 'routes/audit.tsx'),
    route('audit/entries.csv', 'routes/audit-csv.ts'),
    route('search', 'routes/search.tsx'),
    route('members', 'routes/members.tsx'),
    route('members/invite', 'routes/invite.tsx'),
    route('members/hand-over', 'routes/hand-over.tsx'),
    route('departments', 'routes/departments.tsx'),
    route('tokens', 'routes/tokens.tsx'),
  ]),
  route('p/:code/comments/:consultation', 'routes/public-comments.ts'),
  ...['draft.pdf', 'draft.docx', 'table.csv'].map((file) =>
    route(`p/:code/comments/:consultation/${file}`, 'routes/public-comments-file.ts', {
      id: `comments-${file}`,
    }),
  ),
  route('p/:code/:plan/:year', 'routes/public-year.ts'),
]

/** The same page below the prefix of a language, under an id of its own. `/zh-hant` is no page: a tag is written one way. */
const pageIn = (lang: Lang, page: RouteConfigEntry, prefix = ''): RouteConfigEntry => ({
  ...page,
  id: idIn(lang, page.id ?? page.file.replace(/\.tsx?$/, '')),
  ...(prefix ? { path: [prefix, page.path].filter(Boolean).join('/'), caseSensitive: true } : {}),
  ...(page.children ? { children: page.children.map((child) => pageIn(lang, child)) } : {}),
})

export default [
  ...LANGUAGES.flatMap(({ lang }) => PAGES.map((page) => pageIn(lang, page, prefixOf(lang).slice(1)))),
  route('sign-in/other', 'routes/sign-in-other.ts'),
  route('auth/*', 'routes/auth.ts'),
  route('sign-out', 'routes/sign-out.ts'),
  route('signed-in', 'routes/signed-in.ts'),
  route('healthz', 'routes/health.ts'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
