import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { UserMenu } from '../../ui/ShellTop.tsx'
import { leave } from './leave.ts'

export const useUserMenu = (): UserMenu['items'] => {
  const queries = useQueryClient()
  const router = useRouter()
  return [
    { key: 'settings', label: '账号与外观', onPick: () => router.history.push('/settings') },
    { key: 'leave', label: '退出登录', onPick: () => void leave(queries) },
  ]
}
