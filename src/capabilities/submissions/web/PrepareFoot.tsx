import { Button } from 'antd'
import { Foot } from '../../../ui/Foot.tsx'
import type { PreviewView } from '../contract.ts'
import { formNames } from '../rules.ts'
import { LinkButton } from './LinkButton.tsx'
import { submitRefusalWords } from './words.ts'

type PrepareFootProps = { preview: PreviewView; busy: boolean; onSubmit: (zero: boolean) => void }

const noteOf = ({ task, level, leftOut }: PreviewView) =>
  [
    level === 'secondary' && task === 'register' && '提交后这些人转到组织部逐条反馈',
    '提交即冻结，留校验值',
    leftOut.length > 0 && `${leftOut.length} 人这次不在其中`,
  ]
    .filter(Boolean)
    .join('；')

/** One main action, with its number; or the plain statement that there is nobody. */
export const PrepareFoot = ({ preview, busy, onSubmit }: PrepareFootProps) => {
  const { task, rows, refusal, ordinal } = preview
  const nobody = refusal === 'nothing-to-submit' && ordinal === 1
  if (refusal === 'already-submitted' || (rows.length === 0 && !nobody)) return null
  return (
    <Foot
      chosen={nobody ? '本单位无人可报' : `${formNames[task]} ${rows.length} 人`}
      note={nobody ? '声明后按零报送处理' : noteOf(preview)}
    >
      <LinkButton type="text" href="/submissions">
        返回
      </LinkButton>
      {nobody ? (
        <Button type="primary" loading={busy} onClick={() => onSubmit(true)}>
          声明本单位无
        </Button>
      ) : (
        <Button
          type="primary"
          loading={busy}
          disabled={refusal !== null}
          title={refusal ? submitRefusalWords[refusal] : undefined}
          onClick={() => onSubmit(false)}
        >
          {`提交${formNames[task]}（${rows.length} 人）`}
        </Button>
      )}
    </Foot>
  )
}
