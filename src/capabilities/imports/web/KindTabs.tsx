import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { CountsView } from '../contract.ts'
import { rowKinds } from '../rules/steps.ts'
import { useKindLooks } from './listWords.ts'

type TabProps = { word: string; count: number; tone?: string; on: boolean; onPick: () => void }

const Tab = ({ word, count, tone, on, onPick }: TabProps) => (
  <button type="button" aria-pressed={on} onClick={onPick}>
    <span>{word}</span>
    <b className={tone && count > 0 ? `t-${tone}` : undefined}>{count}</b>
  </button>
)

/** How many rows of each kind; a tab shows its rows. Rows of others appear only where there are any. */
export const KindTabs = ({ counts, busy }: { counts: CountsView; busy: boolean }) => {
  const [{ kind }, change] = useUrlFilters()
  const looks = useKindLooks()
  const shown = rowKinds.filter(one => one !== 'elsewhere' || counts.elsewhere > 0 || kind === one)
  return (
    <fieldset className="check-tabs">
      <legend className="only-read">按核对结果看</legend>
      <Tab word="全部" count={counts.total} on={!kind} onPick={() => change({ kind: undefined })} />
      {shown.map(one => (
        <Tab
          key={one}
          word={looks[one].word}
          tone={looks[one].tone}
          count={counts[one]}
          on={kind === one}
          onPick={() => change({ kind: one })}
        />
      ))}
      <span className="second check-hint" role="status">
        {busy ? '正在再查一遍……' : counts.wrong > 0 ? '有误在前。红格可直接改，改完即时再查。' : '没有有误的行。双击一格可以改。'}
      </span>
    </fieldset>
  )
}
