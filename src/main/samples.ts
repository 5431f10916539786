import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkAgainstPlans } from '#domain/government/check-record.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { Finding } from '#domain/shared/finding.ts'
import { checkDocument } from '#readers/check/check-document.ts'
import { readPlan } from '#readers/grammar/read-plan.ts'
import { readPlanFile } from '#readers/plan-file/read.ts'
import { readPopulationFile } from '#readers/population-file.ts'
import { readDocument } from '#readers/read-document.ts'
import { readRecordFile } from '#readers/record-file.ts'
import { type ListedSample, readSampleList } from '#readers/sample-list.ts'
import { sha256Of } from '#store/datasets.ts'
import type { Sample } from '#usecases/load-sample.ts'

/** A shipped sample that does not read is our own fault, not a user's: it stops the program and names every place. */
export class BrokenSample extends Error {
  readonly file: string
  readonly findings: readonly Finding[]
  constructor(file: string, findings: readonly Finding[]) {
    super(
      [
        `samples/${file}.yaml cannot be used:`,
        ...findings.map(({ code, line, path, detail }) =>
          [`  line ${line ?? '?'}: ${code}`, path?.join('.'), detail && JSON.stringify(detail)]
            .filter(Boolean)
            .join(' '),
        ),
      ].join('\n'),
    )
    this.file = file
    this.findings = findings
  }
}

/** The samples that come with the product. */
export const SAMPLES = join(import.meta.dirname, '../../samples')

/** Reads the samples of a folder: every government of its `governments.yaml` with its plans and its record, except those named. */
export async function readSamples(
  except: ReadonlySet<string> = new Set(),
  folder: string = SAMPLES,
): Promise<readonly Sample[]> {
  const read = (file: string, extension = 'yaml') => readFile(join(folder, `${file}.${extension}`), 'utf8')
  const { governments, findings } = readSampleList(await read('governments'))
  if (!governments) throw new BrokenSample('governments', findings)
  const wanted = governments.filter(({ code }) => !except.has(code))
  return Promise.all(wanted.map((listed) => readSample(listed, read)))
}

async function readSample(
  {
    code,
    name,
    nameEn,
    kind,
    fictional,
    plans: files,
    record: recordFile,
    population: populationFile,
  }: ListedSample,
  read: (file: string, extension?: string) => Promise<string>,
): Promise<Sample> {
  const plans = await Promise.all(
    files.map(async (file) => {
      const { plan, findings } = readPlanFile(await read(file))
      if (!plan || findings.length > 0) throw new BrokenSample(file, findings)
      if (plan.government !== code)
        throw new BrokenSample(file, [
          { code: 'another-government', severity: 'error', path: ['government'] },
        ])
      return plan
    }),
  )
  const documents = (await Promise.all(files.map((file, at) => documentFor(file, plans[at], read)))).flatMap(
    (each) => each ?? [],
  )
  const government = { code, name, ...(nameEn === undefined ? {} : { nameEn }), kind, fictional }
  const statistics = populationFile === undefined ? {} : await readPopulation(populationFile, read)
  if (recordFile === undefined) return { government, plans, documents, ...statistics }
  const { record, findings } = readRecordFile(await read(recordFile))
  if (!record || findings.length > 0) throw new BrokenSample(recordFile, findings)
  const amiss = checkAgainstPlans(record, plans)
  if (amiss.length > 0) throw new BrokenSample(recordFile, amiss)
  return { government, plans, record, documents, ...statistics }
}

/** 計画の文書: the Markdown beside a plan file, where there is one, read as a person's upload would be. */
async function documentFor(
  file: string,
  plan: Plan | undefined,
  read: (file: string, extension?: string) => Promise<string>,
): Promise<NonNullable<Sample['documents']>[number] | undefined> {
  const text = await read(file, 'md').catch(() => undefined)
  if (text === undefined || !plan) return undefined
  const bytes = new TextEncoder().encode(text)
  const name = `${plan.title}（${plan.edition.label}）.md`
  const source = await readDocument(bytes, name)
  const draft = readPlan(source)
  const reading = { source, draft, remarks: checkDocument(source, draft) }
  return { name, bytes, sha256: sha256Of(bytes), reading, plan: plan.id, edition: plan.edition.id }
}

async function readPopulation(
  file: string,
  read: (file: string) => Promise<string>,
): Promise<Pick<Sample, 'statistics'>> {
  const text = await read(file)
  const { tables, findings } = readPopulationFile(text)
  if (!tables || findings.length > 0) throw new BrokenSample(file, findings)
  return { statistics: { file: `${file}.yaml`, sha256: sha256Of(new TextEncoder().encode(text)), tables } }
}
