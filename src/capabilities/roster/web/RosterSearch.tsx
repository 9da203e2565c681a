import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { wholeNumberIn } from '../../../kernel/whole-number.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'

const TYPING_REST_MS = 300

type RosterSearchProps = { mayReveal: boolean; privately: string; onPrivately: (words: string) => void }

/** Looks as one types. A whole ID number or phone stays out of the URL, and with it out of the history. */
export const RosterSearch = ({ mayReveal, privately, onPrivately }: RosterSearchProps) => {
  const [{ search = '' }, change] = useUrlFilters()
  const [typed, setTyped] = useState(privately || search)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const hidden = useRef(privately)
  hidden.current = privately

  // Back and forward move the words too.
  useEffect(() => {
    if (!hidden.current) setTyped(search)
  }, [search])
  useEffect(() => () => clearTimeout(timer.current), [])

  const follow = (words: string) => {
    setTyped(words)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const sought = words.trim()
      const isPrivate = wholeNumberIn(sought) !== null
      onPrivately(isPrivate ? sought : '')
      change({ search: isPrivate ? undefined : sought || undefined }, { replace: true })
    }, TYPING_REST_MS)
  }
  const words = mayReveal ? '姓名、拼音、学号、证件号后四位、完整证件号或手机' : '姓名、拼音、学号或证件号后四位'
  return (
    <Input
      className="filter-search roster-search"
      allowClear
      prefix={<SearchOutlined />}
      aria-label={words}
      placeholder={words}
      value={typed}
      onChange={event => follow(event.target.value)}
    />
  )
}
