/** 附件4: what is asked of each paper, what is entered of it, and what is wrong with it. */
import type { DossierPaper } from '../../plans/rules.ts'
import type { Membership } from '../../roster/rules.ts'

export const helds = ['original', 'copy', 'missing', 'not-needed'] as const
export type Held = (typeof helds)[number]
export const heldNames: Record<Held, string> = { original: '原件', copy: '复印件', missing: '缺', 'not-needed': '不需要' }

export const marks = ['signed', 'stamped', 'dated'] as const
export type Mark = (typeof marks)[number]
export const markNames: Record<Mark, string> = { signed: '签名', stamped: '盖章', dated: '日期一致' }

/** `held` null: nobody has looked yet. `pages` 1 to 999. `remark` is the reason where a paper is not needed. */
export type Paper = { held: Held | null; pages: number | null; remark: string } & Record<Mark, boolean>
export const blankPaper: Paper = { held: null, pages: null, signed: false, stamped: false, dated: false, remark: '' }
export const MOST_PAGES = 999

export const isBlank = (paper: Paper): boolean => samePaper(paper, blankPaper)
export const samePaper = (one: Paper, other: Paper): boolean =>
  one.held === other.held && one.pages === other.pages && one.remark === other.remark && marks.every(mark => one[mark] === other[mark])

/** Full members' files hold 转正 papers; those of all others, 延长预备期 among them, do not yet. */
const isFull: Record<Membership, boolean> = {
  full: true,
  probationary: false,
  'probation-extended': false,
  'pending-approval': false,
  disqualified: false,
  suspended: true,
  'under-review': true,
}

export const papersFor = (checklist: readonly DossierPaper[], membership: Membership): DossierPaper[] =>
  checklist.filter(({ of }) => of === 'everybody' || isFull[membership])

/** What a required paper has to show. Organs put their seal on these two; the others are the member's or the branch's own. */
const stampedToo: readonly Mark[] = ['signed', 'stamped', 'dated']
const needs: Readonly<Record<string, readonly Mark[]>> = { admission: stampedToo, 'political-review': stampedToo }
const usual: readonly Mark[] = ['signed', 'dated']
export const needsOf = ({ key, required }: Pick<DossierPaper, 'key' | 'required'>): readonly Mark[] =>
  required ? (needs[key] ?? usual) : []

export const problems = ['missing', 'copy', 'no-pages', 'unsigned', 'unstamped', 'dates-differ', 'no-reason'] as const
export type Problem = (typeof problems)[number]
export const problemNames: Record<Problem, string> = {
  missing: '缺材料',
  copy: '只有复印件',
  'no-pages': '没写页数',
  unsigned: '没有签名',
  unstamped: '没有盖章',
  'dates-differ': '日期没有对上',
  'no-reason': '不需要的没写理由',
}

const lackOf: Record<Mark, Problem> = { signed: 'unsigned', stamped: 'unstamped', dated: 'dates-differ' }

/** Of a paper that need not be there, only what is there has its pages counted. */
export function problemsOf(asked: Pick<DossierPaper, 'key' | 'required'>, paper: Paper): Problem[] {
  if (paper.held === null || paper.held === 'missing') return asked.required ? ['missing'] : []
  if (paper.held === 'not-needed') return paper.remark.trim() === '' ? ['no-reason'] : []
  return [
    ...(asked.required && paper.held === 'copy' ? (['copy'] as const) : []),
    ...(paper.pages === null ? (['no-pages'] as const) : []),
    ...needsOf(asked)
      .filter(mark => !paper[mark])
      .map(mark => lackOf[mark]),
  ]
}

export type Papers = Readonly<Record<string, Paper | undefined>>
export type Trouble = { paper: string; problem: Problem }
export const troubleKey = ({ paper, problem }: Trouble) => `${paper}.${problem}`

/** In the order of the checklist. */
export const troublesOf = (asked: readonly DossierPaper[], papers: Papers): Trouble[] =>
  asked.flatMap(paper => problemsOf(paper, papers[paper.key] ?? blankPaper).map(problem => ({ paper: paper.key, problem })))

/** What lies in the bag: papers and their pages. */
export function contents(asked: readonly DossierPaper[], papers: Papers): { papers: number; pages: number } {
  const held = asked.map(({ key }) => papers[key] ?? blankPaper).filter(paper => paper.held === 'original' || paper.held === 'copy')
  return { papers: held.length, pages: held.reduce((sum, { pages }) => sum + (pages ?? 0), 0) }
}

/** One paper in words: 原件 12 页，签名，盖章，日期一致. */
export const paperInWords = ({ held, pages, remark, ...paper }: Paper): string =>
  held === null
    ? '未录'
    : [
        `${heldNames[held]}${pages === null ? '' : ` ${pages} 页`}`,
        ...marks.filter(mark => paper[mark]).map(mark => markNames[mark]),
        ...(remark === '' ? [] : [remark]),
      ].join('，')
