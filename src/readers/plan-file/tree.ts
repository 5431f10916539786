import { z } from 'zod'
import type { PlanNode } from '#domain/plan/tree.ts'
import { boolean, id, listOf, text } from './scalars.ts'
import { names, source } from './source.ts'

const node: z.ZodType<PlanNode> = z
  .strictObject({
    id,
    level: id.describe('階層の id / Its level'),
    number: text.describe('印字された番号 / Number as printed').exactOptional(),
    name: text.describe('名前 / Name'),
    names,
    subtitle: text.describe('副題・特性 / Subtitle').exactOptional(),
    direction: text.describe('基本的方向・めざす姿（短い句） / Direction, as a short phrase').exactOptional(),
    tags: z.array(id).min(1).exactOptional(),
    related: z.array(id).min(1).describe('関連 / Nodes it names as related, as printed').exactOptional(),
    refersTo: z.array(id).min(1).describe('参照先 / Nodes of the main tree').exactOptional(),
    openList: boolean.describe('等: 一覧が「等」で終わる / The list ends open').exactOptional(),
    department: id.describe('担当課の id / Department').exactOptional(),
    source,
    get children() {
      return z.array(node).min(1).exactOptional()
    },
  })
  .meta({ id: 'node', description: '目標・施策・取組など / A goal, program, measure, effort, initiative …' })

const level = z
  .strictObject({
    id,
    name: text.describe('計画での呼び名 / What the plan calls it'),
    role: z
      .enum(['goal', 'program', 'measure', 'effort', 'initiative', 'area', 'group'])
      .describe('役割 / What it is for, whatever it is called'),
  })
  .describe('階層 / Level')

export const tree = z
  .strictObject({
    id,
    kind: z
      .enum(['main', 'initiative', 'area'])
      .describe('基本・横断・地域 / Main, cutting across, by place'),
    name: text,
    levels: z.array(level),
    nodes: listOf(node),
  })
  .meta({
    id: 'tree',
    description: '体系。階層の名前と深さは計画のデータ / A tree; level names and depth are data of the plan',
  })
