import type { Files } from './useFiles.ts'

const atWords = { waiting: '等待上传', sending: '正在上传…' } as const

/** What is on its way, and what was not taken: each by its own name. */
export const SendingList = ({ files: { sending, dismiss } }: { files: Files }) =>
  sending.length > 0 && (
    <ul className="sending" aria-live="polite">
      {sending.map(({ key, name, at, why }) => (
        <li key={key}>
          <b>{name}</b>
          {at === 'failed' ? (
            <>
              <span className="t-red">{why}</span>
              <button type="button" className="link" aria-label={`知道了：${name}`} onClick={() => dismiss(key)}>
                知道了
              </button>
            </>
          ) : (
            <span className="second">{atWords[at]}</span>
          )}
        </li>
      ))}
    </ul>
  )
