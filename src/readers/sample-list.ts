import { z } from 'zod'
import { isGovernmentCode } from '#domain/government/code.ts'
import type { Finding } from '#domain/shared/finding.ts'
import { boolean, listOf, text } from './plan-file/scalars.ts'
import { readYamlFile } from './yaml-file.ts'

/** A file of the samples, by its path in their folder without `.yaml`; it cannot lead out of that folder. */
const fileName = z.string().regex(/^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)?$/, 'not-a-file-name')

const listed = z.strictObject({
  code: text.refine(isGovernmentCode, 'not-a-government-code'),
  name: text,
  nameEn: text.exactOptional(),
  kind: z.enum(['prefecture', 'city', 'ward', 'town', 'village', 'other']),
  fictional: boolean.default(false),
  plans: listOf(fileName),
  record: fileName.exactOptional(),
  population: fileName.exactOptional(),
})

const sampleList = z.strictObject({ governments: z.array(listed).min(1) })

/** 団体の見本の一覧: a government with the names of its plan files, its record file and its population file. */
export type ListedSample = z.output<typeof listed>

export type ReadSampleList = {
  readonly governments?: readonly ListedSample[]
  readonly findings: readonly Finding[]
}

/** Reads `governments.yaml`, the list of the samples. Figures that nobody printed belong to fictional governments only. */
export function readSampleList(text: string): ReadSampleList {
  const { value, findings } = readYamlFile<z.output<typeof sampleList>>(text, sampleList, ({ governments }) =>
    governments.flatMap(({ code, fictional, record, population }, at): readonly Finding[] => [
      ...(governments.findIndex((each) => each.code === code) < at
        ? [fault('duplicate-id', ['governments', at, 'code'], code)]
        : []),
      ...(record !== undefined && !fictional
        ? [fault('record-of-a-real-government', ['governments', at, 'record'], code)]
        : []),
      ...(population !== undefined && !fictional
        ? [fault('record-of-a-real-government', ['governments', at, 'population'], code)]
        : []),
    ]),
  )
  return value ? { governments: value.governments, findings } : { findings }
}

const fault = (code: string, path: NonNullable<Finding['path']>, id: string): Finding => ({
  code,
  severity: 'error',
  path,
  detail: { id },
})
