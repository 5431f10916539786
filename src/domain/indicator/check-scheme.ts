import type { Finding } from '../shared/finding.ts'
import type { Condition, Scheme, Step } from './scheme.ts'

type Report = (code: string, path: Finding['path'], detail?: Finding['detail']) => void

/**
 * 型の点検: what must hold in a scheme that a body has edited, beyond the shape of its parts. A scheme that passes
 * never leaves a value between two steps or asks for an input it does not declare.
 */
export function checkScheme(scheme: Scheme): readonly Finding[] {
  const findings: Finding[] = []
  const report: Report = (code, path = [], detail) =>
    findings.push({ code, severity: 'error', path, ...(detail ? { detail } : {}) })
  const inputs = new Set(scheme.inputs.map(({ id }) => id))
  const scales = new Map(scheme.scales?.map(({ id, tables }) => [id, tables.flatMap(({ steps }) => steps)]))
  const grades = new Set(scheme.tables.flatMap(({ steps }) => steps.map(({ grade }) => grade)))

  const checkCondition = (condition: Condition, path: readonly (string | number)[]) => {
    if ('input' in condition) {
      if (!inputs.has(condition.input)) report('undeclared-input', path, { input: condition.input })
    } else if ('scale' in condition) {
      const letters = scales.get(condition.scale)?.map(({ grade }) => grade)
      if (!letters) report('unknown-scale', path, { scale: condition.scale })
      else
        for (const letter of condition.is)
          if (!letters.includes(letter)) report('unknown-letter', path, { letter, scale: condition.scale })
    } else if (condition.measure === 'points' && !scheme.points) report('points-without-table', path)
    else if (!condition.from && !condition.to) report('condition-without-bound', path)
  }
  const checkSteps = (steps: readonly Step[], path: readonly (string | number)[]) => {
    if (steps.length === 0) report('empty-table', path)
    steps.forEach((step, at) => {
      step.when.forEach((condition, which) => {
        checkCondition(condition, [...path, 'steps', at, 'when', which])
      })
      if (step.when.length === 0 && at < steps.length - 1)
        report('unreachable-step', [...path, 'steps', at + 1], { grade: steps[at + 1]?.grade ?? '' })
    })
  }
  scheme.tables.forEach(({ steps }, at) => {
    checkSteps(steps, ['tables', at])
  })
  scheme.scales?.forEach(({ tables }, at) => {
    tables.forEach(({ steps }, which) => {
      checkSteps(steps, ['scales', at, 'tables', which])
    })
  })
  if (scheme.points) {
    if (scheme.points.measure === 'points') report('points-of-points', ['points', 'measure'])
    scheme.points.plus.forEach((id, at) => {
      if (!inputs.has(id)) report('undeclared-input', ['points', 'plus', at], { input: id })
    })
  }
  scheme.onTrack.forEach((grade, at) => {
    if (!grades.has(grade)) report('unknown-grade', ['onTrack', at], { grade })
  })
  return findings
}
