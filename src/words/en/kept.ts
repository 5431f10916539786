import type { kept as japanese } from '../ja/kept.ts'

export const kept: typeof japanese = {
  restored: 'What you had typed and not sent is back.',
  drop: 'Drop what came back',
  signedOut: 'You are signed out. What you typed stays on this page and on this device.',
  signIn: 'Sign in in another tab',
  thenAgain: 'Once signed in, press the button again.',
  cut: 'The connection is cut. What you typed stays on this page and on this device. Press the button again when it is back.',
  cutTitle: 'The connection is cut',
  cutNext: 'What you were writing is kept on this device. Open this page again when the connection is back.',
  reopen: 'Open this page again',
  unsent: 'What you sent has not arrived. Sign in in another tab, then send it again.',
  typed: 'What you sent',
  sendAgain: 'Send it again',
}
