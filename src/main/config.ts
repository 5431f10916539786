import { z } from 'zod'

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
  SHIRUBE_SECRET: z.string().min(32).optional(),
  /** Behind a proxy of one's own, which writes the address of the browser last in X-Forwarded-For. */
  SHIRUBE_BEHIND_PROXY: z.stringbool().default(false),
  /** Mail server for invitations and forgotten passwords: smtp://user:password@host:587 or smtps://…; without it letters wait on the members' page. */
  SHIRUBE_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of that mail. */
  SHIRUBE_MAIL_FROM: z.string().min(3).default('shirube@localhost'),
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
