import type { Role } from '#domain/access/can.ts'
import type { LetterKind } from '#domain/access/letter.ts'

const roles: Readonly<Record<Role, string>> = {
  administrator: '管理者',
  planner: '企画担当',
  reporter: '報告者',
  approver: '承認者',
  'budget-officer': '財政担当',
  executive: '幹部',
  reviewer: '委員',
  auditor: '監査担当',
  viewer: '閲覧者',
}

export const people = {
  roles,
  /** 表の中で同じ意味に使われる言葉。空白で区切る。 */
  alsoCalled: {
    administrator: 'システム管理者',
    planner: '企画課 企画',
    reporter: '入力者 入力担当 報告担当',
    approver: '決裁者 課長',
    'budget-officer': '財政課 財政',
    executive: '部長 首長 市長 町長 村長',
    reviewer: '外部委員 検証委員',
    auditor: '監査 監査委員事務局',
    viewer: '閲覧 閲覧のみ',
  } satisfies Readonly<Record<Role, string>>,
  roleHelp: {
    administrator: 'すべてができ、人を招待する',
    planner: '計画・指標・年度を動かし、どの課の実績も直せる',
    reporter: '自分の課の実績を入れて提出する',
    approver: '自分の課の実績を承認し、差し戻す',
    'budget-officer': '庁内の画面を読む',
    executive: '庁内の画面を読む',
    reviewer: '意見を書く',
    auditor: '庁内の画面を読む',
    viewer: '庁内の画面を読む',
  } satisfies Readonly<Record<Role, string>>,
  title: '人と所属',
  lead: (active: number, invited: number) =>
    `サインインできる人 ${active}人${invited > 0 ? `、招待してまだ入っていない人 ${invited}人` : ''}。`,
  name: '氏名',
  email: 'メール',
  role: '役割',
  department: '担当課',
  noDepartment: '課を決めない',
  state: '状態',
  states: { invited: '招待ずみ', active: '利用中', ended: '終了' },
  since: (day: string, by: string) => `${day} から（${by}）`,
  until: (day: string) => `${day} まで`,
  all: 'すべて',
  filter: '絞り込む',
  none: '当てはまる人はいません。',
  inviteOne: '一人を招待する',
  inviteMany: '表で招待する',
  invite: '招待する',
  invited: (people: number) => `${people}人を招待しました。`,
  change: '変える',
  changeHelp: 'いまの所属は終わり、新しい所属が今日から始まります。前の所属は履歴に残ります。',
  changed: '所属を変えました。',
  end: '終える',
  ended: '所属を終えました。この人はもう入れません。',
  actions: (name: string) => `${name}の所属を変える・終える`,
  again: '招待を送り直す',
  againDone: '招待の手紙を出しました。',
  key: 'パスワードを決めるリンクを出す',
  keyShown: (name: string, days: number) =>
    `${name}さんだけに、直接渡してください。${days >= 1 ? `${days}日` : '1時間'}のあいだ、1回だけ使えます。このリンクを出したことは記録に残ります。`,
  keyLink: 'リンク',
  letters: '待っている手紙',
  noMail:
    'このしるべには、メールを送る設定がありません。招待した人には、下のボタンでリンクを出して渡してください。',
  letterKinds: {
    invitation: '招待',
    added: '所属の追加',
    reset: 'パスワードの再設定',
    reminder: '期日の知らせ',
    digest: '週のまとめ',
    returned: '差し戻しの知らせ',
    question: '質問の知らせ',
    answer: '答えの知らせ',
  } satisfies Record<LetterKind, string>,
  waitingSince: '出した日時',
  tried: '送る試み',
  attempts: {
    begun: '送っている',
    sent: '送った',
    failed: '届かなかった',
    'given-up': 'あきらめた',
    shown: 'リンクを渡した',
  },
  notTried: 'まだ',
  many: {
    title: '表で招待する',
    lead: '氏名・メール・役割・担当課の表を貼るか、Excel・CSVのファイルを選びます。まず確かめ、誤りがなければまとめて招待します。',
    paste: '表を貼る',
    pasteHelp: 'Excel のセルをそのまま貼れます。見出しの行があれば、列の順は自由です。',
    file: 'またはファイル（.xlsx、.csv）',
    check: '確かめる',
    example: '氏名\tメール\t役割\t担当課',
    ready: (rows: number) => `${rows}件を招待できます。`,
    wrong: (rows: number) => `${rows}行を直してください。直すまで、だれも招待されません。`,
    row: '行',
    problem: '直すところ',
    confirm: (people: number) => `${people}件を招待する`,
    roleList: '役割に書ける言葉',
    unknown: (columns: string) => `使わない列: ${columns}`,
    nothing: '表に人が見つかりませんでした。',
  },
  wrong: (why: string, d: Readonly<Record<string, string | number>> = {}): string =>
    (
      ({
        'person-name-missing': '氏名がありません。',
        'email-missing': 'メールアドレスがありません。',
        'email-not-understood': `メールアドレスとして読めません（「${d.value}」）。`,
        'role-missing': '役割がありません。',
        'role-unknown': `役割「${d.value}」を知りません。`,
        'department-missing': 'この役割には担当課が要ります。',
        'department-unknown': `担当課「${d.value}」が登録されていません。先に課を登録してください。`,
        'department-ended': `「${d.value}」はなくなりました${d.successors ? `（いまは${d.successors}）` : ''}。`,
        'row-twice': `${d.row}行目と同じ人・役割・課です。`,
        'already-member': 'この役割と課で、すでに所属しています。',
      }) as Readonly<Record<string, string>>
    )[why] ?? why,
}

export const departmentsPage = {
  title: '課の登録',
  lead: (now: number) =>
    `いまある課 ${now}。指標や計画の担当、報告と承認は、ここに登録した課ごとに分かれます。`,
  list: '課',
  id: '符号',
  name: '名前',
  nameEn: '英語の名前',
  period: '期間',
  since: (year: string) => `${year}から`,
  until: (year: string) => `${year}まで`,
  former: (names: string) => `旧称 ${names}`,
  successors: (names: string) => `あとを継いだ課 ${names}`,
  owns: '持っているもの',
  none: 'まだ課がありません。',
  register: '課を登録する',
  registerHelp:
    '一行に一つずつ、名前だけ、または「符号・名前・英語の名前」をタブかコンマで区切って貼ります。符号（小文字の英数字）がなければ、こちらでつけます。すでにある符号は変えません。',
  submit: '登録する',
  registered: (count: number) => `${count}の課を登録しました。`,
  rename: '名前を変える',
  renameHelp: '新しい名前は今年度から。前の名前は旧称として残り、前の年度の画面にはその名前で出ます。',
  renamed: '名前を変えました。',
  end: '課を終える',
  endHelp: '今年度の前の年度末で終わります。あとを継ぐ課を選び、持っているものは「引き継ぎ」で移します。',
  endOf: 'あとを継ぐ課',
  ended: '課を終えました。',
  handOver: '引き継ぎ',
  actions: (name: string) => `${name}の名前を変える・終える`,
}

export const handOver = {
  title: '引き継ぎ',
  lead: '異動や組織替えのとき、課の持っているもの、または一人の所属を、理由を添えて一度に移します。移す前の持ち主は、その日の時点の画面に残ります。',
  ofDepartment: '課から課へ',
  ofPerson: '人から人へ',
  from: '移す元',
  to: '移す先',
  toPerson: '引き継ぐ人',
  people: '課の人の所属もいっしょに移す',
  reason: '理由',
  check: '移すものを確かめる',
  moves: '移るもの',
  indicators: (count: number) => `指標 ${count}`,
  nodes: (count: number) => `計画の施策など ${count}`,
  projects: (count: number) => `事業 ${count}`,
  reports: (count: number) => `出ていない報告 ${count}`,
  memberships: (count: number) => `所属 ${count}`,
  nothing: '移すものはありません。',
  submit: '引き継ぐ',
  done: (count: number) => `${count}件を引き継ぎました。`,
}

export const account = {
  title: 'アカウント',
  lead: (name: string, email: string) => `${name}（${email}）`,
  password: 'パスワード',
  current: 'いまのパスワード',
  fresh: '新しいパスワード',
  rule: (least: number) =>
    `${least}文字以上。文やいくつかの言葉をつなげたものが、覚えやすく、破られにくくなります。`,
  change: 'パスワードを変える',
  changed: 'パスワードを変えました。ほかの端末のサインインは終わりました。',
  noPassword: 'まだパスワードがありません。ここで決められます。',
  sessions: 'サインインしている端末',
  here: 'この端末',
  seen: '最後に使った頃',
  since: 'サインインした日時',
  device: '端末',
  address: '場所（アドレス）',
  unknownDevice: 'わからない端末',
  end: '終わらせる',
  endOthers: 'この端末のほかを、すべて終わらせる',
  sessionEnded: '終わらせました。',
  codes: '二段階の確認',
  codesLead: 'パスワードのほかに、スマートフォンなどの認証アプリに出る6桁の番号を、入るたびに求めます。',
  codesOn: '使っています。',
  codesOff: '使っていません。',
  begin: '始める',
  stop: 'やめる',
  stopped: '二段階の確認をやめました。',
  scan: '認証アプリに、次の鍵を入れてください（「セットアップキーを入力」を選び、種類は「時間ベース」）。',
  secret: '鍵',
  address6: '次に、アプリに出た6桁の番号を入れると、使い始めます。',
  code: '番号',
  confirm: '使い始める',
  started: '二段階の確認を使い始めました。',
  backup: '控えの番号',
  backupHelp:
    'アプリが使えないとき、番号の代わりに一つずつ1回だけ使えます。いま書き写し、ほかの場所にしまってください。二度と表示されません。',
  codesWantPassword: '二段階の確認を使うには、先にパスワードを決めてください。',
}

type Letter = {
  readonly name: string
  readonly government: string
  readonly by: string
  readonly link: string
  readonly days: number
}

export const letters = {
  invitation: ({ name, government, by, link, days }: Letter) => ({
    subject: `しるべ: ${government}への招待`,
    text: `${name} 様

${by}さんが、あなたを${government}の「しるべ」に招待しました。
次のリンクを開き、パスワードを決めると使い始められます（${days}日のあいだ、1回だけ使えます）。

${link}

心当たりのないときは、このメールを捨ててください。
`,
  }),
  added: ({ name, government, by, link }: Letter) => ({
    subject: `しるべ: ${government}への所属`,
    text: `${name} 様

${by}さんが、${government}の「しるべ」でのあなたの所属を加えました。いつものようにサインインしてください。

${link}
`,
  }),
  reset: ({ name, link }: Letter) => ({
    subject: 'しるべ: パスワードの再設定',
    text: `${name} 様

パスワードを決め直すリンクです（1時間のあいだ、1回だけ使えます）。

${link}

頼んだ覚えのないときは、このメールを捨ててください。パスワードはそのままです。
`,
  }),
}
