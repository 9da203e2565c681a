import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { saveFile } from '../../../ui/saveFile.ts'
import { useSession } from '../../../ui/session.ts'
import type { NewsView } from '../contract.ts'
import { newsApi } from './client.ts'
import { useAct } from './useNews.ts'

type Close = { onClose: () => void }

/** Back to its unit, with the words by which it can be mended. */
const ReturnDialog = ({ view: { id, version }, above, onClose }: { view: NewsView; above: boolean } & Close) => {
  const [reason, setReason] = useState('')
  const act = useAct(
    (words: string) => newsApi[above ? 'giveBack' : 'return'].call({ id, version, reason: words }),
    '已退回，对方收到消息',
    onClose,
  )
  return (
    <Dialog
      title="退回修改"
      onClose={onClose}
      actions={
        <>
          <Button type="text" onClick={onClose}>
            先不退
          </Button>
          <Button danger disabled={reason.trim() === ''} loading={act.isPending} onClick={() => act.mutate(reason.trim())}>
            退回
          </Button>
        </>
      }
    >
      <FormRow label="意见" hint="写明怎样修改，对方会收到消息">
        {field => <Input.TextArea {...field} rows={4} maxLength={1000} value={reason} onChange={event => setReason(event.target.value)} />}
      </FormRow>
    </Dialog>
  )
}

const PublishDialog = ({ view: { id, version }, onClose }: { view: NewsView } & Close) => {
  const { today } = useSession()
  const [filled, setFilled] = useState({ platform: '', url: '', onDay: today as string })
  const act = useAct((link: typeof filled) => newsApi.publish.call({ id, version, ...link }), '已登记，供稿单位收到消息', onClose)
  const wrong = filled.url !== '' && !/^https:\/\/\S+\.\S+/.test(filled.url)
  return (
    <Dialog
      title="登记刊发"
      onClose={onClose}
      actions={
        <>
          <Button type="text" onClick={onClose}>
            先不登记
          </Button>
          <Button
            type="primary"
            disabled={wrong || !filled.platform.trim() || !filled.url || !filled.onDay}
            loading={act.isPending}
            onClick={() => act.mutate(filled)}
          >
            登记
          </Button>
        </>
      }
    >
      <FormRow label="平台" hint="如：学校官网、学校公众号">
        {field => (
          <Input
            {...field}
            maxLength={60}
            value={filled.platform}
            onChange={event => setFilled({ ...filled, platform: event.target.value })}
          />
        )}
      </FormRow>
      <FormRow label="链接" error={wrong && '请粘贴以 https:// 开头的完整链接'}>
        {field => (
          <Input
            {...field}
            maxLength={500}
            value={filled.url}
            onChange={event => setFilled({ ...filled, url: event.target.value.trim() })}
          />
        )}
      </FormRow>
      <FormRow label="刊发日期">
        {field => (
          <Input
            {...field}
            type="date"
            max={today}
            value={filled.onDay}
            onChange={event => setFilled({ ...filled, onDay: event.target.value })}
          />
        )}
      </FormRow>
    </Dialog>
  )
}

const Downloads = ({ view: { id, title, photos } }: { view: NewsView }) => {
  const paper = useAct(async () => saveFile(await newsApi.document.call({ id }), `${title || '稿件'}.docx`), '')
  const pictures = useAct(async () => saveFile(await newsApi.pictures.call({ id }), `${title || '稿件'} 照片.zip`), '')
  return (
    <>
      <Button loading={paper.isPending} onClick={() => paper.mutate(undefined)}>
        导出 Word
      </Button>
      {photos.length > 0 && (
        <Button loading={pictures.isPending} onClick={() => pictures.mutate(undefined)}>
          下载照片
        </Button>
      )}
    </>
  )
}

/** The steps that stand open to the reader. */
export const NewsActions = ({ view }: { view: NewsView }) => {
  const [open, setOpen] = useState<'return' | 'publish'>()
  const asked = { id: view.id, version: view.version }
  const withdraw = useAct(() => newsApi.withdraw.call(asked), '已撤回，可以修改')
  const passOn = useAct(() => newsApi.passOn.call(asked), '已送宣传部')
  const receive = useAct(() => newsApi.receive.call(asked), '已接收')
  const accept = useAct(() => newsApi.accept.call(asked), '已采用，供稿单位收到消息')
  const acts = [
    { step: 'withdraw', label: '撤回', main: false, act: withdraw },
    { step: 'pass-on', label: '同意，送宣传部', main: true, act: passOn },
    { step: 'receive', label: '接收', main: false, act: receive },
    { step: 'accept', label: '采用', main: true, act: accept },
  ] as const
  const mayReturn = view.may.includes('give-back') || view.may.includes('return')
  return (
    <>
      <Downloads view={view} />
      {mayReturn && (
        <Button danger onClick={() => setOpen('return')}>
          退回
        </Button>
      )}
      {acts
        .filter(({ step }) => view.may.includes(step))
        .map(({ step, label, main, act }) => (
          <Button key={step} type={main ? 'primary' : 'default'} loading={act.isPending} onClick={() => act.mutate(undefined)}>
            {label}
          </Button>
        ))}
      {view.may.includes('publish') && (
        <Button type="primary" onClick={() => setOpen('publish')}>
          {view.state === 'published' ? '再登记一个链接' : '登记刊发'}
        </Button>
      )}
      {open === 'return' && <ReturnDialog view={view} above={view.may.includes('give-back')} onClose={() => setOpen(undefined)} />}
      {open === 'publish' && <PublishDialog view={view} onClose={() => setOpen(undefined)} />}
    </>
  )
}
