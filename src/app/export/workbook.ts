import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { Table, Value } from './table.ts'

/** As many rows as a sheet can have; further ones go into another sheet. */
const mostRows = 1_048_576
/** As much as a cell can hold. */
const longestText = 32_767
const pieceLength = 65_536

/** An Excel workbook, compressed as its rows come. Texts are written as texts, so that nothing in them is a formula. */
export async function* workbookOf(table: Table, rowsInSheet = mostRows): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    made.push(bytes)
  })
  const titles: string[] = []
  let sheet = openSheet(zip, table, titles)
  for await (const row of table.rows) {
    if (sheet.lines === rowsInSheet) {
      sheet.end()
      sheet = openSheet(zip, table, titles)
    }
    sheet.add(row)
    yield* made.splice(0)
  }
  sheet.end()
  for (const [path, text] of Object.entries(partsAround(titles))) addFile(zip, path).push(strToU8(text), true)
  zip.end()
  yield* made
}

function addFile(zip: Zip, path: string) {
  const file = new ZipDeflate(path)
  zip.add(file)
  return file
}

function openSheet(zip: Zip, { title, headers }: Table, titles: string[]) {
  titles.push(titles.length ? `${title} ${titles.length + 1}` : title)
  const file = addFile(zip, `xl/worksheets/sheet${titles.length}.xml`)
  let pending = sheetBegins
  const sheet = {
    lines: 0,
    add(row: Value[], style = '') {
      pending += rowXml(row, ++sheet.lines, style)
      if (pending.length < pieceLength) return
      file.push(strToU8(pending))
      pending = ''
    },
    end: () => file.push(strToU8(`${pending}</sheetData></worksheet>`), true),
  }
  sheet.add(headers, ' s="1"')
  return sheet
}

const rowXml = (row: Value[], line: number, style: string) =>
  `<row r="${line}">${row.map((value, place) => cellXml(value, `${letters(place)}${line}`, style)).join('')}</row>`

function cellXml(value: Value, at: string, style: string): string {
  if (value === undefined || value === '') return ''
  if (typeof value === 'number') return `<c r="${at}"${style}><v>${value}</v></c>`
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

/** A, B … Z, AA … */
function letters(place: number): string {
  const last = String.fromCharCode(65 + (place % 26))
  return place < 26 ? last : letters(Math.floor(place / 26) - 1) + last
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Without what XML cannot say; `_x000D_` would be read as a sign of its own. */
const escaped = (text: string): string =>
  text
    .slice(0, longestText)
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>"]/g, sign => entities[sign] ?? '')

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

// The headings stay in sight.
const sheetBegins = `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`

const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`

/** What a workbook of these sheets is made of beside them. */
function partsAround(titles: string[]): Record<string, string> {
  const each = (write: (number: number, title: string) => string) =>
    titles.map((title, index) => write(index + 1, title)).join('')
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  const links = (inside: string) =>
    `${declaration}<Relationships xmlns="${packaged}/relationships">${inside}</Relationships>`
  const part = (path: string, type: string) =>
    `<Override PartName="/xl/${path}" ContentType="${spreadsheet}.${type}+xml"/>`
  return {
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((n, title) => `<sheet name="${escaped(title)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': links(
      each(n => link(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`)) +
        link('styles', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': styles,
    '_rels/.rels': links(link('rId1', 'officeDocument', 'xl/workbook.xml')),
    '[Content_Types].xml': `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}${part('styles.xml', 'styles')}${each(n => part(`worksheets/sheet${n}.xml`, 'worksheet'))}</Types>`,
  }
}
