import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { useSession } from '../../../ui/session.ts'
import type { BatchChange } from '../contract/batch.ts'
import type { GraduatePage } from '../contract.ts'
import { MAX_TAG_LENGTH, MAX_TAGS } from '../rules/batch.ts'
import { tagsIn } from './batchItems.ts'
import { rosterApi } from './client.ts'
import { Tags } from './ledgerColumns.tsx'
import { Notes } from './Notes.tsx'
import { batchRefusalWords } from './words.ts'

/** One person's marks go the way of a batch of one. */
const useBeside = ({ id, version, cohortId }: GraduatePage) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: BatchChange) => rosterApi.batch.apply.call({ cohortId, people: [{ id, version }], change }),
    onSettled: () => queries.invalidateQueries({ queryKey: rosterApi.key() }),
  })
}

const wordsFor = (error: unknown): string => {
  const problem = problemOf(error)
  return problem.code === 'CONFLICT' ? '别人刚改过这个人，没有写入。页面已是最新，请再改一次。' : wordsOf(problem, batchRefusalWords)
}

const TagsField = ({ person, onChange, busy }: { person: GraduatePage; onChange: (change: BatchChange) => void; busy: boolean }) => {
  const used = useQuery(rosterApi.batch.tags.queryOptions({ input: { cohortId: person.cohortId } })).data ?? []
  const set = (texts: readonly string[]) => {
    const wanted = [...new Set(texts.flatMap(tagsIn).map(tag => tag.slice(0, MAX_TAG_LENGTH)))]
    const addTags = wanted.filter(tag => !person.tags.includes(tag))
    const removeTags = person.tags.filter(tag => !wanted.includes(tag))
    if (addTags.length + removeTags.length > 0) onChange({ ...(addTags.length && { addTags }), ...(removeTags.length && { removeTags }) })
  }
  return (
    <Select
      mode="tags"
      className="form-full"
      aria-label="标签"
      placeholder="如：考研、重点"
      maxCount={MAX_TAGS}
      disabled={busy}
      value={[...person.tags]}
      options={used.map(({ tag, count }) => ({ value: tag, label: `${tag}（${count} 人）` }))}
      optionLabelProp="value"
      onChange={set}
    />
  )
}

const NOBODY = ''

const ResponsibleField = ({ person, onChange, busy }: Parameters<typeof TagsField>[0]) => {
  const staff = useQuery(rosterApi.batch.staff.queryOptions({ input: { cohortId: person.cohortId } })).data ?? []
  const fitting = staff.filter(({ path }) => person.branch.path.startsWith(path))
  const held = person.responsible && !fitting.some(({ id }) => id === person.responsible?.id) ? [person.responsible] : []
  return (
    <Select
      className="form-full"
      aria-label="责任老师"
      disabled={busy}
      value={person.responsible?.id ?? NOBODY}
      options={[
        { value: NOBODY, label: '未指定' },
        ...held.map(({ id, name }) => ({ value: id, label: name })),
        ...fitting.map(({ id, name, unitName, count }) => ({ value: id, label: `${name}（${unitName}，现负责 ${count} 人）` })),
      ]}
      onChange={id => onChange({ responsibleId: id === NOBODY ? null : id })}
    />
  )
}

/** What the office keeps about a person beside the form. */
export const BesideSection = ({ person }: { person: GraduatePage }) => {
  const { can } = useSession()
  const change = useBeside(person)
  const edits = can('roster:edit')
  if (!edits && person.tags.length === 0 && !person.responsible) return null
  const given = { person, busy: change.isPending, onChange: (asked: BatchChange) => change.mutate(asked) }
  return (
    <Section title="联系与备忘" note={edits ? '只供经办人员看，本人看不到' : undefined}>
      <dl className="beside-fields">
        <dt>责任老师</dt>
        <dd>{edits ? <ResponsibleField {...given} /> : (person.responsible?.name ?? '未指定')}</dd>
        <dt>标签</dt>
        <dd>{edits ? <TagsField {...given} /> : <Tags tags={person.tags} />}</dd>
      </dl>
      {change.error && (
        <p className="form-error" role="alert">
          {wordsFor(change.error)}
        </p>
      )}
      {edits && <Notes graduateId={person.id} />}
    </Section>
  )
}
