import { Anchor } from '../../../ui/Anchor.tsx'
import type { Columns } from '../../../ui/KeyedTable.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import { membershipNames } from '../../roster/rules.ts'
import type { AskedPaper, DossierLine } from '../contract.ts'
import { blankPaper, heldNames, paperInWords, problemNames } from '../rules.ts'
import { shortProblems, standingLooks } from './words.ts'

type CellProps = { row: DossierLine; asked: AskedPaper }

/** A paper in a few signs, its words for the hand that rests on it. */
const PaperCell = ({ row, asked: { key, name } }: CellProps) => {
  if (!row.asked.includes(key)) return <span className="quiet">–</span>
  const paper = row.papers[key] ?? blankPaper
  const troubles = row.troubles.filter(({ paper: of }) => of === key)
  const words = [
    name,
    paperInWords(paper),
    ...troubles.map(({ problem, explained }) => `${problemNames[problem]}${explained ? `（${explained}）` : ''}`),
  ]
  const open = row.standing === 'untouched' ? [] : troubles.filter(({ explained }) => !explained)
  const [first] = open
  const held = paper.held === null ? '' : `${heldNames[paper.held].slice(0, 1)}${paper.pages === null ? '' : ` ${paper.pages}`}`
  return (
    <span className={first ? 'dossier-cell t-red' : 'dossier-cell'} title={words.join('，')}>
      {first ? `${paper.held === 'original' ? `${held} ` : ''}${shortProblems[first.problem]}${open.length > 1 ? '等' : ''}` : held || '·'}
    </span>
  )
}

const Problems = ({ row: { standing, troubles, postponed } }: { row: DossierLine }) => {
  const open = troubles.filter(({ explained }) => !explained).length
  return (
    <span className="dossier-cell">
      {standing === 'entering' && <span className="t-red">{open} 处</span>}
      {standing !== 'untouched' && troubles.length > open && <span className="second">已说明 {troubles.length - open} 处</span>}
      {postponed !== null && (
        <span className="t-plum" title={postponed}>
          {' '}
          暂不移交
        </span>
      )}
      {postponed === null && (troubles.length === 0 || standing === 'untouched') && <span className="quiet">–</span>}
    </span>
  )
}

const branchColumn: Columns<DossierLine>[number] = {
  title: '支部',
  key: 'branch',
  width: 118,
  ellipsis: true,
  render: (_, { branchName }) => branchName,
}

export const dossierColumns = (checklist: readonly AskedPaper[], withBranch: boolean): Columns<DossierLine> => [
  {
    title: '姓名',
    key: 'name',
    width: 112,
    render: (_, { graduateId, name, studentNumber, membership }) => (
      <span className="dossier-cell">
        <Anchor href={`/dossiers/${graduateId}`} title={`学号 ${studentNumber}`}>
          {name}
        </Anchor>
        {membership !== 'full' && <span className="fine"> {membershipNames[membership]}</span>}
      </span>
    ),
  },
  ...(withBranch ? [branchColumn] : []),
  { title: '状态', key: 'standing', width: 92, render: (_, { standing }) => <StateTag state={standingLooks[standing]} /> },
  { title: '袋号', key: 'bag', width: 76, render: (_, { bag }) => bag ?? <span className="quiet">–</span> },
  ...checklist.map(asked => ({
    title: (
      <span className="dossier-head" title={asked.required ? `${asked.name}，必备` : asked.name}>
        {asked.name}
        {asked.required && '*'}
      </span>
    ),
    key: asked.key,
    width: 73,
    render: (_: unknown, row: DossierLine) => <PaperCell row={row} asked={asked} />,
  })),
  { title: '页数', key: 'pages', width: 52, align: 'right', render: (_, { contents }) => contents.pages || '–' },
  { title: '问题', key: 'problems', width: 112, render: (_, row) => <Problems row={row} /> },
]
