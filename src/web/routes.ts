import { index, type RouteConfig, route } from '@react-router/dev/routes'

// Every page stands twice: in Japanese without a prefix, in English below /en. `en?` matches both.
export default [
  route('en?', 'routes/welcome.tsx'),
  route('en?/register', 'routes/register.tsx'),
  route('en?/sign-in', 'routes/sign-in.tsx'),
  route('auth/*', 'routes/auth.ts'),
  route('sign-out', 'routes/sign-out.ts'),
  route('healthz', 'routes/health.ts'),
  route('en?/g/:code', 'routes/government.tsx', [
    index('routes/home.tsx'),
    route('plans', 'routes/plans.tsx'),
    route('plans/:plan', 'routes/plan.tsx'),
    route('plans/:plan/years/:year', 'routes/plan-year.tsx'),
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
    route('publications', 'routes/publications.tsx'),
    route('history', 'routes/history.tsx'),
  ]),
  route('en?/p/:code/:plan/:year', 'routes/public-year.ts'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
