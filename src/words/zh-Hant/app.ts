import type * as ja from '../ja/app.ts'
import { year } from './time.ts'

export const app: typeof ja.app = {
  printed: (at, address) => `列印於 ${at}　${address}`,
  name: 'Shirube',
  title: 'Shirube 推動地方政府的計畫',
  skip: '跳至本文',
  toStart: '首頁',
  toReviews: '前往審議室',
  signIn: '登入',
  signOut: '登出',
  account: '帳號',
  menu: '選單',
  crumbs: '目前位置',
  fictional: '虛構的地方政府',
  fiscalYear: '年度',
  yearBefore: (of) => `查看${year(of - 1)}`,
  yearAfter: (of) => `查看${year(of + 1)}`,
  moment: '時點',
  now: '現在',
  day: '日期',
  seeMoment: '查看當日',
  knownAt: (said) => `此為 ${said} 當時已知的內容`,
  backToNow: '回到現在',
  notStated: '未載明',
  required: '※必填',
  reason: '理由',
  show: '顯示',
  cancel: '取消',
  footer: '每個數值都保留記錄者與時間，計畫中的每個數字都保留其文件與行。',
}

export const menu: typeof ja.menu = {
  home: '首頁',
  plans: '計畫',
  indicators: '指標',
  projects: '預算與事業',
  reports: '填報實績',
  reviews: '檢證',
  cycle: '進度',
  population: '人口',
  documents: '文件',
  publications: '公布',
  history: '變更紀錄',
  search: '搜尋',
  members: '人員與所屬',
  departments: '單位登錄',
}

export const trouble: typeof ja.trouble = (status, why, value) => {
  if (why === 'not-a-member')
    return {
      title: `您沒有權限查看${value ?? '此地方政府'}的畫面`,
      next: '請向管理者申請，將您加入其成員。',
    }
  if (why === 'staff-only')
    return {
      title: `此畫面僅供${value ?? '地方政府'}的職員使用`,
      next: '委員可以進入審議室。若也需要其他畫面，請管理者為您加上其他角色。',
    }
  if (why === 'room-only')
    return {
      title: `審議室僅供${value ?? '地方政府'}的委員與承辦人員使用`,
      next: '若需要進入，請管理者為您加上其他角色。',
    }
  if (why === 'no-such-government')
    return {
      title: '找不到此地方政府',
      next: `代碼 ${value ?? ''} 尚未登錄。請從首頁重新選擇。`,
    }
  if (why === 'not-published')
    return {
      title: '尚未公布',
      next: '此計畫在這個年度的內容尚未公布。公布之後，即可在此網址閱讀。',
    }
  if (why === 'signed-out')
    return {
      title: '登入已失效',
      next: '請在另一個分頁登入，再回到上一個畫面重新送出。您輸入的內容仍然保留。',
    }
  if (why === 'bad-moment')
    return {
      title: '無法辨識時點',
      next: `「${value ?? ''}」不是過去的日期。請以 2026-05-01 的形式填寫。`,
    }
  if (why === 'bad-form')
    return {
      title: '無法讀取送出的內容',
      next: '回到上一個畫面，您輸入的內容仍然保留。請再送出一次。',
    }
  if (why === 'no-such-scheme')
    return {
      title: '找不到評定方式',
      next: `沒有「${value ?? ''}」這種評定方式。請在計畫頁面重新選擇。`,
    }
  if (why === 'year-outside-plan')
    return {
      title: '計畫期間以外的年度',
      next: `「${value ?? ''}」不在這項計畫的期間內。請在計畫頁面重新選擇年度。`,
    }
  if (status === 404)
    return {
      title: '找不到此頁面',
      next: `${value ? `沒有「${value}」。` : ''}請確認網址，或從首頁尋找。`,
    }
  if (why === 'address-not-understood')
    return { title: '網址含有無法使用的字元', next: '請確認網址，或從首頁尋找。' }
  if (why === 'another-origin')
    return {
      title: '這是從其他網站送出的，未予受理',
      next: '請重新開啟本系統的頁面，再從該頁送出。',
    }
  if (status === 403) return { title: '您沒有權限查看', next: '請先登入，或洽詢管理者。' }
  return {
    title: '發生未預期的錯誤',
    next: '已記錄的內容並未遺失。請再試一次；若持續發生，請將時間與操作內容告知管理者。',
  }
}

export const welcome: typeof ja.welcome = {
  title: '每年推動計畫、加以檢視並對外公布',
  lead: '將計畫的目標、指標、事業與預算保存為可追溯出處的資料，每年彙集實績、進行判定並對外公布。',
  own: '您的地方政府',
  noneYet: '尚未登錄任何地方政府。只要有代碼與名稱即可開始。',
  register: '登錄地方政府',
  signInFirst: '登錄前請先登入。',
  samples: '瀏覽範例',
  lookAround: (name) => `瀏覽${name}`,
  fictionalNote: '這是虛構的城市，備有三代計畫、超過八年的實績、委員會的意見與預算。所有數值與人物皆為虛構。',
  realNote: '此範例只收錄已公開計畫所載的內容，不含實績。',
}

export const register: typeof ja.register = {
  title: '登錄地方政府',
  lead: '登錄者即成為該地方政府的管理者。',
  code: '地方公共團體代碼',
  codeHelp: '總務省的全國地方公共團體代碼。5位數，或含檢查碼的6位數皆可（例如：43203 或 432032）。',
  name: '名稱',
  nameEn: '英文名稱（可不填）',
  kind: '種類',
  kinds: {
    prefecture: '都道府縣',
    city: '市',
    ward: '區',
    town: '町',
    village: '村',
    other: '其他（聯合組織等）',
  },
  submit: '登錄',
  problemOn: (why) => (why === 'name-missing' ? 'name' : 'code'),
}

export const signIn: typeof ja.signIn = {
  lead: '以電子郵件與密碼登入。',
  already: (name) => `您目前以${name}的身分登入。`,
  failedBy: (why) =>
    why === 'not-invited'
      ? '您尚未受邀。請洽所屬地方政府的管理員。'
      : /token/i.test(why)
        ? '此連結已使用過或已過期。請取得新的連結。'
        : `無法登入（${why.slice(0, 60)}）。若持續發生，請告知管理員。`,
  by: (name) => `以${name}登入`,
  email: '電子郵件',
  password: '密碼',
  submit: '登入',
  forgotten: '忘記密碼',
  operator: '初次啟動此系統的人員',
  stepStart: '執行 npm start 的畫面會顯示管理者的連結，請開啟該連結。',
  stepAgain: '若連結已使用過，在同一處執行以下指令即可取得新的連結：',
  forgottenLead: '請輸入電子郵件，系統將寄送重設密碼的連結。',
  forgottenSent: '若有使用此電子郵件的人員，連結已寄出。請於 1 小時內開啟。若未收到，請洽管理員。',
  forgottenNoMail: '此系統無法寄送郵件。請向所屬地方政府的管理員索取設定密碼的連結。',
  send: '寄送連結',
  setTitle: '設定密碼',
  setLead: (name, email) => `設定${name}（${email}）的密碼。`,
  setSubmit: '設定密碼並登入',
  linkGone: '此連結已使用過或已過期。請向管理員索取新的連結；若只是忘記密碼，可由登入頁面重新開始。',
  codeTitle: '兩步驟驗證',
  codeLead: '請輸入驗證程式顯示的 6 位數字。',
  code: '數字（或備用碼）',
  codeSubmit: '確認',
}
