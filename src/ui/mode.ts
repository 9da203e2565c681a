import { useSyncExternalStore } from 'react'
import type { Mode } from './palette.ts'

/** What the person chose; `system` follows the device. */
export type ModeChoice = Mode | 'system'

const KEY = 'qicheng.mode'
const device = () => window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

/** A browser may forbid storage; then the choice lasts as long as the page. */
const remembered = (): ModeChoice => {
  try {
    const kept = localStorage.getItem(KEY)
    return kept === 'light' || kept === 'dark' ? kept : 'system'
  } catch {
    return 'system'
  }
}

let choice: ModeChoice | undefined
const current = (): ModeChoice => {
  choice ??= remembered()
  return choice
}

const dress = () => {
  const root = document.documentElement
  if (current() === 'system') root.removeAttribute('data-theme')
  else root.dataset.theme = current()
}

export const chooseMode = (next: ModeChoice): void => {
  choice = next
  try {
    localStorage.setItem(KEY, next)
  } catch {
    // Kept for this page only.
  }
  dress()
  for (const tell of listeners) tell()
}

/** Call once before the first drawing, so that a remembered choice does not flash. */
export const startMode = (): void => dress()

const subscribe = (tell: () => void) => {
  const system = device()
  listeners.add(tell)
  system.addEventListener('change', tell)
  return () => {
    listeners.delete(tell)
    system.removeEventListener('change', tell)
  }
}

const shown = (): Mode => {
  const wanted = current()
  if (wanted !== 'system') return wanted
  return device().matches ? 'dark' : 'light'
}

export const useMode = (): Mode => useSyncExternalStore(subscribe, shown)
export const useModeChoice = (): ModeChoice => useSyncExternalStore(subscribe, current)
