import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import { PhonePage } from '../../../ui/PhonePage.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import type { CaseView } from '../contract.ts'
import type { ApplicationKind } from '../rules.ts'
import { typedFrom } from './answers.ts'
import { transfersApi } from './client.ts'
import { dayOfYear } from './days.ts'
import { OwnApplication } from './OwnApplication.tsx'
import { OwnForm } from './OwnForm.tsx'
import { OwnSummary } from './OwnSummary.tsx'
import { isFilling, useOwnCase, useOwnStep } from './own.ts'
import { ownApplicationWords, ownNoTransfer, ownRefusalWords, ownStateWords } from './own-words.ts'
import { PapersSection } from './Papers.tsx'
import { GapNote, RouteNote } from './RouteNote.tsx'
import { stateLooks } from './words.ts'
import './own.css'

const words = (error: unknown) => (error ? wordsOf(problemOf(error), ownRefusalWords as Record<string, string>) : undefined)

const useSave = () => {
  const queries = useQueryClient()
  const key = transfersApi.mine.get.queryKey()
  return {
    save: async (input: Parameters<typeof transfersApi.mine.save.call>[0]) => {
      const view = await transfersApi.mine.save.call(input)
      queries.setQueryData(key, view)
      return view
    },
    reload: () => queries.fetchQuery(transfersApi.mine.get.queryOptions({ staleTime: 0 })),
  }
}

/** What was handed in, where it stands, and what may still be done about it. */
const HandedIn = ({ view, onRefill, onApply }: { view: CaseView; onRefill: () => void; onApply: (kind: ApplicationKind) => void }) => {
  const [asking, setAsking] = useState(false)
  const step = useOwnStep(() => setAsking(false))
  const wrong = words(step.error)
  return (
    <>
      <Section title="现在到哪一步" extra={view.state && <StateTag state={stateLooks[view.state]} />}>
        <p>{view.state ? ownStateWords[view.state] : ownNoTransfer}</p>
        {view.application && (
          <p className="second">你申请的“{ownApplicationWords[view.application].title}”正等组织部审批，原来的照旧有效。</p>
        )}
        {wrong && (
          <p className="form-error" role="alert">
            {wrong}
          </p>
        )}
        {view.can.includes('withdraw') && (
          <div className="own-actions">
            <Button
              size="large"
              block
              loading={step.isPending}
              onClick={() => (asking ? step.mutate({ step: 'withdraw', version: view.version }) : setAsking(true))}
            >
              {asking ? '确定撤回，改好再交' : '撤回修改'}
            </Button>
            {asking && <p className="second">撤回后支部不再核对，填过的都保留。</p>}
          </div>
        )}
        {view.mayEdit && view.can.includes('fill') && (
          <div className="own-actions">
            <Button size="large" block onClick={onRefill}>
              去向有变，重新填报
            </Button>
          </div>
        )}
      </Section>
      {view.can.includes('apply') && view.choices.applications.length > 0 && (
        <Section title="情况有变" note="须组织部同意后才作数">
          <ul className="own-kinds">
            {view.choices.applications.map(kind => (
              <li key={kind}>
                <button type="button" onClick={() => onApply(kind)}>
                  <b>{ownApplicationWords[kind].title}</b>
                  <span className="second">{ownApplicationWords[kind].means}</span>
                </button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {view.form.type && (
        <Section title="我填的去向">
          <OwnSummary view={view} typed={typedFrom(view.form, view.own)} />
          <RouteNote route={view.route} />
          <GapNote gap={view.gap} />
        </Section>
      )}
      <PapersSection view={view} />
    </>
  )
}

const Filling = ({ view, onDone }: { view: CaseView; onDone: () => void }) => {
  const { save, reload } = useSave()
  const step = useOwnStep(onDone)
  return (
    <>
      {view.state === 'sent-back' && view.attempts[0]?.sentBackReason && (
        <p className="own-because">退回原因：{view.attempts[0].sentBackReason}</p>
      )}
      <OwnForm
        view={view}
        save={save}
        doneLabel={view.state === 'sent-back' ? '改好再交' : '提交给支部'}
        afterwards="提交后支部会核对，核对前可以撤回修改。"
        busy={step.isPending}
        wrong={words(step.error)}
        onDone={version => step.mutate({ step: 'submit', version })}
        onReload={reload}
      />
    </>
  )
}

/** The graduate's destination: the form while it is theirs to fill, then where it stands. */
export const OwnDestinationPage = () => {
  const found = useOwnCase()
  const [refilling, setRefilling] = useState(false)
  const [applying, setApplying] = useState<ApplicationKind | null>(null)
  const { save, reload } = useSave()
  const view = found.data
  const filling = view && (isFilling(view) || (refilling && view.mayEdit))
  const due = filling && view.dueOn ? `${dayOfYear(view.dueOn)}前填好，约两分钟。` : undefined
  const done = () => {
    setRefilling(false)
    setApplying(null)
    window.scrollTo(0, 0)
  }
  return (
    <div className={filling || applying ? 'own-narrow-head' : undefined}>
      <PhonePage title="毕业去向" lead={filling ? (view.state === 'sent-back' ? undefined : due) : undefined}>
        {!view && !found.error && <Skeleton lines={6} />}
        {!view && found.error && <ErrorState title="去向没有读出来" next={words(found.error)} onRetry={() => void found.refetch()} />}
        {view && filling && <Filling view={view} onDone={done} />}
        {view && !filling && applying && (
          <OwnApplication view={view} kind={applying} save={save} onReload={reload} onDone={done} onBack={() => setApplying(null)} />
        )}
        {view && !filling && !applying && <HandedIn view={view} onRefill={() => setRefilling(true)} onApply={setApplying} />}
      </PhonePage>
    </div>
  )
}
