import type { collectFolder as ja } from '../ja/collect-folder.ts'

export const collectFolder: typeof ja = {
  system: '由資料夾匯入',
  tooLarge: '以調查表而言太大（上限10MB）。請只放入調查表的檔案。',
  open: '有人開啟中，或仍在寫入。關閉後會再匯入。',
  conflicts: (count, where) =>
    `與畫面不同之處有${count}項，因此未匯入任何內容，檔案留在原處（${where.slice(0, 5).join('、')}${where.length > 5 ? ' …' : ''}）。請在填報實績的頁面繳回，並選擇要採用哪一個。`,
  doing: (at, of, name) => `${of}件中的第${at}件 ${name}`,
  writing: (at, of, name) => `${of}件中的第${at}件 ${name}`,
  notMoved: (folder) => `已匯入，但無法移到 ${folder}。請確認權限。`,
  total: (taken, left) => `已匯入的檔案 ${taken}件、留下的檔案 ${left}件`,
  written: (count, folder) => `已將${count}件調查表寫入 ${folder}。`,
  kept: (names) => `因有同名檔案而未寫入: ${names}。若要重新製作，請先移走或刪除。`,
}
