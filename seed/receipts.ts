import { crc32, deflateSync } from 'node:zlib'
import { day } from '../src/kernel/day.ts'
import { writeWorkbook } from '../src/platform/spreadsheets/index.ts'
import { casesAt, checker, type Held, on, type Season } from './season.ts'

const WIDTH = 480
const HEIGHT = 300

/** A sheet with lines of writing and a red ring where the seal would be. */
const shade = (x: number, y: number): [number, number, number] => {
  const ring = Math.hypot(x - 360, y - 200)
  if ((ring > 58 && ring < 64) || ring < 9) return [196, 32, 32]
  const writing = y > 50 && y < 250 && y % 34 < 3 && x > 40 && x < (y > 200 ? 260 : 440)
  return writing ? [90, 90, 96] : [252, 250, 245]
}

const chunk = (kind: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

const receiptPicture = (): File => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  head.set([8, 2, 0, 0, 0], 8) // eight bits, red green blue
  const lines = Array.from({ length: HEIGHT }, (_, y) => Buffer.from([0, ...Array.from({ length: WIDTH }, (_, x) => shade(x, y)).flat()]))
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(lines))), chunk('IEND', new Uint8Array())]
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts])
  return new File([new Uint8Array(png)], '回执.png', { type: 'image/png' })
}

/** The 总支 finds the receiver's number and writes it into the dictionary; 组织部 calls it. */
async function call({ actors, units }: Season, held: Held, at: number): Promise<void> {
  const office = actors.office()
  const { receipt } = await office.transfers.get({ id: held.id })
  const unit = units.find(({ path }) => held.path.startsWith(path))
  if (!receipt.receiver || !unit || unit.direct) return
  const { addressees } = actors.secondary(unit.path)
  const { rows } = await addressees.list({ search: receipt.receiver.name, limit: 20 })
  const entry = rows.find(({ id }) => id === receipt.receiver!.id)!
  const { id, version, name, kind, nameReason, divisionCode, orgCode, needsPaper, contact } = entry
  const fields = { id, version, name, kind, nameReason, divisionCode, orgCode, needsPaper, contact }
  const saved = entry.phone ? entry : await addressees.save({ ...fields, phone: `0571-8800000${at}` })
  const said = at % 2 === 0 ? ({ outcome: 'no-answer' } as const) : ({ outcome: 'not-received', answeredBy: '组织科 俞某' } as const)
  const receiver = { id, version: saved.version }
  await office.transfers.calls.log({ id: held.id, receiver, ...said, on: day('2023-06-07') })
}

async function picture(season: Season, held: Held): Promise<void> {
  const unit = season.units.find(({ path }) => held.path.startsWith(path))
  if (unit) await checker(season, unit, held.path).transfers.pictures.add({ id: held.id, file: receiptPicture() })
}

/** The external system names two of them otherwise. */
async function differ({ actors, cohortId }: Season, out: readonly Held[]): Promise<void> {
  const office = actors.office()
  const headers = ['学号', '姓名', '流水号', '转接状态', '办理日期', '转入党组织']
  const rows = await Promise.all(
    out.map(async ({ id }, at) => {
      const { person, attempts } = await office.transfers.get({ id })
      const receiver = at === 0 ? '中共南粤示范集团有限公司委员会' : (attempts[0]?.addressee ?? '')
      return [person.studentNumber, person.name, '', '办理中', '', receiver]
    }),
  )
  rows.push(['2019990099', '外校某', '', '已接收', '2023-06-05', ''])
  const bytes = await writeWorkbook({ name: '党务系统', columns: headers.map(header => ({ header })), rows })
  const { results } = office.transfers
  const { id, version } = await results.upload({ cohortId, file: new File([new Uint8Array(bytes)], '党务系统转接结果.xlsx') })
  await results.commit({ id, version })
}

/** The receipts desk on the last day: a few calls, one picture that waits, what the system says otherwise. */
export async function workReceipts(season: Season, when: string): Promise<void> {
  on(season, when)
  const out = await casesAt(season, 'in-transit')
  const onPaper = out.filter(({ method }) => method === 'paper')
  for (const [at, held] of onPaper.slice(1, 4).entries()) await call(season, held, at)
  if (onPaper[0]) await picture(season, onPaper[0])
  await differ(season, out.filter(({ method }) => method === 'system').slice(0, 2))
}
