import { createServer, type Server } from 'node:net'

/** A mail server of a few lines: it takes what is sent, or refuses everybody. */
export class Postbox {
  readonly received: string[] = []
  refuses = false
  readonly server: Server = createServer((socket) => {
    let [letter, body] = ['', false]
    socket.write('220 test ESMTP\r\n')
    socket.setEncoding('utf8')
    let rest = ''
    socket.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (body && line !== '.') letter += `${line}\n`
        else if (body) {
          this.received.push(letter)
          ;[letter, body] = ['', false]
          socket.write('250 taken\r\n')
        } else if (/^(EHLO|HELO)/.test(line)) socket.write('250 test\r\n')
        else if (/^RCPT/.test(line) && this.refuses) socket.write('451 come back later\r\n')
        else if (line === 'DATA') {
          body = true
          socket.write('354 go on\r\n')
        } else if (line === 'QUIT') socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      }
    })
  })

  /** Listens on a free port, and returns it. */
  async open(): Promise<number> {
    await new Promise<void>((go) => this.server.listen(0, '127.0.0.1', go))
    const address = this.server.address()
    return typeof address === 'object' && address ? address.port : 0
  }

  async close(): Promise<void> {
    await new Promise((go) => this.server.close(go))
  }
}

/** The text of a letter as a person reads it. */
export const readLetter = (letter: string): string => {
  const [, ...body] = letter.split('\n\n')
  const text = body.join('\n\n')
  if (/^Content-Transfer-Encoding: base64/im.test(letter)) return Buffer.from(text, 'base64').toString()
  const bytes = text
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
