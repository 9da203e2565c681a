import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { type AddresseeDoubt, checkAddressee } from '../../letters/rules.ts'
import { addresseesApi } from './client.ts'
import { useNear } from './near.ts'

export type Addressee = { id?: string | null | undefined; name: string }

type AddresseeFieldProps = {
  id?: string
  labelledBy?: string | undefined
  value: Addressee | null
  onChange: (value: Addressee | null) => void
}

const doubtWords: Record<AddresseeDoubt, string> = {
  'branch-cannot-receive': '抬头要写上级党委或组织部，不写总支、支部。具体党支部在下一题填。',
  'bare-employer': '请写单位的党组织，例：某某公司党委，不只写单位名称。',
  'unusual-ending': '抬头多以“委员会”“党委”“组织部”“工委”结尾，请再核对。',
  abbreviated: '请写全称，例：“市委”写作“中共某某市委员会”。',
  'no-party-mark': '看不出是党组织，请再核对全称。',
}

const SEARCH_REST_MS = 250

const useSettled = (text: string) => {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SEARCH_REST_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** Offers what the school's dictionary knows while one types; a name that it does not know may stand too. */
export const AddresseeField = ({ id, labelledBy, value, onChange }: AddresseeFieldProps) => {
  const listId = useId()
  const name = value?.name ?? ''
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const search = useSettled(name.trim())
  const near = useNear()
  const found = useQuery(
    addresseesApi.search.queryOptions({
      input: { search, limit: 8, ...near },
      enabled: open,
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
  )
  const options = open ? (found.data ?? []) : []
  const [doubt] = name.trim() && !value?.id && !open ? checkAddressee(name) : []

  const pick = (option: Addressee) => {
    onChange({ id: option.id ?? null, name: option.name })
    setOpen(false)
    setAt(-1)
  }
  const move = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      setAt(Math.max(-1, Math.min(options.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))))
    }
    if (event.key === 'Escape' && open) {
      event.preventDefault()
      setOpen(false)
    }
    if (event.key === 'Enter' && options[at]) {
      event.preventDefault()
      pick(options[at])
    }
  }

  return (
    <div className="addressee">
      <input
        id={id}
        className="answer-input"
        role="combobox"
        aria-labelledby={labelledBy}
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={options[at] ? `${listId}-${at}` : undefined}
        autoComplete="off"
        maxLength={120}
        placeholder="输几个字，例：天河 组织部"
        value={name}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={move}
        onChange={event => {
          setOpen(true)
          setAt(-1)
          onChange(event.target.value ? { id: null, name: event.target.value } : null)
        }}
      />
      <div id={listId} role="listbox" aria-label="抬头库里的党组织" className="addressee-list" hidden={options.length === 0}>
        {options.map((option, line) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input, which names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's
          <div
            key={option.id}
            id={`${listId}-${line}`}
            role="option"
            aria-selected={line === at}
            onPointerDown={event => event.preventDefault()}
            onClick={() => pick(option)}
          >
            <span>{option.name}</span>
            <span className="fine">
              {[
                option.sameEmployer > 0 ? `接收过去这个单位的 ${option.sameEmployer} 人` : null,
                option.divisionName,
                option.needsPaper ? '要求纸质' : null,
                option.used > 0 ? `用过 ${option.used} 次` : null,
              ]
                .filter(Boolean)
                .join('，')}
            </span>
          </div>
        ))}
      </div>
      {doubt && <p className="fine">{doubtWords[doubt.reason]}</p>}
    </div>
  )
}
