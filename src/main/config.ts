import { z } from 'zod'
import { ROLES } from '#domain/access/can.ts'

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4600),
  HOST: z.string().default('127.0.0.1'),
  SHIRUBE_DATA: z.string().min(1).default('./data'),
  /** A PostgreSQL 15 or later of the operator's own, instead of the embedded one. */
  DATABASE_URL: z.string().min(1).optional(),
  /** Address under which people reach the service, where it is not this machine's. */
  SHIRUBE_URL: z.url().optional(),
  /** 見本: which samples a first start loads. */
  SHIRUBE_SAMPLES: z.enum(['all', 'fictional', 'none']).default('all'),
  /** What this installation is called on bundles that leave it; the name of the machine unless said. */
  SHIRUBE_NAME: z.string().trim().min(1).max(60).optional(),
  SHIRUBE_SECRET: z.string().min(32).optional(),
  /** Behind a proxy of one's own, which writes the address of the browser last in X-Forwarded-For. */
  SHIRUBE_BEHIND_PROXY: z.stringbool().default(false),
  /** Mail server for invitations, forgotten passwords and reminders: smtp://user:password@host:587 or smtps://…; without it letters wait on the members' page. */
  SHIRUBE_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of that mail. */
  SHIRUBE_MAIL_FROM: z.string().min(3).default('shirube@localhost'),
  /** Single sign-on by OpenID Connect: the issuer, and what it knows us by. */
  SHIRUBE_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  SHIRUBE_OIDC_CLIENT_ID: z.string().min(1).optional(),
  SHIRUBE_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** What its button is called. */
  SHIRUBE_OIDC_NAME: z.string().min(1).default('庁内の認証'),
  SHIRUBE_OIDC_GROUPS_CLAIM: z.string().min(1).default('groups'),
  /** JSON: [{"group":"kikaku","government":"432032","role":"planner"}, {"group":…,"role":"reporter","department":"fish"}] */
  SHIRUBE_OIDC_ROLES: z
    .string()
    .default('[]')
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' })
        return z.NEVER
      }
    })
    .pipe(
      z.array(
        z.strictObject({
          group: z.string().min(1),
          government: z.string().regex(/^\d{6}$/),
          role: z.enum(ROLES),
          department: z.string().min(1).optional(),
        }),
      ),
    ),
  /** Whether an e-mail address counts that the issuer does not call verified: only where nobody can choose their own. */
  SHIRUBE_OIDC_TRUST_EMAIL: z.stringbool().default(false),
  /** e-Stat API: the operator's own application id, and where the API is. */
  SHIRUBE_ESTAT_APP_ID: z.string().min(1).optional(),
  SHIRUBE_ESTAT_URL: z.url().default('https://api.e-stat.go.jp/rest/3.0/app/json/getStatsData'),
  SHIRUBE_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

export type Config = z.output<typeof schema>

/** Reads the environment once. @throws with the name of each variable that is wrong, and what it may be. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = schema.safeParse(env)
  if (read.success) return read.data
  throw new Error(`The environment is not right:\n${z.prettifyError(read.error)}`)
}
