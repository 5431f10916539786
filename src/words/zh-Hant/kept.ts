import type { kept as japanese } from '../ja/kept.ts'

export const kept: typeof japanese = {
  restored: '已放回您尚未送出的輸入內容。',
  drop: '捨棄放回的內容',
  signedOut: '登入已失效。您輸入的內容仍保留在此畫面與此裝置。',
  signIn: '在另一個分頁登入',
  thenAgain: '登入後，請再按一次按鈕。',
  cut: '連線中斷。您輸入的內容仍保留在此畫面與此裝置。恢復連線後，請再按一次按鈕。',
  cutTitle: '連線中斷',
  cutNext: '書寫中的內容仍保留在此裝置。恢復連線後，請重新開啟此畫面。',
  reopen: '重新開啟此畫面',
  unsent: '您送出的內容尚未送達。請在另一個分頁登入後再送出一次。',
  typed: '您送出的內容',
  sendAgain: '再送出一次',
}
