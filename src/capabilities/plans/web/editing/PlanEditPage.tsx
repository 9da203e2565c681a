import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Anchor } from '../../../../ui/Anchor.tsx'
import { capabilityApi } from '../../../../ui/api.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../../ui/ErrorState.tsx'
import { Foot } from '../../../../ui/Foot.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../../ui/problem.ts'
import { Section } from '../../../../ui/Section.tsx'
import { Skeleton } from '../../../../ui/Skeleton.tsx'
import { useSession } from '../../../../ui/session.ts'
import type { orgsContract } from '../../../orgs/contract.ts'
import { type Plan, type PlanPart, planChanges, planPartNames } from '../../rules.ts'
import type { DestinationNames } from '../DestinationTable.tsx'
import { valueAt, withValue } from './at.ts'
import { api } from './client.ts'
import { GroupEditor } from './GroupEditor.tsx'
import { PasteNotice } from './PasteNotice.tsx'
import { SaveDialog } from './SaveDialog.tsx'
import { type Option, type PartSpec, partSpecs } from './spec.ts'
import { useDraftPlan } from './useDraftPlan.ts'
import '../plan.css'
import './edit.css'

const orgs = capabilityApi<typeof orgsContract>('orgs')

type EditorProps = {
  cohortId: string
  running: { version: number; plan: Plan }
  units: readonly Option[]
  names: DestinationNames
  part: PlanPart
}

/** Which part a complaint belongs to, by the first step of its path. */
const within = (spec: PartSpec, path: string) =>
  spec.groups.some(({ at, ...group }) =>
    at === '' && group.kind === 'fields' ? group.fields.some(({ key }) => path === key) : path.startsWith(at),
  )

const Contents = ({ specs, part, problems }: { specs: readonly PartSpec[]; part: PlanPart; problems: ReadonlyMap<string, string> }) => (
  <nav className="plan-contents" aria-label="方案的各部分">
    <ol>
      {specs.map(spec => {
        const wrong = [...problems.keys()].filter(path => within(spec, path)).length
        return (
          <li key={spec.part}>
            <Anchor href={`/plan/edit?part=${spec.part}`} aria-current={spec.part === part ? 'page' : undefined}>
              {planPartNames[spec.part]}
              {wrong > 0 && <span className="t-red">（{wrong} 处要改）</span>}
            </Anchor>
          </li>
        )
      })}
    </ol>
  </nav>
)

const Editor = ({ cohortId, running, units, names, part }: EditorProps) => {
  const draft = useDraftPlan(cohortId, running)
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map())
  const [saving, setSaving] = useState(false)
  const specs = partSpecs(units, names, draft.plan)
  const spec = specs.find(one => one.part === part) ?? specs[0]!
  const count = draft.changed ? planChanges(running.plan, draft.plan).length : 0
  const changeAt = (at: string, value: unknown) => draft.change(withValue(draft.plan, at, value))
  return (
    <>
      <div className="plan plan-edit">
        <div className="plan-text">
          {draft.stale && (
            <p className="edit-stale" role="note">
              您的草稿是照第 {draft.version} 版改的，现行已是第 {running.version} 版。可以放弃草稿，照新版本重改。
            </p>
          )}
          {spec.part === 'milestones' && <PasteNotice cohortId={cohortId} plan={draft.plan} onChange={draft.change} />}
          <Section title={planPartNames[spec.part]} note={spec.note}>
            {spec.groups.map(group => (
              <GroupEditor
                key={`${group.kind} ${group.at}`}
                group={group}
                value={valueAt(draft.plan, group.at)}
                problems={problems}
                onChange={value => changeAt(group.at, value)}
              />
            ))}
          </Section>
        </div>
        <Contents specs={specs} part={spec.part} problems={problems} />
      </div>
      <Foot chosen={count > 0 ? `${count} 处改动` : '还没有改动'} note={draft.changed ? '草稿留在这台电脑上' : undefined}>
        <Button disabled={!draft.changed} onClick={draft.giveUp}>
          放弃改动
        </Button>
        <Button type="primary" disabled={!draft.changed} onClick={() => setSaving(true)}>
          看涉及谁，再保存
        </Button>
      </Foot>
      {saving && (
        <SaveDialog
          cohortId={cohortId}
          version={draft.version}
          plan={draft.plan}
          fields={names.fields}
          onClose={() => setSaving(false)}
          onWrong={found => {
            setProblems(new Map(found.map(({ path, message }) => [path, message])))
            setSaving(false)
          }}
          onSaved={draft.giveUp}
        />
      )}
    </>
  )
}

/** The plan in forms, part by part; nothing holds before it is saved. */
export const PlanEditPage = ({ part, ...names }: DestinationNames & { part: PlanPart }) => {
  const { cohort } = useSession()
  const found = useQuery(
    api.plan.queryOptions({ input: { cohortId: cohort?.id ?? '' }, enabled: cohort !== null, refetchOnWindowFocus: false }),
  )
  const tree = useQuery(orgs.list.queryOptions({ staleTime: 60_000 }))
  const units = (tree.data ?? []).filter(({ level }) => level !== 'committee').map(({ id, name }) => ({ value: id, label: name }))
  const error = found.error ?? tree.error
  return (
    <Page
      title={found.data ? `修改${found.data.plan.title}工作方案` : '修改工作方案'}
      crumbs={[{ label: '方案', href: '/plan' }, { label: '修改' }]}
    >
      {cohort === null && <EmptyState title="还没有毕业届" next="建好本届方案后，这里可以修改。" />}
      {error && <ErrorState title="方案没有读出来" next={wordsOf(problemOf(error))} onRetry={() => void found.refetch()} />}
      {!error && cohort && (!found.data || !tree.data) && <Skeleton lines={10} />}
      {cohort && found.data && tree.data && (
        <Editor
          key={`${cohort.id} ${found.data.version}`}
          cohortId={cohort.id}
          running={{ version: found.data.version, plan: found.data.plan as Plan }}
          units={units}
          names={names}
          part={part}
        />
      )}
    </Page>
  )
}
