import type { StageMoveKind, StageStanding } from '#domain/cycle/stages.ts'
import type { TaskKind } from '#domain/cycle/task.ts'
import { year } from './time.ts'

const day = (iso: string): string => `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`

/** 進行管理: 段階、しごと、代理、担当者、質問、根拠資料. */
export const cycle = {
  title: (of: number) => `${year(of)}の進行`,
  lead: (stage: string | undefined, until: string | undefined, left: number | undefined) =>
    stage === undefined
      ? 'すべての段階が終わりました。'
      : `いまは${stage}です${until ? `（${day(until)}まで${left === undefined ? '' : left >= 0 ? `、あと${left}日` : `、${-left}日過ぎています`}）` : ''}。`,
  next: (stage: string, from: string | undefined) =>
    `次は${stage}です${from ? `（${day(from)}から）` : ''}。`,
  openTasks: (open: number, overdue: number) =>
    open === 0
      ? '残っているしごとはありません。'
      : `残っているしごとは${open}件${overdue > 0 ? `、うち遅れが${overdue}件` : ''}です。`,
  stages: '段階',
  strip: '段階と日程',
  stage: '段階',
  dates: '日程',
  standing: '状態',
  moved: '動き',
  span: (from: string, to: string) => (from === to ? day(from) : `${day(from)}〜${day(to)}`),
  noDates: '日程未定',
  states: { waiting: '予定', running: 'いま', finished: '終わり' } satisfies Record<
    StageStanding['state'],
    string
  >,
  daysLeft: (left: number) => (left >= 0 ? `あと${left}日` : `${-left}日過ぎ`),
  openFor: (names: string) => `${names}だけ開いています`,
  approved: (count: number, of: number) => `${of}件中 ${count}件 承認ずみ`,
  move: { begin: '始める', finish: '終える', reopen: '開け直す' } satisfies Record<StageMoveKind, string>,
  moveStage: (stage: string, move: StageMoveKind) =>
    ({ begin: `${stage}を始める`, finish: `${stage}を終える`, reopen: `${stage}を開け直す` })[move],
  didMove: (stage: string, move: StageMoveKind) =>
    ({
      begin: `${stage}を始めました。`,
      finish: `${stage}を終えました。`,
      reopen: `${stage}を開け直しました。`,
    })[move],
  madeMove: { begin: '始めた', finish: '終えた', reopen: '開け直した' } satisfies Record<
    StageMoveKind,
    string
  >,
  moveReason: '理由',
  moveReasonHelp: {
    begin: '前の段階が終わらないうちに始めるときに書きます。',
    finish: '残りがあるまま終えるときに書きます。',
    reopen: '必ず書きます。記録に残ります。',
  } satisfies Record<StageMoveKind, string>,
  finishLocks: '実績入力を終えると、どの課も入力・提出・承認ができなくなります。',
  reopenFor: '開け直す課',
  everyDepartment: 'すべての課',
  notOpened: (of: number) => `${year(of)}の収集は、まだ始まっていません。`,
  toReports: '収集を始める',
  locked: (by: string, at: string) =>
    `実績入力の段階は、${at}に${by}が終えました。入力・提出・承認はできません。`,
  lockedNext: '直すことがあれば、企画課に理由を伝えて、開け直してもらってください。',
  yourTurn: 'あなたの番です',
  nothingYours: 'いま、あなたを待っているしごとはありません。',
  tasks: 'しごと',
  byDepartment: '課ごとの状況',
  task: 'しごと',
  subject: '対象',
  holder: '持っている人',
  due: '期日',
  late: '遅れ',
  lateDays: (days: number) => `${days}日遅れ`,
  dueOn: (on: string) => `${day(on)}まで`,
  noDue: '期日なし',
  left: (left: number) => (left === 0 ? '今日まで' : `あと${left}日`),
  nobody: '担当者がいません',
  planning: '企画課',
  deputyOf: (name: string) => `${name}の代理`,
  kinds: {
    'round-to-open': '収集を始める',
    'report-to-enter': '実績を入れる',
    'report-to-fix': '差し戻された実績を直す',
    'report-to-approve': '実績を承認する',
    'owner-to-name': '担当課を決める',
    'question-to-answer': '企画課の質問に答える',
    'planning-to-answer': '担当課の質問に答える',
    'judgement-first': '一次判定を書く',
    'judgement-second': '二次判定を書く',
    'opinion-to-charge': '意見に答える課を決める',
    'opinion-to-answer': '委員会の意見に答える',
    'follow-up-to-propose': '今後の方針の案を出す',
    'follow-up-to-decide': '今後の方針を決める',
    'follow-up-late': '決めた方針を進める',
    'year-to-publish': '年度を公表する',
    'stage-to-begin': '段階を始める',
    'stage-to-finish': '段階を終える',
  } satisfies Record<TaskKind, string>,
  filter: '絞り込み',
  kind: '種類',
  everyKind: 'すべての種類',
  onlyLate: '遅れているものだけ',
  apply: '絞り込む',
  clear: '条件をはずす',
  noneFound: 'この条件に当てはまるしごとはありません。',
  count: (count: number) => `${count}件`,
  toPeople: '担当者と代理',
  toSettings: '日程と知らせ',
  toCycle: '進行を見る',
  history: '段階の記録',
  digest: '週に一度のまとめをメールで受け取る',
  digestHelp: '企画課の人に、どの課に何が残っているかを週に一度知らせます。',
  keep: '保存する',
  kept: '保存しました。',
  people: {
    title: '担当者と代理',
    lead: '担当者は、その指標をだれが入れるかの目印です。代理は、決めた期間だけ、その人の役割でもしごとができます。',
    assignments: '担当者',
    indicator: '指標',
    person: '担当者',
    anybody: '課の報告者だれでも',
    saveAssignments: '担当者を決める',
    assigned: (count: number) => `${count}件の担当者を決めました。`,
    nothing: 'ここで決められる指標はありません。',
    notOpened: '収集が始まると、指標ごとの担当者を決められます。',
    deputies: '代理',
    giver: 'だれの役割を',
    deputy: '代わる人',
    from: 'はじめの日',
    to: 'おわりの日',
    reason: '理由',
    add: '代理を立てる',
    added: '代理を立てました。',
    end: '代理を終える',
    ended: '代理を終えました。',
    none: '代理はいません。',
    states: { coming: '予定', running: 'いま代理', over: '終わり' },
    onlyOwn: '自分の報告者・承認者の役割に代理を立てられます。ほかの人の代理は、企画課が立てます。',
  },
  settings: {
    title: '日程と知らせ',
    lead: '毎年の始まりに使う日程と、メールの知らせの決まりです。今年の日程は、実績入力の画面で変えます。',
    dates: 'いつもの日程',
    saveDates: '日程を決める',
    reminders: '知らせ',
    on: '期日、差し戻し、質問の知らせをメールで送る',
    before: '期日の何日前に知らせるか（「7, 1」のように）',
    after: '期日の何日後に知らせるか',
    every: 'そのあと何日ごとに知らせるか',
    digest: '企画課に、週に一度のまとめを送る',
    digestDay: 'まとめを送る曜日',
    weekdays: ['月曜日', '火曜日', '水曜日', '木曜日', '金曜日', '土曜日', '日曜日'],
    saveReminders: '知らせを決める',
    noMail: 'このしるべには、メールを送る設定がないので、知らせは送られません。',
    time: '知らせは、日本の時刻で8時30分をすぎてから送ります。',
  },
  questions: {
    title: '質問と答え',
    about: '課からの質問',
    ask: '企画課に質問する',
    askDepartment: '担当課に質問する',
    text: '質問',
    reply: '返事',
    send: '質問を送る',
    sendReply: '返事を送る',
    sent: '送りました。',
    none: '質問はありません。',
    waiting: { department: '担当課の返事を待っています', planning: '企画課の返事を待っています' },
    answered: '答えがあります',
    side: { department: '担当課', planning: '企画課' },
  },
  evidence: {
    title: '根拠資料',
    none: '根拠資料はありません。',
    file: 'ファイル（PDF、Excel、Word、CSV、画像、テキスト。20MBまで）',
    shows: '何がわかる資料か',
    add: '資料を添える',
    added: '資料を添えました。',
    remove: 'はずす',
    removeReason: 'はずす理由',
    removed: '資料をはずしました。',
    removedNote: (at: string, by: string, reason: string) => `${at}に${by}がはずしました: ${reason}`,
    keptNote: 'はずした資料は、ここからは開けなくなりますが、この年度の保存年限までは記録に残ります。',
    size: (bytes: number) =>
      bytes < 1_000_000
        ? `${Math.max(1, Math.round(bytes / 1000))}KB`
        : `${(bytes / 1_000_000).toFixed(1)}MB`,
    by: (at: string, by: string) => `${at} ${by}`,
    gone: 'この資料は、はずされています。',
  },
}

type Detail = Readonly<Record<string, string | number>>

const stageNames: Readonly<Record<string, string>> = {
  report: '実績入力',
  assess: '庁内評価',
  steering: '推進本部会議',
  review: '外部検証',
  decide: '方針決定',
  budget: '予算',
  publish: '公表',
}
const named = (stage: string | number | undefined): string => stageNames[String(stage)] ?? String(stage ?? '')

/** なぜできなかったか（進行管理）。 */
export const cycleRefusal = (d: Detail): Readonly<Record<string, string>> => ({
  'stage-runs-already': `${named(d.stage)}は、もう始まっています。`,
  'stage-not-begun': `${named(d.stage)}は、まだ始まっていません。`,
  'stage-is-finished': d.by
    ? `${named(d.stage)}の段階は終わっています。直すには、${d.by}さんに理由を伝えて、開け直してもらってください。`
    : `${named(d.stage)}の段階は終わっています。もう一度動かすには、理由を書いて開け直してください。`,
  'stage-not-finished': `${named(d.stage)}は終わっていないので、開け直す必要はありません。`,
  'earlier-stage-open': `${named(d.open)}がまだ終わっていません。先に始めるなら、理由を書いてください。`,
  'reports-left': `まだ承認されていない実績が${d.left ?? ''}件あります。このまま終えるなら、理由を書いてください。`,
  'deputy-not-staff': '代理になれるのは庁内の人だけです。外部の委員は代理になれません。',
  'deputy-is-giver': '自分の代理にはなれません。ほかの人を選んでください。',
  'period-not-understood':
    '期間として読めません。はじめとおわりの日を入れ、おわりをはじめより後にしてください。',
  'period-over': 'もう過ぎた期間です。おわりの日を今日からあとにしてください。',
  'period-too-long': '代理の期間は1年までです。長く代わるときは、所属を変えてください。',
  'delegated-already': '重なる期間に、もう同じ代理がいます。',
  'no-such-delegation': 'この代理は見つかりません。',
  'question-missing': '質問か返事を書いてください。',
  'no-such-question': 'この質問は見つかりません。',
  'evidence-too-large':
    'ファイルが大きすぎます（20MBまで）。必要なところだけにして、もう一度選んでください。',
  'evidence-too-many': `一つの指標に添えられるのは${d.most ?? ''}件までです。いらないものをはずしてください。`,
  'evidence-kind': `「${d.name ?? ''}」は添えられない種類です。PDF、Excel（.xlsx）、Word（.docx）、CSV、PNG、JPEG、テキストにしてください。`,
  'evidence-not-what-it-says': `「${d.name ?? ''}」の中身が、名前の拡張子と違います。正しい形で保存し直してください。`,
  'evidence-known': `同じ中身の資料「${d.name ?? ''}」が、もう添えられています。`,
  'shows-missing': '何がわかる資料かを書いてください。',
  'no-such-evidence': 'この資料は見つかりません。',
  'days-not-understood':
    '日数は1から60までの整数で書いてください。いくつかあるときは「7, 1」のように分けます。',
  'stage-ends-first': `${named(d.stage)}のおわりが、はじめより前です。`,
})

export const cycleActions: Readonly<Record<string, string>> = {
  'stage:begin': '段階を始めた',
  'stage:finish': '段階を終えた',
  'stage:reopen': '段階を開け直した',
  'delegation:begin': '代理を立てた',
  'delegation:end': '代理を終えた',
  'report:assign': '担当者を決めた',
  'question:ask': '質問した',
  'question:answer': '質問に答えた',
  'evidence:attach': '根拠資料を添えた',
  'evidence:remove': '根拠資料をはずした',
}

/** 変更の記録の「対象」. */
export const cycleSubject: (subject: string) => string | undefined = (subject) => {
  if (subject === 'round') return '実績の収集'
  if (subject.startsWith('setting:')) return '設定'
  return subject.startsWith('stage:') ? named(subject.slice('stage:'.length)) : undefined
}
