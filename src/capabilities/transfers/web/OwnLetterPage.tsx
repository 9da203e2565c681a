import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { PhonePage } from '../../../ui/PhonePage.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { OwnLetterSheet } from './OwnLetterCard.tsx'
import { useOwnLetters } from './own.ts'
import './own.css'

/** The graduate's letters, the newest first; the paper itself is handed out by the office. */
export const OwnLetterPage = () => {
  const { data: letters, error, refetch } = useOwnLetters()
  return (
    <PhonePage title="介绍信">
      {!letters && !error && <Skeleton lines={4} />}
      {!letters && error && <ErrorState title="介绍信没有读出来" next={wordsOf(problemOf(error))} onRetry={() => void refetch()} />}
      {letters?.length === 0 && (
        <EmptyState title="还没有介绍信" next="多数接转在党务系统里办，不开纸质信。要开的，组织部开好后会出现在这里。" />
      )}
      {letters?.map(letter => (
        <OwnLetterSheet key={letter.id} letter={letter} />
      ))}
    </PhonePage>
  )
}
