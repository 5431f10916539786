import type * as ja from '../ja/people.ts'

export const people: typeof ja.people = {
  roles: {
    administrator: '管理員',
    planner: '企劃承辦',
    reporter: '填報人',
    approver: '核准人',
    'budget-officer': '財政承辦',
    executive: '主管',
    reviewer: '委員',
    auditor: '監察承辦',
    viewer: '閱覽者',
  },
  alsoCalled: {
    administrator: '系統管理員',
    planner: '企劃',
    reporter: '填報',
    approver: '核准',
    'budget-officer': '財政',
    executive: '首長',
    reviewer: '外部委員',
    auditor: '稽核',
    viewer: '閱覽',
  },
  roleHelp: {
    administrator: '可進行所有操作，並邀請人員',
    planner: '管理計畫、指標與年度，可更正任何單位的實績',
    reporter: '填報並提出自己單位的實績',
    approver: '核准或退回自己單位的實績',
    'budget-officer': '閱讀內部頁面',
    executive: '閱讀內部頁面',
    reviewer: '填寫意見',
    auditor: '閱讀內部頁面',
    viewer: '閱讀內部頁面',
  },
  title: '人員與所屬',
  lead: (active, invited) => `可登入 ${active} 人${invited > 0 ? `，已邀請但尚未登入 ${invited} 人` : ''}。`,
  name: '姓名',
  email: '電子郵件',
  role: '角色',
  department: '承辦單位',
  noDepartment: '不指定單位',
  state: '狀態',
  states: { invited: '已邀請', active: '使用中', ended: '已結束' },
  since: (day, by) => `自 ${day}（${by}）`,
  until: (day) => `至 ${day}`,
  all: '全部',
  filter: '篩選',
  none: '沒有符合條件的人員。',
  inviteOne: '邀請一人',
  inviteMany: '以表格邀請',
  invite: '邀請',
  invited: (count) => `已邀請 ${count} 人。`,
  change: '變更',
  changeHelp: '目前的所屬將結束，新的所屬自今日開始。先前的所屬保留於歷程。',
  changed: '已變更所屬。',
  end: '結束',
  ended: '已結束所屬。此人無法再登入。',
  actions: (name) => `變更或結束${name}的所屬`,
  again: '重新寄送邀請',
  againDone: '已寄出邀請信。',
  key: '產生設定密碼的連結',
  keyShown: (name, days) =>
    `請直接交給${name}本人。${days >= 1 ? `${days} 天` : '1 小時'}內可使用一次。產生此連結一事將留下紀錄。`,
  keyLink: '連結',
  letters: '等候寄出的信件',
  noMail: '此系統未設定寄送郵件。請以下方按鈕產生連結，交給受邀的人員。',
  letterKinds: {
    invitation: '邀請',
    added: '新增所屬',
    reset: '重設密碼',
    reminder: '期限通知',
    digest: '每週彙整',
    returned: '退回通知',
    question: '問題通知',
    answer: '回答通知',
  },
  waitingSince: '寄出時間',
  tried: '寄送嘗試',
  attempts: {
    begun: '寄送中',
    sent: '已寄出',
    failed: '未送達',
    'given-up': '已放棄',
    shown: '已交付連結',
  },
  notTried: '尚未',
  many: {
    title: '以表格邀請',
    lead: '貼上姓名、電子郵件、角色、承辦單位的表格，或選擇 Excel、CSV 檔案。系統先行檢查，沒有錯誤才一併邀請。',
    paste: '貼上表格',
    pasteHelp: '可直接貼上 Excel 的儲存格。若有標題列，欄位順序不拘。',
    file: '或選擇檔案（.xlsx、.csv）',
    check: '檢查',
    example: '姓名\t電子郵件\t角色\t承辦單位',
    ready: (rows) => `可邀請 ${rows} 筆。`,
    wrong: (rows) => `請更正 ${rows} 列。更正前不會邀請任何人。`,
    row: '列',
    problem: '需更正之處',
    confirm: (count) => `邀請 ${count} 筆`,
    roleList: '角色欄可填寫的詞',
    unknown: (columns) => `不使用的欄位：${columns}`,
    nothing: '表格中找不到人員。',
  },
  wrong: (why, d = {}) =>
    (
      ({
        'person-name-missing': '缺少姓名。',
        'email-missing': '缺少電子郵件。',
        'email-not-understood': `無法讀作電子郵件（「${d.value}」）。`,
        'role-missing': '缺少角色。',
        'role-unknown': `沒有「${d.value}」這個角色。`,
        'department-missing': '此角色需要承辦單位。',
        'department-unknown': `單位「${d.value}」尚未登錄。請先登錄單位。`,
        'department-ended': `「${d.value}」已裁撤${d.successors ? `（現為${d.successors}）` : ''}。`,
        'row-twice': `與第 ${d.row} 列的人員、角色、單位相同。`,
        'already-member': '此人已具有此角色與單位。',
      }) as Readonly<Record<string, string>>
    )[why] ?? why,
}

export const departmentsPage: typeof ja.departmentsPage = {
  title: '單位登錄',
  lead: (now) => `現有單位 ${now} 個。指標與計畫的承辦、填報與核准，依此處登錄的單位區分。`,
  list: '單位',
  id: '代號',
  name: '名稱',
  nameEn: '英文名稱',
  period: '存續期間',
  since: (year) => `自${year}`,
  until: (year) => `至${year}`,
  former: (names) => `舊稱 ${names}`,
  successors: (names) => `承接單位 ${names}`,
  owns: '所屬項目',
  none: '尚無單位。',
  register: '登錄單位',
  registerHelp:
    '每行一個，只寫名稱，或以定位字元或逗號分隔「代號、名稱、英文名稱」後貼上。沒有代號（小寫英數字）時由系統編列。既有的代號不變。',
  submit: '登錄',
  registered: (count) => `已登錄 ${count} 個單位。`,
  rename: '更名',
  renameHelp: '新名稱自本年度起使用。先前的名稱保留為舊稱，先前年度的頁面仍顯示舊稱。',
  renamed: '已更名。',
  end: '裁撤單位',
  endHelp: '於本年度的前一年度末結束。請選擇承接單位，所屬項目以「移交」移轉。',
  endOf: '承接單位',
  ended: '已裁撤單位。',
  handOver: '移交',
  actions: (name) => `變更${name}的名稱或裁撤`,
}

export const handOver: typeof ja.handOver = {
  title: '移交',
  lead: '人事異動或組織調整時，將單位的所屬項目或一人的所屬，附上理由一次移轉。移轉前的所有者，仍保留在當日時點的頁面。',
  ofDepartment: '單位之間',
  ofPerson: '人員之間',
  from: '移出',
  to: '移入',
  toPerson: '接手的人員',
  people: '一併移轉單位人員的所屬',
  reason: '理由',
  check: '檢視移轉內容',
  moves: '移轉項目',
  indicators: (count) => `指標 ${count}`,
  nodes: (count) => `計畫的施策等 ${count}`,
  projects: (count) => `事業 ${count}`,
  reports: (count) => `未提出的報告 ${count}`,
  memberships: (count) => `所屬 ${count}`,
  nothing: '沒有可移轉的項目。',
  submit: '移交',
  done: (count) => `已移交 ${count} 項。`,
}

export const account: typeof ja.account = {
  title: '帳號',
  lead: (name, email) => `${name}（${email}）`,
  password: '密碼',
  current: '目前的密碼',
  fresh: '新密碼',
  rule: (least) => `至少 ${least} 個字。以句子或數個詞組成，容易記住且不易破解。`,
  change: '變更密碼',
  changed: '已變更密碼。其他裝置的登入已結束。',
  noPassword: '尚未設定密碼。可在此設定。',
  sessions: '已登入的裝置',
  here: '此裝置',
  seen: '最後使用',
  since: '登入時間',
  device: '裝置',
  address: '位址',
  unknownDevice: '不明的裝置',
  end: '結束',
  endOthers: '結束此裝置以外的所有登入',
  sessionEnded: '已結束。',
  codes: '兩步驟驗證',
  codesLead: '除密碼外，每次登入時要求輸入手機等驗證程式顯示的 6 位數字。',
  codesOn: '使用中。',
  codesOff: '未使用。',
  begin: '開始',
  stop: '停止',
  stopped: '已停止兩步驟驗證。',
  scan: '請在驗證程式中輸入下列金鑰（選擇「輸入設定金鑰」，類型為「依時間」）。',
  secret: '金鑰',
  address6: '接著輸入程式顯示的 6 位數字，即可開始使用。',
  code: '數字',
  confirm: '開始使用',
  started: '已開始使用兩步驟驗證。',
  backup: '備用碼',
  backupHelp: '無法使用程式時，可代替數字，每組只能使用一次。請立即抄下並妥善保管，之後不會再顯示。',
  codesWantPassword: '使用兩步驟驗證前，請先設定密碼。',
}

export const letters: typeof ja.letters = {
  invitation: ({ name, government, by, link, days }) => ({
    subject: `Shirube：${government}的邀請`,
    text: `${name} 您好：

${by}邀請您使用${government}的 Shirube。
請開啟下列連結並設定密碼，即可開始使用（${days} 天內可使用一次）。

${link}

若您不知情，請刪除此信。
`,
  }),
  added: ({ name, government, by, link }) => ({
    subject: `Shirube：${government}的所屬`,
    text: `${name} 您好：

${by}已將您加入${government}的 Shirube。請照常登入。

${link}
`,
  }),
  reset: ({ name, link }) => ({
    subject: 'Shirube：重設密碼',
    text: `${name} 您好：

此連結可重新設定密碼（1 小時內可使用一次）。

${link}

若您並未提出要求，請刪除此信。密碼不會改變。
`,
  }),
}
