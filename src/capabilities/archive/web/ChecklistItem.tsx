import { Clause } from '../../../ui/Clause.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { useSession } from '../../../ui/session.ts'
import { clauses } from '../../plans/rules.ts'
import type { ItemView } from '../contract.ts'
import { BringButton } from './BringButton.tsx'
import { Materials } from './Materials.tsx'
import { lackWords, sourceWords } from './words.ts'

const NAMED = 4

const whose = (units: ItemView['missing'], all: boolean): string => {
  if (all && units.length > NAMED) return `全部 ${units.length} 个单位`
  return units.map(({ unitName, count }) => (count === null ? unitName : `${unitName} ${count}`)).join('、')
}

/** `未报送：外国语学院党总支、管理学院党总支`: one line a kind of lack. */
const missingWords = ({ missing, have }: ItemView): string[] =>
  [...Map.groupBy(missing, ({ lack }) => lack)].map(([lack, units]) => {
    if (lack === 'receipts-open') return `${lackWords[lack]} ${units[0]?.count} 封，收到后在介绍信里登记`
    return `${lackWords[lack]}：${whose(units, have === 0 && units.length === missing.length)}`
  })

/** A unit is not shown what the office gathers. */
const isElsewhere = ({ source, mayBring }: ItemView, office: boolean) =>
  !office && !mayBring && (source === 'office-files' || source === 'letters')

const Standing = ({ item }: { item: ItemView }) => {
  const { can } = useSession()
  if (isElsewhere(item, can('archive:make')))
    return (
      <Mark tone="grey" glyph="dash">
        组织部办
      </Mark>
    )
  if (item.complete)
    return (
      <Mark tone="green" glyph="check">
        齐
      </Mark>
    )
  return item.required ? (
    <Mark tone="red" glyph="cross">
      缺
    </Mark>
  ) : (
    <Mark tone="grey" glyph="dash">
      未交，选交
    </Mark>
  )
}

export const ChecklistItem = ({ cohortId, item }: { cohortId: string; item: ItemView }) => (
  <li>
    <div className="archive-body">
      <div className="archive-name">
        <h3>{item.name}</h3>
        <Standing item={item} />
        <Clause id={item.clause} text={clauses[item.clause]} />
        <span className="fine">{sourceWords[item.source]}</span>
      </div>
      {missingWords(item).map(words => (
        <p key={words} className="second">
          {words}
        </p>
      ))}
      {item.materials.length > 0 && <Materials materials={item.materials} />}
    </div>
    {item.mayBring && <BringButton cohortId={cohortId} item={item} />}
  </li>
)
