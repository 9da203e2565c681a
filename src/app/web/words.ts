import type { ModeChoice } from '../../ui/mode.ts'

export const modeWords: Record<ModeChoice, string> = { system: '跟随系统', light: '浅色', dark: '深色' }
