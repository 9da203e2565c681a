import { useQueries } from '@tanstack/react-query'
import { Clause } from '../../../ui/Clause.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { MatrixView, PreviewView } from '../contract.ts'
import { formNames, type ReturnTask } from '../rules.ts'
import { submissionsApi } from './client.ts'
import { shortDay } from './days.ts'
import { LinkButton } from './LinkButton.tsx'
import { ReturnMark } from './ReturnMark.tsx'
import { formTitle, leftWords, submitRefusalWords } from './words.ts'

type Unit = MatrixView['units'][number]
type Form = MatrixView['tasks'][number]
const tasks: readonly ReturnTask[] = ['roster', 'register', 'delayed']

const mayGo = (preview: PreviewView | undefined) => preview !== undefined && preview.refusal === null && preview.rows.length > 0

/** What would go now, and who is left out, in one line. */
const summary = ({ rows, leftOut, refusal, alreadyReported }: PreviewView): string => {
  if (refusal === 'already-submitted') return '已整份报送；新接收或新发现的党员可以补报'
  if (refusal !== null) return submitRefusalWords[refusal]
  const out = leftOut.length ? `；${leftOut.length} 人还不能报：${reasons(leftOut)}` : ''
  return `现在可报 ${rows.length} 人${alreadyReported ? `，此前已报 ${alreadyReported} 人` : ''}${out}`
}

const reasons = (leftOut: PreviewView['leftOut']): string =>
  [...Map.groupBy(leftOut, ({ why }) => why)].map(([why, people]) => `${leftWords[why]} ${people.length} 人`).join('，')

const actionWords = (task: ReturnTask, preview: PreviewView | undefined): string => {
  if (mayGo(preview)) return `提交${formNames[task]}（${preview!.rows.length} 人）`
  return preview?.refusal === 'already-submitted' ? '补报' : '查看预览'
}

const placeOf = (task: ReturnTask, preview: PreviewView | undefined) =>
  `/submissions/new?task=${task}${preview?.refusal === 'already-submitted' ? '&supplement=1' : ''}`

type RowProps = { form: Form; unit: Unit; preview: PreviewView | undefined; main: boolean }

const Row = ({ form, unit, preview, main }: RowProps) => {
  const cell = unit.cells[form.task]
  return (
    <li>
      <div>
        <p className="own-return-name">
          <b>{formTitle(form.task)}</b>
          <Clause id={form.clause} text={form.title} />
          {cell.dueOn && <span className="second">{shortDay(cell.dueOn)} 前</span>}
          {form.note && <span className="fine t-ochre">{form.note}</span>}
        </p>
        <p className="second">{preview ? summary(preview) : '正在核对……'}</p>
      </div>
      <ReturnMark cell={cell} />
      <LinkButton type={main ? 'primary' : 'default'} href={placeOf(form.task, preview)}>
        {actionWords(form.task, preview)}
      </LinkButton>
    </li>
  )
}

/** What the own unit has to hand in: one main action, the first that is due. */
export const OwnReturns = ({ cohortId, forms, unit }: { cohortId: string; forms: readonly Form[]; unit: Unit }) => {
  const previews = useQueries({
    queries: tasks.map(task => submissionsApi.preview.queryOptions({ input: { cohortId, task } })),
  })
  const previewOf = (task: ReturnTask) => previews[tasks.indexOf(task)]?.data
  const due = tasks
    .filter(task => mayGo(previewOf(task)))
    .sort((a, b) => (unit.cells[a].dueOn ?? '9').localeCompare(unit.cells[b].dueOn ?? '9'))
    .at(0)
  return (
    <Section title="本单位报送" note={unit.level === 'branch' ? '交到党总支' : '报到党委组织部'}>
      <ul className="own-returns">
        {forms.map(form => (
          <Row key={form.task} form={form} unit={unit} preview={previewOf(form.task)} main={form.task === due} />
        ))}
      </ul>
    </Section>
  )
}
