import { Button } from 'antd'
import { useState } from 'react'
import { ErrorState } from '../../../../ui/ErrorState.tsx'
import { PhonePage } from '../../../../ui/PhonePage.tsx'
import { problemOf } from '../../../../ui/problem.ts'
import { Section } from '../../../../ui/Section.tsx'
import { Skeleton } from '../../../../ui/Skeleton.tsx'
import type { ProblemView } from '../../../imports/contract.ts'
import type { OwnDataView } from '../../contract/own-data.ts'
import { isOwnField, lastWordOn, ownGroups } from '../../rules/own-data.ts'
import { rosterApi } from '../client.ts'
import { wrongOf } from '../useGraduate.ts'
import { type OwnDraft, useOwnDraft } from './draft.ts'
import { OwnDownload } from './OwnDownload.tsx'
import { OwnEvidence } from './OwnEvidence.tsx'
import { OwnField, Why } from './OwnField.tsx'
import { OwnPapers, OwnSignIns } from './OwnHeld.tsx'
import { OpenProposal, PastProposals } from './OwnProposal.tsx'
import { useOwnData, useOwnWrite } from './own.ts'
import { ownProblemWords } from './words.ts'
import '../../../../ui/form.css'
import './own-data.css'

const waits = (field: string) => isOwnField(field) && lastWordOn[field] === 'branch'

const textIn = ({ fields }: OwnDataView, field: string) => fields.find(each => each.field === field)?.text ?? ''

/** Those that were opened and read otherwise now; what is proposed already and set back is a change, too. */
const changedIn = ({ fields }: OwnDataView, { changes }: Pick<OwnDraft, 'changes'>): string[] =>
  fields.flatMap(({ field, text, proposed }) => {
    const typed = changes[field]?.trim()
    return typed === undefined || typed === (proposed ?? text) ? [] : [field]
  })

/** What has just been handed in, in a sentence. */
const doneWords = (before: OwnDataView, after: OwnDataView, named: readonly string[]): string => {
  const labels = (those: (field: string) => boolean) =>
    after.fields
      .filter(({ field }) => named.includes(field) && those(field))
      .map(({ label }) => label)
      .join('、')
  const saved = labels(field => textIn(before, field) !== textIn(after, field))
  const handedIn = labels(field => after.open?.changes.some(change => change.field === field) ?? false)
  return [saved && `已生效：${saved}。`, handedIn && `已交支部核对：${handedIn}。`].filter(Boolean).join('') || '已按你说的改回。'
}

type Found = { draft: OwnDraft; problems: readonly ProblemView[] }

const Groups = ({ view, draft, problems }: Found & { view: OwnDataView }) =>
  ownGroups.map(({ title, fields }) => (
    <Section key={title} title={title}>
      {fields.map(field => {
        const held = view.fields.find(each => each.field === field)!
        return (
          <OwnField
            key={field}
            held={held}
            text={draft.changes[field]}
            problems={problems.filter(problem => problem.field === field)}
            onText={text => draft.edit(field, text)}
          />
        )
      })}
      {title === '学籍' && view.formerNumbers.length > 0 && <p className="fine">曾用学号：{view.formerNumbers.join('、')}</p>}
      {fields.some(field => lastWordOn[field] === 'party') && <Why lastWord="party" />}
    </Section>
  ))

const draftWords = { kept: '草稿已存', keeping: '正在存草稿', unkept: '草稿还没存上，请别关闭本页' } as const

type HandInProps = { view: OwnDataView; draft: OwnDraft; busy: boolean; error: string | undefined; onSend: () => void }

const HandIn = ({ view, draft, busy, error, onSend }: HandInProps) => {
  const fields = changedIn(view, draft)
  const [now, later] = [fields.filter(field => !waits(field)).length, fields.filter(waits).length]
  const note = [now > 0 && `${now} 项即时生效`, later > 0 && `${later} 项交支部核对`].filter(Boolean).join('，')
  return (
    <>
      {later > 0 && (
        <Section title="给支部的说明" note="选填">
          <textarea
            className="mine-input"
            aria-label="给支部的说明"
            rows={3}
            maxLength={300}
            placeholder="如：身份证上是这个字，登记时写错了"
            value={draft.reason}
            onChange={event => draft.explain(event.target.value)}
          />
          <OwnEvidence evidence={view.evidence} />
        </Section>
      )}
      <div className="mine-send">
        <p className="fine">
          {note}
          <span role="status">{draftWords[draft.draft]}</span>
        </p>
        {error && (
          <p className="form-error" role="alert">
            {error}
          </p>
        )}
        <Button type="primary" size="large" block loading={busy} disabled={fields.length === 0} onClick={onSend}>
          {later > 0 ? `提交 ${fields.length} 项更正` : fields.length > 0 ? `保存 ${fields.length} 项` : '还没有改动'}
        </Button>
      </div>
    </>
  )
}

const Opened = ({ view }: { view: OwnDataView }) => {
  const draft = useOwnDraft(view)
  const [done, setDone] = useState('')
  const fields = Object.keys(draft.changes)
  const write = useOwnWrite(rosterApi.own.correct.call, next => {
    setDone(doneWords(view, next, fields))
    draft.done()
    window.scrollTo(0, 0)
  })
  const problems = wrongOf(write.error)
  const said = problems.length > 0 ? '有填得不对的，没有提交，填的都还在。请看标红的项。' : ownProblemWords(problemOf(write.error))
  const send = () => {
    setDone('')
    const reason = draft.reason.trim()
    write.mutate(
      { version: view.version, changes: draft.changes, ...(reason && { reason }) },
      {
        // What is wrong may stand in a field that was not touched: it opens, so that it can be mended.
        onError: error => {
          for (const { field } of wrongOf(error)) {
            const held = view.fields.find(each => each.field === field)
            if (held && draft.changes[field] === undefined && held.lastWord !== 'party') draft.edit(field, held.text)
          }
        },
      },
    )
  }
  return (
    <>
      {done && (
        <p className="mine-done" role="status">
          {done}
        </p>
      )}
      {view.open && <OpenProposal open={view.open} branchName={view.branchName} />}
      <PastProposals past={view.past} />
      <Groups view={view} draft={draft} problems={problems} />
      <OwnPapers papers={view.papers} />
      <OwnSignIns signIns={view.signIns} />
      {fields.length === 0 && <OwnDownload />}
      {fields.length > 0 && (
        <HandIn view={view} draft={draft} busy={write.isPending} error={write.error ? said : undefined} onSend={send} />
      )}
    </>
  )
}

/** All that 附件1 holds of the graduate, in full, each field open to correction. */
export const OwnDataPage = () => {
  const { data: view, error, refetch } = useOwnData()
  return (
    <PhonePage title="我的资料" lead="学校名册里登记的你。有误的点“更正”。">
      {!view && !error && <Skeleton lines={8} />}
      {!view && error && <ErrorState title="你的资料没有读出来" next={ownProblemWords(problemOf(error))} onRetry={() => void refetch()} />}
      {view && <Opened view={view} />}
    </PhonePage>
  )
}
