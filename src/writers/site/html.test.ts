import { describe, expect, test } from 'vitest'
import { type Html, html, joined, markupOf, type Part, weave } from './html.ts'

describe('HTML を組み立てる', () => {
  test.each<readonly [string, Part, string]>([
    ['文字は逃がす', `<a href="x">&'</a>`, '&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;'],
    ['HTML と印のついたものはそのまま', html`<b>${'<'}</b>`, '<b>&lt;</b>'],
    ['0 は書く', 0, '0'],
    ['ないものは書かない', [undefined, false, ''], ''],
    ['並びはつなげる', ['a', html`<br>`, ['b']], 'a<br>b'],
  ])('%s', (_, part, expected) => {
    expect(markupOf(part)).toBe(expected)
  })

  test('JSON から来た値は、HTML のふりができない', () => {
    const forged = JSON.parse('{"markup":"<script>","Symbol(markup)":"<script>"}') as Html
    expect(() => markupOf(forged)).toThrow()
  })

  test('文に差し込んだ値も逃がし、語順は文が決める', () => {
    const said = weave((put) => {
      const [first, second] = [put(html`<i>1</i>`), put('<2>')]
      return `${second} & ${first}`
    })
    expect(markupOf(said)).toBe('&lt;2&gt; &amp; <i>1</i>')
  })

  test('空の部分のあいだには何も置かない', () => {
    expect(markupOf(joined(['a', '', undefined, 'b'], '、'))).toBe('a、b')
  })
})
