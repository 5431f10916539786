import type { Scheme } from '../scheme.ts'
import { above, EVERY_KIND, inputAtLeast, say, step, USUAL } from './terms.ts'

/** 地方創生交付金: four grades of effect for a project. A body chooses the numeric gloss; the share of its KPIs reached is an input. */
export const GRANT: Scheme = {
  ...USUAL,
  id: 'regional-grant',
  title: say('地方創生交付金型（境界は仮定）', 'Regional revitalisation grant (bounds assumed)'),
  body: '内閣府',
  source: { citation: '地方創生関係交付金 事業実施報告 事業の効果の区分', date: 'not-stated' },
  measure: 'change',
  tables: [
    {
      kinds: EVERY_KIND,
      steps: [
        step(
          '非常に効果的',
          say('非常に効果的であった', 'Very effective'),
          'reach',
          inputAtLeast('share-reached', '1'),
        ),
        step(
          '相当程度効果',
          say('相当程度効果があった', 'Considerably effective'),
          'good',
          inputAtLeast('share-reached', '0.7'),
        ),
        step('効果があった', say('効果があった', 'Effective'), 'fair', above('change', '0')),
        step('効果がなかった', say('効果がなかった', 'Not effective'), 'bad'),
      ],
    },
  ],
  inputs: [
    {
      id: 'share-reached',
      label: say('目標値に達したKPIの割合（0〜1）', 'Share of KPIs reached (0–1)'),
      values: 'number',
    },
  ],
  onTrack: ['非常に効果的', '相当程度効果', '効果があった'],
  assumed: [
    say(
      '非常に効果的＝KPIのすべて、相当程度＝7割以上',
      'Very effective = all KPIs; considerably = 70% or more',
    ),
    say(
      '効果があった＝開始前より改善、なかった＝改善なし',
      'Effective = better than before; not = no better',
    ),
  ],
}
