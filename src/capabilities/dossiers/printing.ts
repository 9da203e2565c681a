/** What is printed: the list for the archive office, labels for the bags, 附件4 to lie in each. */
import { readFileSync } from 'node:fs'
import { ORPCError } from '@orpc/server'
import { dayInWords } from '../../kernel/day.ts'
import { barcodes } from '../../platform/barcodes/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { school, unitsOf } from '../orgs/index.ts'
import { cohort } from '../plans/index.ts'
import { membershipNames } from '../roster/rules.ts'
import { takenOut } from './exporting.ts'
import { loadPeople } from './loading.ts'
import { blankPaper, contents, heldNames, type Mark, totalOf } from './rules.ts'
import { type Loaded, troubleViews } from './views.ts'

const source = (name: string) => readFileSync(new URL(`./paper/${name}.typ`, import.meta.url), 'utf8')
const sources = { list: source('list'), labels: source('labels'), sheet: source('sheet') }

const typeset = async ({ typesetting }: RequestContext, paper: keyof typeof sources, data: unknown, name: string): Promise<File> =>
  new File([(await typesetting.typeset(sources[paper], data)) as Uint8Array<ArrayBuffer>], `${name}.pdf`, { type: 'application/pdf' })

export async function listOnPaper(context: RequestContext, id: string): Promise<File> {
  const { rows, text, unitName, year, sha256, madeOn } = await takenOut(context, id, 'pdf')
  const images = await barcodes(rows.map(({ bag }) => bag))
  const data = {
    title: `${year}毕业生党员材料移交清单`,
    unit: unitName,
    text,
    sha256,
    on: dayInWords(madeOn),
    ...totalOf(rows),
    rows: rows.map((row, at) => ({ ...row, image: images[at] })),
  }
  return typeset(context, 'list', data, `移交清单 ${text}`)
}

/** People in the order of the roster, on record as printed. */
const toPrint = (context: RequestContext, graduateIds: readonly string[], paper: 'labels' | 'sheets') =>
  context.within(async inside => {
    const people = await loadPeople(inside, graduateIds)
    if (paper === 'labels' && people.some(({ row }) => row.bag === null))
      throw new ORPCError('REFUSED', {
        status: 409,
        data: { reason: 'no-bag', detail: people.find(({ row }) => row.bag === null)!.row.name },
      })
    for (const { row } of people)
      inside.record({ kind: 'dossier', id: row.graduateId, path: row.path, after: { graduateId: row.graduateId, paper } })
    const { trx, scope } = inside
    const units = await unitsOf(trx, scope)
    const year = await cohort(trx, scope, people[0]!.row.cohortId)
    const { committeeName: committee } = await school(trx, scope.school)
    /** The 总支 above a branch, where the reader sees it. */
    const aboveOf = ({ row }: Loaded) =>
      units.find(({ level, path }) => level === 'secondary' && row.path !== path && row.path.startsWith(path))?.name ?? ''
    return { people, aboveOf, year: year?.name ?? '', committee }
  })

export async function labels(context: RequestContext, graduateIds: readonly string[]): Promise<File> {
  const { people, aboveOf, year } = await toPrint(context, graduateIds, 'labels')
  const inBagOrder = people.toSorted((one, other) => (one.row.bag! < other.row.bag! ? -1 : 1))
  const images = await barcodes(inBagOrder.map(({ row }) => row.bag!))
  const rows = inBagOrder.map((person, at) => ({
    name: person.row.name,
    studentNumber: person.row.studentNumber,
    membership: membershipNames[person.row.membership],
    unit: aboveOf(person),
    branch: person.row.branchName,
    bag: person.row.bag,
    image: images[at],
  }))
  return typeset(context, 'labels', { year, rows }, `材料袋标签 ${rows.length} 个`)
}

const yes = (paper: Record<Mark, boolean>, mark: Mark) => (paper[mark] ? '√' : '')

/** A line of 附件4. */
const paperLine = (person: Loaded, { key, name, required }: Loaded['asked'][number]): string[] => {
  const paper = person.papers[key] ?? blankPaper
  const reasons = troubleViews(person).flatMap(({ paper: of, explained }) => (of === key && explained ? [explained] : []))
  return [
    required ? `${name}*` : name,
    paper.held === null ? '' : heldNames[paper.held],
    paper.pages === null ? '' : String(paper.pages),
    yes(paper, 'signed'),
    yes(paper, 'stamped'),
    yes(paper, 'dated'),
    [paper.remark, ...new Set(reasons)].filter(Boolean).join('；'),
  ]
}

export async function sheets(context: RequestContext, graduateIds: readonly string[]): Promise<File> {
  const { people, aboveOf, year, committee } = await toPrint(context, graduateIds, 'sheets')
  const data = {
    title: `${year}毕业生党员材料装档清单`,
    committee,
    on: dayInWords(context.today),
    people: people.map(person => {
      const { papers: count, pages } = contents(person.asked, person.papers)
      const { name, studentNumber, membership, branchName, bag, packedName, checkedName } = person.row
      return {
        name,
        studentNumber,
        membership: membershipNames[membership],
        unit: `${aboveOf(person)} ${branchName}`.trim(),
        bag: bag ?? '',
        papers: person.asked.map(paper => paperLine(person, paper)),
        count,
        pages,
        packed: packedName ?? '',
        checked: checkedName ?? '',
      }
    }),
  }
  return typeset(context, 'sheet', data, `装档清单 ${people.length} 人`)
}
