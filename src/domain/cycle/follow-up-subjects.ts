import type { Plan } from '../plan/plan.ts'
import { placedNodes } from '../plan/walk.ts'
import type { Translations } from '../shared/lang.ts'

/** What a decision is about: a program of the plan, or a project that it lists. */
export type Subject = {
  readonly id: string
  readonly kind: 'program' | 'project'
  readonly name: string
  readonly names?: Translations
  /** Id of the department that owns it. */
  readonly owner?: string
}

/** 決める対象: every program of the main tree, and every project that the plan lists, in reading order. */
export function subjectsOf(plan: Plan): readonly (Subject & { readonly on: string })[] {
  const projects = new Map(plan.projects.map((project) => [project.id, project]))
  const seen = new Set<string>()
  return [...placedNodes(plan)].flatMap(({ node, level, tree, above }) => {
    const owned = (department: string | undefined) => (department ? { owner: department } : {})
    const programs =
      tree.kind === 'main' && level.role === 'program'
        ? [{ id: node.id, kind: 'program' as const, ...named(node), on: node.id, ...owned(node.department) }]
        : []
    const program = [...above, node].find((each) =>
      tree.levels.some(({ id, role }) => id === each.level && role === 'program'),
    )
    const listed = plan.listings.flatMap(({ project: id, on }) => {
      const project = projects.get(id)
      if (on !== node.id || !project || seen.has(id)) return []
      seen.add(id)
      return [
        {
          id,
          kind: 'project' as const,
          ...named(project),
          on: (program ?? node).id,
          ...owned(project.department),
        },
      ]
    })
    return [...programs, ...listed]
  })
}

const named = ({ name, names }: { readonly name: string; readonly names?: Translations }) => ({
  name,
  ...(names ? { names } : {}),
})
