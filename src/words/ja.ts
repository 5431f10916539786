import type { YearMove } from '#domain/cycle/year-state.ts'
import type { KnownActual } from '#domain/indicator/actual.ts'
import type { Judgement } from '#domain/indicator/judgement.ts'
import type { Slip } from '#domain/indicator/slip.ts'
import type { UngradedWhy } from '#domain/indicator/why-ungraded.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { printFiscalYear, printShortYear } from '#domain/shared/era.ts'
import { printDecimal } from '#domain/shared/rational.ts'
import { isFiscalYear } from '#domain/shared/year.ts'
import { missing, targetKind, ungraded, working, workingNote } from './ja-judging.ts'
import { sitePage } from './ja-site.ts'
import { paper } from './paper-ja.ts'
import { finding, refusal } from './refusals-ja.ts'

const year = (value: number): string => (isFiscalYear(value) ? printFiscalYear(value) : `${value}年度`)
const shortYear = (value: number): string => (isFiscalYear(value) ? printShortYear(value) : String(value))

/** 日本の時刻で「2026年5月20日 10:23」。 */
const moment = (iso: string): string =>
  new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(iso),
  )

export const ja = {
  lang: 'ja' as 'ja' | 'en',
  year,
  shortYear,
  moment,
  missing,
  ungraded,
  targetKind,
  working,
  workingNote,
  refusal,
  finding,
  sitePage,
  paper,
  /** 判定なしの理由を、しるしの横に置ける短さで。 */
  missingShort: (why: UngradedWhy): string =>
    why in missing ? missing[why as keyof typeof missing] : 'まだ判定できない',
  qualifier: {
    about: '約',
    roughly: '程度',
    'at-least': '以上',
    'at-most': '以下',
    estimated: '推計',
    cumulative: '累計',
  },
  yearStates: { open: '入力中', closed: '締めずみ', published: '公表ずみ' },
  responseStates: { done: '済み', begun: '着手', continuing: '継続', 'not-taken': '対応しない' },
  app: {
    name: 'しるべ',
    title: 'しるべ 自治体の計画を動かす',
    skip: '本文へ',
    toStart: 'はじめの画面',
    signIn: 'サインイン',
    signOut: 'サインアウト',
    menu: 'メニュー',
    crumbs: '現在の場所',
    fictional: '架空の団体',
    fiscalYear: '年度',
    yearBefore: (of: number) => `${year(of - 1)}を見る`,
    yearAfter: (of: number) => `${year(of + 1)}を見る`,
    moment: '時点',
    now: '現在',
    day: '日付',
    seeMoment: 'その日を見る',
    knownAt: (said: string) => `${said} に知られていた内容です`,
    backToNow: '現在に戻る',
    notStated: '記載なし',
    required: '※必須',
    reason: '理由',
    show: '表示する',
    cancel: 'やめる',
    footer: '値には記録した人と日時、計画の数値には資料と行が残ります。',
  },
  menu: {
    home: 'ホーム',
    plans: '計画',
    indicators: '指標',
    projects: '予算・事業',
    publications: '公表',
    history: '変更の記録',
  },
  trouble: (
    status: number,
    why?: string,
    value?: string,
  ): { readonly title: string; readonly next: string } => {
    if (why === 'not-a-member')
      return {
        title: `${value ?? 'この団体'}の画面を見る権限がありません`,
        next: '管理者に、あなたを所属に加えてもらってください。',
      }
    if (why === 'no-such-government')
      return {
        title: '団体が見つかりません',
        next: `団体コード ${value ?? ''} は登録されていません。はじめの画面から選び直してください。`,
      }
    if (why === 'not-published')
      return {
        title: 'まだ公表されていません',
        next: 'この計画のこの年度は、まだ公表されていません。公表されると、このアドレスで読めるようになります。',
      }
    if (status === 404)
      return {
        title: 'ページが見つかりません',
        next: `${value ? `「${value}」はありません。` : ''}アドレスを確かめるか、はじめの画面から探してください。`,
      }
    if (status === 403)
      return { title: '見る権限がありません', next: 'サインインするか、管理者に相談してください。' }
    return {
      title: '思いがけない誤りが起きました',
      next: '記録した内容は失われていません。もう一度お試しください。続くときは管理者に、時刻と行った操作を伝えてください。',
    }
  },
  welcome: {
    title: '計画を、毎年動かし、確かめ、公表する',
    lead: '計画の目標・指標・事業・予算を、出どころのわかるデータとして持ち、毎年の実績を集めて判定し、公表します。',
    own: 'あなたの団体',
    noneYet: 'まだ団体が登録されていません。団体コードと名前で始められます。',
    register: '団体を登録する',
    signInFirst: '登録にはサインインが必要です。',
    samples: '見本を見る',
    lookAround: (name: string) => `${name}を見てまわる`,
    fictionalNote:
      '架空の市です。3世代の計画、8年を超える実績、委員会の意見、予算がそろっています。値も人物もすべて作りものです。',
    realNote: '公開されている計画に書かれていることだけを収めた見本です。実績は入っていません。',
  },
  register: {
    title: '団体を登録する',
    lead: '登録した人が、その団体の管理者になります。',
    code: '団体コード',
    codeHelp:
      '総務省の全国地方公共団体コード。5桁でも、検査数字を含む6桁でもかまいません（例: 人吉市 43203 または 432032）。',
    name: '団体の名前',
    nameEn: '英語の名前（なくてもかまいません）',
    kind: '種類',
    kinds: {
      prefecture: '都道府県',
      city: '市',
      ward: '区',
      town: '町',
      village: '村',
      other: 'その他（組合など）',
    },
    submit: '登録する',
    problemOn: (why: string): string => (why === 'name-missing' ? 'name' : 'code'),
  },
  signIn: {
    lead: 'しるべには、1回だけ使えるリンクで入ります。',
    already: (name: string) => `${name}としてサインインしています。`,
    failed: 'このリンクは使われたか、期限が切れています。新しいリンクで入ってください。',
    stepStart: 'npm start を実行した画面に、管理者のリンクが表示されています。それを開いてください。',
    stepAgain: 'リンクを使い切ったときは、同じ場所で次を実行すると新しいリンクが出ます:',
  },
  home: {
    title: (of: number) => `${year(of)}の進行管理`,
    lead: (count: number, of: number) =>
      of === 0 ? '判定する指標がまだありません。' : `判定の対象${of}指標のうち、順調以上は${count}です。`,
    noneCovers: (of: number) => `${year(of)}を計画期間に含み、指標を持つ計画はありません。`,
    noPlan: 'まだ計画がありません',
    noPlanNext: '計画ファイルを取り込むと、目標・指標・事業がここに並びます。',
    status: 'KPIの状況',
    toYear: '年度のページ',
    oneCell: '指標（1ますが1つ）',
    ungraded: '判定なし',
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
  },
  plans: {
    title: '計画',
    plan: '計画',
    lead: (count: number) =>
      count === 0 ? 'まだ計画がありません。計画ファイルを取り込んでください。' : `${count}の版があります。`,
    kind: '種類',
    kinds: {
      'comprehensive-strategy': '総合戦略',
      'comprehensive-plan': '総合計画',
      'action-plan': 'アクションプラン',
      'regional-revitalization-plan': '地域再生計画',
      'basic-policy': '基本方針',
      'population-vision': '人口ビジョン',
      manifesto: 'マニフェスト',
      other: 'その他',
    },
    edition: '版',
    editions: '版を選ぶ',
    digest: '概要',
    period: '計画期間',
    files: '計画ファイル',
    import: '計画ファイルを取り込む',
    file: '計画ファイル（YAML）',
    fileHelp: '計画1版で1ファイルです。誤りがあれば、行と理由を示し、何も書き込みません。',
    importNow: '取り込む',
    importing: '取り込んでいます',
    imported: (added: number, changed: number, removed: number) =>
      `を取り込みました（追加 ${added}・変更 ${changed}・削除 ${removed}）。`,
    redefined: (ids: string) => `定義が新しくなった指標・事業: ${ids}（前の定義は記録に残っています）`,
    notImported: (file: string) => `${file} は取り込みませんでした。何も書き込んでいません。`,
    download: (format: string) => `計画ファイル（${format}）`,
    toYear: (of: number) => `${year(of)}のページ`,
    depth: 'どこまで見せるか',
    depths: { program: '施策まで', measure: '取組の柱まで', effort: '取組まで' },
    overlay: '重ねる',
    noOverlay: 'なし',
    openList: '等（一覧は計画で閉じられていません）',
    /** グラフの端に置く短い計画名。 */
    short: (title: string) => (title.length > 12 ? `${title.slice(0, 11)}…` : title),
    summary: ({ edition, period }: Pick<Plan, 'edition' | 'period'>, commitments: number, relisted: number) =>
      [
        edition.label,
        `計画期間 ${period.from === 'not-stated' ? '記載なし' : year(period.from)}〜${year(period.to)}`,
        commitments > 0 ? `指標${commitments}件${relisted > 0 ? `（再掲${relisted}件）` : ''}` : '',
      ]
        .filter(Boolean)
        .join(' · '),
  },
  indicators: {
    title: '指標',
    none: 'まだ指標がありません。計画を取り込むと並びます。',
    lead: (of: number, reported: number, all: number) =>
      `${year(of)}の値は、${all}指標のうち${reported}指標で入力されています。`,
    promises: '約束した計画の版',
  },
  indicator: {
    indicator: '指標',
    baseline: '基準値',
    target: '目標値',
    latest: '最新値',
    value: '値',
    trend: '推移',
    judgement: '判定',
    judgedTitle: '判定と計算',
    scheme: '判定の型',
    otherSchemes: 'ほかの型で見る',
    goalTarget: '数値目標',
    relisted: '再掲',
    toOriginal: 'もとの行へ',
    record: '値を記録する',
    provisional: '速報',
    yearNotStated: '年度の記載なし',
    months: (count: number) => `${count}か月`,
    notThis: (grade: string) => `${grade}ではない`,
    spark: (name: string) => `${name}の推移`,
    chart: (name: string) => `${name}の推移。値は下の表にあります。`,
    chartKey:
      '実線は続いた年、点線は値のない年をまたぐところ、灰色の破線は基準値から目標値への道すじ、横棒は目標値、縦の点線はできごとです。',
    series: '計画をまたぐ推移',
    asTable: '表で見る',
    noSeries: '描ける値がまだありません。',
    noPromise: 'この年度にこの指標を約束する計画はありません。',
    answer: (judgement: Judgement, latest: KnownActual | undefined): string => {
      if (judgement.kind === 'ungraded')
        return `まだ判定できません。${ungraded(judgement.why, judgement.detail)}。`
      const value = `${shortYear(judgement.valueYear)}の${printDecimal((latest?.year === judgement.valueYear ? latest : judgement.value).value)}で「${judgement.label.ja}」です。`
      return judgement.valueYear === judgement.evaluationYear
        ? value
        : `${value}${year(judgement.evaluationYear)}の値はまだありません。`
    },
    records: '値と出どころ',
    recordsNote: '消えた記録はありません。直した値には線を引いて残します。',
    noRecords: 'まだ値がありません。',
    from: '出どころ',
    recorded: '記録',
    because: (reason: string) => `理由: ${reason}`,
    promises: 'この指標への約束',
    promisesNote: '計画の版ごとの基準値と目標値',
    roles: { final: '目標', milestone: '中間目標', former: '前の計画の目標' },
    opinions: '検証委員会の意見',
    facts: '指標の定義',
    scope: '範囲',
    period: '期間',
    periods: { 'fiscal-year': '年度', 'calendar-year': '暦年', date: '時点' },
    dataSource: '出典',
    release: '公表時期',
    released: (month: number | undefined, lag: number) =>
      `${month === undefined ? '' : `${month}月に`}${lag === 0 ? '当年の値' : `${lag}年前の値`}`,
    department: '担当課',
    settledDone: '設定しました。設定した人と理由が残ります。',
  },
  settle: {
    title: '記載なしを設定する',
    explain: '計画に書かれていないことを、理由を添えて決められます。もとの「記載なし」は記録に残ります。',
    what: '項目',
    value: '値',
    attributes: { better: '向き', accumulation: '集計', unit: '単位', 'baseline-year': '基準値の年度' },
    values: {
      higher: '増やす',
      lower: '減らす',
      steady: '保つ',
      cumulative: '累計',
      annual: '単年',
      point: '時点',
    },
    submit: '設定する',
    said: (what: string, value: string, by: string, on: string, reason: string) =>
      `${what}は記載なし。${by}が${on}に「${value}」と設定（${reason}）`,
  },
  origin: {
    none: '出どころの記録なし',
    place: (page: number | undefined, line: number, to: number | undefined) =>
      `${page === undefined ? '' : `${page}頁 `}${line}${to === undefined ? '' : `–${to}`}行`,
    lines: (count: number) => `全${count}行`,
  },
  record: {
    title: '実績の記録',
    titleNew: (of: string) => `${of}の実績を記録する`,
    titleCorrect: (of: string) => `${of}の実績を直す`,
    value: (of: string, unit: string) => `${of}の値${unit && `（${unit}）`}`,
    valueHelp: '数字だけを入れてください。全角でも、桁区切りがあってもかまいません。',
    why: '値がないとき',
    hasValue: '値がある',
    provisional: '速報値（あとで確報に直します）',
    source: '出典（統計名、調査名、表の場所など）',
    note: '備考',
    reason: '直す理由',
    save: '記録する',
    correct: '直して記録する',
    withdraw: '直前の記録を取り下げる',
    before: 'これまでの値',
    lastNote: (note: string) => `前回の備考: ${note}`,
    confirm: 'この値で正しい（備考に理由を書いてください）',
    toYear: '年度のページへ',
    slip: (slip: Slip, typed: string) => {
      if (slip.kind === 'share-outside')
        return `割合が0〜100の外です（${slip.value}）。小数点の位置を確かめてください。`
      const before = `${shortYear(slip.before.year)}は${printDecimal(slip.before.value)}`
      return slip.kind === 'ten-times'
        ? `${before}でした。「${typed}」は10倍以上です。桁か単位を確かめてください。`
        : `${before}でした。「${typed}」は10分の1以下です。桁か単位を確かめてください。`
    },
  },
  planYear: {
    title: (of: number) => `${year(of)}の判定と公表`,
    toPublic: '公表ページを見る',
    judged: '判定',
    counted: (commitments: number, relisted: number, expression: string) =>
      `合計${commitments}指標（再掲${relisted}件は1回だけ）。順調以上は ${expression}。`,
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
    publication: (number: number) => (number === 1 ? '初回の公表' : `${number}回目の公表（訂正）`),
    done: (how: YearMove, number: number | undefined) =>
      ({
        close: '年度を締めました。',
        reopen: '年度を開け直しました。',
        publish: `公表しました（${number ?? 1}回目）。`,
      })[how],
  },
  projects: {
    title: '予算・事業',
    none: '事業を載せた計画がまだありません。',
    project: '事業',
    totals: '合計',
    unit: '単位: 千円',
    place: '場所',
    places: '載っている場所',
    count: '事業の数',
    amount: '掲載額',
    printed: '掲載額の合計',
    appropriated: (of: string) => `${of}の計上額`,
    unknown: 'うち年度内訳不明',
    previous: '前年度（掲載）',
    once: '合計（1事業を1回）',
    how: (projects: number, placements: number) =>
      `${projects}事業が${placements}か所に載っています。いくつの場所に載っていても、どの合計でも1回だけ数えます。掲載額は計画に印刷された額、計上額は全額を前年度補正に計上した事業を前年度に数えた額です。一部だけ補正に計上した額は割合が書かれていないため、分けずに示します。`,
    all: (count: number) => `事業の一覧（${count}件）`,
  },
  project: {
    previous: (said: string) => `前年度 ${said}`,
    none: 'なし',
    change: '変わること',
    notSummed: '合計には入れません',
    otherAmounts: {
      'unit-price': '単価',
      'previous-unit-price': '前年度の単価',
      inner: '内数',
      cap: '上限',
      frame: '枠',
    },
    appropriations: '予算と決算の記録',
    kind: '種類',
    kinds: {
      initial: '当初',
      supplementary: '補正',
      'carried-over': '繰越',
      'expected-outturn': '決算見込',
      executed: '執行',
      outturn: '決算',
    },
    month: (month: number) => `${month}月`,
    funding: '財源',
  },
  publications: {
    none: 'まだ公表したものがありません。年度を締めると公表できます。',
    lead: (count: number) => `${count}件を公表しています。公表したものは、公表したときのまま残ります。`,
    page: '公表ページ',
    at: '公表した日時',
    number: '回',
  },
  history: {
    lead: 'だれが、いつ、何を、なぜ変えたか。新しい順です。',
    at: '日時',
    who: '人',
    what: 'したこと',
    subject: '対象',
    action: (action: string): string =>
      ({
        'government:register': '団体を登録した',
        'plan:import': '計画を取り込んだ',
        'actual:record': '実績を記録した',
        'actual:correct': '実績を直した',
        'indicator:settle': '記載なしを設定した',
        'year:close': '年度を締めた',
        'year:reopen': '年度を開け直した',
        'year:publish': '公表した',
      })[action] ?? action,
  },
  facts: {
    documents: '資料',
    passages: '理念・方向性・位置づけ',
    passageKinds: {
      philosophy: '基本理念',
      direction: '方向性',
      approach: '進め方',
      position: '位置づけ',
      reason: '理由',
      summary: '要約',
    },
    donations: '企業版ふるさと納税',
    estimate: '寄附の金額の目安',
    figures: '本文の数値',
    promise: '約束',
    bodies: '体制と年間の流れ',
    since: (since: string) => `${since}から`,
    months: (from: number | undefined, to: number | undefined, about: boolean) =>
      from === undefined && to === undefined
        ? ''
        : `${from === undefined ? '' : `${from}月〜`}${to === undefined ? '' : `${to}月${about ? '頃' : ''}まで`}`,
    alignments: '関連する計画と連携',
    relations: {
      above: '上位の計画',
      beside: '並ぶ計画',
      succeeds: '前の計画',
      revises: '改訂のもと',
      'part-of': '一部をなす計画',
      'population-vision': '人口ビジョン',
      'same-period': '期間を同じくする計画',
      'details-in': '詳細のある計画',
    },
    governments: (count: number) => `（${count}団体）`,
    tables: '表',
    glossary: '用語',
    sharesNote: (number: string) => `注は${number}と共通`,
  },
}
