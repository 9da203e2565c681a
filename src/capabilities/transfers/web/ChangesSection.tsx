import { Section } from '../../../ui/Section.tsx'
import type { CaseView } from '../contract.ts'
import { BothVersions } from './BothVersions.tsx'
import { changeLines, lastChange } from './change-words.ts'
import { momentOf } from './days.ts'
import { eventWords } from './step-words.ts'

/** What an application would change, where it is decided. */
export const AppliedChanges = ({ view: { applied, application } }: { view: CaseView }) => {
  if (!applied) return null
  if (applied.changes.length > 0)
    return <BothVersions label="申请的改动" here="原来" there="申请改成" lines={changeLines(applied.changes)} />
  return <p className="second">{application === 'change' ? '还没有填新的去向；填好后才能同意。' : '去向不变，只另开一次。'}</p>
}

/** To whoever checks: what is no longer as it was, beside the decision. */
export const ChangesSection = ({ view }: { view: CaseView }) => {
  const changed = view.application ? undefined : lastChange(view)
  if (!changed) return null
  return (
    <Section title="改过的去向" note={`${momentOf(changed)} ${changed.actorName}，${eventWords[changed.step]}`}>
      <BothVersions label="去向的改动" here="改前" there="改后" lines={changeLines(changed.changes)} />
    </Section>
  )
}
