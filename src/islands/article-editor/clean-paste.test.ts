import { expect, test } from 'vitest'
import { cleanPaste } from './clean-paste.ts'

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {mso-style-unhide:no; font-family:"Times New Roman"} --></style><xml><w:WordDocument></w:WordDocument></xml></head><body lang=VI>
<!--[if gte mso 9]><xml><o:shapedefaults/></xml><![endif]--><!--StartFragment-->
<h1 style='margin:0cm'>KẾ HOẠCH<o:p></o:p></h1>
<p class=MsoNormal style='text-align:justify;mso-margin-top-alt:auto'><b><span style='font-size:14.0pt'>Thực hiện</span></b> <span style="font-weight:bold;color:red">đúng hạn</span><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Việc một<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>·&nbsp;&nbsp; Việc hai<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'>1.&nbsp; Bước một</p>
<p class=MsoNormal>Xem <a href="https://vidu.example/ke-hoach" style="color:blue" onclick="x()">văn bản</a> <img src="file:///C:/Users/x/clip_image001.png" v:shapes="Picture_1"></p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'><td width=100 valign=top style='width:75pt'><p class=MsoNormal>Ngày</p></td></tr></table>
<!--EndFragment--></body></html>`

test('a page of Word comes in as its structure: nothing of its styles, its pictures of the own disk, its hidden parts', () => {
  const html = cleanPaste(word)
  expect(html).not.toMatch(/style=|class=|mso|<o:p|<xml|<img|file:|onclick|width=|<!--|<!\[/i)
  expect(html).toContain('<h2>KẾ HOẠCH</h2>')
  expect(html).toContain('<b><span>Thực hiện</span></b> <span data-bold="">đúng hạn</span>')
  expect(html.replace(/>\s+</g, '><')).toContain(
    '<ul><li><p>Việc một</p></li><li><p>Việc hai</p></li></ul><ol><li><p>Bước một</p></li></ol>',
  )
  expect(html).toContain('<a href="https://vidu.example/ke-hoach">văn bản</a>')
  expect(html).toMatch(/<table><tr><td><p>Ngày<\/p><\/td><\/tr><\/table>/)
})

test('the bold around everything that Google Docs copies is none', () => {
  expect(cleanPaste('<b style="font-weight:normal;" id="docs-internal-guid-1"><p>Chữ</p></b>')).not.toContain('<b')
})

test('plain structure stays as it is', () => {
  expect(cleanPaste('<p>Một <strong>hai</strong></p><ul><li>ba</li></ul>')).toBe('<p>Một <strong>hai</strong></p><ul><li>ba</li></ul>')
})

test('an endless paste is cleaned in fair time', () => {
  const started = performance.now()
  cleanPaste(word.repeat(200))
  cleanPaste('<'.repeat(100_000))
  expect(performance.now() - started).toBeLessThan(10_000)
})
