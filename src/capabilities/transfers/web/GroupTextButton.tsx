import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Copyable } from '../../../ui/Copyable.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { groupTextLamps, type Lamp, lampNames } from '../rules.ts'
import { transfersApi } from './client.ts'
import './following.css'

type Asked = { cohortId: string; path: string | undefined; lamp: Lamp }

const GroupText = ({ asked, onClose }: { asked: Asked; onClose: () => void }) => {
  const found = useQuery(transfersApi.following.groupText.queryOptions({ input: asked }))
  const text = found.data?.text
  return (
    <Dialog title={`群里的提醒：${lampNames[asked.lamp]}`} onClose={onClose} actions={<Button onClick={onClose}>关闭</Button>}>
      {found.error && (
        <p className="form-error" role="alert">
          {wordsOf(problemOf(found.error))}
        </p>
      )}
      {found.data && !text && <p>现在没有要提醒的人。</p>}
      {text && (
        <>
          <p className="second step-means">{found.data?.names.length} 人，只有姓名。复制后发到支部群里。</p>
          <Copyable text={text}>
            <span className="following-text">{text}</span>
          </Copyable>
        </>
      )}
    </Dialog>
  )
}

/** Of a lamp that members can do something about: the names and what to do, to be copied into a group chat. */
export const GroupTextButton = ({ cohortId, path, lamp }: { cohortId: string; path: string | undefined; lamp: Lamp | undefined }) => {
  const [shown, setShown] = useState(false)
  if (!lamp || !groupTextLamps.includes(lamp)) return null
  return (
    <>
      <Button onClick={() => setShown(true)}>群里的提醒</Button>
      {shown && <GroupText asked={{ cohortId, path, lamp }} onClose={() => setShown(false)} />}
    </>
  )
}
