import { year } from './time.ts'

export const app = {
  printed: (at: string, address: string) => `印刷 ${at}　${address}`,
  name: 'しるべ',
  title: 'しるべ 自治体の計画を動かす',
  skip: '本文へ',
  toStart: 'はじめの画面',
  toReviews: '検証の部屋へ',
  signIn: 'サインイン',
  signOut: 'サインアウト',
  account: 'アカウント',
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
}

export const menu = {
  home: 'ホーム',
  plans: '計画',
  indicators: '指標',
  projects: '予算・事業',
  reports: '実績入力',
  reviews: '検証',
  cycle: '進行',
  population: '人口',
  documents: '文書',
  publications: '公表',
  history: '変更の記録',
  search: '検索',
  members: '人と所属',
  departments: '課の登録',
}

export const trouble = (
  status: number,
  why?: string,
  value?: string,
): { readonly title: string; readonly next: string } => {
  if (why === 'not-a-member')
    return {
      title: `${value ?? 'この団体'}の画面を見る権限がありません`,
      next: '管理者に、あなたを所属に加えてもらってください。',
    }
  if (why === 'staff-only')
    return {
      title: `この画面は${value ?? '団体'}の職員が使います`,
      next: '委員は検証の部屋に入れます。ほかの画面も要るときは、管理者に役割を加えてもらってください。',
    }
  if (why === 'room-only')
    return {
      title: `検証の部屋は${value ?? '団体'}の委員と担当者が使います`,
      next: '入る必要があるときは、管理者に役割を加えてもらってください。',
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
  if (why === 'signed-out')
    return {
      title: 'サインインが切れています',
      next: '別のタブでサインインしてから、この画面を前に戻り、もう一度送ってください。入力した内容は残っています。',
    }
  if (why === 'bad-moment')
    return {
      title: '時点を読めません',
      next: `「${value ?? ''}」は、過去の日付として読めません。2026-05-01 のように書いてください。`,
    }
  if (why === 'bad-form')
    return {
      title: '送られた内容を読めませんでした',
      next: '前の画面に戻ると、入力した内容が残っています。もう一度送ってください。',
    }
  if (why === 'no-such-scheme')
    return {
      title: '判定の型が見つかりません',
      next: `「${value ?? ''}」という判定の型はありません。計画の画面で選び直してください。`,
    }
  if (why === 'year-outside-plan')
    return {
      title: '計画の期間の外の年度です',
      next: `「${value ?? ''}」は、この計画の期間にありません。計画の画面で年度を選び直してください。`,
    }
  if (status === 404)
    return {
      title: 'ページが見つかりません',
      next: `${value ? `「${value}」はありません。` : ''}アドレスを確かめるか、はじめの画面から探してください。`,
    }
  if (why === 'address-not-understood')
    return {
      title: 'アドレスに使えない文字があります',
      next: 'アドレスを確かめるか、はじめの画面から探してください。',
    }
  if (why === 'another-origin')
    return {
      title: 'よそのページから送られたので、受け付けませんでした',
      next: 'しるべのページを開き直して、そこから送ってください。',
    }
  if (status === 403)
    return { title: '見る権限がありません', next: 'サインインするか、管理者に相談してください。' }
  return {
    title: '思いがけない誤りが起きました',
    next: '記録した内容は失われていません。もう一度お試しください。続くときは管理者に、時刻と行った操作を伝えてください。',
  }
}

export const welcome = {
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
}

export const register = {
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
}

export const signIn = {
  lead: 'メールとパスワードで入ります。',
  already: (name: string) => `${name}としてサインインしています。`,
  failedBy: (why: string): string =>
    why === 'not-invited'
      ? 'まだ招待されていません。所属する団体の管理者に、招待してもらってください。'
      : /token/i.test(why)
        ? 'このリンクは使われたか、期限が切れています。新しいリンクで入ってください。'
        : `入れませんでした（${why.slice(0, 60)}）。続くときは、管理者に伝えてください。`,
  by: (name: string) => `${name}で入る`,
  email: 'メール',
  password: 'パスワード',
  submit: 'サインイン',
  forgotten: 'パスワードを忘れたとき',
  operator: 'はじめて動かした人へ',
  stepStart: 'npm start を実行した画面に、管理者のリンクが表示されています。それを開いてください。',
  stepAgain: 'リンクを使い切ったときは、同じ場所で次を実行すると新しいリンクが出ます:',
  forgottenLead: 'メールアドレスを入れると、パスワードを決め直すリンクを送ります。',
  forgottenSent:
    'このアドレスの人がいれば、リンクを送りました。1時間のうちに開いてください。届かないときは、管理者に相談してください。',
  forgottenNoMail:
    'このしるべは、メールを送れません。所属する団体の管理者に、パスワードを決めるリンクを出してもらってください。',
  send: 'リンクを送る',
  setTitle: 'パスワードを決める',
  setLead: (name: string, email: string) => `${name}さん（${email}）のパスワードを決めます。`,
  setSubmit: 'パスワードを決めて入る',
  linkGone:
    'このリンクは使われたか、期限が切れています。管理者に、新しいリンクを出してもらってください。パスワードを忘れただけなら、サインインの画面からやり直せます。',
  codeTitle: '二段階の確認',
  codeLead: '認証アプリに出ている6桁の番号を入れてください。',
  code: '番号（または控えの番号）',
  codeSubmit: '確かめる',
}
