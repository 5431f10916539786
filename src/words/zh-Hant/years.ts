import type * as ja from '../ja/years.ts'
import { bundleActions } from './bundle.ts'
import { cycleActions, cycleSubject } from './cycle.ts'
import { roomActions } from './room.ts'
import { bothYears, year } from './time.ts'

export const home: typeof ja.home = {
  title: (of) => `${bothYears(of)}的進度管理`,
  lead: ({ commitments, graded, onTrack: { count, of } }) =>
    commitments === 0
      ? '尚無需要判定的指標。'
      : graded === 0
        ? `目前尚無可判定的指標（共${commitments}項）。`
        : `判定對象${of}項指標中，順利以上者有${count}項。`,
  noneCovers: (of) => `沒有計畫期間包含${year(of)}且設有指標的計畫。`,
  noPlan: '尚無計畫',
  noPlanNext: '匯入計畫檔後，目標、指標與事業會列於此處。',
  status: 'KPI 狀況',
  toYear: '年度頁面',
  oneCell: '指標（每格為1項）',
  ungraded: '尚無法判定',
  total: (count) => `合計 ${count}項指標`,
  onTrack: (expression) => `順利以上 ${expression}`,
  relisted: (count) => `重複刊載的${count}項，只在原指標計1次。`,
  judgedBy: (scheme) => `判定依「${scheme}」。不取平均。`,
  targets: '數值目標',
  waiting: '尚無法判定的項目',
  nothingWaiting: '所有指標均已判定。',
  count: (count) => `${count}項`,
  budget: '預算',
  toProjects: '事業一覽',
  budgetCounts: (projects) => `主要措施 ${projects}項的刊載金額（每項只計1次）`,
  budgetByGoal: '各目標的刊載金額',
  printedNote: '此為計畫所印金額（刊載金額）的合計。各年度的編列金額見事業一覽。',
}

export const planYear: typeof ja.planYear = {
  frozen: '截止時的判定',
  title: (of) => `${bothYears(of)}的判定與公布`,
  toPublic: '查看公布頁面',
  judged: '判定',
  counted: ({ commitments, relisted, graded, onTrack }) =>
    `共${commitments}項指標（重複刊載${relisted}項只計1次）。${graded > 0 ? `順利以上為 ${onTrack.expression}。` : ''}`,
  history: '此年度的動態',
  noMoves: '尚無動態。',
  next: '接下來的步驟',
  moves: { close: '截止', reopen: '重新開放', publish: '公布' },
  buttons: { close: '將此年度截止', reopen: '附理由重新開放', publish: '公布' },
  explain: (how, ungradedCount) =>
    ({
      close: `截止後，此年度的數值即無法更正，判定連同計算一併固定。${ungradedCount > 0 ? `尚有${ungradedCount}項指標無法判定（將連同理由一併公布）。` : ''}`,
      reopen: '重新開放後即可更正數值。已公布的內容維持公布時的原樣。',
      publish: '公布後，目前的內容會留存副本，任何人都能閱讀。副本日後不會改變。',
    })[how],
  openReports: (count) => `有 ${count} 件已填寫但尚未核准的實績。若現在截止，將以未提出公布。`,
  publication: (number) => (number === 1 ? '首次公布' : `第${number}次公布（更正）`),
  done: (how, number) =>
    ({
      close: '年度已截止。',
      reopen: '年度已重新開放。',
      publish: `已公布（第${number ?? 1}次）。`,
    })[how],
}

export const publications: typeof ja.publications = {
  none: '尚未公布任何內容。將年度截止後即可公布。',
  lead: (count) => `已公布${count}項。已公布的內容維持公布時的原樣。`,
  page: '公布頁面',
  at: '公布時間',
  number: '次',
}

/** Kinds of records. */
const KINDS: Readonly<Record<string, string>> = {
  initial: '原始預算',
  supplementary: '追加預算',
  'carried-over': '結轉',
  outturn: '決算',
  missing: '沒有數值',
  withdrawn: '已撤回',
}

const NAMES: Readonly<Record<string, string>> = {
  value: '數值',
  edition: '版本',
  added: '新增',
  changed: '變更',
  removed: '刪除',
  redefined: '定義變更',
  bundle: '資料包',
  from: '來自',
  name: '名稱',
  fingerprint: '指紋',
  what: '項目',
  of: '對象',
  left: '未完成',
}

export const history: typeof ja.history = {
  lead: '誰在何時、為何變更了什麼。由新到舊排列。',
  at: '時間',
  who: '人員',
  what: '動作',
  subject: '對象',
  life: '地方政府的沿革',
  lifeWhat: {
    founded: '新設',
    renamed: '更名',
    'merged-into': '合併',
    'split-into': '分割',
    abolished: '廢止',
  },
  earlier: '更早的紀錄',
  about: (subject) =>
    cycleSubject(subject) ??
    { departments: '組織', settings: '設定', bundles: '資料包' }[subject] ??
    (subject.startsWith('event:') ? `事件 ${subject.slice(6)}` : subject),
  detail: (detail) =>
    Object.entries(detail)
      .map(([key, value]) => {
        if (key === 'year') return year(Number(value))
        if (key === 'kind') return KINDS[String(value)] ?? String(value)
        if (key === 'yen') return `${Number(value).toLocaleString('zh-TW')}日圓`
        return `${NAMES[key] ?? key} ${value}`
      })
      .join(' · '),
  byApproval: '依核准的報告',
  action: (action) =>
    ({
      'audit:retention': '設定稽核保存期限',
      'audit:erase': '刪除超過保存期限的部分',
      'follow-up:propose': '提出方針方案',
      'follow-up:decide': '決定了方針',
      'follow-up:approval': '填寫核定文號',
      'follow-up:budget': '連結預算要求',
      'follow-up:plan-change': '連結計畫修訂',
      'follow-up:progress': '填寫方針進度',
      'follow-up:choices': '設定方針類別',
      'comment:open': '開始徵求意見',
      'comment:extend': '延長徵求意見',
      'comment:withdraw': '取消徵求意見',
      'comment:publish': '公布徵求意見的結果',
      'comment:erase': '刪除意見的姓名與聯絡方式',
      ...cycleActions,
      ...bundleActions,
      'government:register': '登錄了地方政府',
      'document:receive': '受理了文件',
      'edition:adopt': '採用了版本',
      'edition:discard': '捨棄了草案',
      'scenario:save': '保存了假設',
      'scenario:remove': '刪除了假設',
      'vision:adopt': '採用了人口願景',
      'vision:undo': '取消採用人口願景',
      'judgement:first': '填寫初判',
      'judgement:second': '填寫複判',
      'judgement:committee': '填寫委員會判定',
      'member:invite': '邀請人員',
      'member:change': '變更所屬',
      'member:end': '結束所屬',
      'member:link': '產生設定密碼的連結',
      'department:register': '登錄單位',
      'department:rename': '單位更名',
      'department:end': '裁撤單位',
      'department:hand-over': '移交單位項目',
      'token:issue': '核發權杖',
      'token:revoke': '撤銷權杖',
      'member:hand-over': '移交人員所屬',
      'round:open': '開始了收集',
      'round:change': '變更了收集日程',
      'report:submit': '提交了報告',
      'report:take-back': '收回了報告',
      'report:return': '退回了報告',
      'report:approve': '核准了報告',
      'plan:import': '匯入了計畫',
      'structure:save': '保存了組織或設定',
      'appropriation:record': '記錄了預算、決算',
      'opinion:record': '記錄了意見',
      ...roomActions,
      'opinion:answer': '記錄了回應方針',
      'actual:record': '記錄了實績',
      'actual:correct': '更正了實績',
      'indicator:settle': '設定了未載明的項目',
      'year:close': '將年度截止',
      'year:reopen': '重新開放了年度',
      'year:publish': '公布了年度',
    })[action] ?? action,
}
