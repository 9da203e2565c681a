import { useEffect, useState } from 'react'
import { usualLogins } from '../../setup/founders.ts'
import type { Founding } from '../../setup/founding.ts'

const KEY = 'qicheng.setup'
const blank = (year: number): Founding => ({
  school: { code: '', name: '', committee: '', division: '', address: '', phone: '', fax: '', postCode: '' },
  letters: { prefix: '', next: 1 },
  plan: { key: '2023', year },
  people: Object.fromEntries(Object.entries(usualLogins).map(([role, login]) => [role, { name: '', login }])) as Founding['people'],
})

const kept = (): Founding | null => {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Founding | null
  } catch {
    return null
  }
}

/** What is typed stays in this tab until the school stands. The token is never kept. */
export function useTyped(year: number) {
  const [typed, setTyped] = useState<Founding>(() => kept() ?? blank(year))
  useEffect(() => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(typed))
    } catch {
      // Kept for this page only.
    }
  }, [typed])
  const forget = () => {
    try {
      sessionStorage.removeItem(KEY)
    } catch {
      // Nothing was kept.
    }
  }
  return { typed, setTyped, forget }
}
