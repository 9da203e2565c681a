import type { ClipboardEvent } from 'react'
import { isbnOf } from '../rules.ts'
import { type Change, TextRow } from './RecordFields.tsx'
import { type Book, noBook, pastedBooks, type Typed } from './saying.ts'

export type Giver = { graduateId: string; name: string }
type BookProps = { people: readonly Giver[]; typed: Typed; onChange: Change }

const wrong = (isbn: string) => isbn.trim() !== '' && isbnOf(isbn) === null

type RowProps = { person: Giver; book: Book; onBook: (book: Book) => void; onPaste: (event: ClipboardEvent<HTMLInputElement>) => void }

const Row = ({ person, book, onBook, onPaste }: RowProps) => (
  <tr>
    <th scope="row">{person.name}</th>
    <td>
      <input
        className="plain-input"
        aria-label={`${person.name}的书名`}
        value={book.title}
        maxLength={120}
        autoComplete="off"
        onPaste={onPaste}
        onChange={event => onBook({ ...book, title: event.target.value })}
      />
    </td>
    <td>
      <input
        className="plain-input"
        aria-label={`${person.name}的 ISBN`}
        aria-invalid={wrong(book.isbn)}
        value={book.isbn}
        maxLength={40}
        inputMode="text"
        autoComplete="off"
        onChange={event => onBook({ ...book, isbn: event.target.value })}
      />
      {wrong(book.isbn) && <span className="form-error">校验不对，请对照书背</span>}
    </td>
  </tr>
)

/** A title for each; a column copied from a sheet goes down the names. */
export const BookFields = ({ people, typed, onChange }: BookProps) => {
  const names = people.map(({ graduateId }) => graduateId)
  const set = (books: Record<string, Book>) => onChange({ books: { ...typed.books, ...books } })
  const paste = (from: string) => (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text')
    if (!/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    set(pastedBooks(text, from, names))
  }
  return (
    <>
      <div className="form-row">
        <table className="book-table" aria-label="各人捐的书">
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">书名</th>
              <th scope="col">
                ISBN<span className="quiet">（选填）</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map(person => (
              <Row
                key={person.graduateId}
                person={person}
                book={typed.books[person.graduateId] ?? noBook}
                onBook={book => set({ [person.graduateId]: book })}
                onPaste={paste(person.graduateId)}
              />
            ))}
          </tbody>
        </table>
        <p className="fine">
          {people.length > 1 ? '可以从表格里复制一列书名（或书名和 ISBN 两列），在第一个人那里粘贴。' : ''}
          没有书名的，凭下面的凭据确认。
        </p>
      </div>
      <TextRow label="赠给谁" optional hint="如：学院图书角" value={typed.receiver} onChange={receiver => onChange({ receiver })} />
    </>
  )
}

/** The same for one's own book. */
export const OwnBookFields = ({ typed, onChange }: Omit<BookProps, 'people'>) => {
  const book = typed.books.own ?? noBook
  const set = (change: Partial<Book>) => onChange({ books: { own: { ...book, ...change } } })
  return (
    <>
      <TextRow label="书名" value={book.title} onChange={title => set({ title })} />
      <TextRow
        label="ISBN"
        optional
        hint="书背条码上方的 10 位或 13 位数字"
        error={wrong(book.isbn) ? '校验不对，请对照书背，也可以空着' : undefined}
        value={book.isbn}
        max={40}
        onChange={isbn => set({ isbn })}
      />
      <TextRow label="赠给谁" optional hint="如：学院图书角" value={typed.receiver} onChange={receiver => onChange({ receiver })} />
    </>
  )
}
