/** 40の課と、それぞれの指標: a plan of しるべ市 in which every department has one indicator of its own. Invented, as the city is. */
export const DEPARTMENTS = Array.from({ length: 40 }, (_, at) => ({
  id: `office-${at + 1}`,
  name: `第${at + 1}課`,
}))

export const FORTY_PLAN = 'forty-offices'

export const indicatorOf = (at: number): string => `forty-${at + 1}`
/** 実績: what each department answers for the year. */
export const answerOf = (at: number): number => 100 + at * 3

/** The plan file: four goals, ten programs, one indicator a department. */
export function fortyPlan(): string {
  const goals = [0, 1, 2, 3].map(
    (goal) => `      - id: goal-${goal}
        number: 基本目標${goal + 1}
        level: goal
        name: 柱${goal + 1}をたてる
        children:
${[0, 1]
  .map(
    (program) =>
      `          - {id: program-${goal}-${program}, number: (${program + 1}), level: program, name: 柱${goal + 1}の施策${program + 1}, department: ${DEPARTMENTS[goal * 10 + program * 5]?.id}}`,
  )
  .join('\n')}`,
  )
  const indicators = DEPARTMENTS.map(
    ({ id, name }, at) =>
      `  - {id: ${indicatorOf(at)}, name: ${name}の件数, unit: 件, better: higher, accumulation: annual, department: ${id}}`,
  )
  const commitments = DEPARTMENTS.map(
    (_, at) =>
      `  - {id: c-${indicatorOf(at)}, indicator: ${indicatorOf(at)}, on: program-${Math.floor(at / 10)}-${Math.floor(at / 5) % 2}, baseline: {year: 2024, value: ${answerOf(at) - 5}}, targets: [{year: 2029, value: ${answerOf(at) + 10}}]}`,
  )
  return `id: ${FORTY_PLAN}
government: "992011"
kind: comprehensive-strategy
title: 40課の計画
edition: {id: first, label: 初版, stage: adopted, date: 2025-03}
period: {from: 2025, to: 2029}
trees:
  - id: main
    kind: main
    name: 体系
    levels:
      - {id: goal, name: 基本目標, role: goal}
      - {id: program, name: 施策, role: program}
    nodes:
${goals.join('\n')}
indicators:
${indicators.join('\n')}
commitments:
${commitments.join('\n')}
`
}
