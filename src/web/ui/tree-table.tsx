import { Link } from 'react-router'
import type { CommitmentYear } from '#domain/cycle/plan-year.ts'
import { finalTarget } from '#domain/indicator/target-kind.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { LevelRole, PlanNode, Tree } from '#domain/plan/tree.ts'
import { placedNodes } from '#domain/plan/walk.ts'
import { writeMoney } from '#domain/shared/money.ts'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'
import { JudgementBadge } from './judgement.tsx'
import { Name } from './name.tsx'
import { FromSource } from './origin.tsx'
import { Picture } from './picture.tsx'
import { Scroll } from './scroll.tsx'
import { ActualFigure, BaselineFigure, PromiseCells, PromiseHeads, TargetFigure } from './value.tsx'

export type TreeTableProps = {
  readonly plan: Plan
  readonly tree: Tree
  readonly rows: readonly CommitmentYear[]
  /** Deepest role that is shown open. */
  readonly depth: string
  readonly overlay: PlanNode | undefined
  readonly sparks: Readonly<Record<string, string>>
}

const DEPTH: readonly LevelRole[] = ['goal', 'initiative', 'area', 'group', 'program', 'measure', 'effort']

/** 計画の体系: goals, programs and below, each followed by its indicators and projects. A re-listed row is a reference and counts nothing. */
export function TreeTable({ plan, tree, rows, depth, overlay, sparks }: TreeTableProps) {
  const w = useWords()
  const withIndicators = tree.kind === 'main' && rows.length > 0
  const roles = new Map(tree.levels.map(({ id, role }) => [id, role]))
  const show = (role: LevelRole) =>
    DEPTH.indexOf(role) <= DEPTH.indexOf(depth as LevelRole) || tree.kind !== 'main'
  const lit = new Set(overlay ? refersTo(overlay) : [])
  const columns = withIndicators ? 6 : 1

  const lines = (node: PlanNode, level: number): React.ReactNode[] => {
    const role = roles.get(node.level) ?? 'group'
    if (!show(role)) return []
    return [
      <NodeRow
        key={node.id}
        node={node}
        role={role}
        level={level}
        columns={columns}
        lit={lit.has(node.id)}
        plan={plan}
      />,
      ...rows
        .filter((row) => row.on.id === node.id)
        .map((row) => (
          <IndicatorRow
            key={row.commitment.id}
            row={row}
            documents={plan.documents}
            level={level + 1}
            spark={sparks[row.indicator.id]}
            goal={role === 'goal'}
          />
        )),
      ...rows
        .filter((row) => row.relistedOn.includes(node.id))
        .map((row) => (
          <RelistedRow
            key={`again-${row.commitment.id}-${node.id}`}
            row={row}
            level={level + 1}
            columns={columns}
          />
        )),
      ...plan.listings
        .filter(({ on }) => on === node.id)
        .map((listing) => (
          <ProjectRow
            key={`${listing.project}@${node.id}`}
            plan={plan}
            listing={listing}
            level={level + 1}
            columns={columns}
          />
        )),
      ...(node.children ?? []).flatMap((child) => lines(child, level + 1)),
      ...(node.openList
        ? [
            <tr key={`${node.id}-open`}>
              <td className={`indent-${Math.min(level + 1, 4)} faint`} colSpan={columns}>
                {w.plans.openList}
              </td>
            </tr>,
          ]
        : []),
    ]
  }
  return (
    <Scroll label={tree.name}>
      <table className="sheet tree stack">
        <thead>
          <tr>
            <th scope="col">{tree.levels.map(({ name }) => name).join('・')}</th>
            {withIndicators && (
              <>
                <PromiseHeads />
                <th scope="col">{w.indicator.trend}</th>
                <th scope="col">{w.indicator.judgement}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>{tree.nodes.flatMap((node) => lines(node, 0))}</tbody>
      </table>
    </Scroll>
  )
}

const refersTo = (node: PlanNode): readonly string[] => [
  ...(node.refersTo ?? []),
  ...(node.children ?? []).flatMap(refersTo),
]

function NodeRow({
  plan,
  node,
  role,
  level,
  columns,
  lit,
}: {
  readonly plan: Plan
  readonly node: PlanNode
  readonly role: LevelRole
  readonly level: number
  readonly columns: number
  readonly lit: boolean
}) {
  const _w = useWords()
  const tags = plan.tags.filter(({ id }) => node.tags?.includes(id))
  return (
    <tr className={`role-${role === 'initiative' || role === 'area' ? 'goal' : role}`} id={node.id}>
      <th scope="row" colSpan={columns} className={`indent-${Math.min(level, 4)}`}>
        {lit && <span className="tag overlay mr-2">◆</span>}
        {node.number && <span className="mr-2">{node.number}</span>}
        <Name of={node} />
        {node.subtitle && <span className="faint small ml-2">{node.subtitle}</span>}
        {node.direction && role === 'goal' && (
          <span className="block small mute font-normal">{node.direction}</span>
        )}
        {(tags.length > 0 || node.related) && (
          <span className="flex flex-wrap gap-2 mt-1 small font-normal">
            {tags.map(({ id, name }) => (
              <span className="tag" key={id}>
                {name}
              </span>
            ))}
            {node.related?.map((id) => (
              <Related key={id} plan={plan} from={node.id} to={id} />
            ))}
          </span>
        )}
      </th>
    </tr>
  )
}

/** 関連: as the plan prints it; ⇄ where the other side names this one too. */
function Related({ plan, from, to }: { readonly plan: Plan; readonly from: string; readonly to: string }) {
  const w = useWords()
  const other = [...placedNodes(plan)].find(({ node }) => node.id === to)?.node
  const mutual = other?.related?.includes(from) ?? false
  return (
    <a href={`#${to}`}>
      {mutual ? w.plans.relatedBoth : w.plans.related} {other?.number ?? ''} {other?.name}
    </a>
  )
}

function IndicatorRow({
  row: { commitment, indicator, latest, judgement },
  documents,
  level,
  spark,
  goal,
}: {
  readonly row: CommitmentYear
  readonly documents: Plan['documents']
  readonly level: number
  readonly spark: string | undefined
  readonly goal: boolean
}) {
  const w = useWords()
  const { of } = useHere()
  return (
    <tr>
      <th scope="row" className={`indent-${Math.min(level, 4)}`}>
        <span className="tag mr-2">{goal ? w.indicator.goalTarget : 'KPI'}</span>
        <Link to={of(`/indicators/${indicator.id}`)}>
          <Name of={{ name: commitment.printedName ?? indicator.name, names: indicator.names }} />
        </Link>
        {indicator.unit !== 'not-stated' && <span className="unit">{indicator.unit}</span>}
      </th>
      <PromiseCells commitment={commitment} latest={latest} documents={documents} />
      <td>
        <Picture svg={spark ?? ''} />
      </td>
      <td>
        <JudgementBadge judgement={judgement} />
      </td>
    </tr>
  )
}

function RelistedRow({
  row,
  level,
  columns,
}: {
  readonly row: CommitmentYear
  readonly level: number
  readonly columns: number
}) {
  const w = useWords()
  return (
    <tr className="again">
      <th scope="row" className={`indent-${Math.min(level, 4)}`}>
        <span className="tag mr-2">{w.indicator.relisted}</span>
        {row.indicator.name} <a href={`#${row.on.id}`}>{w.indicator.toOriginal}</a>
      </th>
      {columns > 1 && (
        <>
          <td className="num">
            <BaselineFigure baseline={row.commitment.baseline} />
          </td>
          <td className="num">
            <TargetFigure target={finalTarget(row.commitment)} />
          </td>
          <td className="num">
            <ActualFigure actual={row.latest} />
          </td>
          <td />
          <td />
        </>
      )}
    </tr>
  )
}

function ProjectRow({
  plan,
  listing: { project, printedName, amount, previous, booking, source },
  level,
  columns,
}: {
  readonly plan: Plan
  readonly listing: Plan['listings'][number]
  readonly level: number
  readonly columns: number
}) {
  const w = useWords()
  const { of } = useHere()
  return (
    <tr>
      <th scope="row" colSpan={columns} className={`indent-${Math.min(level, 4)}`}>
        <span className="tag mr-2">{w.projects.project}</span>
        <Link to={of(`/projects/${project}`)}>
          {printedName ?? plan.projects.find(({ id }) => id === project)?.name}
        </Link>
        {amount && (
          <FromSource source={source} documents={plan.documents}>
            <span className="slot">{writeMoney(amount)}</span>
          </FromSource>
        )}
        {previous && (
          <span className="slot">
            {w.project.previous(previous === 'none' ? w.project.none : writeMoney(previous))}
          </span>
        )}
        {booking && <span className="slot">（{booking.printed}）</span>}
      </th>
    </tr>
  )
}
