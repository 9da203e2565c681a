import { demoPeople } from './accounts.ts'
import type { Person } from './members.ts'
import { checker, on, type Season } from './season.ts'

type Report = Parameters<ReturnType<Season['actors']['member']>['education']['report']>[0]

const books: readonly { title: string; isbn?: string; receiver: string }[] = [
  { title: '共产党宣言', isbn: '978-7-01-000914-8', receiver: '学院图书角' },
  { title: '乡土中国', receiver: '党员之家' },
  { title: '红岩', receiver: '学院图书角' },
  { title: '平凡的世界', receiver: '图书馆' },
]
export const bookAt = (at: number) => books[at % books.length]!

const bookOf = (at: number): Report => ({ item: 'book', doneOn: '2023-06-07', basis: 'book', details: bookAt(at) })
const serviceOf = (at: number): Report => ({
  item: 'volunteering',
  doneOn: '2023-06-06',
  basis: 'hours',
  details: { hours: 1.5 + (at % 3) * 0.5, place: '校史馆', what: '参观讲解' },
})
const away: Report = {
  item: 'party-lecture',
  doneOn: '2023-06-05',
  basis: 'alternative',
  details: { alternative: 'broadcast-notes' },
  evidence: '在实习单位观看直播，交了 800 字体会',
}

const demoGraduate = demoPeople.find(({ role }) => role === 'graduate')!.login
export const isDemoGraduate = ({ studentNumber }: Pick<Person, 'studentNumber'>) => studentNumber === demoGraduate

/** Of one branch in three, two or three members have reported by themselves; nobody has settled it yet. */
export async function reportItems(season: Season): Promise<void> {
  on(season, '2023-06-08')
  const { cohortId, actors } = season
  const people = new Map(season.people.map(person => [person.graduateId, person]))
  const branches = season.units.flatMap(unit => unit.branches.map(branch => ({ unit, branch })))
  const theirs = season.people.find(isDemoGraduate)?.unit.path
  for (const { unit, branch } of branches.filter(({ branch }, at) => at % 3 === 0 || branch === theirs)) {
    const { education } = checker(season, unit, branch)
    const lacking = async (item: string) => (await education.matrix({ cohortId, lacks: item, limit: 20 })).rows
    const report = async (item: string, asked: (at: number) => Report, most: number) => {
      const who = (await lacking(item)).map(({ graduateId }) => people.get(graduateId)!).filter(person => !isDemoGraduate(person))
      for (const [at, person] of who.slice(0, most).entries()) await actors.member(person.accountId).education.report(asked(at))
    }
    await report('book', bookOf, 2)
    await report('volunteering', serviceOf, 1)
    await report('party-lecture', () => away, 1)
  }
  await walkDemoGraduate(season)
}

/** The demonstration’s graduate: one item signed for and not counted yet, one reported, one given back. */
async function walkDemoGraduate(season: Season): Promise<void> {
  const person = season.people.find(isDemoGraduate)
  const unit = person && season.units.find(({ branches }) => branches.includes(person.unit.path))
  if (!person || !unit) return
  const { activities, education } = checker(season, unit, person.unit.path)
  const [oath] = (await activities.list({ cohortId: season.cohortId, kind: 'oath', limit: 1 })).rows
  if (oath) await activities.mark({ id: oath.id, graduateIds: [person.graduateId], marking: 'present' })
  const member = season.actors.member(person.accountId).education
  await member.report(serviceOf(1))
  const { id } = await member.report({ ...bookOf(1), details: { title: '乡土中国' } })
  await education.returnReports({ ids: [id], reason: '请写明赠给了哪里，图书角的老师要登记' })
}
