import type { Translations } from '../shared/lang.ts'
import type { Source } from '../shared/source.ts'

/**
 * What a level is for, whatever the plan calls it. 基本目標・ビジョン・方針 are all goals; 施策 is a program;
 * ① is a measure; ・ is an effort; プロジェクト・重点事項 is an initiative; 区 is an area; a heading that only groups is a group.
 */
export type LevelRole = 'goal' | 'program' | 'measure' | 'effort' | 'initiative' | 'area' | 'group'

/** 階層 (level): a name that the plan gives to one depth of a tree. */
export type Level = { readonly id: string; readonly name: string; readonly role: LevelRole }

/**
 * 体系 (tree). `main` carries goals and programs; `initiative` cuts across it (リーディングプロジェクト, 重点事項) and may
 * refer to its nodes, never copy them; `area` is by place (区).
 */
export type Tree = {
  readonly id: string
  readonly kind: 'main' | 'initiative' | 'area'
  readonly name: string
  readonly levels: readonly Level[]
  readonly nodes: readonly PlanNode[]
}

/** A goal, program, measure, effort, initiative … . Its id is unique in the plan and stays with it through editions. */
export type PlanNode = {
  readonly id: string
  readonly level: string
  /** As printed: 「基本目標1」「(1)」「①」「ア」. Absent where the plan does not number it. */
  readonly number?: string
  readonly name: string
  readonly names?: Translations
  /** 副題 or 特性, as a short phrase. */
  readonly subtitle?: string
  /** 基本的方向・めざす姿, as a short phrase of ours. */
  readonly direction?: string
  readonly tags?: readonly string[]
  /** 関連: ids of nodes that the plan names as related. One-way as printed; reciprocity is computed. */
  readonly related?: readonly string[]
  /** Nodes of the main tree that a node of another tree refers to. */
  readonly refersTo?: readonly string[]
  /** 等: its list ends open. */
  readonly openList?: boolean
  readonly department?: string
  readonly source?: Source
  readonly children?: readonly PlanNode[]
}
