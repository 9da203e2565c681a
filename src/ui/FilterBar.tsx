import { SearchOutlined } from '@ant-design/icons'
import { Input, Segmented } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { searchRefusalText, wholeNumberIn } from '../kernel/whole-number.ts'
import { useUrlFilters } from './urlFilters.ts'
import './filterbar.css'

/** One segment; `value` goes into the URL, the empty one means all. */
export type FilterOption = { value: string; label: string; count?: number | undefined }

/** Segments with counts, bound to one search parameter. */
export const FilterSegments = ({ name, label, options }: { name: string; label: string; options: readonly FilterOption[] }) => {
  const [filters, change] = useUrlFilters()
  return (
    <div className="filter-segments">
      <Segmented
        aria-label={label}
        value={filters[name] ?? ''}
        onChange={value => change({ [name]: value || undefined })}
        options={options.map(option => ({
          value: option.value,
          label: option.count === undefined ? option.label : `${option.label} ${option.count}`,
        }))}
      />
    </div>
  )
}

const TYPING_REST_MS = 300

/** Words to look for, bound to one search parameter; the list follows when the typing rests. A whole ID number or phone stays out of the URL. */
export const FilterSearch = ({ name, placeholder }: { name: string; placeholder: string }) => {
  const [filters, change] = useUrlFilters()
  const inUrl = filters[name] ?? ''
  const [typed, setTyped] = useState(inUrl)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // Back and forward move the words too.
  useEffect(() => setTyped(inUrl), [inUrl])
  useEffect(() => () => clearTimeout(timer.current), [])

  const isWhole = wholeNumberIn(typed) !== null
  const follow = (words: string) => {
    setTyped(words)
    clearTimeout(timer.current)
    if (wholeNumberIn(words)) return
    timer.current = setTimeout(() => change({ [name]: words.trim() || undefined }, { replace: true }), TYPING_REST_MS)
  }

  return (
    <>
      <Input
        className="filter-search"
        allowClear
        prefix={<SearchOutlined />}
        aria-label={placeholder}
        placeholder={placeholder}
        status={isWhole ? 'warning' : ''}
        value={typed}
        onChange={event => follow(event.target.value)}
      />
      {isWhole && (
        <p className="filter-said t-ochre" role="alert">
          {searchRefusalText['whole-number']}
        </p>
      )}
    </>
  )
}

/** Filters side by side; `extra` stands at the right: a legend, a second action. */
export const FilterBar = ({ children, extra }: { children: ReactNode; extra?: ReactNode }) => (
  <search className="filter-bar">
    {children}
    {extra && <div className="row-end row">{extra}</div>}
  </search>
)
