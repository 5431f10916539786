import type { YearMove } from '#domain/cycle/year-state.ts'
import type { RollUp } from '#domain/indicator/roll-up.ts'
import { bundleActions } from './bundle.ts'
import { cycleActions, cycleSubject } from './cycle.ts'
import { roomActions } from './room.ts'
import { year } from './time.ts'

export const home = {
  title: (of: number) => `${year(of)}の進行管理`,
  lead: ({ commitments, graded, onTrack: { count, of } }: RollUp) =>
    commitments === 0
      ? '判定する指標がまだありません。'
      : graded === 0
        ? `まだ判定できる指標がありません（${commitments}件）。`
        : `判定の対象${of}指標のうち、順調以上は${count}です。`,
  noneCovers: (of: number) => `${year(of)}を計画期間に含み、指標を持つ計画はありません。`,
  noPlan: 'まだ計画がありません',
  noPlanNext: '計画ファイルを取り込むと、目標・指標・事業がここに並びます。',
  status: 'KPIの状況',
  toYear: '年度のページ',
  oneCell: '指標（1ますが1つ）',
  ungraded: 'まだ判定できない',
  total: (count: number) => `合計 ${count}指標`,
  onTrack: (expression: string) => `順調以上 ${expression}`,
  relisted: (count: number) => `再掲の${count}件は、もとの指標で1回だけ数えます。`,
  judgedBy: (scheme: string) => `判定は「${scheme}」によります。平均はとりません。`,
  targets: '数値目標',
  waiting: 'まだ判定できないもの',
  nothingWaiting: 'すべての指標を判定できています。',
  count: (count: number) => `${count}件`,
  budget: '予算',
  toProjects: '事業の一覧',
  budgetCounts: (projects: number) => `主な取組 ${projects}件の掲載額（1件は1回だけ数えます）`,
  budgetByGoal: '目標別の掲載額',
  printedNote: '計画に印刷された金額（掲載額）の合計です。年度別の計上額は事業の一覧にあります。',
}

export const planYear = {
  frozen: '締めたときの判定',
  title: (of: number) => `${year(of)}の判定と公表`,
  toPublic: '公表ページを見る',
  judged: '判定',
  counted: ({ commitments, relisted, graded, onTrack }: RollUp) =>
    `合計${commitments}指標（再掲${relisted}件は1回だけ）。${graded > 0 ? `順調以上は ${onTrack.expression}。` : ''}`,
  history: 'この年度の動き',
  noMoves: 'まだ動きがありません。',
  next: '次にすること',
  moves: { close: '締めた', reopen: '開け直した', publish: '公表した' },
  buttons: { close: 'この年度を締める', reopen: '理由を添えて開け直す', publish: '公表する' },
  explain: (how: YearMove, ungradedCount: number) =>
    ({
      close: `締めると、この年度の値は直せなくなり、判定が計算とともに固定されます。${ungradedCount > 0 ? `まだ判定できない指標が${ungradedCount}件あります（理由とともに公表されます）。` : ''}`,
      reopen: '開け直すと値を直せます。公表したものは、公表したときのまま残ります。',
      publish:
        '公表すると、いまの内容が写し取られ、だれでも読めるようになります。写しはあとから変わりません。',
    })[how],
  openReports: (count: number) =>
    `入力されたのに承認されていない実績が${count}件あります。このまま締めると、未提出として公表されます。`,
  publication: (number: number) => (number === 1 ? '初回の公表' : `${number}回目の公表（訂正）`),
  done: (how: YearMove, number: number | undefined) =>
    ({
      close: '年度を締めました。',
      reopen: '年度を開け直しました。',
      publish: `公表しました（${number ?? 1}回目）。`,
    })[how],
}

export const publications = {
  none: 'まだ公表したものがありません。年度を締めると公表できます。',
  lead: (count: number) => `${count}件を公表しています。公表したものは、公表したときのまま残ります。`,
  page: '公表ページ',
  at: '公表した日時',
  number: '回',
}

/** 記録の種別。 */
const KINDS: Readonly<Record<string, string>> = {
  initial: '当初',
  supplementary: '補正',
  'carried-over': '繰越',
  outturn: '決算',
  missing: '値なし',
  withdrawn: '取り下げ',
}

export const history = {
  lead: 'だれが、いつ、何を、なぜ変えたか。新しい順です。',
  at: '日時',
  who: '人',
  what: 'したこと',
  subject: '対象',
  life: '団体の変遷',
  lifeWhat: {
    founded: '新設',
    renamed: '名称変更',
    'merged-into': '合併',
    'split-into': '分割',
    abolished: '廃止',
  },
  earlier: 'さらに前の記録',
  about: (subject: string): string =>
    cycleSubject(subject) ??
    { departments: '組織', settings: '設定', bundles: '束' }[subject] ??
    (subject.startsWith('event:') ? `出来事 ${subject.slice(6)}` : subject),
  detail: (detail: Readonly<Record<string, unknown>>): string =>
    Object.entries(detail)
      .map(([key, value]) => {
        const names: Readonly<Record<string, string>> = {
          value: '値',
          edition: '版',
          added: '追加',
          changed: '変更',
          removed: '削除',
          redefined: '定義の変更',
          bundle: '束',
          from: 'どこから',
          name: '名前',
          fingerprint: '指紋',
          yen: '円',
          what: '項目',
          of: '対象',
          left: '残り',
        }
        if (key === 'year') return year(Number(value))
        if (key === 'kind') return KINDS[String(value)] ?? String(value)
        if (key === 'yen') return `${Number(value).toLocaleString('ja-JP')}円`
        return `${names[key] ?? key} ${value}`
      })
      .join(' · '),
  byApproval: '承認された報告による',
  action: (action: string): string =>
    ({
      'audit:retention': '監査の保存年限を決めた',
      'audit:erase': '保存年限を過ぎた分を消した',
      'follow-up:propose': '方針の案を出した',
      'follow-up:decide': '方針を決めた',
      'follow-up:approval': '決裁番号を書いた',
      'follow-up:budget': '予算要求につないだ',
      'follow-up:plan-change': '計画の改定につないだ',
      'follow-up:progress': '方針の進みを書いた',
      'follow-up:choices': '方針の区分を決めた',
      'comment:open': '意見募集を始めた',
      'comment:extend': '意見募集を延ばした',
      'comment:withdraw': '意見募集を取りやめた',
      'comment:publish': '意見募集の結果を公表した',
      'comment:erase': '意見の氏名と連絡先を消した',
      ...cycleActions,
      ...bundleActions,
      'government:register': '団体を登録した',
      'document:receive': '文書を受け付けた',
      'edition:adopt': '版を採用した',
      'edition:discard': '下書きを捨てた',
      'scenario:save': '想定を残した',
      'scenario:remove': '想定を消した',
      'vision:adopt': '人口ビジョンを採用した',
      'vision:undo': '人口ビジョンの採用を元に戻した',
      'judgement:first': '一次判定を書いた',
      'judgement:second': '二次判定を書いた',
      'judgement:committee': '委員会の判定を書いた',
      'round:open': '収集を始めた',
      'round:change': '収集の日程を変えた',
      'report:submit': '報告を出した',
      'report:take-back': '報告を取り戻した',
      'report:return': '報告を差し戻した',
      'report:approve': '報告を承認した',
      'member:invite': '人を招待した',
      'member:change': '所属を変えた',
      'member:end': '所属を終えた',
      'member:link': 'パスワードのリンクを出した',
      'department:register': '課を登録した',
      'department:rename': '課の名前を変えた',
      'department:end': '課を終えた',
      'department:hand-over': '課の持ち物を引き継いだ',
      'token:issue': 'トークンを発行した',
      'token:revoke': 'トークンを取り消した',
      'member:hand-over': '人の所属を引き継いだ',
      'plan:import': '計画を取り込んだ',
      'structure:save': '組織や設定を保存した',
      'appropriation:record': '予算・決算を記録した',
      'opinion:record': '意見を記録した',
      ...roomActions,
      'opinion:answer': '対応方針を記録した',
      'actual:record': '実績を記録した',
      'actual:correct': '実績を直した',
      'indicator:settle': '記載なしを設定した',
      'year:close': '年度を締めた',
      'year:reopen': '年度を開け直した',
      'year:publish': '公表した',
    })[action] ?? action,
}
