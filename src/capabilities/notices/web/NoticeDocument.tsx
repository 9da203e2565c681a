import { type Day, dayInWords } from '../../../kernel/day.ts'
import { Anchor } from '../../../ui/Anchor.tsx'
import { RichText } from '../../../ui/RichText.tsx'
import { sizeInWords } from '../../../ui/Scans.tsx'
import { attachmentEndings } from '../../attachments/rules.ts'
import type { NoticeView } from '../contract.ts'

/** As <a> asks for it; the session's cookie goes along. */
export const addressOf = (id: string) => `/api/v1/notices/files/${id}`

type Other = NonNullable<NoticeView['amends']>
const called = ({ number, title }: Other) => [number, `《${title}》`].filter(Boolean).join('')

/** Where it stands among others: what it puts right, and what has put it right since. */
const Relations = ({ view: { amends, amendedBy, withdrawn } }: { view: NoticeView }) => (
  <>
    {withdrawn && (
      <p className="notice-word t-red" role="note">
        {dayInWords(withdrawn.on as Day)}由{withdrawn.by}撤回，不用再办。原因：{withdrawn.reason}
      </p>
    )}
    {amendedBy.map(other => (
      <p key={other.id} className="notice-word t-ochre" role="note">
        已有更正，以更正为准：
        <Anchor className="link" href={`/notices/${other.id}`}>
          {called(other)}
        </Anchor>
      </p>
    ))}
    {amends && (
      <p className="notice-word" role="note">
        更正：
        <Anchor className="link" href={`/notices/${amends.id}`}>
          {called(amends)}
        </Anchor>
      </p>
    )}
  </>
)

export const FileLinks = ({ files }: { files: NoticeView['files'] }) => (
  <ol className="notice-files" aria-label="附件">
    {files.map(file => (
      <li key={file.id}>
        <a className="link" href={addressOf(file.id)} download>
          {file.name}
        </a>
        <span className="fine">
          {(attachmentEndings[file.mime] ?? '').toUpperCase()} {sizeInWords(file.size)}
        </span>
      </li>
    ))}
  </ol>
)

/** The notice as the document that it is: red head, number, words, attachments, foot. */
export const NoticeDocument = ({ view }: { view: NoticeView }) => (
  <article className="notice-doc" aria-label={view.title}>
    <Relations view={view} />
    <header className="notice-head">
      <p className="notice-issuer">{view.issuer}</p>
      {view.number && <p className="notice-number">{view.number}</p>}
    </header>
    <h2 className="notice-title">{view.title || '还没有标题'}</h2>
    <RichText text={view.text} />
    <p className="notice-contact">
      联系人：{view.contactName}，电话：<span className="notice-phone">{view.contactPhone}</span>
    </p>
    {view.files.length > 0 && (
      <div className="notice-attached">
        <span>附件：</span>
        <FileLinks files={view.files} />
      </div>
    )}
    <footer className="notice-foot">
      <p>{view.issuer}</p>
      {view.issued && <p>{dayInWords(view.issued.on as Day)}</p>}
    </footer>
  </article>
)
