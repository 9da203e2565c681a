import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { LettersPage } from '../../../../capabilities/letters/web/LettersPage.tsx'
import { PrintDrawer } from '../../../../capabilities/letters/web/PrintDrawer.tsx'
import { LetterActions } from '../../../../capabilities/transfers/web/LetterActions.tsx'
import { ToIssue } from '../../../../capabilities/transfers/web/ToIssue.tsx'
import { SavedViews } from '../../../../capabilities/views/web/SavedViews.tsx'

const Letters = () => {
  const [printing, setPrinting] = useState<string[]>()
  return (
    <>
      <LettersPage
        toIssue={<ToIssue onPrint={setPrinting} />}
        views={<SavedViews screen="letters" path="/letters" />}
        actionsOf={letter => <LetterActions key={letter.id} letter={letter} />}
      />
      {printing && printing.length > 0 && <PrintDrawer ids={printing} onClose={() => setPrinting(undefined)} />}
    </>
  )
}

export const Route = createFileRoute('/_desk/letters/')({ component: Letters })
